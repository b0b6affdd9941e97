import { cast, castPassword } from '../demo/cast';
import type { App } from '../tests/support/app';
import { historyCsv } from './history-csv';
import { median } from './requests';
import { rise } from './resident';
import { secondsOf } from './seconds';
import { sessionCookie } from './session';

type Beside = {
  readonly seconds: number;
  /** How long `live` took to answer meanwhile. */
  readonly medianMs: number;
  readonly slowestMs: number;
  readonly extraMb: number;
};

/** A file of `days` good days is taken by a running server, which others ask meanwhile. */
export async function importBeside(app: App, days: number): Promise<Beside> {
  // Made first: a connection that waited for it would be closed by then.
  const text = historyCsv({ days, last: '2020-12-31' });
  const cookie = await sessionCookie(app.url, cast.ada.email, castPassword);
  // What the route needs at its first call is no part of a file's cost.
  await sent(app, cookie, 'x');
  let [seconds, over] = [0, false];
  const answers: number[] = [];
  const extraMb = await rise(app.pid(), async () => {
    const watching = watch(app, answers, () => over);
    seconds = await secondsOf(async () => {
      const { added } = await sent(app, cookie, text);
      if (added !== days) throw new Error('the import was refused');
    });
    over = true;
    await watching;
  });
  return { seconds, medianMs: median(answers), slowestMs: Math.max(...answers), extraMb };
}

async function watch(app: App, answers: number[], over: () => boolean): Promise<void> {
  while (!over()) {
    const live = () => fetch(`${app.url}/api/health/live`).then((answer) => answer.text());
    answers.push((await secondsOf(live)) * 1000);
  }
}

const [eightMb, header] = [8_000_000, 'day,using_enpass\n'];
const many = (text: string) => text.repeat(Math.floor((eightMb - 100) / text.length));

/** 8 MB of what costs a reader most, each in its own way. */
const worst: Readonly<Record<string, string>> = {
  'lines of x': many('x\n'),
  'one line': many('x'),
  quotes: many('"'),
  'a quote that never ends': `${header}"${many('2026-01-01,1\n')}`,
  'quoted blanks': header + many('" ",""\n'),
  commas: many(','),
  'blank rows': header + many(',,,\n'),
  'blank rows between days': header + many(`2026-01-01,1\n${',,\n'.repeat(60)}`),
  'line feeds': many('\n'),
  emoji: many('👩‍👩‍👧').slice(0, eightMb / 4),
  brackets: many('['),
  'empty objects': `[${many('{},')}{}]`,
};

/** The longest that one of them takes to be refused, and which. */
export async function worstRefusal(app: App): Promise<{ seconds: number; of: string }> {
  const cookie = await sessionCookie(app.url, cast.ada.email, castPassword);
  let slowest = { seconds: 0, of: '' };
  for (const [of, text] of Object.entries(worst)) {
    const seconds = await secondsOf(async () => {
      const { status } = await sent(app, cookie, text);
      if (status !== 422) throw new Error(`8 MB of ${of} were not refused`);
    });
    if (seconds > slowest.seconds) slowest = { seconds, of };
  }
  return slowest;
}

type Answer = { readonly added?: number; readonly status?: number };

async function sent(app: App, cookie: string, body: string): Promise<Answer> {
  const headers = { cookie, Origin: app.url, 'Sec-Fetch-Site': 'same-origin' };
  const answer = await fetch(`${app.url}/api/v1/import`, { method: 'POST', headers, body });
  return (await answer.json()) as Answer;
}
