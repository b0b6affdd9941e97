import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { addDays, dayIn } from '@/lib/domain/day';
import { castPassword, type Member } from '../../demo/cast';
import type { ModeName } from '../../demo/fake-enpass/modes';
import { type FakeEnpass, startFakeEnpass } from '../../demo/fake-enpass/server';
import { type App, dropFilled, startApp } from '../support/app';
import { noonZone } from './parts/noon-zone';
import { signIn } from './parts/sign-in';
import { watchPage } from './parts/watch-page';

export { expect };

/** An application with its Enpass, and a way into it. */
export type House = {
  readonly app: App;
  readonly fake: FakeEnpass;
  /** A page of a browser of one's own, signed in as this person. */
  enter(member: Member, options?: BrowserContextOptions): Promise<Page>;
  /** The same for somebody without an account. */
  visit(options?: BrowserContextOptions): Promise<Page>;
};

type Wanted = {
  readonly days?: number;
  /** A year that people lived through, as the demo tells it; otherwise the cast has done nothing yet. */
  readonly lived?: boolean;
  /** False for an empty database. */
  readonly seeded?: boolean;
  /** How Enpass answers the run that the scheduler begins at once. */
  readonly mode?: ModeName;
  readonly env?: Readonly<Record<string, string>>;
};
/** Which database the applications of a run keep their rows in; `playwright.config.ts` says it. */
export type DatabaseOption = { readonly database: 'sqlite' | 'postgresql' };

type Postgres = string | undefined;
type Built = { readonly app: App; readonly fake: FakeEnpass };
type NewBrowser = (options: BrowserContextOptions) => Promise<BrowserContext>;
type Stories = {
  /** What a page complained about; a story that ends with complaints fails. */
  complaints: string[];
  /** One application for all stories of a worker, with 120 days of history and the cast signed up: for looking, not for changing. */
  house: House;
  /** A browser of one's own, watched and closed with the story. */
  newBrowser: NewBrowser;
  /** An application of the story's own. */
  build: (wanted?: Wanted) => Promise<House>;
};

/** Patient with nobody: what a person waits a minute for takes a second here. */
const quick = {
  ENPASS_ATTEMPT_TIMEOUT_MS: '1500',
  ENPASS_RUN_DEADLINE_MS: '4000',
  ENPASS_RETRY_BASE_MS: '50',
  REFRESH_PER_MINUTE: '1000',
  API_PER_MINUTE: '10000',
};

export const test = base.extend<Stories, DatabaseOption & { postgres: Postgres; shared: Built }>({
  database: ['sqlite', { option: true, scope: 'worker' }],
  postgres: [
    async ({ database }, use) => {
      await use(database === 'postgresql' ? process.env.TEST_POSTGRES_URL : undefined);
      await dropFilled();
    },
    { scope: 'worker' },
  ],
  shared: [
    async ({ postgres }, use) => {
      const opened = await open({ days: 120, seeded: true }, postgres);
      await use(opened);
      await close(opened);
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  complaints: [
    async ({ database, postgres }, use, { skip }) => {
      skip(database === 'postgresql' && postgres === undefined, 'no PostgreSQL server');
      const complaints: string[] = [];
      await use(complaints);
      expect(complaints, 'what pages complained about').toEqual([]);
    },
    { auto: true },
  ],
  newBrowser: async ({ browser, complaints }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      opened.push(context);
      context.on('page', (page) => watchPage(page, complaints));
      return context;
    });
    for (const context of opened) await context.close();
  },
  house: async ({ shared, newBrowser }, use) => use(houseOf(shared, newBrowser)),
  build: async ({ newBrowser, postgres }, use) => {
    const opened: Built[] = [];
    const browsers: BrowserContext[] = [];
    await use(async (wanted = {}) => {
      const built = await open(wanted, postgres);
      opened.push(built);
      return houseOf(built, async (options) => {
        const context = await newBrowser(options);
        browsers.push(context);
        return context;
      });
    });
    // A page that is open when its server ends complains, and rightly so.
    for (const context of browsers) await context.close();
    for (const built of opened) await close(built);
  },
});

async function open(wanted: Wanted, postgres: Postgres): Promise<Built> {
  const { days = 30, lived = false, seeded = true, mode = 'good', env = {} } = wanted;
  const start = addDays(dayIn(new Date(), 'UTC'), -days);
  const fake = await startFakeEnpass({ start, mode });
  const settings = { ...quick, ORG_NAME: 'Northwind Logistics', ORG_TIME_ZONE: noonZone(new Date()), ...env };
  const seed = seeded ? { seed: { days, lived, password: castPassword } } : {};
  const app = await startApp({ fake, env: settings, postgres, ...seed });
  return { app, fake };
}

async function close({ app, fake }: Built): Promise<void> {
  const begun = performance.now();
  const code = await app.stop();
  const tookMs = performance.now() - begun;
  await app.end();
  await fake.close();
  expect(code, 'the exit code after SIGTERM').toBe(0);
  expect(tookMs, 'the time from SIGTERM to the end').toBeLessThan(15_000);
}

// Signing in costs a slow password hash: once a person and application, as long as the sign-in counts as a confirmation, too.
type Jar = { readonly storageState: Awaited<ReturnType<BrowserContext['storageState']>>; readonly at: number };
const cookieJars = new WeakMap<App, Map<string, Jar>>();
const freshForMs = 5 * 60_000;

function houseOf({ app, fake }: Built, newBrowser: NewBrowser): House {
  const jars = cookieJars.get(app) ?? new Map();
  cookieJars.set(app, jars);
  const visit = async (options: BrowserContextOptions = {}) =>
    (await newBrowser({ baseURL: app.url, ...options })).newPage();
  const enter = async (member: Member, options: BrowserContextOptions = {}) => {
    const jar = jars.get(member.email);
    if (jar !== undefined && performance.now() - jar.at < freshForMs) {
      return visit({ storageState: jar.storageState, ...options });
    }
    const page = await visit(options);
    await signIn(page, member);
    jars.set(member.email, { storageState: await page.context().storageState(), at: performance.now() });
    return page;
  };
  return { app, fake, enter, visit };
}
