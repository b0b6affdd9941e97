'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type AnswerName, type Answers, answerLength, answerNames, longestAnswer } from '@/lib/domain/review';
import { type Kept, type ReviewFormState, unwritten } from './review-form-state';

export type WriteReview = (state: ReviewFormState, form: FormData) => Promise<ReviewFormState>;
export type Intent = 'save' | 'complete';

type Asked = { week: string; first: { kept: Kept; answer: ReviewFormState }; write: WriteReview };
type Told = Pick<ReviewFormState, 'problems' | 'taken' | 'clashes' | 'who'> & { readonly asked: Intent | 'autosave' };

const pauseMs = 1_200;
const retryMs = 10_000;

/** The three fields while they are written: saved after every pause, sent once at a time, never thrown away. */
export function useReviewDraft({ week, first, write }: Asked) {
  const [text, show] = useState(first.answer.text ?? first.kept.text);
  const newest = useRef(text);
  const [kept, setKept] = useState(first.answer.kept ?? first.kept);
  const [told, setTold] = useState<Told>({ ...first.answer, asked: 'save' });
  const [busy, setBusy] = useState<Intent | 'autosave' | null>(null);
  const put = (change: Partial<Answers>) => {
    newest.current = { ...newest.current, ...change };
    show(newest.current);
  };

  const send = async (asked: Intent | 'autosave') => {
    if (busy) return;
    const sent = newest.current;
    setBusy(asked);
    try {
      const answer = await write(unwritten, formOf({ week, kept, text: sent, asked }));
      const late = answer.taken.filter((name) => newest.current[name] !== sent[name]);
      const answered = answer.text ?? sent;
      put(
        pick(
          answered,
          answer.taken.filter((name) => !late.includes(name)),
        ),
      );
      if (answer.kept) setKept(answer.kept);
      setTold({ ...answer, clashes: { ...answer.clashes, ...pick(answered, late) }, asked });
    } catch {
      setTold({ ...unwritten, problems: [noAnswer], asked });
    } finally {
      setBusy(null);
    }
  };

  const dirty = answerNames.some((name) => text[name] !== kept.text[name]);
  const waits =
    Object.keys(told.clashes).length > 0 || answerNames.some((name) => answerLength(text[name]) > longestAnswer);
  const due = dirty && !waits && busy === null;
  useAutosave({
    text,
    due,
    failed: told.problems.length > 0,
    save: () => send('autosave'),
  });
  useWarning(dirty && busy !== 'complete', due);

  return {
    ...{ text, kept, told, busy, dirty, send },
    write: (name: AnswerName, value: string) => put({ [name]: value }),
    settle: (name: AnswerName, value: string) => {
      put({ [name]: value });
      setTold(({ clashes: { [name]: _, ...clashes }, ...rest }) => ({ ...rest, clashes }));
    },
  };
}

const noAnswer = { path: '', message: 'The server did not answer. Your text stays here and is sent again.' };

const pick = (text: Answers, names: readonly AnswerName[]): Partial<Answers> =>
  Object.fromEntries(names.map((name) => [name, text[name]]));

function formOf({ week, kept, text, asked }: { week: string; kept: Kept; text: Answers; asked: string }): FormData {
  const form = new FormData();
  form.set('week', week);
  form.set('version', String(kept.version));
  form.set('intent', asked);
  for (const name of answerNames) {
    form.set(name, text[name]);
    form.set(`base-${name}`, kept.text[name]);
  }
  return form;
}

type Autosave = { text: Answers; due: boolean; failed: boolean; save: () => void };

/** After a pause in typing, and at once when the page goes out of sight or a link leads on. */
function useAutosave({ text, due, failed, save }: Autosave): void {
  const now = useEffectEvent(save);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the text begins the pause anew.
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => now(), failed ? retryMs : pauseMs);
    const hidden = () => document.visibilityState === 'hidden' && now();
    const leaving = (event: BeforeUnloadEvent) => !event.isTrusted && now();
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('beforeunload', leaving);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('beforeunload', leaving);
    };
  }, [text, due, failed]);
}

/** The browser asks before it leaves a page with unsaved text; a step within the application saves what can be saved. */
function useWarning(on: boolean, saveable: boolean): void {
  useEffect(() => {
    if (!on) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (event.isTrusted || !saveable) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [on, saveable]);
}
