import type { ReactNode } from 'react';
import type { AuditView } from '@/lib/services/audit/view-audit';
import { auditFilterLabels } from '@/lib/views/audit/audit-words';
import { type AuditQuery, auditPath } from '@/lib/views/paths';
import { ButtonLink } from '../../../../_ui/button';
import { Field, SelectField } from '../../../../_ui/field';
import { SubmitButton } from '../../../../_ui/submit-button';

type Props = {
  filter: AuditQuery;
  filtered: boolean;
  choices: Pick<AuditView, 'actors' | 'actions'>;
  children: ReactNode;
};

const all = { value: '', label: 'All' };

/** Its answer is an address, so it needs no script and can be sent to another admin. */
export function AuditFilter({ filter: { from, to, actor, action }, filtered, choices, children }: Props) {
  return (
    <form className="audit-filter" method="get" action={auditPath()}>
      <Field key={`from ${from}`} name="from" label={auditFilterLabels.from} type="date" defaultValue={from} />
      <Field key={`to ${to}`} name="to" label={auditFilterLabels.to} type="date" defaultValue={to} />
      <SelectField
        name="actor"
        label={auditFilterLabels.actor}
        options={[all, ...choices.actors]}
        defaultValue={actor ?? ''}
      />
      <SelectField
        name="action"
        label={auditFilterLabels.action}
        options={[all, ...choices.actions]}
        defaultValue={action ?? ''}
      />
      <div className="actions">
        <SubmitButton>Show</SubmitButton>
        {filtered && <ButtonLink href={auditPath()}>Show all</ButtonLink>}
        {children}
      </div>
    </form>
  );
}
