import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { wallClock } from '@/lib/domain/day';
import { signInPath } from '@/lib/views/paths';
import { zoneOptions } from '@/lib/views/words/time-zones';
import { enterAsNobody } from '../../_doors/enter/enter';
import { EntryLayout } from '../../_ui/entry-layout';
import { askZoneTime, setUpForm } from '../actions';
import { SetUpForm } from './set-up-form';

export const metadata: Metadata = { title: 'Set-up' };

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, ctx] = await Promise.all([params, enterAsNobody()]);
  if (await ctx.store.people.any()) return redirect(signInPath());
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
