import type { App } from '../tests/support/app';
import { median } from './requests';
import { secondsOf } from './seconds';
import { startBare } from './yardsticks/start-bare';

const rounds = 5;

/** Medians of seconds until a page has arrived: of the application on a database that is there, and of a bare server. */
export async function coldStart({ stop, start, url }: App): Promise<{ seconds: number; bareSeconds: number }> {
  const [own, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    await stop();
    own.push(await secondsOf(() => start().then(() => page(`${url}/sign-in`))));
    let end = async () => {};
    const bareStart = async () => {
      const server = await startBare();
      end = server.end;
      await page(server.url);
    };
    bare.push(await secondsOf(bareStart));
    await end();
  }
  return { seconds: median(own), bareSeconds: median(bare) };
}

const page = (url: string) => fetch(url).then((answer) => answer.text());
