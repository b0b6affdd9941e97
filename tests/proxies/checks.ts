import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { addDays, dayIn } from '@/lib/domain/day';
import { countFields } from '@/lib/domain/snapshot';
import { cast, castPassword } from '../../demo/cast';
import type { App } from '../support/app';
import type { Visitor } from './visitor';

type Scene = { readonly visitor: Visitor; readonly app: App };
type Check = { readonly promise: string; readonly hold: (scene: Scene) => Promise<void> };

/** What holds behind every proxy, in this order: later ones are signed in. */
export const checks: readonly Check[] = [
  {
    promise: 'a page comes over TLS with its own headers, each once',
    hold: async ({ visitor }) => {
      const { status, headers } = await visitor.ask('/sign-in');
      assert.equal(status, 200);
      assert.equal(headers['strict-transport-security'], 'max-age=31536000; includeSubDomains');
      assert.match(String(headers['content-security-policy']), /^default-src 'self'; script-src 'self' 'nonce-[^']+'/);
      assert.match(String(headers['x-request-id']), /^[\w.:=+@-]{8,128}$/);
    },
  },
  {
    promise: 'who comes, and which request it is, is the proxy’s word and not the client’s',
    hold: async ({ visitor, app }) => {
      // Short: what is long might be a secret, and the log leaves it out.
      const mark = `/forged-${Date.now() % 1_000_000}`;
      const headers = { 'X-Forwarded-For': '203.0.113.9', 'X-Request-Id': 'chosen-by-the-client' };
      const answer = await visitor.ask(mark, { headers });
      assert.notEqual(answer.headers['x-request-id'], 'chosen-by-the-client');
      const line = await answered(app, mark);
      assert.match(line.from, /^(127\.0\.0\.1|::1)$/);
      assert.equal(line.requestId, answer.headers['x-request-id']);
    },
  },
  {
    promise: 'a stranger’s 12 MB are refused',
    hold: async ({ visitor }) => {
      const { status } = await visitor.ask('/sign-in', { method: 'POST', body: Buffer.alloc(12_000_000) });
      assert.equal(status, 413);
    },
  },
  {
    promise: 'signing in and out works',
    hold: async ({ visitor }) => {
      await signIn(visitor);
      assert.match((await visitor.ask('/api/auth/session')).text, /olga@/);
      await visitor.ask('/api/auth/signout', {
        method: 'POST',
        body: new URLSearchParams({ csrfToken: await csrf(visitor) }),
      });
      assert.equal((await visitor.ask('/api/auth/session')).text, 'null');
      await signIn(visitor);
    },
  },
  {
    promise: 'a page looks at 6 MB of old numbers',
    hold: async ({ visitor }) => {
      const form = new FormData();
      for (const [name, value] of hiddenIn((await visitor.ask('/runs')).text)) form.append(name, value);
      form.append('file', new Blob([decades()], { type: 'text/csv' }), 'old.csv');
      form.append('do', 'check');
      const { status, text } = await visitor.ask('/runs', { method: 'POST', body: form });
      assert.deepEqual([status, /days? would be added/.test(text)], [200, true], text.slice(0, 400));
    },
  },
  {
    promise: 'the API imports 6 MB',
    hold: async ({ visitor }) => {
      const asked = { method: 'POST', body: decades(), headers: { 'Content-Type': 'text/csv' } };
      const { status, text } = await visitor.ask('/api/v1/import?dryRun=true', asked);
      assert.equal(status, 200, text.slice(0, 400));
      assert.equal(JSON.parse(text).errors.length, 0);
      const one = `day,assigned_license\n${addDays(dayIn(new Date(), 'UTC'), -2000)},100\n`;
      const again = { method: 'POST', body: one, headers: { 'Content-Type': 'text/csv' } };
      assert.equal((await visitor.ask('/api/v1/import', again)).status, 200);
    },
  },
];

const csrf = async (visitor: Visitor): Promise<string> =>
  JSON.parse((await visitor.ask('/api/auth/csrf')).text).csrfToken;

async function signIn(visitor: Visitor): Promise<void> {
  const form = { csrfToken: await csrf(visitor), email: cast.olga.email, password: castPassword };
  const body = new URLSearchParams(form);
  const { status } = await visitor.ask('/api/auth/callback/credentials', { method: 'POST', body });
  assert.equal(status, 302);
}

/** The hidden fields of the import's form, by which Next finds what a form sent without a script is for. */
function hiddenIn(html: string): [name: string, value: string][] {
  const [form = ''] = /<form[^>]*class="import".*?<\/form>/s.exec(html) ?? [];
  const inputs = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => input);
  const of = (input: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  return inputs.map((input) => [
    of(input, 'name'),
    of(input, 'value').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  ]);
}

/** More than a hundred years, a day a line. */
function decades(): string {
  const last = addDays(dayIn(new Date(), 'UTC'), -3000);
  const counts = countFields.map(() => '1000000').join(',');
  const days = Array.from({ length: 39_000 }, (_, back) => `${addDays(last, -back)},${counts}`);
  return ['day,'.concat(countFields.join(',')), ...days].join('\n');
}

/** The line of the access log about this path. */
async function answered(app: App, path: string): Promise<{ from: string; requestId: string }> {
  for (let tries = 0; tries < 100; tries++) {
    const line = app
      .output()
      .split('\n')
      .find((text) => text.includes(`"path":"${path}"`));
    if (line !== undefined) return JSON.parse(line);
    await wait(50);
  }
  throw new Error(`no line of the access log about ${path}`);
}
