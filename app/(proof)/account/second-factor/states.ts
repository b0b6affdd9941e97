import { type FormState, untouched } from '../../../_ui/form-state';

export type Drawing = { readonly size: number; readonly path: string };

/** Told once: they are in the answer to the press that made them, and nowhere else. */
export type CodesState = FormState & { readonly recoveryCodes: readonly string[] | null };

export type AppState = CodesState & {
  readonly begun: { readonly secret: string; readonly otpauthUrl: string; readonly drawing: Drawing } | null;
};

export const noCodes: CodesState = { ...untouched, recoveryCodes: null };
export const notBegun: AppState = { ...noCodes, begun: null };
