'use server';

import { revalidatePath } from 'next/cache';
import { causes } from '@/lib/api/imports/causes';
import { faultSummary } from '@/lib/api/imports/fault-summary';
import { type Fault, mostFaults } from '@/lib/api/imports/history-file';
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

const mostShown = 20;

/** Looks at a file, or takes it in: which, says the button that was pressed. */
export async function importFile(_: ImportState, form: FormData): Promise<ImportState> {
  const file = form.get('file');
  // A form without a file sends an empty one without a name.
  const chosen = file instanceof File && file.name !== '' ? file : null;
  const asked = {
    text: chosen ? new Uint8Array(await chosen.arrayBuffer()) : undefined,
    format: /\.json$/i.test(chosen?.name ?? '') ? 'json' : undefined,
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

function faultsOf(errors: readonly Fault[]): Pick<ImportState, 'cause' | 'faults'> {
  const cause = faultSummary(errors);
  // What is wrong with the file as a whole has been said.
  if (errors.every((error) => 'told' in causes[error.cause])) return { cause, faults: [] };
  const faults = errors.slice(0, mostShown).map(({ line, message }) => `Line ${line}: ${message}`);
  const more = errors.length - mostShown;
  if (more <= 0) return { cause, faults };
  return {
    cause,
    faults: [...faults, `and ${plural(more, 'more fault')}${errors.length >= mostFaults ? ' or more' : ''}`],
  };
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
