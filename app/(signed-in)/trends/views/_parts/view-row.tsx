import type { JudgedView } from '@/lib/services/views/judge-views';
import { savedTrendsPath } from '@/lib/views/paths';
import { ActionButton } from '../../../../_ui/action-button';
import { Chip } from '../../../../_ui/chip';
import { Confirm } from '../../../../_ui/confirm';
import { openingViewForm, removeViewForm } from '../actions';
import { RenameForm } from './rename-form';

type Props = { view: JudgedView; words: string; may: { change: boolean; open: boolean } };

/** One view: what it shows, and for whoever may what can be done with it. */
export function ViewRow({ view: { id, name, address, opens, fault, savedByName, shared }, words, may }: Props) {
  return (
    <li>
      <div>
        <p>
          <a className="strong kept" href={savedTrendsPath(address)}>
            {name}
          </a>{' '}
          {opens && <Chip tone="ok">Trends opens with it</Chip>}
        </p>
        <p className="small muted">
          {fault === null ? `${words}.` : `Cannot be drawn any more: ${fault}.`}
          {shared && ` Saved by ${savedByName}.`}
        </p>
      </div>
      {may.change && (
        <div className="row">
          {may.open && fault === null && (
            <ActionButton
              action={openingViewForm}
              fields={{ id: opens ? '' : id }}
              label={opens ? `Open without it: ${name}` : `Open Trends with it: ${name}`}
            >
              {opens ? 'Open without it' : 'Open Trends with it'}
            </ActionButton>
          )}
          <RenameForm id={id} name={name} />
          <Confirm
            label="Delete"
            question={`Delete “${name}”${shared ? ' for all' : ''}? The numbers stay; links to it as a whole go on working.`}
          >
            <ActionButton action={removeViewForm} fields={{ id }} kind="danger" busy="Deleting">
              Delete for good
            </ActionButton>
          </Confirm>
        </div>
      )}
    </li>
  );
}
