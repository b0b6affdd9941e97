import type { Metadata } from 'next';
import { type Day, dayIn, type TimeZone } from '@/lib/domain/day';
import { type ConnectionView, viewConnection } from '@/lib/services/connection/view-connection';
import { dayAndMonth } from '@/lib/views/words/numbers';
import { valueOrRefuse } from '../../../_doors/answer/value-or-refuse';
import { enter } from '../../../_doors/enter/enter';
import { signedInPage } from '../../_parts/signed-in-page';
import { submitConnection } from './actions';
import { ConnectionForm } from './connection-form';

export const metadata: Metadata = { title: 'Enpass connection' };

export default signedInPage(ConnectionPage);

async function ConnectionPage() {
  const ctx = await enter();
  const connection = valueOrRefuse(await viewConnection(ctx, {}));
  return (
    <ConnectionForm
      saved={{
        baseUrl: connection?.baseUrl ?? '',
        tokenExpiresOn: connection?.tokenExpiresOn ?? '',
        keptLast4: connection?.saved ? connection.tokenLast4 : null,
        neverExpires: connection?.from === 'settings' && connection.tokenExpiresOn === null,
      }}
      origin={originOf(connection)}
      tokenHint={tokenHintOf(connection, ctx.organisation.timeZone, ctx.today())}
      submit={submitConnection}
    />
  );
}

function originOf(connection: ConnectionView | null): string {
  if (!connection) return 'None yet';
  if (connection.from === 'environment') return 'From the environment, until one is saved here';
  return connection.environmentIgnored ? 'Entered here; the environment is ignored' : 'Entered here';
}

function tokenHintOf(connection: ConnectionView | null, timeZone: TimeZone, today: Day): string {
  const rule = 'Stored encrypted, never shown again. Needs the scope Onboarding & Adoption.';
  if (!connection) return `From the Enpass Admin Console, Settings, API Access. ${rule}`;
  if (!connection.tokenReadable)
    return `The saved token cannot be read any more: the key that sealed it is gone. ${rule}`;
  const { saved, tokenLast4 } = connection;
  if (!saved)
    return `The token in use comes from the environment and ends in ${tokenLast4}. To save a connection here, enter one. ${rule}`;
  const entered = `entered ${dayAndMonth(dayIn(saved.at, timeZone), today)} by ${saved.byName}`;
  return `Replaces the token ending in ${tokenLast4} (${entered}), which stays in use until you save. Blank keeps it. ${rule}`;
}
