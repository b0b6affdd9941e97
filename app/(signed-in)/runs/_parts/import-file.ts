'use server';

import { revalidatePath } from 'next/cache';
import { faultSummary } from '@/lib/api/imports/fault-summary';
import type { LineError } from '@/lib/api/imports/history-file';
import { metrics } from '@/lib/domain/metrics/adoption';
import { importHistory } from '@/lib/services/transfer/import-history';
import { type LookedAt, lookAtImport } from '@/lib/services/transfer/look-at-import';
import { importPicture } from '@/lib/views/imports/import-picture';
import { importLosses, importNotes, importTable, wouldWords } from '@/lib/views/imports/import-words';
import { plural } from '@/lib/views/words/numbers';
import { actFor } from '../../../_doors/answer/act';
import { type FormState, typedIn } from '../../../_ui/form-state';
import { markOf } from './import-mark';
import type { ImportLook, ImportState } from './import-state';

const mostFaults = 20;

/** Looks at a file, or takes it in: which, says the button that was pressed. */
export async function importFile(_: ImportState, form: FormData): Promise<ImportState> {
  const file = form.get('file');
  const chosen = file instanceof File && file.size > 0 ? file : null;
  const asked = {
    text: await chosen?.text(),
    format: /\.json$/i.test(chosen?.name ?? '') ? 'json' : 'csv',
    replaceImported: form.get('replace') === 'on',
    fileName: chosen?.name,
  };
  const mark = await markOf(chosen, asked.replaceImported);
  const isLookedAt = form.get('looked') === mark;
  return form.get('do') === 'import' && isLookedAt ? take(form, asked) : look(form, asked, mark);
}

async function look(form: FormData, asked: object, mark: string): Promise<ImportState> {
  const { state, value } = await actFor({ form, run: (ctx) => lookAtImport(ctx, asked), done: () => null });
  const told = toldOf(form, state);
  if (!value) return told;
  if (value.imported.errors.length > 0) return { ...told, ...faultsOf(value.imported.errors) };
  if (value.imported.added === 0) return { ...told, done: wouldWords(value.days) };
  return { ...told, look: { ...lookOf(value), mark, isAnother: form.get('do') === 'import' } };
}

async function take(form: FormData, asked: object): Promise<ImportState> {
  const { state, value } = await actFor({ form, run: (ctx) => importHistory(ctx, asked), done: () => null });
  const told = toldOf(form, state);
  if (!value) return told;
  if (value.errors.length > 0) return { ...told, ...faultsOf(value.errors) };
  revalidatePath('/', 'layout');
  return { ...told, values: {}, done: `${plural(value.added, 'day')} imported.` };
}

const toldOf = (form: FormData, state: FormState): ImportState => ({
  ...state,
  values: typedIn(form),
  problems: state.problems.map((problem) => (problem.path ? { ...problem, path: 'file' } : problem)),
  look: null,
  cause: null,
  faults: [],
});

function faultsOf(errors: readonly LineError[]): Pick<ImportState, 'cause' | 'faults'> {
  const faults = errors.slice(0, mostFaults).map(({ line, message }) => `Line ${line}: ${message}`);
  const more = errors.length - mostFaults;
  return { cause: faultSummary(errors), faults: more > 0 ? [...faults, `and ${plural(more, 'more fault')}`] : faults };
}

function lookOf({ days, line }: LookedAt): Omit<ImportLook, 'mark' | 'isAnother'> {
  return {
    would: wouldWords(days),
    table: importTable(days),
    warnings: [importLosses(days), importNotes(days)].filter((words) => words !== null),
    picture: line && importPicture(line),
    of: line ? metrics[line.field].label : '',
  };
}
