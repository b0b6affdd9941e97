import { countWords } from '@/lib/views/words/numbers';
import type { LineError } from './history-file';

type Kind = { readonly of: RegExp; readonly one: string; readonly many: (count: string) => string };

/** The messages of a refused file by what is behind them, the most telling first: a wrong header makes every row wrong. */
const kinds: readonly Kind[] = [
  told(/^The file is empty$/, 'The file is empty.'),
  told(/^There is no row below the header$/, 'The file has a header but no row below it.'),
  told(/^The file is not a JSON list/, 'The file is not a JSON list of days.'),
  told(/^The list has no day$/, 'The list has no day in it.'),
  told(
    /^The quotes in this line/,
    'A quotation mark is opened and not closed, so the rest of the file cannot be read.',
  ),
  told(
    /^The (column|field) "day" is missing$/,
    'There is no column “day”: the first line names the columns, as in the template.',
  ),
  told(/^No column has counts/, 'No column has counts: name at least one as Enpass does, such as using_enpass.'),
  told(/^The column .* is there twice$/, 'A column is there twice.'),
  counted(
    /^The column .* is not known$/,
    'One column has a name that is not known here',
    'columns have names that are not known here',
  ),
  counted(
    /^The field .* is not known$/,
    'One field has a name that is not known here',
    'fields have names that are not known here',
  ),
  counted(
    /is an example of the template/,
    'One row is an example of the template: delete it',
    'rows are examples of the template: delete them',
  ),
  counted(
    /^The day .* is not a date/,
    'One day is not written like 2026-02-27',
    'days are not written like 2026-02-27',
  ),
  counted(
    /cells where the header has/,
    'One row has more or fewer cells than the header',
    'rows have more or fewer cells than the header',
  ),
  counted(/not a whole number/, 'One count is not a whole number', 'counts are not whole numbers'),
  counted(
    /was imported before/,
    'One day was imported before with other numbers',
    'days were imported before with other numbers',
  ),
  counted(/in the file twice/, 'One day is in the file twice', 'days are in the file twice'),
  counted(/in the future$/, 'One day or time is in the future', 'days or times are in the future'),
  counted(/is before 1900/, 'One day is before 1900', 'days are before 1900'),
  counted(/has no count/, 'One day has no count', 'days have no count'),
  counted(
    /not a time like/,
    'One time is not written like 2026-02-27T06:00:00Z',
    'times are not written like 2026-02-27T06:00:00Z',
  ),
  counted(/is not an object/, 'One entry of the list is not an object', 'entries of the list are not objects'),
];

/**
 * Why a file was refused, in one sentence, from all its faults: the first of the causes above that occurs, how often, and where it
 * begins; then how many faults are of another kind.
 */
export function faultSummary(errors: readonly LineError[]): string {
  const kind = kinds.find(({ of }) => errors.some(({ message }) => of.test(message)));
  if (kind === undefined) return errors[0] ? `Line ${errors[0].line}: ${errors[0].message}.` : '';
  const those = errors.filter(({ message }) => kind.of.test(message));
  const others = errors.length - those.length;
  const first = those[0]?.line ?? 1;
  const what = those.length === 1 ? kind.one : kind.many(countWords(those.length));
  const where = what.endsWith('.')
    ? what
    : `${what}${those.length === 1 ? `, in line ${first}` : `, the first in line ${first}`}.`;
  if (others === 0 || what.endsWith('.')) return where;
  return `${where} ${others === 1 ? 'One more fault is' : `${countWords(others)} more faults are`} of another kind.`;
}

/** A fault of the file as a whole: no line says more. */
function told(of: RegExp, sentence: string): Kind {
  return { of, one: sentence, many: () => sentence };
}

function counted(of: RegExp, one: string, many: string): Kind {
  return { of, one, many: (count) => `${count} ${many}` };
}
