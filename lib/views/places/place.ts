/** Kinds of places, in the order in which they are listed. */
export const placeKinds = ['page', 'trend', 'week', 'annotation', 'definition', 'setting'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Somewhere one can go. */
export type Place = {
  readonly kind: PlaceKind;
  readonly label: string;
  /** Beside the label: what tells it from others of the same name. */
  readonly detail: string;
  readonly href: string;
  /** Other words by which it is looked for. */
  readonly words?: string;
};

export const kindWords: Readonly<Record<PlaceKind, string>> = {
  page: 'Pages',
  trend: 'Trends',
  week: 'Weeks',
  annotation: 'Annotations',
  definition: 'Definitions',
  setting: 'Settings',
};
