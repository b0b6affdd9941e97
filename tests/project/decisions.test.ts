import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const folder = 'docs/decisions';
const files = readdirSync(folder).filter((name) => name !== 'README.md');
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

test('the list of decisions has every file under its number and its question', () => {
  const listed = textOf('README.md').matchAll(/^(\d+)\. \[(.+)\]\((.+)\)$/gm);
  const told = [...listed].map(([, number, question, name]) => ({ name, head: `# ${number}. ${question}` }));
  expect(told).toEqual(files.map((name) => ({ name, head: textOf(name).split('\n')[0] })));
});

test('decisions are numbered one after the other', () => {
  expect(files.map((name) => /^(\d\d)-[a-z-]+\.md$/.exec(name)?.[1])).toEqual(
    files.map((_, index) => String(index + 1).padStart(2, '0')),
  );
});

test('each decision says its choice, its price and what would make us reconsider', () => {
  const form = /^# \d+\. .+\n\n(- .+\n)+- Price: .+\n- Reconsider .+\n(- Reversed by \d+: .+\n)?$/;
  expect(files.filter((name) => !form.test(textOf(name)))).toEqual([]);
});

test.each(['README.md', 'docs/decisions/README.md'])('what %s links to is there', (page) => {
  const targets = [...readFileSync(page, 'utf8').matchAll(/(?:\]\(|(?:src|srcset)=")([^)"]+)/g)].map(
    ([, to]) => to ?? '',
  );
  const local = targets.filter((to) => !/^[a-z]+:|^#/.test(to));
  expect(local.filter((to) => !existsSync(join(dirname(page), to.split('#')[0] ?? '')))).toEqual([]);
});
