import { at, furthestOrigin, lawWeeks } from './forecast-history';
import { lawOf, movedIn, widthsIn } from './forecast-law';

/** How often a range held what came: `of` earlier forecasts. */
export type Held = { readonly held: number; readonly of: number };

/** What the organisation's own past says about its ranges: their record, and by how much they have to be wider (1 to 3, never narrower). */
export type OwnHistory = Held & { readonly factor: number };

const nearestOrigin = 2;
const horizons = [2, 4, 8];
const fewestBehind = 4;
const fewestRatios = 6;
const widest = 3;

/**
 * Forecasts of 2, 4 and 8 weeks, made anew from the anchors 2 to 60 weeks back that have at least four others behind them, against
 * what came: the error through the width of the range on its side. The 80% quantile of six ratios or more widens the range
 * (Williams and Goodman 1971; Wang and Hyndman 2024). `bases` are the anchors of a rate's base, null for a count.
 */
export function ownHistoryOf(anchors: Float64Array, bases: Float64Array | null, activity: boolean): OwnHistory {
  const ratios: number[] = [];
  for (let origin = nearestOrigin; origin <= furthestOrigin; origin += 1) {
    const law = knownBehind(anchors, origin) < fewestBehind ? null : lawAt(anchors, bases, { origin, activity });
    if (law) ratios.push(...ratiosAt(anchors, origin, law));
  }
  return { held: ratios.filter((ratio) => ratio <= 1).length, of: ratios.length, factor: factorOf(ratios) };
}

const lawAt = (
  anchors: Float64Array,
  bases: Float64Array | null,
  { origin, activity }: { origin: number; activity: boolean },
) => lawOf(anchors, origin, { activity, base: bases && at(bases, origin) });

function ratiosAt(anchors: Float64Array, origin: number, law: NonNullable<ReturnType<typeof lawOf>>): number[] {
  return horizons.flatMap((weeks) => {
    const came = weeks <= origin ? at(anchors, origin - weeks) : Number.NaN;
    if (Number.isNaN(came)) return [];
    const error = came - (at(anchors, origin) + movedIn(law, weeks));
    const { above, below } = widthsIn(law, weeks);
    return [Math.abs(error) / (error > 0 ? above : below)];
  });
}

function knownBehind(anchors: Float64Array, origin: number): number {
  let known = 0;
  for (let k = 1; k <= lawWeeks && known < fewestBehind; k += 1) if (!Number.isNaN(at(anchors, origin + k))) known += 1;
  return known;
}

/** q^(w / (w + 12)) for n ratios with w = n / 6: the few of a short history count little. Between 1 and 3. */
function factorOf(ratios: readonly number[]): number {
  if (ratios.length < fewestRatios) return 1;
  const weight = ratios.length / fewestRatios;
  const wanted = Math.max(0.2, quantile(ratios, 0.8)) ** (weight / (weight + 12));
  return Math.min(widest, Math.max(1, wanted));
}

/** Between the two nearest in proportion. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = Float64Array.from(numbers).sort();
  const place = (sorted.length - 1) * share;
  const below = at(sorted, Math.floor(place));
  return below + (at(sorted, Math.ceil(place)) - below) * (place - Math.floor(place));
}
