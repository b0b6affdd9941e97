import { expect, type Page } from '@playwright/test';

export const slider = (page: Page) => page.getByRole('slider', { name: 'Numbers of a day' });

/** Once the trend fits the page, and one can point at it. */
export const lively = (page: Page) => expect(slider(page)).toBeVisible();

/** What the page says of one day: the table twin, newest first. */
export const rowsOf = (page: Page) =>
  page
    .locator('.twin-table tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
