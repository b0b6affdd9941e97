import { type FieldProblem, proofField } from './form-state';
import { ProofField } from './proof-field';

/** Why a button did not do it, beside it. */
export function PressRefused({ problems }: { problems: readonly FieldProblem[] }) {
  const told = problems.filter(({ path }) => path !== proofField);
  return (
    <>
      {told.length > 0 && (
        <p className="err" role="alert">
          {told.map((problem) => problem.message).join(' ')}
        </p>
      )}
      <ProofField problems={problems} />
    </>
  );
}
