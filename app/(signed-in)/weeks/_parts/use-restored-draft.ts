'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { type Answers, answerNames } from '@/lib/domain/review';
import { isUnsaved, readUnsaved, type UnsavedDraft } from './unsaved-draft-storage';

type Options = {
  place: string;
  /** What the page was made with. */
  begun: UnsavedDraft;
  /** What the form shows when this looks: something may have been written before the script arrived. */
  shown: () => UnsavedDraft;
  show: (known: UnsavedDraft) => void;
};

/**
 * Puts back what this person's browser knows better than the page: words that were not saved, or a newer version. They
 * stand over the version they were written on, so that saving brings them together with what others wrote since. Answers
 * whether there were unsaved ones.
 */
export function useRestoredDraft({ place, begun, shown, show }: Options): boolean {
  // Before any field can tell what was written early, which is remembered over what is found here.
  const [known] = useState(() => readUnsaved(place));
  const [unsaved, setUnsaved] = useState(false);
  const bringBack = useEffectEvent(() => {
    if (known === null || isOld(known, begun)) return;
    show({ kept: known.kept, text: together(known.text, shown().text, begun.text) });
    setUnsaved(isUnsaved(known));
  });
  useEffect(() => bringBack(), []);
  return unsaved;
}

const isOld = (known: UnsavedDraft, { kept }: UnsavedDraft): boolean =>
  isUnsaved(known)
    ? answerNames.every((name) => known.text[name] === kept.text[name])
    : known.kept.version <= kept.version;

const together = (known: Answers, shown: Answers, begun: Answers): Answers =>
  Object.fromEntries(
    answerNames.map((name) => {
      const early = shown[name] !== begun[name] && shown[name] !== known[name];
      return [name, early ? `${known[name]}\n\n${shown[name]}` : known[name]];
    }),
  ) as Answers;
