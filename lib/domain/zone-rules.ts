/**
 * A zone's offsets as a table: up to `untils[n]` (milliseconds, ascending, not included) its clock is `offsetsMs[n]` ahead of UTC.
 * Beyond the last nothing is said.
 */
export type ZoneRules = { readonly untils: readonly number[]; readonly offsetsMs: readonly number[] };

/** Null for a zone that the source does not know. */
export type RulesOf = (zone: string) => ZoneRules | null;

const known = new Map<string, ZoneRules | null>();
let rulesOf: RulesOf = () => null;

/** From now on days begin and end by these rules where they say something, else by the engine's own. Called once a bundle, when it is loaded. */
export function goByZoneRules(source: RulesOf): void {
  rulesOf = source;
  known.clear();
}

/** How far a clock in `zone` is ahead of UTC at `instant`, in milliseconds; null when the rules in use do not say. */
export function ruledOffsetMs(instant: number, zone: string): number | null {
  const remembered = known.get(zone);
  const rules = remembered === undefined ? rulesOf(zone) : remembered;
  if (remembered === undefined) known.set(zone, rules);
  return rules && (rules.offsetsMs[firstAfter(rules.untils, instant)] ?? null);
}

function firstAfter(untils: readonly number[], instant: number): number {
  let [low, high] = [0, untils.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instant < (untils[middle] ?? Number.POSITIVE_INFINITY)) high = middle;
    else low = middle + 1;
  }
  return low;
}
