import type { Page } from '@playwright/test';
import type { Day } from '@/lib/domain/day';
import { cast } from '../../demo/cast';
import { todaysSnapshot } from './parts/todays-snapshot';
import { expect, type House, test } from './stories';

const adoption = (page: Page) => page.getByRole('region', { name: 'Adoption' });
const latestRun = (page: Page) =>
  page
    .getByRole('table', { name: /Run history/ })
    .getByRole('row')
    .nth(1);

test('a refresh that fails says why and what to do, keeps the numbers, and the next one recovers', async ({
  build,
}) => {
  const { fake, enter } = await build();
  const page = await enter(cast.olga);
  await todaysSnapshot(page);
  await page.goto('/');
  const before = await adoption(page).textContent();

  await test.step('Enpass is in trouble', async () => {
    fake.setMode('503');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Refresh failed' })).toBeVisible();
    expect(await adoption(page).textContent()).toBe(before);
    await page.getByRole('link', { name: 'Runs' }).click();
    await expect(latestRun(page)).toContainText('Failed');
    await expect(latestRun(page)).toContainText('503');
    await expect(latestRun(page)).toContainText('Olga Lindqvist, by hand');
    await expect(latestRun(page)).toContainText('4');
  });

  await test.step('the token is refused, which is not tried again', async () => {
    fake.setMode('401');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    const panel = page.getByRole('region', { name: 'Refresh failed' });
    await expect(panel).toContainText('Onboarding & Adoption');
    await expect(latestRun(page)).toContainText('401');
    await expect(page.locator('body')).not.toContainText(fake.token);
    await page.getByRole('link', { name: 'Overview' }).click();
    expect(await adoption(page).textContent()).toBe(before);
  });

  await test.step('Enpass is back', async () => {
    fake.setMode('good');
    await page.getByRole('link', { name: 'Runs' }).click();
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect(page.getByRole('region', { name: 'Refresh done' })).toContainText('A new snapshot was taken');
    await expect(latestRun(page)).toContainText('Succeeded');
    await expect(page.getByRole('status').filter({ hasText: 'Taken today' })).toBeVisible();
  });
});

test('a refresh shows how far it is, through a reload, to others too, and ends with new numbers', async ({ build }) => {
  // The first question hangs for six seconds: time enough to look.
  const patience = { ENPASS_ATTEMPT_TIMEOUT_MS: '6000', ENPASS_RUN_DEADLINE_MS: '20000' };
  const house = await build({ env: patience });
  const [olga, ada] = [await house.enter(cast.olga), await house.enter(cast.ada)];
  await todaysSnapshot(olga);

  house.fake.setMode(['never-answers', 'good']);
  await olga.getByRole('button', { name: 'Refresh now' }).click();
  await showsProgress(olga);
  await olga.reload();
  await showsProgress(olga);
  await ada.goto('/runs');
  await showsProgress(ada);
  await expect(ada.getByRole('region', { name: 'Refresh in progress' })).toContainText('by Olga Lindqvist');

  for (const page of [olga, ada]) {
    await expect(page.getByRole('region', { name: 'Refresh done' })).toContainText('attempt 2 of 4');
    await expect(page.getByRole('button', { name: 'Refresh now' })).toBeEnabled();
    await expect(latestRun(page)).toContainText('Succeeded');
  }
  expect(await runsBegun(house)).toBe(2);
});

test('a run is asked about once in a while as it goes, and no more when it has ended', async ({ build }) => {
  const { fake, enter } = await build();
  const page = await enter(cast.olga);
  await todaysSnapshot(page);
  let questions = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/progress')) questions += 1;
  });
  fake.setMode('slow');
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByRole('region', { name: 'Refresh done' })).toBeVisible();
  expect(questions).toBeLessThan(8);
  const asked = questions;
  await page.waitForTimeout(2_000);
  expect(questions).toBe(asked);
});

async function showsProgress(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Refresh in progress' });
  await expect(panel.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /Asking Enpass/);
  await expect(panel.getByRole('listitem').first()).toContainText('Read the counts');
  await expect(page.getByRole('button', { name: 'Refreshing' })).toHaveAttribute('aria-disabled', 'true');
}

/** Today's, by schedule and by hand: pressing while one is under way begins none. */
async function runsBegun({ enter }: House): Promise<number> {
  const page = await enter(cast.olga);
  const answer = await page.request.get('/api/v1/runs?limit=20');
  const { data } = (await answer.json()) as { data: { day: Day }[] };
  return data.filter(({ day }) => day === data[0]?.day).length;
}

test('what stands around a page left open keeps up with its reader', async ({ build }) => {
  const { app, fake, enter } = await build({ days: 30, mode: '503' });
  const vera = await enter(cast.vera);
  await vera.clock.install();
  await vera.goto('/trends');
  const fresh = vera.getByRole('banner').getByRole('status');
  await expect(fresh).not.toContainText('Taken today');

  fake.setMode('good');
  const olga = await enter(cast.olga);
  expect((await olga.request.post('/api/v1/refresh', { headers: { Origin: app.url } })).status()).toBe(200);
  await vera.clock.fastForward('02:00');
  await vera.getByRole('link', { name: 'Overview' }).first().click();
  await expect(vera).toHaveURL(`${app.url}/`);
  await expect(fresh).toContainText('Taken today');
});
