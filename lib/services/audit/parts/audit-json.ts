import type { AuditEntry } from '@/lib/adapters/db/stores/audit';
import type { AuditJson } from '@/lib/api/audit';
import type { Context } from '../../context';

/** What people are called now, by id; of who is erased, the pseudonym. */
export async function namesNow({ store, organisation }: Pick<Context, 'store' | 'organisation'>): Promise<Names> {
  const people = await store.people.all(organisation.id);
  return new Map(people.map(({ id, name, email }) => [id, { name, email }]));
}

export type Names = ReadonlyMap<string, { readonly name: string; readonly email: string }>;

/** An entry as the API and its files tell it: what was typed where it is still known, else what stands in its place now. */
export function auditJson(entry: AuditEntry, names: Names): AuditJson {
  const { seq, at, action, outcome, network, userAgent, times } = entry;
  const { target: called, ...said } = entry.said;
  const target = typeof called === 'string' ? called : targetNow(entry, names);
  return {
    ...{ seq, at: at.toISOString(), actor: actorOf(entry, names), action, target, outcome, network },
    detail: {
      ...entry.detail,
      ...said,
      ...(entry.target === null || entry.target === target ? {} : { targetId: entry.target }),
      ...(userAgent === null ? {} : { userAgent }),
      ...(times > 1 ? { times } : {}),
    },
  };
}

const targetNow = ({ target }: AuditEntry, names: Names): string | null =>
  target === null ? null : (names.get(target)?.email ?? target);

function actorOf({ actorId, actorName, actorKind: kind }: AuditEntry, names: Names): AuditJson['actor'] {
  const now = actorId === null ? undefined : names.get(actorId)?.name;
  return { id: actorId, name: actorName ?? now ?? (kind === 'person' ? 'a person' : kind), kind };
}
