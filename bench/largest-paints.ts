import { type Browser, chromium, type Page as Tab } from 'playwright';
import { findBrowser } from '../scripts/parts/browser.mjs';
import { cookiesFor } from './first-visit';
import { median, type Page } from './requests';

const rounds = 15;

/** When the largest thing of a page was painted, in milliseconds, medians: whole, and with only the scripts its HTML names. */
export async function largestPaints(page: Page): Promise<{ whole: number; bare: number }> {
  const executablePath = await findBrowser();
  if (executablePath === null) throw new Error('no Chromium to be had');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  const html = await fetch(page.url, { headers: { cookie: page.cookie } }).then((answer) => answer.text());
  const isLate = (url: URL) => url.pathname.endsWith('.js') && !html.includes(url.pathname);
  const [whole, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    // Watching requests costs time, so both are watched.
    whole.push(await largestPaint(browser, page, (tab) => tab.route(isLate, (route) => route.continue())));
    bare.push(await largestPaint(browser, page, (tab) => tab.route(isLate, (route) => route.abort())));
  }
  await browser.close();
  return { whole: median(whole), bare: median(bare) };
}

async function largestPaint(browser: Browser, page: Page, prepare: (tab: Tab) => Promise<unknown>) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(cookiesFor(page));
  const tab = await context.newPage();
  await prepare(tab);
  await tab.addInitScript(watchPaints);
  await tab.goto(page.url, { waitUntil: 'networkidle' });
  await tab.waitForTimeout(300);
  const painted = await tab.evaluate(() => Number(Reflect.get(window, 'painted')));
  await context.close();
  return painted;
}

function watchPaints(): void {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) Reflect.set(window, 'painted', entry.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}
