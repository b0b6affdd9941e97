import type { Page } from '@playwright/test';
import { lastWeek } from './last-week';

/** The week that is due, on its page. */
export const path = `/weeks/${lastWeek}`;

export const field = (page: Page, name: 'What happened' | 'Why' | 'Next') => page.getByLabel(name, { exact: true });
export const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved \d\d:\d\d$/ });
export const review = (page: Page) => page.getByRole('region', { name: 'Review', exact: true });

export async function complete(page: Page): Promise<void> {
  await page.getByText('Complete review').click();
  await page.getByRole('button', { name: 'Complete now' }).click();
}
