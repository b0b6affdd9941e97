import { countFields } from '@/lib/domain/snapshot';
import type { Overview } from '@/lib/services/overview/view-overview';
import { connectionPath, peoplePath, runsPath } from '@/lib/views/paths';
import { capital, timeWords } from '@/lib/views/words/numbers';
import type { FirstStep } from './getting-started';

/** Connect, take the first snapshot, invite, import: only what exists. */
export function firstSteps(view: Exclude<Overview, { kind: 'running' }>): FirstStep[] {
  const started = view.kind === 'first-day' ? view.gettingStarted : null;
  const connected = view.kind !== 'no-connection';
  return [
    {
      title: 'Connect Enpass',
      detail: started?.tokenLast4
        ? `Token ending in ${started.tokenLast4}, accepted`
        : connected
          ? 'Base URL and token are entered'
          : 'Base URL and token from the Admin Console',
      done: connected,
      way: { href: connectionPath(), label: 'Connect' },
      needs: 'connection:manage',
    },
    {
      title: 'Take the first snapshot',
      detail:
        view.kind === 'first-day'
          ? `${capital(timeWords(view.snapshot.takenAt, view.here))}, all ${countFields.length} counts`
          : connected
            ? 'Refresh now asks Enpass once'
            : 'Comes once Enpass is connected',
      done: view.kind === 'first-day',
      way: null,
      needs: 'refresh:run',
    },
    {
      title: 'Invite the others',
      detail: 'A manager for reviews, ops for the daily run',
      done: (started?.people ?? 1) > 1,
      way: { href: peoplePath(), label: 'Invite' },
      needs: 'people:manage',
    },
    {
      title: 'Import old numbers',
      detail: 'From a spreadsheet or monthly reports',
      done: false,
      way: { href: runsPath('import'), label: 'Import' },
      needs: 'history:import',
    },
  ];
}
