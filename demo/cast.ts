import type { Actor, Role } from '@/lib/domain/roles';

export type Member = { readonly id: string; readonly name: string; readonly email: string; readonly role: Role };

/** The cast of every test and story: one person a role. */
export const cast = {
  ada: { id: 'ada', name: 'Ada Brandt', email: 'ada@example.org', role: 'admin' },
  max: { id: 'max', name: 'Max Okafor', email: 'max@example.org', role: 'manager' },
  olga: { id: 'olga', name: 'Olga Lindqvist', email: 'olga@example.org', role: 'ops' },
  vera: { id: 'vera', name: 'Vera Novak', email: 'vera@example.org', role: 'viewer' },
} as const satisfies Record<string, Member>;

export const castPassword = 'a fine long passphrase for tests';

/** Test worlds take null for just now. */
export const signedIn = (member: Member, confirmedAt: Date | null = null): Actor & { kind: 'person' } => ({
  kind: 'person',
  ...member,
  secondFactor: 'none',
  via: { session: `session-of-${member.id}`, signedInBy: 'password', confirmedAt },
});

export const scheduler: Actor = { kind: 'job', name: 'scheduler' };
export const nobody: Actor = { kind: 'nobody' };
