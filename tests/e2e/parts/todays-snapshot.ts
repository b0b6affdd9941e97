import { expect, type Page } from '@playwright/test';

/** Waits on the runs page until the scheduler has taken today's, as it does by itself soon after the start. */
export async function todaysSnapshot(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto('/runs');
    await expect(page.getByRole('status').filter({ hasText: 'Taken today' })).toBeVisible({ timeout: 500 });
  }).toPass();
}
