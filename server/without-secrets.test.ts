import { expect, test } from 'vitest';
import { withoutLinks, withoutSecrets } from './without-secrets';

const secret = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE';

test.each([
  [`/set-up/${secret}`, '/set-up/…'],
  [`/invitation/${secret}/`, '/invitation/…/'],
  [`/password-reset/${secret}?next=/`, '/password-reset/…'],
  ['/set-up/cut-short', '/set-up/…'],
  [`/feed/${secret}.ics`, '/feed/…'],
  [`//set-up//${secret}`, '//set-up//…'],
  ['/weeks?q=what+somebody+looks+for', '/weeks'],
  ['/weeks/2026-W47/revisions/2', '/weeks/2026-W47/revisions/2'],
  ['/set-up', '/set-up'],
])('a path as a log may tell it: %s', (path, told) => expect(withoutSecrets(path)).toBe(told));

test('a text keeps everything else', () => {
  expect(withoutLinks(`GET "/invitation/${secret}" broke (/reset, /set-up)`)).toBe(
    'GET "/invitation/…" broke (/reset, /set-up)',
  );
});
