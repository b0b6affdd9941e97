'use client';

import { useState, useTransition } from 'react';
import type { FieldProblem, FormState } from '../_ui/form-state';
import { refusalOf } from './browser';

/** What to ask the browser, or why not; `question` goes back with the answer. */
export type Asked<O> = {
  readonly problems: readonly FieldProblem[];
  readonly asked: { readonly options: O; readonly question: string } | null;
};

type Steps<O> = {
  readonly ask: (form: FormData) => Promise<Asked<O>>;
  readonly browse: (options: O) => Promise<string>;
  /** Gets the form, with `question` and `answer`. */
  readonly finish: (form: FormData) => Promise<FormState>;
};

/** `count` is how often it worked. One press: the server says what to ask, the browser asks its person, and the server judges the answer. */
export function usePasskey<O>({ ask, browse, finish }: Steps<O>) {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [count, setCount] = useState(0);
  const [busy, start] = useTransition();
  const fail = (message: string) => setProblems([{ path: '', message }]);
  const press = (form: FormData) =>
    start(async () => {
      const { asked, problems: refused } = await ask(form);
      if (asked === null) return setProblems(refused);
      const answer = await browse(asked.options).catch((error: unknown) => {
        fail(refusalOf(error));
        return null;
      });
      if (answer === null) return;
      form.set('question', asked.question);
      form.set('answer', answer);
      const done = await finish(form);
      setProblems(done.problems);
      if (done.done !== null) setCount((before) => before + 1);
    });
  return { press, busy, problems, count };
}
