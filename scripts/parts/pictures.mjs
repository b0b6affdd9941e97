import { writeFileSync } from 'node:fs';
import { inProject, say } from './project.mjs';
import { smallPng } from './small-png.mjs';

const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

const pictures = [
  { file: 'overview-light', by: 'max', on: desk, show: at('/') },
  { file: 'overview-dark', by: 'max', on: desk, show: at('/'), dark: true },
  { file: 'trends-light', by: 'max', on: tall(940), show: at('/trends') },
  { file: 'week-light', by: 'max', on: tall(1100), show: lastCompletedWeek },
  { file: 'compare-light', by: 'max', on: desk, show: quarter },
  { file: 'runs-light', by: 'olga', on: desk, show: at('/runs') },
  { file: 'targets-light', by: 'max', on: desk, show: at('/targets') },
  { file: 'connection-light', by: 'ada', on: desk, show: connectionTest },
  { file: 'phone-light', by: 'vera', on: phone, show: at('/') },
  { file: 'phone-dark', by: 'vera', on: phone, show: lastCompletedWeek, dark: true },
];

const mostBytes = 150_000;

/** Writes README's pictures to docs/screenshots: all, or the `wanted` ones by name. */
export async function takePictures({ browser, demo, wanted }) {
  const doors = new Map();
  for (const picture of pictures) {
    if (wanted.length > 0 && !wanted.includes(picture.file)) continue;
    const { by, on, dark = false, show } = picture;
    const storageState = doors.get(by) ?? (await signIn(browser, demo, by));
    doors.set(by, storageState);
    const colorScheme = dark ? 'dark' : 'light';
    const look = { baseURL: demo.url, storageState, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' };
    const context = await browser.newContext({ ...on, ...look });
    const page = await context.newPage();
    await show(page);
    await page.waitForLoadState('networkidle');
    const path = inProject('docs', 'screenshots', `${picture.file}.png`);
    const small = smallPng(await page.screenshot());
    writeFileSync(path, small);
    await context.close();
    say(`${path} ${Math.round(small.length / 1000)} kB${small.length > mostBytes ? ': too large for a README' : ''}`);
  }
}

function tall(height) {
  return { viewport: { ...desk.viewport, height } };
}

function at(address) {
  return (page) => page.goto(address);
}

async function signIn(browser, { url, password }, who) {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(`${who}@example.org`);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((to) => !to.pathname.includes('sign-in'));
  const state = await context.storageState();
  await context.close();
  return state;
}

async function lastCompletedWeek(page) {
  const answer = await page.request.get('/api/v1/weeks');
  const { data } = await answer.json();
  await page.goto(`/weeks/${data.find(({ review }) => review === 'completed').week}`);
}

/** A quarter, with all that its people and its licences did. */
async function quarter(page) {
  const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`/compare?from=${day(92)}&to=${day(1)}`);
}

async function connectionTest(page) {
  await page.goto('/settings/connection');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByRole('region', { name: 'Test connection' }).scrollIntoViewIfNeeded();
}
