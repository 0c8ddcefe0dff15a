import { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './portal';

// What a page may take on a modest telephone: processor four times slower, 1.6 Mbit/s, 150 ms there and back.
const SLOWER = 4;
const BYTES_A_SECOND = (1.6 * 1024 * 1024) / 8;
const ROUND_TRIP_MS = 150;

const FIRST_PAINT_MS = 1200;
const LARGEST_PAINT_MS = 2500;
const LAYOUT_SHIFT = 0.02;

/** A machine that does other work as well is slow by chance, never fast: the best of these counts. */
const LOADS = 3;

interface Load {
  readonly first: number;
  readonly largest: number;
  readonly shift: number;
}

const isWithin = ({ first, largest, shift }: Load): boolean =>
  first <= FIRST_PAINT_MS && largest <= LARGEST_PAINT_MS && shift <= LAYOUT_SHIFT;

test.skip(!process.env['DPS_BASE_URL'], 'measures what the server sends');

test('the sign-in page paints within its budget on a modest telephone', async ({ context }) => {
  await expectWithinBudget(context, '/sign-in', (page) => page.getByRole('button', { name: 'Sign in' }).waitFor());
});

async function expectWithinBudget(
  context: BrowserContext,
  path: string,
  ready: (page: Page) => Promise<void>,
): Promise<void> {
  const loads: Load[] = [];
  while (loads.length < LOADS && !loads.some(isWithin)) loads.push(await load(context, path, ready));
  const measured = loads.map((it) => `first ${it.first}, largest ${it.largest}, shift ${it.shift}`).join('; ');
  test.info().annotations.push({ type: 'measured', description: measured });
  expect(loads.some(isWithin), measured).toBe(true);
}

/** Loads the page as somebody who was never here: nothing of it is in the cache. */
async function load(context: BrowserContext, path: string, ready: (page: Page) => Promise<void>): Promise<Load> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 390, height: 844 });
  const browser = await context.newCDPSession(page);
  await browser.send('Network.enable');
  await browser.send('Network.setCacheDisabled', { cacheDisabled: true });
  await browser.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await browser.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: ROUND_TRIP_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  });
  await page.goto(path);
  await ready(page);
  await page.waitForLoadState('networkidle');
  const measured = await page.evaluate(
    () =>
      new Promise<{ first: number; largest: number; shift: number }>((resolve) => {
        let [largest, shift] = [0, 0];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) largest = Math.max(largest, entry.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity;
          resolve({ first: Math.round(first), largest: Math.round(largest), shift: Math.round(shift * 1000) / 1000 });
        }, 200);
      }),
  );
  await page.close();
  return measured;
}
