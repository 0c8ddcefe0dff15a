import { BrowserContext, Page } from '@playwright/test';
import { expect, signIn, test } from './portal';

// What a page may take on a modest telephone: processor four times slower than the machine the budgets were set on
// (etc/docs/decisions/0019), 1.6 Mbit/s, 150 ms there and back.
const SLOWER = 4;
const BYTES_A_SECOND = (1.6 * 1024 * 1024) / 8;
const ROUND_TRIP_MS = 150;

/** `roundsASecond` on that machine while it did nothing else. */
const REFERENCE_ROUNDS_A_SECOND = 4200;

const FIRST_PAINT_MS = 1200;
const LARGEST_PAINT_MS = 2500;
const LAYOUT_SHIFT = 0.02;
const ANSWER_TO_A_CLICK_MS = 100;

/** A machine that does other work as well is slow by chance, never fast: the best of these counts. */
const LOADS = 3;

interface Load {
  readonly rate: number;
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

test('the queue of officers paints within its budget on a modest telephone', async ({ page, context }) => {
  await signIn(page, 'officer@example.org');
  await expectWithinBudget(context, '/accreditation/queue', (each) => each.locator('tbody tr').first().waitFor());
});

test('a queue of 200 rows answers a click within 100 ms', async ({ page }) => {
  await signIn(page, 'officer@example.org');
  await page.route(/\/api\/applications\/queue\?/, async (route) => {
    const answer = await route.fetch();
    const queue = (await answer.json()) as { items: Record<string, unknown>[]; totalCount: number };
    const items = Array.from({ length: 200 }, (_, i) => ({ ...queue.items[i % queue.items.length], id: `row-${i}` }));
    await route.fulfill({ json: { ...queue, items, totalCount: items.length } });
  });
  await page.goto('/accreditation/queue');
  await expect(page.locator('tbody tr')).toHaveCount(200);

  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { interactions: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (entry.interactionId > 0) seen.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });

  const times: number[] = [];
  for (let i = 0; i < LOADS; i++) {
    await page.getByRole('radio', { name: i % 2 === 0 ? 'Assigned to me' : 'Everyone' }).click();
    await page.getByRole('link', { name: i % 2 === 0 ? 'Submitted' : 'Provider', exact: true }).click();
    await expect(page.locator('tbody tr')).toHaveCount(200);
    // An interaction is reported after its paint, in steps of 8 ms; one shorter than 16 ms is not reported at all.
    const here = await page.evaluate(async () => {
      await new Promise((done) => setTimeout(done, 300));
      const { interactions } = window as unknown as { interactions: number[] };
      return Math.max(0, ...interactions.splice(0));
    });
    times.push(Math.round(here * (await speed(page))));
  }
  test.info().annotations.push({ type: 'measured', description: times.join(' ms, ') });
  expect(Math.min(...times), `milliseconds from click to paint: ${times.join(', ')}`).toBeLessThanOrEqual(
    ANSWER_TO_A_CLICK_MS,
  );
});

async function expectWithinBudget(
  context: BrowserContext,
  path: string,
  ready: (page: Page) => Promise<void>,
): Promise<void> {
  const loads: Load[] = [];
  while (loads.length < LOADS && !loads.some(isWithin)) loads.push(await load(context, path, ready));
  const measured = loads
    .map((it) => `first ${it.first}, largest ${it.largest}, shift ${it.shift}, slowed ${it.rate.toFixed(1)} times`)
    .join('; ');
  test.info().annotations.push({ type: 'measured', description: measured });
  expect(loads.some(isWithin), measured).toBe(true);
}

/** How fast this machine is just now beside that of the budgets: 1, or less where it is slower. */
async function speed(page: Page): Promise<number> {
  return Math.min(1, (await page.evaluate(roundsASecond)) / REFERENCE_ROUNDS_A_SECOND);
}

/** Work such as pages do, runs in the page: the median of five spans of 200 ms, once the engine has warmed to it. */
function roundsASecond(): number {
  const rows = Array.from({ length: 200 }, (_, i) => ({ id: i, name: `row ${(i * 7919) % 211}`, share: i / 3 }));
  const span = (): number => {
    let rounds = 0;
    for (const end = performance.now() + 200; performance.now() < end; rounds++)
      (JSON.parse(JSON.stringify(rows)) as typeof rows).sort((a, b) => (a.name < b.name ? -1 : 1));
    return rounds * 5;
  };
  for (let i = 0; i < 4; i++) span();
  return Array.from({ length: 5 }, span).sort((a, b) => a - b)[2]!;
}

/** Loads the page as somebody who was never here: nothing of it is in the cache. */
async function load(context: BrowserContext, path: string, ready: (page: Page) => Promise<void>): Promise<Load> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 390, height: 844 });
  const browser = await context.newCDPSession(page);
  await browser.send('Network.enable');
  await browser.send('Network.setCacheDisabled', { cacheDisabled: true });
  const rate = Math.max(1, SLOWER * (await speed(page)));
  await browser.send('Emulation.setCPUThrottlingRate', { rate });
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
  return { rate, ...measured };
}
