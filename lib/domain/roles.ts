import type { SecondFactor, SignInWay } from './sign-in-way';

export const roles = ['viewer', 'manager', 'ops', 'admin'] as const;
export type Role = (typeof roles)[number];

/** One row a permission: who has it. `self` is everybody's own account. */
const table = {
  'adoption:see': ['viewer', 'manager', 'ops', 'admin'],
  'self:manage': ['viewer', 'manager', 'ops', 'admin'],
  'review:write': ['manager', 'admin'],
  'target:set': ['manager', 'admin'],
  'annotation:write': ['manager', 'admin'],
  'view:share': ['manager', 'admin'],
  'run:see': ['ops', 'admin'],
  'refresh:run': ['ops', 'admin'],
  'history:import': ['ops', 'admin'],
  'people:manage': ['admin'],
  'connection:manage': ['admin'],
  'organisation:manage': ['admin'],
  'audit:see': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;
export const permissions = Object.keys(table) as Permission[];

/** Whether a person of this role may, by session. */
export const roleMay = (role: Role, permission: Permission): boolean =>
  (table[permission] as readonly Role[]).includes(role);

export const tokenScopes = ['read', 'refresh', 'write'] as const;
export type TokenScope = (typeof tokenScopes)[number];

const reading: readonly Permission[] = ['adoption:see', 'run:see', 'audit:see'];

/** What a token's scope lets through; its owner's role is asked as well, so a token never does more than its owner may. */
export const scopeLets = (scope: TokenScope, permission: Permission): boolean =>
  scope === 'write' || reading.includes(permission) || (scope === 'refresh' && permission === 'refresh:run');

/** Who asks: a person (by session or by token), a job with a name, or nobody yet (sign-in, set-up). */
export type Actor =
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly role: Role;
      readonly secondFactor: SecondFactor;
      /** The session's or token's id; both end the same way: by a row in the database. `confirmedAt`: when they last proved who they are. */
      readonly via:
        | { readonly session: string; readonly signedInBy: SignInWay; readonly confirmedAt: Date | null }
        | { readonly token: string; readonly scope: TokenScope };
    }
  | { readonly kind: 'job'; readonly name: 'scheduler' | 'cli' | 'start' }
  | { readonly kind: 'nobody' };

/** Answers what somebody may do without telling who; of `P` alone where only that was asked. */
export type May<P extends Permission = Permission> = (permission: P) => boolean;

export const mayOf =
  (actor: Actor): May =>
  (permission) =>
    actorMay(actor, permission);

/**
 * The one answer to "may they?". A job may everything, nobody may nothing; a person what the role may, and by token only what its
 * scope lets through as well.
 */
export function actorMay(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case 'job':
      return true;
    case 'nobody':
      return false;
    case 'person':
      return roleMay(actor.role, permission) && ('session' in actor.via || scopeLets(actor.via.scope, permission));
  }
}
