import type { ImportPicture } from '@/lib/views/imports/import-picture';
import type { ImportTable } from '@/lib/views/imports/import-words';
import { type FormState, untouched } from '../../../_ui/form-state';

/** What an import would do, before it is done. */
export type ImportLook = {
  readonly would: string;
  readonly table: ImportTable;
  /** What should be thought of before: numbers that would be lost, sums that do not add up. */
  readonly warnings: readonly string[];
  readonly picture: ImportPicture | null;
  /** The count that the picture shows. */
  readonly of: string;
  /** Of the file that was looked at. */
  readonly mark: string;
  /** True when *Import* was pressed for another file than the one looked at. */
  readonly isAnother: boolean;
};

/** `cause` is why a file was refused, in one sentence; `faults` are its lines. */
export type ImportState = FormState & {
  readonly look: ImportLook | null;
  readonly cause: string | null;
  readonly faults: readonly string[];
};

export const notChecked: ImportState = { ...untouched, look: null, cause: null, faults: [] };
