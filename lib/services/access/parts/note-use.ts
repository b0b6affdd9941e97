import type { World } from '../../context';
import { isDatabaseAway } from '../../parts/database-away';

/** A page does not wait longer than this for the note that somebody was here. */
const longestMs = 250;

/** Notes that a session or token was used. Only for the eye: a database that cannot be written neither fails nor delays what was asked. */
export async function noteUse({ store }: Pick<World, 'store'>, id: string, write: () => Promise<void>): Promise<void> {
  const under = underWay.get(store) ?? new Set();
  underWay.set(store, under);
  // One at a time: behind a lock the writes of every page would stand in line before what people save.
  if (under.has(id) || under.size >= mostUnderWay) return;
  under.add(id);
  const noted = write()
    .catch((error: unknown) => {
      if (!isDatabaseAway(error)) throw error;
    })
    .finally(() => under.delete(id));
  await Promise.race([noted, new Promise<void>((resolve) => setTimeout(resolve, longestMs).unref())]);
}

const mostUnderWay = 4;
const underWay = new WeakMap<World['store'], Set<string>>();
