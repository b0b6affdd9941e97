import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { logEvents } from '@/lib/domain/log-events';
import { passwordLength } from '@/lib/domain/password';
import { permissions, roleMay, roles, scopeLets, tokenScopes } from '@/lib/domain/roles';
import { bodyLimits } from '@/server/body-limits';

const folder = 'docs/security';
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const pages = [
  'SECURITY.md',
  ...readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? [`${folder}/${name}`] : [])),
];

test('each event of the log has its row in logs.md', () => {
  const rows = [...textOf('logs.md').matchAll(/^\| `([a-z-]+)`(?: !)? \| .+ \|$/gm)].map(([, event]) => event);
  expect(Object.keys(logEvents).filter((event) => !rows.includes(event))).toEqual([]);
});

test('the table of roles.md is that of the code', () => {
  const told = textOf('roles.md').match(/^\| `[a-z]+:[a-z]+` \|.*$/gm);
  expect(told).toEqual(
    permissions.map((permission) => {
      const may = roles.map((role) => (roleMay(role, permission) ? ' yes |' : ' |')).join('');
      return `| \`${permission}\` |${may} ${tokenScopes.filter((scope) => scopeLets(scope, permission)).join(', ')} |`;
    }),
  );
});

test('limits that the pages tell are those of the code', () => {
  const KiB = 1024;
  const { auth, form, file } = bodyLimits;
  const limits = textOf('limits.md');
  for (const told of [`${auth / KiB} KiB`, `${form / KiB} KiB`, `${file / KiB / KiB} MiB`])
    expect(limits).toContain(told);
  expect(textOf('sign-in.md')).toContain(`${passwordLength.min} to ${passwordLength.max} characters`);
});

// A name in `backquotes`; a test or a demo may use what it likes.
test('each file that uses cryptography is in the inventory', () => {
  const uses =
    /node:crypto|crypto\.(subtle|getRandomValues|randomUUID)|['"](@node-rs\/argon2|next-auth\/jwt|otpauth|openid-client|@simplewebauthn\/(server|browser))['"]/;
  const inventory = textOf('cryptography.md');
  const files = ['app', 'lib', 'server'].flatMap(sourcesIn).filter((file) => uses.test(withoutTypes(file)));
  expect(files.filter((file) => !inventory.includes(`\`${file}\``))).toEqual([]);
});

test('what the pages link to is there', () => {
  const gone = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\(([^)]+)\)/g)]
      .map(([, to = '']) => to.split('#')[0] ?? '')
      .filter((to) => to !== '' && !/^[a-z]+:/.test(to) && !existsSync(join(dirname(page), to)))
      .map((to) => `${page}: ${to}`),
  );
  expect(gone).toEqual([]);
});

test('the list of pages names every page', () => {
  const listed = textOf('README.md');
  const files = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(files.filter((name) => !listed.includes(`](${name})`))).toEqual([]);
});

const withoutTypes = (file: string): string => readFileSync(file, 'utf8').replaceAll(/^import type [^;]*;$/gms, '');

function sourcesIn(from: string): string[] {
  return readdirSync(from, { recursive: true, encoding: 'utf8' })
    .map((name) => `${from}/${name}`)
    .filter((file) => /\.(ts|tsx)$/.test(file) && !/\.test\.|\/generated\//.test(file));
}
