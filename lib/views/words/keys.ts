type Key = { readonly keys: readonly string[]; readonly does: string };

/** What the list of keys says; keys are those of the pages themselves, not of every browser. */
export const keyList: readonly Key[] = [
  { keys: ['Ctrl K', '⌘ K'], does: 'Go to a page, week, metric, annotation or setting by typing its name' },
  { keys: ['?'], does: 'This list, outside of fields' },
  { keys: ['←', '→'], does: 'On a trend’s chart: the numbers of the day before or after' },
  { keys: ['Page Up', 'Page Down'], does: 'On a trend’s chart: seven days or closes later or earlier' },
  { keys: ['Home', 'End'], does: 'On a trend’s chart: the first or the last day' },
  { keys: ['Enter'], does: 'On a trend’s chart: pin the day, to compare from it or annotate it' },
  { keys: ['Shift ←', 'Shift →'], does: 'On a trend’s chart: choose days, Enter zooms to them' },
  { keys: ['Esc'], does: 'Close a menu or a window' },
];
