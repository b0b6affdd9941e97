/**
 * Lines that nobody can read any more are no reason to end: whoever collected the log was started anew, a terminal was
 * closed. Unheard, such a fault would be said on the same broken pipe, which is the next fault, for ever.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
