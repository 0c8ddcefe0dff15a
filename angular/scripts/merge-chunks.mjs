// Joins the small scripts of the production build. Its bundler makes one of every set of modules that the same pages
// share: some 200, most below 1 kB, and a page asks for thirty. A telephone waits for each. Afterwards the scripts of
// the first page are one beside `main`, and what many pages share is one. Part of `npm run build`.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { closure } from './chunks.mjs';

/** Above this many bytes a script is worth its own request, and not every page that shares others should bring it. */
const SMALL = 6000;

/** How many pages must share a small script for every page to bring it. */
const OFTEN = 12;

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const STATISTICS = join(DIST, 'browser-stats.json');
const INDEX = join(DIST, 'index.html');

const { outputs } = JSON.parse(readFileSync(STATISTICS, 'utf8'));
const main = Object.keys(outputs).find((name) => outputs[name].entryPoint === 'src/main.ts');
const initial = closure(outputs, [main]);
const sharedBy = new Map();
for (const [name, { entryPoint }] of Object.entries(outputs)) {
  if (!entryPoint || initial.has(name)) continue;
  for (const chunk of closure(outputs, [name])) sharedBy.set(chunk, (sharedBy.get(chunk) ?? 0) + 1);
}

const isFirst = (id) => initial.has(basename(id)) && basename(id) !== main;
const isSmallAndShared = (name) =>
  !outputs[name].entryPoint && outputs[name].bytes < SMALL && (sharedBy.get(name) ?? 0) >= OFTEN;
const everyday = new Set(
  Object.keys(outputs).filter(
    (name) =>
      isSmallAndShared(name) && [...closure(outputs, [name])].every((it) => initial.has(it) || isSmallAndShared(it)),
  ),
);

const bundle = await rolldown({ input: { main: join(DIST, main) } });
const { output } = await bundle.generate({
  // The bundler has made names short and taken out what is not used.
  minify: { mangle: false, compress: false },
  entryFileNames: '[name]-[hash].js',
  chunkFileNames: 'chunk-[hash].js',
  codeSplitting: {
    groups: [
      { name: 'first', test: isFirst, priority: 2 },
      { name: 'everyday', test: (id) => everyday.has(basename(id)), priority: 1 },
    ],
  },
});
await bundle.close();

for (const name of readdirSync(DIST)) if (name.endsWith('.js')) rmSync(join(DIST, name));
for (const { fileName, code } of output) writeFileSync(join(DIST, fileName), code);

const merged = Object.fromEntries(
  output.map((chunk) => [
    chunk.fileName,
    {
      entryPoint: chunk.facadeModuleId ? outputs[basename(chunk.facadeModuleId)].entryPoint : undefined,
      imports: [
        ...chunk.imports.map((path) => ({ path, kind: 'import-statement' })),
        ...chunk.dynamicImports.map((path) => ({ path, kind: 'dynamic-import' })),
      ],
    },
  ]),
);
writeFileSync(STATISTICS, JSON.stringify({ outputs: merged }));

const start = output.find((chunk) => chunk.isEntry).fileName;
const others = [...closure(merged, [start])].filter((name) => name !== start);
const html = readFileSync(INDEX, 'utf8')
  .replace(/<link rel="modulepreload" href="[^"]*">/g, '')
  .replace(
    `<script src="${main}"`,
    `${others.map((name) => `<link rel="modulepreload" href="${name}">`).join('')}<script src="${start}"`,
  );
writeFileSync(INDEX, html);
