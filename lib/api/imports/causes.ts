/** A fault of the file as a whole, in a sentence without its full stop; null where the fault's own message is that sentence. */
type Told = { readonly told: string | null };

/** A fault that many lines can have: words for one, and words that a number goes before. */
type Counted = { readonly one: string; readonly many: string };

/** Everything a file can be refused for, the most telling first: a wrong header makes every row wrong. */
export const causes = {
  file: { told: null },
  empty: { told: 'The file is empty' },
  'no-rows': { told: 'The file has a header but no row below it' },
  'not-a-list': { told: 'The file is not a JSON list of days' },
  'no-days': { told: 'The list has no day in it' },
  quotes: { told: 'A quotation mark is opened and not closed, so the rest of the file cannot be read' },
  'no-day-column': { told: 'There is no column “day”: the first line names the columns, as in the template' },
  'no-count-column': { told: 'No column has counts: name at least one as Enpass does, such as using_enpass' },
  'repeated-column': { told: 'A column is there twice' },
  'unknown-column': {
    one: 'One column has a name that is not known here',
    many: 'columns have names that are not known here',
  },
  'unknown-field': {
    one: 'One field has a name that is not known here',
    many: 'fields have names that are not known here',
  },
  example: {
    one: 'One row is an example of the template: delete it',
    many: 'rows are examples of the template: delete them',
  },
  day: { one: 'One day is not written like 2026-02-27', many: 'days are not written like 2026-02-27' },
  cells: {
    one: 'One row has more or fewer cells than the header',
    many: 'rows have more or fewer cells than the header',
  },
  count: { one: 'One count is not a whole number', many: 'counts are not whole numbers' },
  conflict: {
    one: 'One day was imported before with other numbers',
    many: 'days were imported before with other numbers',
  },
  twice: { one: 'One day is in the file twice', many: 'days are in the file twice' },
  future: { one: 'One day or time is in the future', many: 'days or times are in the future' },
  'too-early': { one: 'One day is before 1900', many: 'days are before 1900' },
  'no-count': { one: 'One day has no count', many: 'days have no count' },
  time: {
    one: 'One time is not written like 2026-02-27T06:00:00Z',
    many: 'times are not written like 2026-02-27T06:00:00Z',
  },
  'not-an-object': { one: 'One entry of the list is not an object', many: 'entries of the list are not objects' },
} as const satisfies Readonly<Record<string, Told | Counted>>;

export type Cause = keyof typeof causes;
