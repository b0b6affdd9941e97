import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { signInPath } from '@/lib/views/paths';
import { namingFaults } from '../_doors/answer/named';
import { enterAsNobody } from '../_doors/enter/enter';
import { EntryLayout } from '../_ui/entry-layout';

export const metadata: Metadata = { title: 'Set-up' };

/** Where everybody lands while nobody has an account. */
export default namingFaults(SetUpClosedPage);

async function SetUpClosedPage() {
  const { store } = await enterAsNobody();
  if (await store.people.any()) return redirect(signInPath());
  return (
    <EntryLayout title="Set-up is waiting" sub="Nobody has an account here yet.">
      <div className="text">
        <p>
          When it started, the application printed a one-time link to where its messages go: the terminal or the
          service’s log. Open that link to name your organisation and become its first administrator.
        </p>
        <p>Each start prints a fresh link; one is good for three days.</p>
      </div>
    </EntryLayout>
  );
}
