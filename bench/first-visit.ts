import { chromium } from 'playwright';
import { findBrowser } from '../scripts/parts/browser.mjs';
import type { Page } from './requests';

export type FirstVisit = {
  readonly scriptKb: number;
  readonly styleKb: number;
  readonly totalKb: number;
  readonly requests: number;
  readonly shift: number;
};

/** What a browser with an empty cache fetches for the page, compressed, and how much the page moves while it loads. */
export async function firstVisit({ url, cookie }: Page): Promise<FirstVisit> {
  const executablePath = await findBrowser();
  if (executablePath === null) throw new Error('no Chromium to be had');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.context().addCookies(cookiesFor({ url, cookie }));
  const sizes = await sizesOf(page);
  await page.addInitScript(watchShifts);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(1_000);
  const shift = await page.evaluate(() => Reflect.get(window, 'shift') as number);
  await browser.close();
  const all = [...sizes.values()];
  const kb = (entries: typeof all) => entries.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  const kbOf = (wanted: string) => kb(all.filter(({ type }) => type === wanted));
  return { scriptKb: kbOf('Script'), styleKb: kbOf('Stylesheet'), totalKb: kb(all), requests: all.length, shift };
}

export const cookiesFor = ({ url, cookie }: Page) =>
  cookie
    .split('; ')
    .map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url }));

async function sizesOf(page: import('playwright').Page) {
  const sizes = new Map<string, { type: string; bytes: number }>();
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  client.on('Network.responseReceived', ({ requestId, type }) => sizes.set(requestId, { type, bytes: 0 }));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const entry = sizes.get(requestId);
    if (entry !== undefined) entry.bytes = encodedDataLength;
  });
  return sizes;
}

function watchShifts(): void {
  Reflect.set(window, 'shift', 0);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, 'hadRecentInput')) continue;
      Reflect.set(window, 'shift', Number(Reflect.get(window, 'shift')) + Number(Reflect.get(entry, 'value')));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
