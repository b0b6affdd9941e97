/** A state of the trends page under a name: for one person, or for all. */
export type SavedView = {
  readonly id: string;
  readonly name: string;
  /** The query of the trends page's address. */
  readonly address: string;
  readonly shared: boolean;
  readonly savedByName: string;
  readonly savedAt: Date;
};

/** Each person, and all together, keep as many as a list can be read through for. */
export const mostViews = 50;

/** Names that only differ in case, width or blanks would be taken for one another. */
export const nameKeyOf = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
