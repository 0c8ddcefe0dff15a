// Serves the production build without a back end, for the pages that need none: node scripts/serve-static.mjs 4210
// `GET /api/session` answers an anonymous session; everything else under /api is not found.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

if (!existsSync(join(DIST, 'index.html'))) throw new Error('No build found: npm run build');

const anonymous = () => ({
  user: null,
  organisation: null,
  roles: [],
  permissions: [],
  serverTime: new Date().toISOString(),
});

createServer((request, response) => {
  const path = normalize(new URL(request.url, 'http://localhost').pathname);
  if (path.startsWith('/api')) {
    const isSession = path === '/api/session';
    response.writeHead(isSession ? 200 : 404, { 'content-type': 'application/json' });
    response.end(isSession ? JSON.stringify(anonymous()) : '{}');
    return;
  }

  const wanted = extname(path) ? join(DIST, path) : join(DIST, 'index.html');
  if (!existsSync(wanted)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(wanted)] ?? 'application/octet-stream',
    'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'",
  });
  response.end(readFileSync(wanted));
}).listen(Number(process.argv[2] ?? 4210));
