// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the planted violations are source text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routes } from '../e2e/routes';
import { pathExamples } from '../support/path-examples';
import { routePattern } from '../support/route-pattern';
import { literalPathsIn } from './parts/literal-paths';

const patterns = [...new Set(routes.map(({ file }) => file))]
  .filter((file) => !file.includes('[[...'))
  .map(routePattern);

const leadsSomewhere = (path: string): boolean => {
  const { pathname } = new URL(path, 'http://localhost');
  return patterns.some((pattern) => pattern.test(pathname)) || existsSync(`public${pathname}`);
};

test.each(Object.entries(pathExamples))('%s leads to a route of the table or to a public file', (_, examples) => {
  expect(examples.map(([made]) => made).filter((path) => !leadsSomewhere(path))).toEqual([]);
});

test.each(['/trend', '/weeks/2026-W47/drafts', '/api/v1/exports', '/icon.png', '/settings/'])(
  '%s would lead nowhere',
  (path) => expect(leadsSomewhere(path)).toBe(false),
);

test('no in-app address is written anywhere but in paths.ts', () => {
  const files = ['app', 'lib'].flatMap(sourcesIn);
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((file) => literalPathsIn(file, readFileSync(file, 'utf8')))).toEqual([]);
});

// `path:` of an operation describes the API itself, and adapters speak to others.
const exempt = /^lib\/(views\/paths\.ts|api\/operations\/|adapters\/)|\.test\.tsx?$/;

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((file) => /\.tsx?$/.test(file) && !exempt.test(file));

test.each([
  ['<a href="/runs">Runs</a>', '/runs'],
  ['<a href="/">Overview</a>', '/'],
  ["<a href={'/runs'}>Runs</a>", '/runs'],
  ['<a href={`/weeks/${week}`}>Week</a>', '/weeks/${week}'],
  ['<a href={`/${way}`}>Way</a>', '/${way}'],
  ["<Pagination newest={cursor ? '/weeks' : null} />", '/weeks'],
  ["<a href={to ?? '/'}>On</a>", '/'],
  ['<Form action="/compare" />', '/compare'],
  ['<button formAction="/sign-out" />', '/sign-out'],
  ["redirect('/');", '/'],
  ["redirect(done ? '/' : next);", '/'],
  ["permanentRedirect('/sign-in');", '/sign-in'],
  ["router.push('/');", '/'],
  ["router.replace('/trends');", '/trends'],
  ["fetch('/');", '/'],
  ['fetch(`/runs/${id}/progress`);', '/runs/${id}/progress'],
  ["new URL('/set-up', origin);", '/set-up'],
  ["revalidatePath('/account');", '/account'],
  ["const place = { href: '/' };", '/'],
  ["const place = { href: '/runs#gaps', label: 'Runs' };", '/runs#gaps'],
  ["const pages = { signIn: '/sign-in' };", '/sign-in'],
  ["const wayIn = () => '/sign-in?to=' + to;", '/sign-in?to='],
  ['const path = `/annotations/${id}`;', '/annotations/${id}'],
  ["const here = path === '/weeks';", '/weeks'],
  ["const here = path !== '/';", '/'],
  ["function wayOn() { return '/'; }", '/'],
  ["const wayOn = () => '/';", '/'],
])('%s is found', (source, path) => expect(literalPathsIn('a.tsx', source)).toEqual([`a.tsx:1 ${path}`]));

test.each([
  '<a href={runsPath()}>Runs</a>',
  '<a href="#main">Skip</a>',
  '<a href="https://example.org/runs">Elsewhere</a>',
  '<p>/runs</p>',
  "cookies().set({ name: 'theme', path: '/' });",
  "revalidatePath('/', 'layout');",
  "const api = pathname.startsWith('/api/');",
  "const [first] = path.split('/');",
  "import { runsPath } from '/lib/views/paths';",
  'const share = `${count}/${total}`;',
  'const door = /^\\/sign-in/.test(path);',
  "// leads to '/runs'",
])('%s is harmless', (source) => expect(literalPathsIn('a.tsx', source)).toEqual([]));
