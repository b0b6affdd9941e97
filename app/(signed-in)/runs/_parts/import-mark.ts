import { createHash } from 'node:crypto';

/** Tells one file and what is to be done with it from any other, so that nothing is imported but what was looked at. */
export async function markOf(file: File | null, replaceImported: boolean): Promise<string> {
  const hash = createHash('sha256').update(replaceImported ? 'replace ' : 'add ');
  if (file) hash.update(new Uint8Array(await file.arrayBuffer()));
  return hash.digest('hex');
}
