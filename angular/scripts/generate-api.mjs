// Generates src/app/proxy from the OpenAPI document of the server's build.
// Its `servers` are left out: the client asks the origin it was loaded from, which the antiforgery token needs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'openapi-'));

try {
  const { input } = JSON.parse(readFileSync(path('ng-openapi-gen.json'), 'utf8'));
  const description = JSON.parse(readFileSync(path(input), 'utf8'));
  delete description.servers;
  const copy = join(folder, 'dps-portal.json');
  writeFileSync(copy, JSON.stringify(description));

  const generator = path('node_modules/ng-openapi-gen/lib/index.js');
  execFileSync(process.execPath, [generator, '--config', 'ng-openapi-gen.json', '--input', copy], {
    cwd: path('.'),
    stdio: 'pipe',
  });
} finally {
  rmSync(folder, { recursive: true });
}
