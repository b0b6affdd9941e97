import { test as base, expect } from '@playwright/test';
import { type FakeEnpass, startFakeEnpass } from '../fake-enpass/server';
import { type App, startApp } from '../support/app';
import { castPassword } from '../support/cast';

export { expect };

/** `app`: one server a worker with 120 days of history and the cast signed up. A story that changes more than it reads starts its own. */
export const test = base.extend<object, { fake: FakeEnpass; app: App }>({
  fake: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const start = new Date(Date.now() - 120 * 86_400_000).toISOString().slice(0, 10);
      const fake = await startFakeEnpass({ start });
      await use(fake);
      await fake.close();
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ fake }, use) => {
      const app = await startApp({ fake, seed: { days: 120, password: castPassword } });
      await use(app);
      await app.end();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
});
