import type { Page } from '@playwright/test';

// What a browser says of an answer that a story asks for itself: a refusal, or a server that is down.
const expected = /^Failed to load resource: (the server responded with a status of (401|403|404|429|503)|net::ERR_)/;

/** Whatever goes wrong in a page without anybody seeing it: errors, refused scripts and styles, failed hydration. */
export function watchPage(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (!expected.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
  });
}
