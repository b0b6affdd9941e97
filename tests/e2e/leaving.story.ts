import type { Page } from '@playwright/test';
import { cast } from '../../demo/cast';
import { lastWeek } from './parts/last-week';
import { signIn } from './parts/sign-in';
import { expect, test } from './stories';

const path = `/weeks/${lastWeek}`;
const why = (page: Page) => page.getByLabel('Why', { exact: true });
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved \d\d:\d\d$/ });

/** Onto the week by a link, so that the browser's Back stays within the application. */
async function followToWeek(page: Page): Promise<void> {
  await page.goto('/weeks');
  await page.locator(`a[href="${path}"]`).click();
  await expect(why(page)).toBeVisible();
}

async function stepBack(page: Page): Promise<void> {
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Weekly');
}

test('whoever follows a link while typing finds every word again', async ({ build }) => {
  const { enter } = await build({ days: 40 });
  const page = await enter(cast.max);
  await page.goto(path);
  await page.getByLabel('Why', { exact: true }).fill('In the middle of');
  await page.getByRole('link', { name: 'Trends' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trends');
  await page.goto(path);
  await expect(page.getByLabel('Why', { exact: true })).toHaveValue('In the middle of');
});

test('what cannot be saved yet is not left behind unasked', async ({ build }) => {
  const { enter } = await build({ days: 40 });
  const page = await enter(cast.max);
  await page.goto(path);
  const why = page.getByLabel('Why', { exact: true });
  await why.fill('x'.repeat(5_000));
  await expect(page.getByRole('status').filter({ hasText: 'Not saved' })).toBeVisible();
  const asked = page.waitForEvent('dialog');
  const pressed = page.getByRole('link', { name: 'Trends' }).first().click({ noWaitAfter: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await pressed;
  await expect(why).toHaveValue('x'.repeat(5_000));
});

test('whoever goes back while typing has every word saved, and finds it by going forward', async ({ build }) => {
  const { enter } = await build({ days: 40 });
  const page = await enter(cast.max);
  await followToWeek(page);
  await why(page).fill('First words');
  await expect(saved(page)).toBeVisible();
  await why(page).fill('First words, and some more');
  await stepBack(page);
  const elsewhere = await enter(cast.max, {});
  await expect(async () => {
    await elsewhere.goto(path);
    await expect(why(elsewhere)).toHaveValue('First words, and some more', { timeout: 500 });
  }).toPass();
  await page.goForward();
  await expect(why(page)).toHaveValue('First words, and some more');
  await why(page).press('Control+End');
  await why(page).pressSequentially('!');
  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'wrote here too' })).toHaveCount(0);
});

test('what could not be saved is in the form again after Back and Forward', async ({ build }) => {
  const { enter } = await build({ days: 40 });
  const page = await enter(cast.max);
  await followToWeek(page);
  await why(page).fill('x'.repeat(5_000));
  await stepBack(page);
  await page.goForward();
  await expect(why(page)).toHaveValue('x'.repeat(5_000));
  await expect(page.getByText('not been saved')).toBeVisible();
});

test('what was typed right before a tab closes is sent all the same', async ({ build }) => {
  const { enter } = await build({ days: 40 });
  const page = await enter(cast.max);
  await page.goto(path);
  await why(page).fill('Closed at once');
  await page.close();
  const elsewhere = await enter(cast.max, {});
  await expect(async () => {
    await elsewhere.goto(path);
    await expect(why(elsewhere)).toHaveValue('Closed at once', { timeout: 500 });
  }).toPass();
});

test('a tab that closes while the server is away loses no word, and nobody else’s is written over', async ({
  build,
}) => {
  const { app, enter } = await build({ days: 40 });
  const [page, theirs] = [await enter(cast.max), await enter(cast.ada)];
  for (const each of [page, theirs]) await each.goto(path);
  await app.stop();
  await why(page).fill('Mine, closed at once');
  await page.close();
  await app.start();
  await why(theirs).fill('Ada was faster');
  await expect(saved(theirs)).toBeVisible();

  const again = await page.context().newPage();
  await again.goto(path);
  await expect(why(again)).toHaveValue('Mine, closed at once');
  const clash = again.getByRole('alert').filter({ hasText: 'wrote here too' });
  await expect(clash).toContainText('Ada was faster');
  await theirs.reload();
  await expect(why(theirs)).toHaveValue('Ada was faster');
  await clash.getByRole('button', { name: 'Keep both' }).click();
  await expect(saved(again)).toBeVisible();
  await again.reload();
  await expect(why(again)).toHaveValue('Ada was faster\n\nMine, closed at once');
  expect(await again.evaluate(() => localStorage.length), 'what is saved leaves no copy').toBe(0);
});

test('what somebody left unsaved is shown to nobody else in the same browser', async ({ build }) => {
  const { enter } = await build({ days: 40 });
  const page = await enter(cast.max);
  await page.goto(path);
  await why(page).fill('x'.repeat(5_000));
  await page.close();
  await page.context().clearCookies();
  const next = await page.context().newPage();
  await signIn(next, cast.ada);
  await next.goto(path);
  await why(next).fill('Ada');
  await expect(saved(next)).toBeVisible();
  await expect(why(next)).toHaveValue('Ada');
  expect(await next.evaluate(() => localStorage.length), 'and is still there for its writer').toBe(1);
});
