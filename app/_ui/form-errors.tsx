'use client';

import { Fragment, useEffect, useRef } from 'react';
import { type FieldProblem, proofField } from './form-state';
import { Icon } from './icon';
import { ProofField } from './proof-field';

type Props = {
  problems: readonly FieldProblem[];
  /** Field name to label; a problem of no field on the list is told in full. */
  labels: Readonly<Record<string, string>>;
  /** Field name to the id of its control, where they differ. */
  ids?: Readonly<Record<string, string>>;
  title?: string | undefined;
};

/** The summary above a form that was not taken: what to change, each a way to its field. Takes the focus when it comes up. */
export const FormErrors = (props: Props) => (
  <>
    <Summary {...props} />
    <ProofField problems={props.problems} />
  </>
);

function Summary({ problems: all, labels, ids = {}, title = 'Not saved.' }: Props) {
  const problems = all.filter(({ path }) => path !== proofField);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (all.some(({ path }) => path !== proofField)) box.current?.focus();
  }, [all]);
  if (problems.length === 0) return null;
  const fields = [...new Set(problems.map((problem) => problem.path).filter((path) => path in labels))];
  const others = problems.filter((problem) => !(problem.path in labels));
  return (
    <div className="note bad box form-errors" role="alert" tabIndex={-1} ref={box}>
      <Icon name="failure" />
      <div>
        <p>
          <b>{title}</b> {others.map((problem) => problem.message).join(' ')}
          {fields.length > 0 &&
            (fields.length === 1 ? 'One field needs a change:' : `${fields.length} fields need a change:`)}
        </p>
        {fields.length > 0 && (
          <p>
            {fields.map((path, at) => (
              <Fragment key={path}>
                {at > 0 && ', '}
                <a href={`#${ids[path] ?? path}`}>{labels[path]}</a>
              </Fragment>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}
