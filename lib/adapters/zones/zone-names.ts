import type { TimeZone } from '@/lib/domain/day';
import { packageFile } from './package-file';

/** A zone under its present name, with the names that it has or had besides. */
export type ZoneChoice = { readonly name: TimeZone; readonly others: readonly TimeZone[] };

type Entry = {
  readonly _alias?: string;
  /** The IANA database's present name, where the first alias is an older one. */
  readonly _iana?: string;
  readonly _deprecated?: boolean;
  readonly _preferred?: string;
};
type Cldr = { readonly keyword: { readonly u: { readonly tz: Readonly<Record<string, Entry | string>> } } };

/**
 * Every zone that both Unicode's list and this machine know, UTC first, by name. Unicode keeps for each zone the name that engines were
 * given first (Asia/Calcutta) and beside it the present one.
 */
export function zoneChoices(): ZoneChoice[] {
  const choices = new Map<TimeZone, Set<TimeZone>>();
  for (const names of entries()) {
    const [name, ...others] = names.filter(isKnown);
    if (name === undefined || !isAPlace(name)) continue;
    choices.set(name, new Set([...(choices.get(name) ?? []), ...others]));
  }
  // Zones that an engine learnt after the list was made.
  const listed = new Set([...choices].flatMap(([name, others]) => [name, ...others]));
  for (const name of Intl.supportedValuesOf('timeZone')) {
    if (isKnown(name) && !listed.has(name) && isAPlace(name)) choices.set(name, new Set());
  }
  return [...choices]
    .map(([name, others]) => ({ name, others: [...others].filter((other) => other !== name).sort() }))
    .sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}

/** The name a zone has now, as it is written; the name itself where nothing is known of it. Engines take names in any case. */
export function presentName(choices: readonly ZoneChoice[], name: TimeZone): TimeZone {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  return choices.find((choice) => same(choice.name) || choice.others.some(same))?.name ?? name;
}

/** All names of each zone, the present one first. */
function entries(): string[][] {
  const { tz } = packageFile<Cldr>('cldr-bcp47/bcp47/timezone.json').keyword.u;
  const entryOf = (key: string): Entry | undefined => {
    const entry = tz[key];
    return typeof entry === 'object' ? entry : undefined;
  };
  return Object.keys(tz).flatMap((key) => {
    const entry = entryOf(key);
    const now = entry?._deprecated && entry._preferred ? entryOf(entry._preferred) : entry;
    const names = [presentOf(now), ...namesOf(entry), ...namesOf(now)].filter((name) => name !== undefined);
    return names.length === 0 ? [] : [[...new Set(names)]];
  });
}

const namesOf = (entry: Entry | undefined): string[] => entry?._alias?.split(' ') ?? [];

/** Everybody calls Etc/UTC so. */
function presentOf(entry: Entry | undefined): string | undefined {
  const names = namesOf(entry);
  return names.includes('UTC') ? 'UTC' : (entry?._iana ?? names[0]);
}

/** No fixed offset and no abbreviation: they know no summer time, or are names for one of the places. */
const isAPlace = (name: string): boolean => name === 'UTC' || (name.includes('/') && !name.startsWith('Etc/'));

const rank = (name: string): number => (name === 'UTC' ? 0 : 1);

/** Without `isTimeZone`, which would keep a formatter of each of them for ever. */
function isKnown(name: string): name is TimeZone {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
