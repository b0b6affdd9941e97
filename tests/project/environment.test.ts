import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { environmentSchema } from '@/lib/config/environment';

const variables = Object.keys(environmentSchema.shape).sort();

test('.env.example has one line for every variable, and no other', () => {
  const lines = readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z0-9_]+)=/gm);
  expect([...lines].map(([, name]) => name).sort()).toEqual(variables);
});

test("README's table names every variable", () => {
  const readme = readFileSync('README.md', 'utf8');
  const families = ['OIDC_'];
  const told = (name: string) => readme.includes(`\`${name}\``) || families.some((family) => name.startsWith(family));
  expect(variables.filter((name) => !told(name))).toEqual([]);
});
