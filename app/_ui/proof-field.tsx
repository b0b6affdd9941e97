'use client';

import { useEffect, useId } from 'react';
import { confirmPath } from '@/lib/views/paths';
import { Field } from './field';
import { type FieldProblem, problemOf, proofField } from './form-state';

type Props = { problems: readonly FieldProblem[] };

/** Comes up in a form that was refused until its sender confirms who they are: with a right answer, sending it again does it. */
export function ProofField({ problems }: Props) {
  const id = useId();
  const asked = problemOf({ problems }, proofField);
  useEffect(() => {
    if (asked !== undefined) document.getElementById(id)?.focus();
  }, [asked, id]);
  if (asked === undefined) return null;
  return (
    <Field
      name={proofField}
      id={id}
      label="Your password, or a code"
      type="password"
      autoComplete="current-password"
      error={asked}
      hint={
        <>
          Then send this again. With a passkey,{' '}
          <a href={confirmPath()} target="_blank" rel="noopener">
            confirm in another tab
          </a>{' '}
          first.
        </>
      }
    />
  );
}
