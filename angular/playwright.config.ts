import { defineConfig } from '@playwright/test';

/** The address of a running portal. Without it the production build is served, for the pages that need no server. */
const running = process.env['DPS_BASE_URL'];
const STATIC = 'http://localhost:4210';

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  // Ends what hangs. How fast pages are is measured by the budgets, and two journeys on a slow machine are slow.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env['CI'],
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    baseURL: running ?? STATIC,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    // A trace costs a sixth of the time: kept where the work folder is.
    trace: process.env['DPS_KEEP'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env['DPS_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // The main job moves the clock of the whole server, and budgets measure time: each runs alone, after the others.
  projects: [
    { name: 'pages', testIgnore: ['main-job.spec.ts', 'budgets.spec.ts'] },
    { name: 'budgets', testMatch: 'budgets.spec.ts', dependencies: ['pages'], workers: 1 },
    { name: 'main job', testMatch: 'main-job.spec.ts', dependencies: ['budgets'] },
  ],
  ...(!running && {
    webServer: { command: 'node scripts/serve-static.mjs 4210', url: STATIC, reuseExistingServer: false },
  }),
});
