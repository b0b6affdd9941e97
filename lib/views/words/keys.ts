type Key = { readonly keys: readonly string[]; readonly does: string };

/** What the list of keys says; keys are those of the pages themselves, not of every browser. */
export const keyList: readonly Key[] = [
  { keys: ['Ctrl K', '⌘ K'], does: 'Go to a page, week, metric, annotation or setting by typing its name' },
  { keys: ['?'], does: 'This list, outside of fields' },
  { keys: ['←', '→'], does: 'On a trend’s chart: the numbers of the day before or after' },
  { keys: ['Home', 'End'], does: 'On a trend’s chart: the first or the last day' },
  { keys: ['Esc'], does: 'Close a menu or a window' },
];
