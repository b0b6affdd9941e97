import type { Metadata } from 'next';
import { addDays } from '@/lib/domain/day';
import { actorMay } from '@/lib/domain/roles';
import { latestSnapshot } from '@/lib/services/snapshots/latest-snapshot';
import { listTargets } from '@/lib/services/targets/list-targets';
import { metricChoices } from '@/lib/views/words/metric-choices';
import { targetsLine } from '@/lib/views/words/targets';
import { valueOrRefuse } from '../../_doors/answer/value-or-refuse';
import { enter } from '../../_doors/enter/enter';
import { Empty } from '../../_ui/empty';
import { PageHead } from '../../_ui/page-head';
import { Panel } from '../../_ui/panel';
import { signedInPage } from '../_parts/signed-in-page';
import { ClosedTargets } from './_parts/closed-targets';
import { Goal } from './_parts/goal';
import { Rules } from './_parts/rules';
import { TargetForm } from './_parts/target-form';
import { setTargetForm } from './actions';

export const metadata: Metadata = { title: 'Targets' };

export default signedInPage(TargetsPage);

async function TargetsPage() {
  const ctx = await enter();
  const { targets } = valueOrRefuse(await listTargets(ctx, {}));
  const latest = await latestSnapshot(ctx, {});
  const mayChange = actorMay(ctx.actor, 'target:set');
  const today = ctx.today();
  const open = targets.filter(({ target, progress }) => progress.state !== 'reached' && target.dueDay >= today);
  const closed = targets.filter((judged) => !open.includes(judged));
  return (
    <>
      <PageHead title="Targets" sub={targetsLine(open.length, closed.length)} />
      <div className="stack">
        {open.length > 0 ? (
          <section className="panel" aria-label="Open targets">
            {open.map((judged) => (
              <Goal key={judged.target.id} judged={judged} today={today} linked mayChange={mayChange} />
            ))}
          </section>
        ) : (
          <Empty title="No open target." level={2}>
            <p>
              A target is a number to reach by a day, like Adoption 75% by 31 December. Its line then stands on the
              charts, and every day tells whether the pace is enough.
              {!mayChange && ' Managers and admins set targets.'}
            </p>
          </Empty>
        )}
        {mayChange && (
          <Panel
            className="no-print"
            id="set"
            title="Set a target"
            sub="One line on the charts of its metric, checked every day"
          >
            <TargetForm
              metrics={metricChoices(latest.ok ? latest.value.counts : null)}
              saved={{ metric: 'adoption', value: '', by: '' }}
              earliest={addDays(today, 1)}
              submit="Set target"
              send={setTargetForm}
            />
          </Panel>
        )}
        {closed.length > 0 && <ClosedTargets targets={closed} />}
        <Rules />
      </div>
    </>
  );
}
