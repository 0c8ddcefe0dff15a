import { readFileSync } from 'node:fs';
import { Page } from '@playwright/test';
import { answering } from './answering';
import { BOX } from './box-samples';
import { commitment, complete, COPY, HOMES, keepCopy, opportunity, RECEIPT, SENT, TEXT } from './opportunity-samples';
import { expect, test } from './portal';
import { ofCallOff } from './screen';

/** Once sent, a bid can be read in its bidder's own copy alone. */

const own = (text = COPY) => ({
  name: 'C-7QK3-9F2D-v2-bid.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

const RIGHT = 'Your copy is what was sealed';

/** Sent under the salt that the page made. */
async function sending(page: Page): Promise<{ readonly asked: Record<string, unknown>[] }> {
  const asked: Record<string, unknown>[] = [];
  await answering(page, 'provider', { 'GET /api/premises': HOMES });
  await page.route('**/api/opportunities/c1', (route) => {
    const salt = asked[0]?.['salt'] as string | undefined;
    const lastReceipt = salt ? { ...RECEIPT, sha256: commitment(salt, TEXT) } : null;
    return route.fulfill({ json: opportunity(salt ? { ...SENT, lastReceipt } : complete) });
  });
  return { asked };
}

test('a bid that is sent stays in the browser, with what proves it', async ({ page, expectAccessible }) => {
  const { asked } = await sending(page);
  await page.route('**/api/opportunities/c1/bid/submit', (route) => {
    asked.push({ ...route.request().postDataJSON(), key: route.request().headers()['idempotency-key'] });
    const salt = asked[0]?.['salt'] as string;
    const fresh = { salt, text: TEXT, totalWeeklyPence: 106_750 };
    return route.fulfill({ json: { ...RECEIPT, sha256: commitment(salt, TEXT), ...fresh } });
  });
  await page.goto('/opportunities/c1/bid/check');
  await page.getByRole('button', { name: 'Submit bid' }).click();

  await expect(page.getByText(RIGHT)).toBeVisible();
  await expect(page.getByText('£1,067.50 a week')).toBeVisible();
  await expect(page.getByText('Alder House, Room 3')).toBeVisible();
  expect(asked[0]?.['salt']).toMatch(/^[0-9a-f]{64}$/);
  await expectAccessible();

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download my bid' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('C-7QK3-9F2D-v2-bid.json');
  const kept = { format: 'dps-bid-file/1', salt: asked[0]?.['salt'], content: TEXT };
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toEqual(kept);

  await page.reload();
  await expect(page.getByText(RIGHT)).toBeVisible();
  await page.getByRole('button', { name: 'Forget the copy in this browser' }).click();
  await page.getByRole('button', { name: 'Yes, forget it' }).click();
  await expect(page.getByLabel('Open your copy')).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a lost answer loses no copy, and the same key is sent again', async ({ page }) => {
  const { asked } = await sending(page);
  await page.route('**/api/opportunities/c1/bid/submit', (route) => {
    asked.push({ ...route.request().postDataJSON(), key: route.request().headers()['idempotency-key'] });
    if (asked.length === 1) return route.abort();
    return route.fulfill(asked.length === 2 ? { status: 504, body: '' } : { status: 401, json: {} });
  });
  await page.goto('/opportunities/c1/bid/check');
  await page.getByRole('button', { name: 'Submit bid' }).click();
  await expect(page.getByText('The portal did not answer.')).toBeVisible();
  await page.getByRole('button', { name: 'Submit bid' }).click();
  await expect(page.getByText('Sorry, something went wrong')).toBeVisible();
  await page.getByRole('button', { name: 'Submit bid' }).click();
  await expect(page.getByText('You have been signed out.')).toBeVisible();
  expect(asked.slice(1)).toEqual([asked[0], asked[0]]);

  await page.goto('/opportunities/c1/receipt');
  await expect(page.getByText(RIGHT)).toBeVisible();
});

test('a browser that keeps nothing says so, and hands the file out at once', async ({ page, expectAccessible }) => {
  const { asked } = await sending(page);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
  });
  await page.route('**/api/opportunities/c1/bid/submit', (route) => {
    asked.push(route.request().postDataJSON());
    return route.fulfill({ json: { ...RECEIPT, sha256: commitment(asked[0]?.['salt'] as string, TEXT) } });
  });
  await page.goto('/opportunities/c1/bid/check');
  await page.getByRole('button', { name: 'Submit bid' }).click();

  const warning = page.getByRole('alert').filter({ hasText: 'This browser cannot keep your bid: download it now' });
  await expect(warning).toBeVisible();
  await expectAccessible();
  await Promise.all([page.waitForEvent('download'), warning.getByRole('button', { name: 'Download my bid' }).click()]);
});

test('a box that cannot be sealed sends nothing and loses nothing', async ({ page }) => {
  const detail = 'The box of this call-off cannot be sealed just now, so nothing was sent.';
  await sending(page);
  await page.route('**/api/opportunities/c1/bid/submit', (route) =>
    route.fulfill({ status: 503, json: { code: 'Tendering:BoxKeyUntrusted', detail } }),
  );
  await page.goto('/opportunities/c1/bid/check');
  await page.getByRole('button', { name: 'Submit bid' }).click();

  await expect(page.getByText(detail)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Submit bid' })).toBeEnabled();
});

test('a bid that was sent from another window is not sent again', async ({ page, expectAccessible }) => {
  const detail = 'This bid was sent, and the portal keeps nothing of it that it can read.';
  let isSent = false;
  await answering(page, 'provider', { 'GET /api/premises': HOMES });
  await page.route('**/api/opportunities/c1', (route) =>
    route.fulfill({ json: opportunity(isSent ? SENT : complete) }),
  );
  await page.route('**/api/opportunities/c1/bid/submit', (route) => {
    isSent = true;
    return route.fulfill({ status: 409, json: { code: 'Tendering:BidWithoutDraft', detail } });
  });
  await page.goto('/opportunities/c1/bid/check');
  await page.getByRole('button', { name: 'Submit bid' }).click();

  await expect(page.getByText(detail)).toBeVisible();
  await expect(page.getByText('Version 2 was sent, and counts. There is nothing new to send.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Submit|^Send/ })).toHaveCount(0);
  await expectAccessible();
});

test('a bid is withdrawn from the page of the need, and may be sent again', async ({ page }) => {
  const taken = opportunity({ ...SENT, state: 'Withdrawn' });
  await answering(page, 'provider', {
    'GET /api/opportunities/c1': opportunity(SENT),
    'POST /api/opportunities/c1/bid/withdraw': taken,
    'GET /api/premises': HOMES,
  });
  await page.goto('/opportunities/c1');
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('button', { name: 'Yes, withdraw it' }).click();

  await expect(page.getByText('You withdrew version 2. Nobody will read it.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bid again' })).toHaveAttribute('href', '/opportunities/c1/bid');
});

test('after the deadline the form says that the bid that was sent counts', async ({ page }) => {
  await keepCopy(page);
  await answering(page, 'provider', {
    'GET /api/opportunities/c1': opportunity(SENT, { open: false }),
    'GET /api/premises': HOMES,
  });
  await page.goto('/opportunities/c1/bid');

  await expect(page.getByText('The bid you sent counts.')).toBeVisible();
  await expect(page.getByText('is still on this page')).toHaveCount(0);
});

test('a copy is opened in the page, refused when it is another one, and never sent', async ({
  page,
  expectAccessible,
}) => {
  const posted: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') posted.push(request.url());
  });
  await answering(page, 'provider', { 'GET /api/opportunities/c1': opportunity(SENT), 'GET /api/premises': HOMES });
  await page.goto('/opportunities/c1/receipt');
  const upload = page.getByLabel('Open your copy');

  await upload.setInputFiles(own(COPY.replace('106750', '106751')));
  await expect(page.getByText('This is not version 2 as it was sealed')).toBeVisible();
  await expectAccessible();
  await upload.setInputFiles(own(COPY.slice(0, -5)));
  await expect(page.getByText('This file is damaged')).toBeVisible();
  await upload.setInputFiles(own());
  await expect(page.getByText(RIGHT)).toBeVisible();
  expect(posted).toEqual([]);
});

test('a change begins from the copy, and nothing is sent before something is changed', async ({
  page,
  expectAccessible,
}) => {
  const saved: Record<string, unknown>[] = [];
  await keepCopy(page);
  await answering(page, 'provider', { 'GET /api/opportunities/c1': opportunity(SENT), 'GET /api/premises': HOMES });
  await page.route('**/api/opportunities/c1/bid', (route) => {
    saved.push(route.request().postDataJSON());
    return route.fulfill({ json: { ...complete, state: 'Submitted', lastReceipt: RECEIPT, version: 5 } });
  });
  await page.goto('/opportunities/c1');
  await expect(page.getByText('Version 2 was sent on')).toContainText('It is sealed: nobody can read it');
  await page.getByRole('link', { name: 'Change your bid' }).click();

  await expect(page.getByLabel('Pounds a week')).toHaveValue('420.00');
  await expect(page.getByRole('radio', { name: 'Alder House, Room 3' })).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Nothing left to do' })).toBeVisible();
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await expectAccessible();
  await page.waitForTimeout(2500);
  expect(saved).toEqual([]);

  await page.getByLabel('Pounds a week').fill('410.00');
  await expect(page.getByText('You are changing version 2')).toBeVisible();
  await expect(page.getByText('It counts until you send version 3, before the deadline.')).toBeVisible();
  expect(saved[0]).toMatchObject({ premisesId: 'p1', placeId: 'pl1', noConflict: true });
});

test('the check of an unchanged copy saves it first', async ({ page }) => {
  const saved: unknown[] = [];
  await keepCopy(page);
  await answering(page, 'provider', { 'GET /api/premises': HOMES });
  const draft = { ...complete, state: 'Submitted' as const, lastReceipt: RECEIPT, version: 5 };
  await page.route('**/api/opportunities/c1', (route) =>
    route.fulfill({ json: opportunity(saved.length > 0 ? draft : { ...SENT, state: 'Withdrawn' }) }),
  );
  await page.route('**/api/opportunities/c1/bid', (route) => {
    saved.push(route.request().postDataJSON());
    return route.fulfill({ json: draft });
  });
  await page.goto('/opportunities/c1/bid');
  await page.getByRole('button', { name: 'Check your bid' }).click();

  await expect(page.getByRole('button', { name: 'Send version 3' })).toBeVisible();
  await expect(page.getByText('Version 2 counts until you send version 3.')).toBeVisible();
  expect(saved).toHaveLength(1);
});

test('without a copy in the browser the form begins with the file, or empty', async ({ page, expectAccessible }) => {
  await answering(page, 'provider', { 'GET /api/opportunities/c1': opportunity(SENT), 'GET /api/premises': HOMES });
  await page.goto('/opportunities/c1/bid');
  await expect(page.getByLabel('Pounds a week')).toHaveCount(0);
  await expectAccessible();
  await page.getByLabel('Open your copy').setInputFiles(own());
  await expect(page.getByRole('radio', { name: 'Alder House, Room 3' })).toBeChecked();

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole('button', { name: 'Start with an empty form' }).click();
  await expect(page.getByLabel('Pounds a week')).toHaveValue('420.00');
  await expect(page.getByRole('radio', { name: 'Alder House, Room 3' })).not.toBeChecked();
});

test('once the box is opened the portal hands the bid out again', async ({ page }) => {
  const closed = opportunity(SENT, { open: false, boxRoot: BOX.root });
  await answering(page, 'provider', {
    'GET /api/opportunities/c1': closed,
    'GET /api/public/boxes/c1': BOX,
    'GET /api/premises': HOMES,
  });
  await page.goto('/opportunities/c1/receipt');

  await expect(page.getByRole('link', { name: 'Download my bid' })).toHaveAttribute(
    'href',
    '/api/opportunities/c1/bid/versions/2/copy',
  );
});

for (const [state, button, path] of [
  ['Closed', /^Open with |^Ask to open/, '**/api/call-offs/c1/open'],
  ['Draft', /^Publish to /, '**/api/call-offs/c1/publish'],
] as const) {
  test(`without the Opener a call-off stays ${state}, and the button can be pressed again`, async ({ page }) => {
    const detail = 'The Opener, which holds the keys of sealed bids, does not answer. Nothing was changed.';
    let asked = 0;
    await answering(page, 'council', ofCallOff(state));
    await page.route(path, (route) => {
      asked++;
      return route.fulfill({ status: 503, json: { code: 'Tendering:OpenerAway', detail } });
    });
    await page.goto('/call-offs/c1');
    await expect(page.getByRole('button', { name: button })).toBeVisible();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByText(detail)).toBeVisible();
    await page.getByRole('button', { name: button }).click();

    await expect.poll(() => asked).toBe(2);
    await expect(page.getByText(detail)).toBeVisible();
  });
}
