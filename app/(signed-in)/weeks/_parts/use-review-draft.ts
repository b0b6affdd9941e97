'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type AnswerName, type Answers, answerLength, answerNames, longestAnswer } from '@/lib/domain/review';
import type { Week } from '@/lib/domain/week';
import { type Kept, type ReviewFormState, unwritten } from './review-form-state';
import { sendLeaving } from './send-leaving';
import { isUnsaved, storeUnsaved, type UnsavedDraft } from './unsaved-draft-storage';
import { useRestoredDraft } from './use-restored-draft';

export type WriteReview = (state: ReviewFormState, form: FormData) => Promise<ReviewFormState>;
export type Intent = 'save' | 'complete';

type Options = {
  week: Week;
  /** Whose words these are: nobody else is shown what was left unsaved. */
  writer: string;
  first: { kept: Kept; answer: ReviewFormState };
  write: WriteReview;
};
type Outcome = Pick<ReviewFormState, 'problems' | 'taken' | 'clashes' | 'who'> & {
  readonly asked: Intent | 'autosave';
};

const pauseMs = 1_200;
const retryMs = 10_000;

/** The three fields while they are written: saved after every pause, sent once at a time, never thrown away. */
export function useReviewDraft({ week, writer, first, write }: Options) {
  const [{ text, kept }, show] = useState<UnsavedDraft>({
    text: first.answer.text ?? first.kept.text,
    kept: first.answer.kept ?? first.kept,
  });
  const newest = useRef<UnsavedDraft>({ text, kept });
  const [told, setTold] = useState<Outcome>({ ...first.answer, asked: 'save' });
  const [busy, setBusy] = useState<Intent | 'autosave' | null>(null);
  const router = useRouter();
  const place = `${writer} ${week}`;
  const know = (known: UnsavedDraft) => {
    newest.current = known;
    storeUnsaved(place, known);
    show(known);
  };
  const put = (change: Partial<Answers>) => know({ ...newest.current, text: { ...newest.current.text, ...change } });
  const back = useRestoredDraft({
    place,
    begun: { text: first.kept.text, kept: first.kept },
    shown: () => newest.current,
    show: know,
  });

  const send = async (asked: Intent | 'autosave' | 'leaving') => {
    if (busy) return;
    const leaving = asked === 'leaving';
    const as = leaving ? 'autosave' : asked;
    const { text: sent, kept: over } = newest.current;
    const form = formOf({ week, kept: over, text: sent, asked });
    setBusy(as);
    try {
      const answer = leaving ? await sendLeaving(form) : await write(unwritten, form);
      // Not taken: who stays is told by the next autosave.
      if (answer === null) return;
      const late = answer.taken.filter((name) => newest.current.text[name] !== sent[name]);
      const answered = answer.text ?? sent;
      const taken = answer.taken.filter((name) => !late.includes(name));
      const text = { ...newest.current.text, ...pick(answered, taken) };
      know({ text, kept: answer.kept ?? newest.current.kept });
      setTold({
        ...answer,
        clashes: { ...answer.clashes, ...pick(answered, late) },
        asked: as,
      });
      // What the first save changes around the page, an action tells Next by itself.
      if (leaving && answer.kept?.version === 1) router.refresh();
    } catch {
      setTold({ ...unwritten, problems: [noAnswer], asked: as });
    } finally {
      setBusy(null);
    }
  };

  const dirty = isUnsaved({ text, kept });
  const waits =
    Object.keys(told.clashes).length > 0 || answerNames.some((name) => answerLength(text[name]) > longestAnswer);
  const due = dirty && !waits && busy === null;
  useAutosave({
    text,
    due,
    failed: told.problems.length > 0,
    save: () => send('autosave'),
    leave: () => send('leaving'),
  });
  useWarning(dirty && busy !== 'complete', due);

  return {
    ...{ text, kept, told, busy, dirty, back, send },
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

function formOf({ week, kept, text, asked }: { week: Week; kept: Kept; text: Answers; asked: string }): FormData {
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

type Autosave = { text: Answers; due: boolean; failed: boolean; save: () => void; leave: () => void };

/** After a pause in typing, and at once when the page goes out of sight or a link, Back or Forward leads on. */
function useAutosave({ text, due, failed, save, leave }: Autosave): void {
  const now = useEffectEvent(save);
  const left = useEffectEvent(leave);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the text begins the pause anew.
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => now(), failed ? retryMs : pauseMs);
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && left(), { signal });
    window.addEventListener('beforeunload', (event) => !event.isTrusted && left(), { signal });
    // Heard before Next hears of it and takes the form away.
    window.addEventListener('popstate', () => left(), { signal, capture: true });
    window.addEventListener('pagehide', () => left(), { signal });
    return () => {
      clearTimeout(timer);
      listening.abort();
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
