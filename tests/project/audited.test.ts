import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

/** What a service's name says: these verbs look at something and change nothing. */
const looks = /^(view|list|latest|search|compare|judge|verify|look-at)-/;

/** What changes or takes along without an entry of its own, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'ask-for-passkey': 'a question; the answer is written',
  'begin-totp': 'a secret that counts for nothing until it is confirmed, which is written',
  'note-provider-fault': 'why nobody was let in, for the settings page; the log has it',
  'revoke-tokens': 'written for each token, by the part that also revokes with a password',
  'capture-due-snapshot': 'the refresh it begins is written where the run ends',
  'refresh-snapshot': 'written where the run ends',
  'write-review': 'a draft; what is completed is written',
  'save-review-draft': 'a draft, saved while somebody types; what is completed is written',
};

const services = readdirSync('lib/services', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && /= service\(/.test(textOf(name)))
  .filter((name) => !looks.test(basename(name)));

test('every service that changes something or lets it be taken along writes an audit entry', () => {
  const silent = services.filter((name) => !/\baudit(As)?\(|store\.privacy\./.test(textOf(name)));
  expect(silent.map((name) => basename(name, '.ts')).toSorted()).toEqual(Object.keys(exceptions).toSorted());
  expect(services.length).toBeGreaterThan(30);
});

test('where a refresh ends, whoever began it, an entry is written', () => {
  const text = textOf('capture/parts/record-outcome.ts');
  for (const action of ['refreshed', 'refresh-failed']) expect(text).toContain(`ctx.audit('${action}'`);
  expect(text).not.toContain('actor.kind');
});

function textOf(name: string): string {
  return readFileSync(`lib/services/${name}`, 'utf8');
}
