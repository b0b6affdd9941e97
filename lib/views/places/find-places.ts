import { foldText, termsOf } from '@/lib/domain/fold-text';
import { type Place, type PlaceKind, placeKinds } from './place';

export type PlaceGroup = {
  readonly kind: PlaceKind;
  readonly places: readonly Place[];
  /** How many more of this kind there are. */
  readonly more: number;
};

const mostOfAKind = 6;
const newestWeeks = 3;

/** Looks places up, folded once: `find` is asked with every key. Nothing asked yet shows the pages, the newest weeks and the settings. */
export function placeFinder(places: readonly Place[]): (query: string) => readonly PlaceGroup[] {
  const known = places.map((place) => ({
    place,
    label: foldText(place.label),
    all: foldText(`${place.label} ${place.detail} ${place.words ?? ''}`),
  }));
  return (query) => {
    const terms = termsOf(query);
    if (terms.length === 0) return unasked(places);
    const hits = known
      .filter(({ all }) => terms.every((term) => all.includes(term)))
      .map((one) => ({ ...one, rank: rankOf(one.label, foldText(query.trim()), terms) }));
    return groupsOf(hits);
  };
}

type Hit = { readonly place: Place; readonly rank: number };

/** By how well the label begins: 0 the whole of it, 1 its beginning, 2 a word in it, 3 elsewhere. */
function rankOf(label: string, asked: string, terms: readonly string[]): number {
  if (label === asked) return 0;
  if (label.startsWith(asked)) return 1;
  return terms.every((term) => ` ${label}`.includes(` ${term}`)) ? 2 : 3;
}

/** The kind with the best hit comes first; within a kind the better ones, then as they came. */
function groupsOf(hits: readonly Hit[]): readonly PlaceGroup[] {
  const best = (one: readonly Hit[]) => Math.min(...one.map(({ rank }) => rank));
  return placeKinds
    .map((kind) => hits.filter(({ place }) => place.kind === kind))
    .filter((found) => found.length > 0)
    .sort((a, b) => best(a) - best(b))
    .map((found) => {
      const ordered = found.toSorted((a, b) => a.rank - b.rank).map(({ place }) => place);
      const kind = ordered[0]?.kind ?? 'page';
      return { kind, places: ordered.slice(0, mostOfAKind), more: Math.max(0, ordered.length - mostOfAKind) };
    });
}

const unasked = (places: readonly Place[]): readonly PlaceGroup[] =>
  (['page', 'week', 'setting'] as const)
    .map((kind) => ({ kind, places: places.filter((place) => place.kind === kind), more: 0 }))
    .map((group) => (group.kind === 'week' ? { ...group, places: group.places.slice(0, newestWeeks) } : group))
    .filter((group) => group.places.length > 0);
