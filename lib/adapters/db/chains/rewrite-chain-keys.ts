import type { Db } from '../drivers/db';
import { chainKeyPlace, openKey } from './chain-key';

/** Seals every chain key anew that `more` or the installation's own keys open; the others stay as they are. Answers how many were. */
export async function rewriteChainKeys({ sql, chains }: Db, more: readonly string[] = []): Promise<number> {
  const { sealing } = chains;
  if (sealing === null) return 0;
  const knowing = sealing.knowing(more);
  let rewritten = 0;
  for (const stored of await sql.chainKey.findMany()) {
    const found = openKey(stored, knowing);
    if (found.kind !== 'opened') continue;
    const { sealed, keyId } = sealing.seal(found.key.bytes.toString('base64'), chainKeyPlace(stored.id));
    if (keyId === stored.sealedBy) continue;
    const { count } = await sql.chainKey.updateMany({
      where: { id: stored.id, sealed: stored.sealed },
      data: { sealed, sealedBy: keyId },
    });
    rewritten += count;
  }
  return rewritten;
}
