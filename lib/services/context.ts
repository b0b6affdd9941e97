import type { Cache } from '@/lib/adapters/cache';
import type { Clock } from '@/lib/adapters/clock';
import type { Archive } from '@/lib/adapters/db/backup/open-archive';
import type { Store } from '@/lib/adapters/db/stores/store';
import type { Enpass } from '@/lib/adapters/enpass/enpass';
import type { KeyRing } from '@/lib/adapters/key-ring';
import type { Limits } from '@/lib/adapters/limits';
import type { Log } from '@/lib/adapters/log';
import type { Oidc } from '@/lib/adapters/oidc/oidc';
import type { OneTimeCodes } from '@/lib/adapters/one-time-codes';
import type { Passkeys } from '@/lib/adapters/passkeys';
import type { Passwords } from '@/lib/adapters/passwords';
import type { Secrets } from '@/lib/adapters/secrets';
import type { Zones } from '@/lib/adapters/zones/zones';
import type { Config } from '@/lib/config/config';
import type { AuditAction, AuditOutcome } from '@/lib/domain/audit';
import { type Day, dayIn } from '@/lib/domain/day';
import type { Organisation } from '@/lib/domain/organisation';
import type { Actor } from '@/lib/domain/roles';

/** Everything a service can touch outside itself; built once per process by `lib/runtime/runtime.ts`, and by `testWorld()` in tests. */
export type World = {
  readonly store: Store;
  readonly archive: Archive;
  readonly enpass: Enpass;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly keyRing: KeyRing;
  readonly passwords: Passwords;
  readonly codes: OneTimeCodes;
  readonly passkeys: Passkeys;
  readonly limits: Limits;
  /** Null without single sign-on. */
  readonly oidc: Oidc | null;
  readonly log: Log;
  readonly config: Config;
  readonly zones: Zones;
  /** What was made of histories and can be shown again. */
  readonly cache: Cache;
  /** Aborts when the process is asked to stop: no new work, running reads end. */
  readonly shutdown: AbortSignal;
};

type Facts = Record<string, string | number | boolean | null>;

/**
 * `target` and `detail` are hashed for ever: ids, days, metrics and numbers. `said` can be forgotten: names, addresses and words that
 * people typed, with what the target is called as `target`.
 */
export type AuditFields = { target?: string; detail?: Facts; said?: Facts; outcome?: AuditOutcome };

/** The world as one actor of one organisation sees it. `network` is the caller's address, null for jobs. */
export type Context = World & {
  readonly actor: Actor;
  readonly organisation: Organisation;
  readonly network: string | null;
  /** What the caller's browser or program calls itself. */
  readonly userAgent?: string | null;
  /** Which state of the organisation's history the request met, and in which minute; see `cached`. */
  readonly historyVersion?: string;
  /** The organisation's calendar day. Whoever needs the instant as well asks the clock once and derives both from it. */
  readonly today: () => Day;
  /** Writes an audit entry in the actor's name; inside `store.atomically` pass that store, so that change and entry land together. */
  readonly audit: (action: AuditAction, fields?: AuditFields, store?: Store) => Promise<void>;
};

/** The world as the same person sees it once they confirmed themselves. */
export function confirmedSince(ctx: Context, at: Date): Context {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !('session' in actor.via)) return ctx;
  return { ...ctx, actor: { ...actor, via: { ...actor.via, confirmedAt: at } } };
}

/** Puts an actor in front of the world. */
export function contextFor(
  world: World,
  who: Pick<Context, 'actor' | 'organisation' | 'network' | 'userAgent' | 'historyVersion'>,
): Context {
  const { actor, organisation, network, userAgent = null } = who;
  return {
    ...world,
    ...who,
    today: () => dayIn(world.clock.now(), organisation.timeZone),
    audit: (action, { target = null, detail = {}, ...more } = {}, store = world.store) =>
      store.audit.append({
        organisationId: organisation.id,
        at: world.clock.now(),
        actorId: actor.kind === 'person' ? actor.id : null,
        actorKind: actor.kind,
        actorName: actor.kind === 'nobody' ? 'nobody' : actor.name,
        ...{ action, target, detail, ...more, network, userAgent },
      }),
  };
}
