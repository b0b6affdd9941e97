import './scripts/parts/node-version.mjs';
import { defineConfig } from '@playwright/test';
import type { DatabaseOption } from './tests/e2e/stories';

/** `npm test` finds a browser and names it here; otherwise the usual place on Debian. */
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export default defineConfig<object, DatabaseOption>({
  testDir: 'tests/e2e',
  testMatch: '**/*.story.ts',
  globalSetup: './tests/e2e/postgres-setup.ts',
  projects: projects(),
  forbidOnly: true,
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/report.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

/** `TEST_DATABASE` names the one database for all stories; by default SQLite, and those that lean on it most run on PostgreSQL, too. */
function projects() {
  const on = (database: DatabaseOption['database']) => ({ name: database, use: { database } });
  const one = process.env.TEST_DATABASE;
  if (one === 'sqlite' || one === 'postgresql') return [on(one)];
  if (one) throw new Error('TEST_DATABASE is neither sqlite nor postgresql');
  const leaning = ['crash', 'drafts', 'first-run', 'import', 'refresh', 'reviews', 'targets', 'weeks'];
  return [on('sqlite'), { ...on('postgresql'), testMatch: leaning.map((name) => `**/${name}.story.ts`) }];
}
