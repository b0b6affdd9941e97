import type { Metadata } from 'next';
import { wallClock } from '@/lib/domain/day';
import { viewSetUpLink } from '@/lib/services/access/view-set-up-link';
import { zoneOptions } from '@/lib/views/words/time-zones';
import { setStatus } from '@/server/response-status';
import { enterAsNobody } from '../../_doors/enter/enter';
import { EntryLayout } from '../../_ui/entry-layout';
import { askZoneTime, setUpForm } from '../actions';
import { DeadLink } from './dead-link';
import { SetUpForm } from './set-up-form';

export const metadata: Metadata = { title: 'Set-up' };

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, ctx] = await Promise.all([params, enterAsNobody()]);
  const seen = await viewSetUpLink(ctx, { token });
  if (!seen.ok) {
    setStatus(404);
    return <DeadLink closed={seen.failure.kind === 'set-up-closed'} />;
  }
  const { timeZone } = ctx.organisation;
  return (
    <EntryLayout
      wide
      title="Set up"
      sub="Two questions about your organisation, three about you. Then comes the connection to Enpass."
    >
      <SetUpForm
        token={token}
        zone={timeZone}
        zones={zoneOptions(ctx.zones.choices(), timeZone)}
        wallMs={wallClock(ctx.clock.now(), timeZone)}
        askZoneTime={askZoneTime}
        setUp={setUpForm}
      />
    </EntryLayout>
  );
}
