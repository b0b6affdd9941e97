import type { Random } from './random';

/** What happens to any organisation besides its plan: a mood that lasts for weeks, pauses, pushes, and people who go together. */
export type Weather = { readonly drive: number; readonly paused: boolean; readonly leaving: number };

/** A day's weather after the other. */
export function weatherFrom(random: Random): () => Weather {
  let mood = 0.6 * random.normal();
  let [pausedFor, pushedFor] = [0, 0];
  return () => {
    mood = 0.985 * mood + 0.11 * random.normal();
    pausedFor = pausedFor > 0 ? pausedFor - 1 : random.next() < 1 / 240 ? Math.round(random.between(14, 60)) : 0;
    pushedFor = pushedFor > 0 ? pushedFor - 1 : random.next() < 1 / 240 ? Math.round(random.between(5, 25)) : 0;
    const drive = Math.exp(mood) * (pausedFor > 0 ? 0.12 : 1) * (pushedFor > 0 ? 3 : 1);
    const leaving = random.next() < 1 / 400 ? random.between(0.01, 0.06) : 0;
    return { drive, paused: pausedFor > 0, leaving };
  };
}
