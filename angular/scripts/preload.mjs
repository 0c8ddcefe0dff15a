// Leaves `preload.json` in the production build: for the address of each page the scripts it needs besides those of
// index.html. The server names them in the answer that brings index.html, so that a telephone fetches all of them at
// once; otherwise it learns of each level of imports only when the level above has come. Part of `npm run build`.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { closure } from './chunks.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STATISTICS = join(ROOT, 'dist/browser-stats.json');

const { outputs } = JSON.parse(readFileSync(STATISTICS, 'utf8'));
const entries = new Map(Object.entries(outputs).map(([name, { entryPoint }]) => [entryPoint, name]));

const parse = (file) => ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
const bare = (node) =>
  ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node)
    ? bare(node.expression)
    : node;
const resolved = (file, specifier) => join(dirname(file), `${specifier}.ts`);

/** What a name stands for: the file and the expression; `default` is the file's own export. */
function meaning(source, name) {
  for (const statement of source.statements) {
    if (name === 'default' && ts.isExportAssignment(statement)) return [source, bare(statement.expression)];
    if (ts.isVariableStatement(statement)) {
      const found = statement.declarationList.declarations.find((it) => it.name.getText() === name);
      if (found) return [source, bare(found.initializer)];
    }
    if (ts.isImportDeclaration(statement)) {
      const found = statement.importClause?.namedBindings?.elements?.find((it) => it.name.getText() === name);
      const from = resolved(source.fileName, statement.moduleSpecifier.text);
      if (found) return meaning(parse(from), (found.propertyName ?? found.name).getText());
    }
  }
  throw new Error(`${source.fileName}: what is ${name}?`);
}

/** The file that `() => import('./page')` loads, written there or under a name. */
function imported(source, expression) {
  if (ts.isIdentifier(expression)) return imported(...meaning(source, expression.text));
  let file;
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      file = resolved(source.fileName, node.arguments[0].text);
    else ts.forEachChild(node, visit);
  };
  visit(expression);
  return file;
}

const pages = [];

function walk(source, list, path, files) {
  for (const element of list.elements) {
    if (ts.isSpreadElement(element)) walk(...meaning(source, element.expression.text), path, files);
    else page(source, element, path, files);
  }
}

function page(source, route, parents, loaded) {
  const member = (name) => route.properties.find((it) => it.name.getText() === name)?.initializer;
  const path = [...parents, ...member('path').text.split('/').filter(Boolean)];
  const component = member('loadComponent');
  const files = component ? [...loaded, imported(source, component)] : loaded;

  if (member('children')) walk(source, member('children'), path, files);
  else if (member('loadChildren')) {
    const file = imported(source, member('loadChildren'));
    walk(...meaning(parse(file), 'default'), path, [...files, file]);
  } else if (component && !path.includes('**')) pages.push({ path: path.join('/'), files });
}

walk(...meaning(parse('src/app/app.routes.ts'), 'routes'), [], []);

const chunkOf = (file) => {
  if (!entries.has(file)) throw new Error(`${file} is no script of its own, though a route loads it.`);
  return entries.get(file);
};
const initial = closure(outputs, [entries.get('src/main.ts')]);
const preload = pages.map(({ path, files }) => ({
  path,
  scripts: [...closure(outputs, files.map(chunkOf))].filter((it) => !initial.has(it)),
}));

writeFileSync(join(ROOT, 'dist/preload.json'), JSON.stringify(preload));
rmSync(STATISTICS);
