import type { Metadata } from 'next';
import { addDays, dayIn } from '@/lib/domain/day';
import { actorMay } from '@/lib/domain/roles';
import { viewTarget } from '@/lib/services/targets/view-target';
import { targetsPath } from '@/lib/views/paths';
import { fullDay } from '@/lib/views/words/numbers';
import { changeLine, targetName } from '@/lib/views/words/targets';
import { typeableValue } from '@/lib/views/words/typed-value';
import { valueOrRefuse } from '../../../_doors/answer/value-or-refuse';
import { enter } from '../../../_doors/enter/enter';
import { ActionButton } from '../../../_ui/action-button';
import { ButtonLink } from '../../../_ui/button';
import { Confirm } from '../../../_ui/confirm';
import { PageHead } from '../../../_ui/page-head';
import { Panel } from '../../../_ui/panel';
import { signedInPage } from '../../_parts/signed-in-page';
import { Goal } from '../_parts/goal';
import { TargetForm } from '../_parts/target-form';
import { changeTargetForm, removeTargetForm } from '../actions';

export const metadata: Metadata = { title: 'Target' };

type Props = { params: Promise<{ id: string }> };

export default signedInPage(TargetPage);

/** One target with every value it had; whoever sets targets changes or removes it here. */
async function TargetPage({ params }: Props) {
  const ctx = await enter();
  const view = valueOrRefuse(await viewTarget(ctx, await params));
  const { target, history } = view;
  const here = { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone };
  const today = dayIn(here.now, here.timeZone);
  const name = targetName(target);
  return (
    <>
      <PageHead title={name} sub={`by ${fullDay(target.dueDay)}`}>
        <ButtonLink href={targetsPath()}>All targets</ButtonLink>
      </PageHead>
      <div className="stack">
        <section className="panel" aria-label="How it stands">
          <Goal judged={view} today={today} />
        </section>
        {actorMay(ctx.actor, 'target:set') && (
          <Panel id="change" title="Change it" sub="the history keeps what it was">
            <TargetForm
              metrics={[]}
              saved={{
                id: target.id,
                metric: target.metric,
                value: typeableValue(target.metric, target.value),
                by: target.dueDay,
              }}
              earliest={addDays(today, 1)}
              submit="Save"
              send={changeTargetForm}
            />
            <div className="body">
              <Confirm
                label="Delete"
                kind="danger"
                question={`Delete the target ${name}? Its line leaves the charts. Completed reviews keep it as they showed it, and the audit log keeps its values.`}
              >
                <ActionButton action={removeTargetForm} fields={{ id: target.id }} kind="danger" busy="Deleting">
                  Delete for good
                </ActionButton>
              </Confirm>
            </div>
          </Panel>
        )}
        <Panel id="history" title="History" sub="newest first">
          <ul className="list">
            {history.toReversed().map((change) => (
              <li key={change.number} className="text">
                {changeLine(target.metric, change, here)}
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}
