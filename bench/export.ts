import { cast, castPassword } from '../demo/cast';
import type { App } from '../tests/support/app';
import { median } from './requests';
import { rise } from './resident';
import { secondsOf } from './seconds';
import { sessionCookie } from './session';
import { startBare } from './yardsticks/start-bare';

const rounds = 7;

type Cost = { readonly seconds: number; readonly bareSeconds: number; readonly extraMb: number; readonly days: number };

/**
 * Medians of seconds until the CSV of all snapshots has arrived, and until the same bytes have from a bare server's memory;
 * and how far the application's resident memory rose with the first CSV, in MB.
 */
export async function exportCost(app: App): Promise<Cost> {
  const cookie = await sessionCookie(app.url, cast.ada.email, castPassword);
  let text = '';
  const download = async (url: string) => {
    // Not compressed: what is measured is making and sending, and only one of the two would compress.
    text = await fetch(url, { headers: { cookie, 'Accept-Encoding': 'identity' } }).then((answer) => answer.text());
  };
  const own = () => download(`${app.url}/api/v1/export?format=csv&of=snapshots`);
  const extraMb = await rise(app.pid(), own);
  const days = text.trimEnd().split('\n').length - 1;
  const bare = await startBare(text);
  const [seconds, bareSeconds]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    seconds.push(await secondsOf(own));
    bareSeconds.push(await secondsOf(() => download(bare.url)));
  }
  await bare.end();
  return { seconds: median(seconds), bareSeconds: median(bareSeconds), extraMb, days };
}
