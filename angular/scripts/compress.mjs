// Leaves `main-ABC123.js.br` beside each script and style sheet of the production build: the server sends these files
// as they are, and a telephone fetches a quarter of the bytes. Part of `npm run build`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const DIST = new URL('../dist/', import.meta.url);
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

const files = readdirSync(DIST).filter((name) => /\.(js|css)$/.test(name));
if (files.length === 0) throw new Error('No scripts found: the build left nothing to compress.');

for (const name of files) {
  writeFileSync(new URL(`${name}.br`, DIST), brotliCompressSync(readFileSync(new URL(name, DIST)), best));
}
