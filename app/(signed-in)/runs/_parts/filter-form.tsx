import { failureKinds } from '@/lib/domain/failure';
import type { RunFilter } from '@/lib/domain/run-filter';
import { runsPath } from '@/lib/views/paths';
import { filterLabels, outcomeWords, startedWords } from '@/lib/views/runs/filter-words';
import { failureWords } from '@/lib/views/words/failures';
import { capital } from '@/lib/views/words/numbers';
import { ButtonLink } from '../../../_ui/button';
import { Field, SelectField } from '../../../_ui/field';
import { SubmitButton } from '../../../_ui/submit-button';

const any = { value: '', label: 'All' };
const choices = (words: Readonly<Record<string, string>>) => [
  any,
  ...Object.entries(words).map(([value, word]) => ({ value, label: capital(word) })),
];
const outcomes = choices(outcomeWords);
const starts = choices(startedWords);
const causes = choices(
  Object.fromEntries(failureKinds.map((kind) => [kind, failureWords({ kind, status: null, detail: null }).title])),
);

/** Which runs the history shows; its answer is an address, so it needs no script and can be sent to somebody. */
export function FilterForm({ filter, filtered }: { filter: RunFilter; filtered: boolean }) {
  return (
    <form className="filter" method="get" action={runsPath('history')}>
      <SelectField name="outcome" label={filterLabels.outcome} options={outcomes} defaultValue={filter.outcome ?? ''} />
      <SelectField name="by" label={filterLabels.by} options={starts} defaultValue={filter.by ?? ''} />
      <SelectField name="kind" label={filterLabels.kind} options={causes} defaultValue={filter.kind ?? ''} />
      <Field key={`from ${filter.from}`} name="from" label={filterLabels.from} type="date" defaultValue={filter.from} />
      <Field key={`to ${filter.to}`} name="to" label={filterLabels.to} type="date" defaultValue={filter.to} />
      <div className="actions">
        <SubmitButton>Show</SubmitButton>
        {filtered && <ButtonLink href={runsPath('history')}>All runs</ButtonLink>}
      </div>
    </form>
  );
}
