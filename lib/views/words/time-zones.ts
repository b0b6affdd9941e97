import type { TimeZone } from '@/lib/domain/day';

/** A zone under its present name, and what else it is or was called. */
type Choice = { readonly name: TimeZone; readonly others: readonly TimeZone[] };

/** `now` stands beside a former name: the zone's present one. */
export type ZoneOption = {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
  readonly now?: string;
};

const formerNames = 'Former and other names';

/**
 * What a list of zones offers: every present name, then the others, so that whoever types Asia/Calcutta finds Asia/Kolkata. `current` is
 * there even when it is none of them.
 */
export function zoneOptions(choices: readonly Choice[], current: string): ZoneOption[] {
  const present = choices.map(({ name }) => ({ value: name, label: spaced(name) }));
  const former = choices
    .flatMap(({ name, others }) => others.map((other) => ({ value: other, now: name })))
    .sort((a, b) => (a.value < b.value ? -1 : 1))
    .map(({ value, now }) => ({ value, now, label: `${spaced(value)}, now ${spaced(now)}`, group: formerNames }));
  const all = [...present, ...former];
  return all.some(({ value }) => value === current) ? all : [{ value: current, label: spaced(current) }, ...all];
}

const spaced = (zone: string): string => zone.replaceAll('_', ' ');
