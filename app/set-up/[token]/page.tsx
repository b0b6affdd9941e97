import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { timeZones } from '@/lib/views/time-zones';
import { enterAsNobody } from '../../_doors/enter/enter';
import { Gate } from '../../_ui/gate';
import { setUpForm } from '../actions';
import { SetUpForm } from './set-up-form';

export const metadata: Metadata = { title: 'Set-up' };

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, ctx] = await Promise.all([params, enterAsNobody()]);
  if (await ctx.store.people.any()) return redirect('/sign-in');
  const { timeZone } = ctx.organisation;
  return (
    <Gate
      wide
      title="Set up"
      sub="Two questions about your organisation, three about you. Then comes the connection to Enpass."
    >
      <SetUpForm token={token} zone={timeZone} zones={timeZones(timeZone)} setUp={setUpForm} />
    </Gate>
  );
}
