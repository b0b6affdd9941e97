export type FieldProblem = { readonly path: string; readonly message: string };

/** What a form action answers to `useActionState`: what is wrong, what had been typed (never secrets), what was done. */
export type FormState = {
  readonly problems: readonly FieldProblem[];
  readonly values: Readonly<Record<string, string>>;
  readonly done: string | null;
};

/** The field that comes up in a form which asks for a proof of who sends it: a password or a code. */
export const proofField = 'proof';

export const untouched: FormState = { problems: [], values: {}, done: null };

/** The message beside one field, or undefined. */
export const problemOf = (state: Pick<FormState, 'problems'>, name: string): string | undefined =>
  state.problems.find((problem) => problem.path === name)?.message;

type Fields<Name extends string> = {
  readonly labels: Readonly<Record<Name, string>>;
  readonly state: Pick<FormState, 'problems' | 'values'>;
  /** What stands in the fields until somebody types. */
  readonly saved?: { readonly [name in NoInfer<Name>]?: string };
};

/** What every field of a form takes: its name and label, what was typed or is saved, and what is wrong with it. */
export const fieldsOf =
  <Name extends string>({ labels, state, saved }: Fields<Name>) =>
  (name: Name) => ({
    name,
    label: labels[name],
    defaultValue: state.values[name] ?? saved?.[name],
    error: problemOf(state, name),
  });

/** The text fields of a form, for handing back what was typed; `secret` names are left out, and so is a proof always. */
export function typedIn(form: FormData, secret: readonly string[] = []): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$') && name !== proofField && !secret.includes(name)) {
      typed[name] = value;
    }
  return typed;
}
