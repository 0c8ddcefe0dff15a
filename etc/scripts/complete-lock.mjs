// Completes a package-lock.json: node etc/scripts/complete-lock.mjs [angular/package-lock.json]
//
// Native tools name one optional package per platform. npm leaves out of the lock those that it could not fetch when
// the lock was made, and `npm ci` on a machine of that platform (or with another npm) then calls the lock out of step.
// This adds them with the exact version their parent asks for. Run it after each `npm install`; a second run adds none.
import fs from 'node:fs';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
let added = 0;

/** The limits that the name of a platform package tells: `@esbuild/linux-x64`, `@rollup/rollup-linux-x64-musl`. */
function platformOf(name) {
  const words = name.split('/').pop().split('-');
  const os = systems.find(x => words.includes(x)) ?? (words.includes('windows') ? 'win32' : undefined);
  const cpu = processors.find(x => words.includes(x)) ?? (words.some(x => x.startsWith('arm')) ? 'arm' : undefined);
  const libc = words.some(x => x.startsWith('musl')) ? 'musl' : words.some(x => x.startsWith('gnu')) ? 'glibc' : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(os === 'linux' && libc && { libc: [libc] }) };
}

for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    const top = `node_modules/${name}`;
    if (lock.packages[top] || lock.packages[`${path}/${top}`] || parent.peerDependenciesMeta?.[name]) continue;
    const version = range.replace(/^[~^]/, '');
    lock.packages[top] = { version, ...platformOf(name), ...(parent.dev && { dev: true }), optional: true };
    added++;
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
fs.writeFileSync(file, JSON.stringify(lock, null, 2) + '\n');
console.log(`${file}: ${added} added`);
