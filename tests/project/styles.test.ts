import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const shared = 'app/_ui/styles';
const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).map((name) => `app/${name}`);
const sheets = files
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, selectors: selectorsIn(readFileSync(file, 'utf8')) }));
const beginning = sheets.map(({ file, selectors }) => ({ file, names: new Set(selectors.flatMap(firstOf)) }));
const beside = sheets.filter(({ file }) => !file.startsWith(shared));
const sources = files.filter((file) => /(?<!\.test)\.tsx?$/.test(file));
const used = sources.map((file) => ({ file, ...classesIn(file, readFileSync(file, 'utf8')) }));

test('no class is styled that nobody uses', () => {
  const names = new Set(used.flatMap(({ words }) => words));
  const starts = used.flatMap(({ beginnings }) => beginnings);
  const isUsed = (name: string) => names.has(name) || starts.includes(name.replace(/\d+$/, ''));
  const unused = sheets.flatMap(({ file, selectors }) =>
    selectors
      .flatMap(classesOf)
      .filter((name) => !isUsed(name))
      .map((name) => `${file}: .${name}`),
  );
  expect(unused).toEqual([]);
});

test('a sheet beside a page or component begins each selector with a class of its own: the order of sheets is no matter', () => {
  const strange = beside.flatMap(({ file, selectors }) =>
    selectors.filter((selector) => ownClasses(file, selector).length === 0).map((selector) => `${file}: ${selector}`),
  );
  expect(strange).toEqual([]);
});

test('a class of a sheet beside a page is used below that folder only', () => {
  const away = beside.flatMap(({ file, selectors }) => {
    const own = new Set(selectors.flatMap((selector) => ownClasses(file, selector)));
    const room = `${dirname(file).replace(/\/_[a-z]+$/, '')}/`;
    const users = used.filter(({ file: user }) => !user.startsWith(room));
    return users.flatMap(({ file: user, classes }) =>
      classes.filter((name) => own.has(name)).map((name) => `${user}: .${name} of ${file}`),
    );
  });
  expect(away).toEqual([]);
});

test('each sheet is loaded', () => {
  const imports = sources.flatMap((file) => readFileSync(file, 'utf8').match(/(?<=^import ').+\.css(?=';$)/gm) ?? []);
  const names = new Set(imports.map((from) => from.split('/').at(-1)));
  expect(sheets.filter(({ file }) => !names.has(file.split('/').at(-1)))).toEqual([]);
});

test.each([
  ['.a, .b:not(.c, .d) > .e { top: 0 }', ['.a', '.b:not(.c, .d) > .e']],
  ['@media print { .a { top: 0 } } /* .x { } */ .b { top: 1.5px; }', ['.a', '.b']],
])('%s', (css, selectors) => expect(selectorsIn(css)).toEqual(selectors));

test.each([
  ['<p className="a b" id="c" />', ['a', 'b']],
  ["<p className={classNames('a', b && 'c')} />", ['a', 'c']],
  ["column({ className: 'num' })", ['num']],
  ['<p className={`a s$' + '{tone} b`} />', ['a', 'b', 's']],
])('%s', (source, classes) => expect(classesIn('a.tsx', source).classes.toSorted()).toEqual(classes));

/** The classes by which a selector begins, where no other sheet begins one with them. */
function ownClasses(file: string, selector: string): string[] {
  return firstOf(selector).filter((name) => beginning.every((sheet) => sheet.file === file || !sheet.names.has(name)));
}

function firstOf(selector: string): string[] {
  return classesOf(/^(?:\([^)]*\)|[^\s>+~(])*/.exec(selector)?.[0] ?? '');
}

function classesOf(selector: string): string[] {
  return [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name ?? '');
}

function selectorsIn(css: string): string[] {
  const heads = css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g);
  return [...heads]
    .map(([, head]) => (head ?? '').trim().replace(/\s+/g, ' '))
    .filter((head) => !head.startsWith('@'))
    .flatMap((head) => head.split(/,\s*(?![^()]*\))/));
}

/** What a source says: every word within strings, the classes among them, and what stands right before a `${}`. */
function classesIn(file: string, text: string) {
  const [words, classes, beginnings]: [string[], string[], string[]] = [[], [], []];
  const visit = (node: ts.Node, naming: boolean): void => {
    const names = (naming && !isComparison(node)) || namesClasses(node);
    const said = wordsOf(node);
    words.push(...said);
    if (names) classes.push(...said);
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node)) beginnings.push(node.text.split(/\s/).at(-1) ?? '');
    ts.forEachChild(node, (child) => visit(child, names));
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX), false);
  return { words, classes, beginnings: beginnings.filter((start) => start !== '') };
}

function namesClasses(node: ts.Node): boolean {
  if (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) return /class(name)?$/i.test(node.name.getText());
  return ts.isCallExpression(node) && node.expression.getText() === 'classNames';
}

function isComparison(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
}

function wordsOf(node: ts.Node): string[] {
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  const words = isText ? node.text.split(/\s+/).filter(Boolean) : [];
  return words.every((word) => /^[a-z][\w-]*$/.test(word)) ? words : [];
}
