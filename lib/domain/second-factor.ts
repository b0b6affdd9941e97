import type { Actor, Role } from './roles';
import type { SecondFactor } from './sign-in-way';

type Held = { readonly hasTotp: boolean; readonly hasPasskey: boolean; readonly bySso: boolean };

/**
 * @example secondFactorOf({ hasTotp: true, hasPasskey: true, bySso: false }) // 'totp'
 * @example secondFactorOf({ hasTotp: false, hasPasskey: false, bySso: true }) // 'sso'
 */
export function secondFactorOf({ hasTotp, hasPasskey, bySso }: Held): SecondFactor {
  if (hasTotp) return 'totp';
  if (hasPasskey) return 'passkey';
  return bySso ? 'sso' : 'none';
}

/** Whose role must have a second factor; `sso`: also of people whose provider may have asked for one. */
export type FactorRequired = ReadonlySet<Role | 'sso'>;

/** Whether somebody must have a second factor and has none. Jobs and nobody are asked for none. */
export function lacksFactor(actor: Actor, required: FactorRequired): boolean {
  if (actor.kind !== 'person' || !required.has(actor.role)) return false;
  return actor.secondFactor === 'none' || (actor.secondFactor === 'sso' && required.has('sso'));
}

const confirmedForMs = 10 * 60_000;
const aheadMs = 60_000;

/**
 * Whether a proof of who somebody is still counts: at most 10 minutes old, and not from the future, where a clock that was wrong put it.
 *
 * @example isConfirmed(new Date('2026-11-23T09:00Z'), new Date('2026-11-23T09:10Z')) // true
 * @example isConfirmed(new Date('2026-11-24T09:00Z'), new Date('2026-11-23T09:10Z')) // false
 */
export function isConfirmed(confirmedAt: Date | null, now: Date): boolean {
  if (confirmedAt === null) return false;
  const ageMs = now.getTime() - confirmedAt.getTime();
  return ageMs >= -aheadMs && ageMs <= confirmedForMs;
}
