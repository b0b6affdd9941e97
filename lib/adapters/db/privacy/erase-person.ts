import type { Db } from '../drivers/db';
import { appendAudit } from '../stores/audit-append';
import { auditChain, takeHead } from '../stores/chain';
import { eraseFromChains } from './erase-audit';
import { forgottenSums } from './forgotten-sums';
import { knownNames } from './known-names';

export type Erasing = { readonly organisationId: string; readonly id: string; readonly at: Date; readonly by: string };

export type Erased = {
  readonly name: string;
  readonly email: string;
  readonly entries: number;
  readonly reviews: number;
  /** Names that somebody else bears, too: what is signed with them stays. */
  readonly shared: readonly string[];
};

export const erasedDomain = 'erased.invalid';

/** What somebody is called after they were erased: always the same for the same id, and nobody's address. */
export function pseudonymOf(id: string): { name: string; email: string } {
  const short = id.replaceAll('-', '').slice(0, 12);
  return { name: `Erased person ${short}`, email: `erased-${short}@${erasedDomain}` };
}

/** Puts a pseudonym in the place of a name and an address everywhere, for good. Readings and reviews stay. Null when there is nobody. */
export async function erasePerson(db: Db, { organisationId, id, at, by }: Erasing): Promise<Erased | null> {
  const person = await db.sql.user.findUnique({ where: { id }, select: { id: true, name: true, email: true } });
  if (person === null) return null;
  await takeHead(db, auditChain);
  const pseudonym = pseudonymOf(id);
  const known = await knownNames(db, person);
  await eraseAccount(db, { id, at, pseudonym });
  await eraseSignatures(db, { id, names: known.names, name: pseudonym.name });
  const chains = await eraseFromChains(db, { ...known, id, at, pseudonym });
  const detail = { ...chains, ...(await forgottenSums(db)) };
  const job = { actorId: null, actorName: by, network: null };
  await appendAudit(db, { ...job, organisationId, at, action: 'person-erased', target: id, detail });
  return { ...pseudonym, ...chains, shared: known.shared };
}

type Account = Pick<Erasing, 'id' | 'at'> & { pseudonym: { name: string; email: string } };

/** Who they are stays as an id, which entries and tokens of theirs go by; nothing opens with it. */
async function eraseAccount({ sql }: Db, { id: userId, at, pseudonym }: Account): Promise<void> {
  const theirs = { where: { userId } };
  await sql.session.deleteMany(theirs);
  await sql.oneTimeLink.deleteMany(theirs);
  await sql.linkedIdentity.deleteMany(theirs);
  await sql.totp.deleteMany(theirs);
  await sql.recoveryCode.deleteMany(theirs);
  await sql.passkeyChallenge.deleteMany(theirs);
  await sql.passkey.deleteMany(theirs);
  await sql.savedView.deleteMany({ where: { ownerId: userId } });
  await sql.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: at } });
  await sql.apiToken.updateMany({ where: { userId }, data: { name: 'erased', lastNetwork: null } });
  const account = { ...pseudonym, status: 'disabled', passwordHash: null, lastSignInAt: null, breakGlassSince: null };
  await sql.user.update({ where: { id: userId }, data: account, select: { id: true } });
}

/** Where a name stands under what somebody did. */
async function eraseSignatures(
  { sql }: Db,
  { id, names, name }: { id: string; names: readonly string[]; name: string },
) {
  const isTheirs = { in: [...names] };
  await sql.connection.updateMany({ where: { savedByName: isTheirs }, data: { savedByName: name } });
  await sql.refreshRun.updateMany({ where: { startedByName: isTheirs }, data: { startedByName: name } });
  const reviews = { OR: [{ changedById: id }, { changedById: null, changedByName: isTheirs }] };
  await sql.review.updateMany({ where: reviews, data: { changedByName: name } });
  await sql.target.updateMany({ where: { setByName: isTheirs }, data: { setByName: name } });
  await sql.targetChange.updateMany({ where: { byName: isTheirs }, data: { byName: name } });
  await sql.annotation.updateMany({ where: { createdByName: isTheirs }, data: { createdByName: name } });
  await sql.annotation.updateMany({ where: { changedByName: isTheirs }, data: { changedByName: name } });
  await sql.savedView.updateMany({ where: { savedByName: isTheirs }, data: { savedByName: name } });
}
