import ts from 'typescript';

/** Addresses within the application that a file spells out itself, each with its line. */
export function literalPathsIn(file: string, text: string): string[] {
  // Most files hold nothing that could be one, and need no parsing.
  if (!/['"`]\//.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node) && isPath(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.getText().slice(1, -1)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** Whatever begins like one; the bare `/`, which is many things, only where it leads somewhere. */
function isPath(node: ts.StringLiteralLike | ts.TemplateExpression): boolean {
  if (isHarmless(node.parent)) return false;
  const begin = ts.isTemplateExpression(node) ? node.head.text : node.text;
  if (ts.isTemplateExpression(node) && begin === '/') return true;
  return begin === '/' ? leads(node) : /^\/[\w.?#]/.test(begin);
}

/** Questions about an address, and what is no address of a page: a module, the mount of the sign-in library. */
function isHarmless(parent: ts.Node): boolean {
  if (ts.isImportDeclaration(parent)) return true;
  if (ts.isPropertyAssignment(parent)) return parent.name.getText() === 'basePath';
  return ts.isCallExpression(parent) && /\.startsWith$/.test(parent.expression.getText());
}

const leading = /^(redirect|permanentRedirect|fetch|URL|\w*[rR]outer\.(push|replace|prefetch))$/;

/** Through choices and parentheses: an attribute, a link's property, an answer, a comparison, or a call that takes one elsewhere. */
function leads(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxAttribute(parent) || ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) return true;
  if (ts.isPropertyAssignment(parent)) return /^(href|action|formAction|also|way)$/.test(parent.name.getText());
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return leading.test(parent.expression.getText());
  if (ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText())) return true;
  const passedOn =
    ts.isJsxExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    (ts.isBinaryExpression(parent) && /^(\?\?|\|\||&&)$/.test(parent.operatorToken.getText()));
  return passedOn && leads(parent);
}
