import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { breachedList } from '@/lib/adapters/breached-list';
import { createPasswords } from '@/lib/adapters/passwords';
import { acceptLink } from '@/lib/services/access/accept-link';
import { changeOwnPassword } from '@/lib/services/access/change-own-password';
import { resetPassword } from '@/lib/services/access/reset-password';
import { setPassword } from '@/lib/services/access/set-password';
import type { Context } from '@/lib/services/context';
import { addPerson } from '@/lib/services/people/add-person';
import { cast, castPassword } from '../../../demo/cast';
import { peoplePerTest } from '../people/people-world';

const people = peoplePerTest({ members: [cast.ada, cast.vera] });

const folder = mkdtempSync(join(tmpdir(), 'adoption-stolen-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'list.txt'), 'gull kelp fog iris\n');

/** Wherever somebody chooses a password, and what each says of this one. */
async function everyWay(password: string): Promise<unknown[]> {
  const passwords = createPasswords(breachedList(join(folder, 'list.txt')));
  const listed = (ctx: Context): Context => ({ ...ctx, passwords });
  const link = await resetPassword(people.cli, { person: cast.vera.email });
  const token = link.ok ? (link.value.link.url.split('/').at(-1) ?? '') : '';
  const ada = await people.signedIn(cast.ada.email);
  const results = [
    await changeOwnPassword(listed(ada), { current: castPassword, password }),
    await acceptLink(listed(people.nobody), { kind: 'password-reset', token, password }),
    await setPassword(listed(people.cli), { person: cast.vera.email, password }),
    await addPerson(listed(people.cli), { email: 'new@example.org', name: 'New One', role: 'viewer', password }),
  ];
  return results.map((result) => (result.ok ? 'taken' : result.failure));
}

const refused = (words: string) => ({
  kind: 'invalid-input',
  errors: [{ path: 'password', message: expect.stringContaining(words) }],
});

test('a password that was stolen elsewhere is refused by every way in', async () => {
  expect(await everyWay('Gull kelp fog iris')).toEqual(Array(4).fill(refused('stolen elsewhere')));
});

test('so is the organisation’s name, and the product’s', async () => {
  for (const password of ['NorthwindLogistics1', 'Enpass-2026-Enpass']) {
    expect(await everyWay(password)).toEqual(Array(4).fill(refused('the organisation’s and the product’s')));
  }
});

test('any other is taken', async () => {
  expect(await everyWay('gull kelp fog iris sand')).toEqual(Array(4).fill('taken'));
});
