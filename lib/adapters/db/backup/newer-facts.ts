import { permissions, type Role, roleMay } from '@/lib/domain/roles';
import type { Db } from '../drivers/db';
import { erasedDomain, erasePerson } from '../privacy/erase-person';
import { appendAudit } from '../stores/audit-append';
import type { NewAuditEntry } from '../stores/audit-entry';
import { roleIn } from '../stores/rows';
import { type FactorsNow, factorsNow, keepFactors } from './newer-factors';

/** Access that was taken away after a backup had been made, by names that people know. */
export type StaysRevoked = {
  readonly tokens: readonly { readonly name: string; readonly owner: string }[];
  /** Whose newer password holds. */
  readonly passwords: readonly string[];
  readonly roles: readonly { readonly email: string; readonly inBackup: Role; readonly now: Role }[];
  readonly disabled: readonly string[];
  /** Who keeps the second factors of now, where the backup has others. */
  readonly factors: readonly string[];
};

type Change = { readonly action: string; readonly target: string | null; readonly email: string | null };

export type NewerFacts = {
  readonly revokedTokens: readonly { readonly id: string; readonly revokedAt: Date | null }[];
  readonly people: readonly Person[];
  readonly changes: readonly Change[];
  readonly factors: FactorsNow;
};

type Person = {
  readonly id: string;
  readonly email: string;
  readonly status: string;
  readonly passwordHash: string | null;
  readonly passwordChangedAt: Date | null;
  readonly devicesSince: Date | null;
  readonly memberships: readonly { readonly organisationId: string; readonly role: string }[];
};

const personColumns = {
  id: true,
  email: true,
  status: true,
  passwordHash: true,
  passwordChangedAt: true,
  devicesSince: true,
  memberships: { select: { organisationId: true, role: true } },
} as const;

const takingAway = ['person-disabled', 'role-changed', 'person-corrected'];

/** What the database knows that a backup made at `since` cannot know. */
export async function newerFacts(db: Db, since: Date): Promise<NewerFacts> {
  const { sql } = db;
  const revokedTokens = await sql.apiToken.findMany({
    where: { revokedAt: { gt: since } },
    select: { id: true, revokedAt: true },
  });
  const people = await sql.user.findMany({ select: personColumns });
  const entries = await sql.auditEntry.findMany({
    where: { at: { gt: since }, action: { in: takingAway } },
    orderBy: { seq: 'desc' },
    select: { action: true, target: true, detail: true },
  });
  const changes = entries.map(({ detail, ...entry }) => ({ ...entry, email: emailIn(detail) }));
  return { revokedTokens, people, changes, factors: await factorsNow(db) };
}

/** Of a corrected address: the new one. Not parsed whole: a restore also mends what was altered. */
function emailIn(detail: string): string | null {
  const email = /"email":("(?:[^"\\]|\\.)*")/.exec(detail)?.[1];
  return email === undefined ? null : String(JSON.parse(email));
}

type By = Pick<NewAuditEntry, 'at' | 'actorName'>;

/** Takes away again, in what was just restored, what was taken away since; the audit log says so of each role and person. */
export async function takeAwayAgain(db: Db, { facts, by, since }: { facts: NewerFacts; by: By; since: Date }) {
  const factors = await keepFactors(db, facts.factors);
  const tokens = await revokeAgain(db, facts);
  const found = { passwords: [] as string[], roles: [] as StaysRevoked['roles'][number][], disabled: [] as string[] };
  for (const person of await db.sql.user.findMany({ select: personColumns })) {
    const now = facts.people.find(({ id }) => id === person.id);
    if (now === undefined) continue;
    await keepStrangers(db, { person, now });
    await eraseAgain(db, { person, now, by });
    if (await keepPassword(db, { person, now, since })) found.passwords.push(person.email);
    const did = (action: string) => wasDone(facts.changes, { action, names: [person.id, person.email, now.email] });
    if (did('person-disabled') && (await keepDisabled(db, { person, now, by }))) found.disabled.push(person.email);
    if (did('role-changed')) found.roles.push(...(await keepRoles(db, { person, now, by })));
  }
  return { tokens, ...found, factors } satisfies StaysRevoked;
}

async function revokeAgain({ sql }: Db, { revokedTokens }: NewerFacts): Promise<StaysRevoked['tokens']> {
  const again: StaysRevoked['tokens'][number][] = [];
  for (const { id, revokedAt } of revokedTokens) {
    const where = { id, revokedAt: null };
    const token = await sql.apiToken.findFirst({ where, select: { name: true, user: { select: { email: true } } } });
    if (token === null) continue;
    await sql.apiToken.updateMany({ where, data: { revokedAt } });
    again.push({ name: token.name, owner: token.user.email });
  }
  return again;
}

type Both = { readonly person: Person; readonly now: Person };

async function keepPassword({ sql }: Db, { person, now, since }: Both & { since: Date }): Promise<boolean> {
  const { passwordHash, passwordChangedAt } = now;
  const isNewer = passwordChangedAt !== null && passwordChangedAt > since;
  if (!isNewer || person.passwordHash === null || person.passwordHash === passwordHash) return false;
  await sql.user.update({ where: { id: person.id }, data: { passwordHash, passwordChangedAt }, select: { id: true } });
  return true;
}

/** Browsers that had become strangers since stay strangers. */
async function keepStrangers({ sql }: Db, { person, now: { devicesSince } }: Both): Promise<void> {
  if (devicesSince === null || (person.devicesSince !== null && person.devicesSince >= devicesSince)) return;
  await sql.user.update({ where: { id: person.id }, data: { devicesSince }, select: { id: true } });
}

/** Who was erased since the backup is not brought back by it. */
async function eraseAgain(db: Db, { person: { id, memberships }, now, by }: Both & { by: By }): Promise<void> {
  const organisationId = memberships[0]?.organisationId;
  if (organisationId === undefined || !now.email.endsWith(`@${erasedDomain}`)) return;
  await erasePerson(db, { organisationId, id, at: by.at, by: by.actorName });
}

async function keepDisabled(db: Db, { person, now, by }: Both & { by: By }): Promise<boolean> {
  if (now.status !== 'disabled' || person.status === 'disabled') return false;
  await db.sql.user.update({ where: { id: person.id }, data: { status: 'disabled' }, select: { id: true } });
  for (const { organisationId } of person.memberships) {
    await note(db, { by, organisationId, action: 'person-disabled', ...whom(person), detail: {} });
  }
  return true;
}

async function keepRoles(db: Db, { person, now, by }: Both & { by: By }): Promise<StaysRevoked['roles'][number][]> {
  const kept: StaysRevoked['roles'][number][] = [];
  for (const { organisationId, role } of person.memberships) {
    const newer = now.memberships.find((membership) => membership.organisationId === organisationId);
    if (newer === undefined) continue;
    const [inBackup, current] = [roleIn(role), roleIn(newer.role)];
    if (permissions.every((permission) => !roleMay(inBackup, permission) || roleMay(current, permission))) continue;
    await db.sql.membership.update({
      where: { organisationId_userId: { organisationId, userId: person.id } },
      data: { role: current },
      select: { role: true },
    });
    const detail = { from: inBackup, to: current };
    await note(db, { by, organisationId, action: 'role-changed', ...whom(person), detail });
    kept.push({ email: person.email, inBackup, now: current });
  }
  return kept;
}

const whom = ({ id, email }: Person) => ({ target: id, said: { target: email } });

type Noted = Pick<NewAuditEntry, 'organisationId' | 'action' | 'target' | 'detail' | 'said'> & { by: By };

const note = (db: Db, { by, detail, ...entry }: Noted): Promise<void> =>
  appendAudit(db, {
    ...entry,
    ...by,
    actorId: null,
    network: null,
    detail: { ...detail, sinceBackup: true },
  });

/** Entries name people by their id; those of before by the address they had then, and corrections lead from one to the other. */
function wasDone(changes: readonly Change[], { action, names }: { action: string; names: string[] }): boolean {
  const known = new Set(names);
  for (const change of changes) {
    if (change.action === 'person-corrected' && known.has(change.email ?? '') && change.target)
      known.add(change.target);
  }
  return changes.some((change) => change.action === action && known.has(change.target ?? ''));
}
