// Holds the size of what a browser fetches, brotli-compressed as the server sends it. Run after `npm run build`.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const DIST = new URL('../dist/', import.meta.url);
const LIMITS = { 'initial JavaScript': 100, 'initial CSS': 14, font: 28, 'lazy route': 20 };

const read = (name) => readFileSync(new URL(name, DIST));
const compressed = (name) => {
  const bytes = read(name);
  return name.endsWith('.woff2')
    ? bytes.length
    : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
};
const names = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

const STATIC_IMPORT = /(?:from|import)\s*[`"']\.\/([\w-]+\.js)[`"']/g;
const DYNAMIC_IMPORT = /import\([`"']\.\/([\w-]+\.js)[`"']\)/g;

/** The given chunks and all that they import statically. */
function closure(chunks) {
  const seen = new Set();
  const open = [...chunks];
  while (open.length > 0) {
    const chunk = open.pop();
    if (seen.has(chunk)) continue;
    seen.add(chunk);
    open.push(...names(read(chunk).toString(), STATIC_IMPORT));
  }
  return seen;
}

const index = read('index.html').toString();
const initial = closure(names(index, /(?:src|href)="([\w-]+\.js)"/g));
const sum = (files) => [...files].reduce((total, file) => total + compressed(file), 0);

const measured = [
  ['initial JavaScript', 'all', sum(initial)],
  ['initial CSS', 'all', sum(new Set(names(index, /href="([\w-]+\.css)"/g)))],
  ...readdirSync(new URL('fonts/', DIST)).map((font) => ['font', font, compressed(`fonts/${font}`)]),
];

// A route loads its own chunk and what that shares with other routes; the signal forms are shared by every form page
// and fetched once, so a chunk that several routes use is counted where it stands alone.
const all = readdirSync(DIST).filter((name) => name.endsWith('.js'));
const lazy = new Set(all.flatMap((name) => names(read(name).toString(), DYNAMIC_IMPORT)));
const used = new Map();
for (const route of lazy) for (const chunk of closure([route])) used.set(chunk, (used.get(chunk) ?? 0) + 1);
for (const route of lazy) {
  if (initial.has(route)) continue;
  const own = [...closure([route])].filter((chunk) => !initial.has(chunk) && used.get(chunk) === 1);
  measured.push(['lazy route', route, sum(own)]);
}
for (const [chunk, routes] of used) {
  if (routes > 1 && !initial.has(chunk)) measured.push(['lazy route', `${chunk} (shared)`, sum([chunk])]);
}

if (lazy.size === 0 || initial.size === 0) throw new Error('No chunks found: the budget measured nothing.');

let failed = 0;
for (const [kind, name, bytes] of measured.sort((a, b) => a[0].localeCompare(b[0]) || b[2] - a[2])) {
  const over = bytes > LIMITS[kind] * 1000;
  failed += over ? 1 : 0;
  if (over || bytes > 500) {
    console.log(
      `${over ? 'OVER' : 'ok  '} ${kind.padEnd(19)}${(bytes / 1000).toFixed(1).padStart(6)} kB of ${LIMITS[kind]}  ${name}`,
    );
  }
}
console.log(`${measured.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
