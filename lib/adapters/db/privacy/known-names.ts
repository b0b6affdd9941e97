import type { Db } from '../drivers/db';
import type { AuditFields } from '../stores/audit-entry';
import { fieldsIn } from '../stores/audit-read';

export type KnownNames = { readonly names: readonly string[]; readonly emails: readonly string[] };

type Person = { readonly id: string; readonly name: string; readonly email: string };

/** What somebody is and was called. A name that somebody else bears, too, is theirs as well, and stays. */
export async function knownNames({ sql }: Db, person: Person): Promise<KnownNames & { shared: readonly string[] }> {
  const corrections = await sql.auditEntry.findMany({
    where: { action: 'person-corrected' },
    orderBy: { seq: 'desc' },
    select: { target: true, detail: true, who: true },
  });
  const [names, emails] = [new Set([person.name]), new Set([person.email])];
  for (const { target, detail, who } of corrections) {
    const said: AuditFields = { target, ...fieldsIn(detail), ...fieldsIn(who ?? '{}') };
    const isTheirs = target === person.id || emails.has(text(said.email) ?? '');
    if (!isTheirs) continue;
    for (const name of [text(said.nameBefore), ...(who === null ? [text(said.name)] : [])]) if (name) names.add(name);
    for (const email of [text(said.target), text(said.email)]) if (email?.includes('@')) emails.add(email);
  }
  const others = await sql.user.findMany({ where: { name: { in: [...names] }, id: { not: person.id } } });
  const shared = [...new Set(others.map(({ name }) => name))];
  return { names: [...names].filter((name) => !shared.includes(name)), emails: [...emails], shared };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
