import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

const services = 'lib/services';
const subjects = readdirSync(services, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && entry.name !== 'parts',
);

test('each file directly in a subject of the services exports what service() made, and types', () => {
  const files = subjects.flatMap(({ name }) => filesIn(`${services}/${name}`));
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => unguardedIn(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  ['export function readAll() {}', ['readAll']],
  ['export const readAll = (ctx: Context) => ctx.store;', ['readAll']],
  ['export const see = service({}); export type Seen = string; const own = 1;', []],
  ["export { readAll } from './parts/read-all';", ['readAll']],
  ["export * from './parts/read-all';", ['*']],
  ['const readAll = 1; export { readAll };', ['readAll']],
  ["import type { Seen } from './parts/see'; export type { Seen };", []],
  ['export default function readAll() {}', ['readAll']],
])('%s', (source, unguarded) => expect(unguardedIn('a.ts', source)).toEqual(unguarded.map((name) => `a.ts: ${name}`)));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map(({ name }) => `${folder}/${name}`);

/** What a file hands out that asks nobody whether they may. */
function unguardedIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap(exportsOf).map((name) => `${file}: ${name}`);
}

function exportsOf(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly ? [] : namesOf(statement);
  const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExport);
  if (!exported || ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) return [];
  if (!ts.isVariableStatement(statement)) return [nameOf(statement)];
  return statement.declarationList.declarations.filter(({ initializer }) => !isGuarded(initializer)).map(nameOf);
}

const isExport = ({ kind }: ts.Modifier): boolean => kind === ts.SyntaxKind.ExportKeyword;

const nameOf = (node: ts.Node): string =>
  'name' in node && node.name ? (node.name as ts.Node).getText() : node.getText().slice(0, 40);

function namesOf({ exportClause }: ts.ExportDeclaration): string[] {
  if (exportClause === undefined || ts.isNamespaceExport(exportClause)) return ['*'];
  return exportClause.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
}

const isGuarded = (made: ts.Expression | undefined): boolean =>
  made !== undefined && ts.isCallExpression(made) && made.expression.getText() === 'service';
