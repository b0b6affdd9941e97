import { whileChangeable } from '../backup/while-changeable';
import type { Db } from '../drivers/db';
import type { KnownNames } from './known-names';

type Erasing = KnownNames & {
  readonly id: string;
  readonly at: Date;
  readonly pseudonym: { readonly name: string; readonly email: string };
};

/** Takes somebody out of the audit log and from under their reviews; links, seals and numbers stay. */
export async function eraseFromChains(db: Db, erasing: Erasing): Promise<{ entries: number; reviews: number }> {
  const { sql } = db;
  const { id, names } = erasing;
  const blank = { who: null, whoSalt: null };
  const about = { form: 2, OR: [{ actorId: id }, { target: id }] };
  const entries = await sql.auditEntry.count({ where: { ...about, who: { not: null } } });
  await sql.auditEntry.updateMany({ where: { ...about, who: { not: null } }, data: blank });
  const whence = { form: 2, actorId: id, whence: { not: null } };
  await sql.auditEntry.updateMany({ where: whence, data: { whence: null, whenceSalt: null } });
  const old = (await sql.auditEntry.findMany({ where: { form: null } })).flatMap((row) => {
    const data = withoutThem(row, erasing);
    return data === null ? [] : [{ seq: row.seq, data }];
  });
  const reviews = await sql.reviewRevision.findMany({ where: { completedByName: { in: [...names] } } });
  if (old.length + reviews.length > 0) {
    await whileChangeable(db, async () => {
      for (const { seq, data } of old) await sql.auditEntry.update({ where: { seq }, data, select: { seq: true } });
      for (const { organisationId, seq, ...row } of reviews) {
        const data = { ...resigned(row, erasing), erasedAt: erasing.at };
        await sql.reviewRevision.updateMany({ where: { organisationId, seq }, data });
      }
    });
  }
  return { entries: entries + old.length, reviews: reviews.length };
}

type Old = { actorId: string | null; actorName: string; target: string | null; detail: string; network: string | null };

/** Null where an entry of before says nothing of them. */
function withoutThem(row: Old, { id, at, ...erasing }: Erasing) {
  const isTheirs = row.actorId === id || (row.actorId === null && erasing.names.includes(row.actorName));
  const [target, detail] = [replaced(row.target ?? '', erasing), replaced(row.detail, erasing)];
  if (!isTheirs && target === (row.target ?? '') && detail === row.detail) return null;
  const actor = isTheirs ? { actorName: erasing.pseudonym.name, network: null } : {};
  return { ...actor, target: row.target === null ? null : target, detail, erasedAt: at };
}

/** Addresses wherever they stand, names where they stand alone: as a whole text, or before or after an arrow. */
function replaced(text: string, { names, emails, pseudonym }: Omit<Erasing, 'id' | 'at'>): string {
  const withoutEmails = emails.reduce((said, email) => said.replaceAll(email, pseudonym.email), text);
  return names.reduce((said, name) => {
    if (said === name) return pseudonym.name;
    return said.replaceAll(JSON.stringify(name), JSON.stringify(pseudonym.name));
  }, withoutEmails);
}

function resigned(
  { document, completedByName }: { document: string; completedByName: string },
  { pseudonym }: Erasing,
) {
  const [before, after] = [JSON.stringify(completedByName), JSON.stringify(pseudonym.name)];
  return { completedByName: pseudonym.name, document: document.replaceAll(before, after) };
}
