'use server';

import { revalidatePath } from 'next/cache';
import { type Imported, importHistory } from '@/lib/services/transfer/import-history';
import { plural } from '@/lib/views/words/numbers';
import { actFor } from '../../../_doors/answer/act';
import { type FormState, typedIn } from '../../../_ui/form-state';

/** `checked` says what an import would do; `mistakes` are lines of the file, in words. */
export type ImportState = FormState & { readonly checked: string | null; readonly mistakes: readonly string[] };

const mostMistakes = 8;

export async function importFile(_: ImportState, form: FormData): Promise<ImportState> {
  const file = form.get('file');
  const doIt = form.get('do') === 'import';
  const { state, value } = await actFor({
    form,
    run: async (ctx, { replace }) =>
      importHistory(ctx, {
        text: file instanceof File && file.size > 0 ? await file.text() : undefined,
        format: file instanceof File && /\.json$/i.test(file.name) ? 'json' : 'csv',
        dryRun: !doIt,
        replaceImported: replace === 'on',
        fileName: file instanceof File ? file.name : undefined,
      }),
    done: () => null,
  });
  const told = { ...state, values: typedIn(form), checked: null, mistakes: [] };
  if (!value)
    return {
      ...told,
      problems: state.problems.map((problem) => (problem.path ? { ...problem, path: 'file' } : problem)),
    };
  if (value.errors.length > 0) return { ...told, mistakes: mistakeLines(value.errors) };
  if (!doIt) return value.added > 0 ? { ...told, checked: wouldWords(value) } : { ...told, done: nothingWords(value) };
  revalidatePath('/', 'layout');
  return { ...told, values: {}, done: `${plural(value.added, 'day')} imported.` };
}

function mistakeLines(errors: Imported['errors']): string[] {
  const lines = errors.slice(0, mostMistakes).map(({ line, message }) => `Line ${line}: ${message}`);
  return errors.length > mostMistakes ? [...lines, `and ${plural(errors.length - mostMistakes, 'more line')}`] : lines;
}

const wouldWords = (imported: Imported): string =>
  `${plural(imported.added, 'day')} would be added${restWords(imported)}.`;

const nothingWords = (imported: Imported): string => `Nothing to add${restWords(imported)}.`;

const restWords = ({ kept, unchanged }: Imported): string =>
  [kept > 0 && `, ${plural(kept, 'captured day')} kept`, unchanged > 0 && `, ${unchanged} there already`]
    .filter(Boolean)
    .join('');
