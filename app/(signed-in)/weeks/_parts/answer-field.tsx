'use client';

import { useEffect, useEffectEvent } from 'react';
import type { AnswerName } from '@/lib/domain/review';
import { answerLength, longestAnswer } from '@/lib/domain/review';
import type { OtherWriter } from '@/lib/services/weeks/write-review';
import { clashWords, lengthWords } from '@/lib/views/weeks/review-words';
import { answerLabels } from '@/lib/views/weeks/revision-differences';
import { Button } from '../../../_ui/button';
import { Icon } from '../../../_ui/icon';
import { usePreHydrationText } from './use-pre-hydration-text';

type Props = {
  name: AnswerName;
  value: string;
  /** What the server has, so that it can tell who changed what. */
  base: string;
  error: string | undefined;
  /** What somebody else wrote here meanwhile. */
  theirs: string | undefined;
  who: OtherWriter | null;
  locked: boolean;
  onWrite: (value: string) => void;
  onSettle: (value: string) => void;
};

const rows = { happened: 6, why: 5, next: 5 } as const;
const extra: Partial<Record<AnswerName, string>> = {
  next: 'Who does what by when; it is shown on next week’s review. ',
};

export function AnswerField({ name, value, base, error, theirs, who, locked, onWrite, onSettle }: Props) {
  const early = usePreHydrationText(name);
  const keepEarly = useEffectEvent(() => {
    if (early !== null && early !== value) onWrite(early);
  });
  useEffect(() => keepEarly(), []);
  const length = answerLength(value);
  const tooLong = length > longestAnswer;
  const described = [error !== undefined && `${name}-error`, theirs !== undefined && `${name}-theirs`, `${name}-hint`];
  return (
    <div className="field">
      <label htmlFor={name}>{answerLabels[name]}</label>
      <input type="hidden" name={`base-${name}`} value={base} />
      <textarea
        className="input"
        dir="auto"
        // A browser that puts old text back would pass it off as just written.
        autoComplete="off"
        id={name}
        name={name}
        rows={rows[name]}
        value={value}
        readOnly={locked}
        onChange={(event) => onWrite(event.target.value)}
        aria-invalid={error !== undefined || tooLong || undefined}
        aria-describedby={described.filter(Boolean).join(' ')}
      />
      {error !== undefined && (
        <p className="err" id={`${name}-error`}>
          <Icon name="failure" />
          <span>{error}</span>
        </p>
      )}
      {theirs !== undefined && <Theirs {...{ name, value, theirs, who, onSettle }} />}
      <p className={tooLong ? 'hint bad' : 'hint'} id={`${name}-hint`}>
        {extra[name]}
        {lengthWords(length)}.
      </p>
    </div>
  );
}

type TheirsProps = Pick<Props, 'name' | 'value' | 'who' | 'onSettle'> & { theirs: string };

/** Both wrote in one field: theirs is saved, mine is not yet; the person decides. */
function Theirs({ name, value, theirs, who, onSettle }: TheirsProps) {
  const words = clashWords(who);
  return (
    <div className="note warn box clash" id={`${name}-theirs`} role="alert">
      <Icon name="warning" />
      <div>
        <p>
          <b>{words.fact}</b> {words.sentence}
        </p>
        {theirs === '' ? <p className="muted">{words.emptied}</p> : <blockquote className="kept">{theirs}</blockquote>}
        <div className="row needs-script">
          {theirs !== '' && <Button onClick={() => onSettle(`${theirs}\n\n${value}`)}>Keep both</Button>}
          <Button onClick={() => onSettle(value)}>{words.mine}</Button>
          <Button onClick={() => onSettle(theirs)}>{words.theirs}</Button>
        </div>
        <p className="small without-script">Copy what shall stay into the field, then save.</p>
      </div>
    </div>
  );
}
