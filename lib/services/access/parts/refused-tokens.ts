import type { World } from '../../context';
import { isDatabaseAway } from '../../parts/database-away';

/** Where a request came from. */
export type Whence = { readonly network: string | null; readonly userAgent?: string | null };

type Counted = { waiting: number; underWay: Promise<void> | null };
const counted = new WeakMap<World['store'], Counted>();

/**
 * Writes down that a bearer token opened nothing: one entry a minute, whoever sends it, with how often and where the first came from.
 * Anybody can send such tokens as fast as they like: those that come while one is being written are written together.
 */
export async function countRefusedToken(world: World, whence: Whence): Promise<void> {
  const count = counted.get(world.store) ?? { waiting: 0, underWay: null };
  counted.set(world.store, count);
  count.waiting += 1;
  count.underWay ??= write(world, count, whence).finally(() => {
    count.underWay = null;
  });
  await count.underWay;
}

async function write({ store, clock }: World, count: Counted, { network, userAgent = null }: Whence): Promise<void> {
  const organisation = await store.organisations.first();
  while (count.waiting > 0) {
    const times = count.waiting;
    count.waiting = 0;
    const nobody = { actorId: null, actorKind: 'nobody', actorName: 'nobody' } as const;
    const entry = { ...nobody, at: clock.now(), action: 'token-refused', target: null, detail: {} } as const;
    const from = { organisationId: organisation?.id ?? null, network, userAgent };
    await store.audit.append({ ...entry, ...from }, times).catch((error: unknown) => {
      if (!isDatabaseAway(error)) throw error;
    });
  }
}
