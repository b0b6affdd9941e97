import type { Metadata } from 'next';
import { type SignInView, viewSignIn } from '@/lib/services/access/view-sign-in';
import { timeWords } from '@/lib/views/words/numbers';
import { providerFaultTitle } from '@/lib/views/words/provider-refusals';
import { roleWords } from '@/lib/views/words/roles';
import { valueOrRefuse } from '../../../_doors/answer/value-or-refuse';
import { enter } from '../../../_doors/enter/enter';
import { Note } from '../../../_ui/note';
import { Panel, PanelBody } from '../../../_ui/panel';
import { signedInPage } from '../../_parts/signed-in-page';
import { Environment } from './_parts/environment';
import { Ways } from './_parts/ways';

export const metadata: Metadata = { title: 'Sign-in' };

export default signedInPage(SignInSettingsPage);

/** How people come in. All of it is set in the environment; here it is read. */
async function SignInSettingsPage() {
  const ctx = await enter('people:manage');
  const view = valueOrRefuse(await viewSignIn(ctx, {}));
  const here = { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone };
  const notes = notesOf(view, (at) => timeWords(at, here));
  return (
    <>
      {notes.length > 0 && (
        <Panel id="notes" title="To know">
          <PanelBody className="stack tight">
            {notes.map(({ tone, fact, more }) => (
              <Note key={fact} tone={tone}>
                <p>
                  <b>{fact}</b> {more}
                </p>
              </Note>
            ))}
          </PanelBody>
        </Panel>
      )}
      <Panel id="environment" title="What the environment says" className="full">
        <Environment view={view} />
      </Panel>
      <Panel id="ways" title="Who comes in how" className="full">
        <Ways people={view.people} />
      </Panel>
    </>
  );
}

type Told = { readonly tone: 'bad' | 'warn' | 'plain'; readonly fact: string; readonly more: string };

function notesOf({ fault, roleKept, clientsLookAlike, provider }: SignInView, when: (at: Date) => string): Told[] {
  const name = provider?.name ?? 'The provider';
  return [
    fault !== null && {
      tone: fault.hasWorkedSince ? ('plain' as const) : ('bad' as const),
      fact: `${name}, ${when(fault.at)}: ${providerFaultTitle(fault.kind)}.`,
      more: `${sentence(fault.cause)} ${fault.hasWorkedSince ? 'Somebody has come in by it since.' : 'Nobody was let in.'}`,
    },
    roleKept !== null && {
      tone: 'warn' as const,
      fact: `${roleKept.name} stays an admin.`,
      more: `${name} said ${roleKept.wanted === 'none' ? 'no role' : roleWords[roleKept.wanted].name} ${when(roleKept.at)}, but the last admin is never taken away.`,
    },
    clientsLookAlike && {
      tone: 'warn' as const,
      fact: 'Everybody may seem to come from one address.',
      more: 'PUBLIC_URL is https and TRUSTED_PROXIES is 0. Behind a proxy, set it to how many there are; wrong guesses of one person can else keep all others out.',
    },
  ].filter((note) => note !== false);
}

const sentence = (cause: string): string => `${cause.charAt(0).toUpperCase()}${cause.slice(1)}.`;
