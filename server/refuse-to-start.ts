/** Ends the process before it served anybody, in plain words. */
export function refuseToStart(fault: unknown): never {
  const words = fault instanceof Error ? fault.message : String(fault);
  process.stderr.write(`\nThe application did not start.\n${words}\n\n`);
  process.exit(1);
}
