/** What ended a start, for a person: our own words as they are, those of a library without its frame of blank lines and code. */
export function refusalWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  const words = /^\s*Invalid `/.test(message) ? (lines.at(-1) ?? message) : lines.join('\n');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?:]$/.test(words) ? '' : '.'}`;
}
