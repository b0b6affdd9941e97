import { expect, type Page } from '@playwright/test';
import { castPassword, type Member } from '../../../demo/cast';

export async function signIn(page: Page, { email }: Pick<Member, 'email'>, password = castPassword): Promise<void> {
  await trySignIn(page, { email, password });
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Fills the form in and sends it, whatever comes of it; stays on the page it is on when that asks to sign in. */
export async function trySignIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
