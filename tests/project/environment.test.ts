import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { environmentSchema } from '@/lib/config/environment';

const variables = Object.keys(environmentSchema.shape).sort();

test('.env.example has one line for every variable, and no other', () => {
  const lines = readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z0-9_]+)=/gm);
  expect([...lines].map(([, name]) => name).sort()).toEqual(variables);
});

test("README's table has every variable, and no other", () => {
  const heads = readFileSync('README.md', 'utf8').matchAll(/^\| (`[A-Z].*?) \|/gm);
  const told = [...heads].flatMap(([, head = '']) => [...head.matchAll(/`([A-Z0-9_]+\*?)`/g)].map(([, name]) => name));
  expect(told.flatMap(membersOf).sort()).toEqual(variables);
});

/** `OIDC_*` stands for a family. */
const membersOf = (name = ''): string[] =>
  name.endsWith('*') ? variables.filter((variable) => variable.startsWith(name.slice(0, -1))) : [name];
