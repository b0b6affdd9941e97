export type FieldProblem = { readonly path: string; readonly message: string };

/** What a form action answers to `useActionState`: what is wrong, what had been typed (never secrets), what was done. */
export type FormState = {
  readonly problems: readonly FieldProblem[];
  readonly values: Readonly<Record<string, string>>;
  readonly done: string | null;
};

export const untouched: FormState = { problems: [], values: {}, done: null };

/** The message beside one field, or undefined. */
export const problemOf = (state: Pick<FormState, 'problems'>, name: string): string | undefined =>
  state.problems.find((problem) => problem.path === name)?.message;

/** The text fields of a form, for handing back what was typed; `secret` names are left out. */
export function typedIn(form: FormData, secret: readonly string[] = []): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$') && !secret.includes(name)) typed[name] = value;
  return typed;
}
