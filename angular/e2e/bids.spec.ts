import { answering } from './answering';
import { BID, complete, HOMES, opportunity, SENT } from './opportunity-samples';
import { expect, signIn, test } from './portal';

const LIMIT = 'The price is £92.50 above the published limit of £1,200.00 a week. Lower it.';

test('a price above the published limit is saved, not ticked off, and refused at its field', async ({
  page,
  expectAccessible,
}) => {
  const saved: unknown[] = [];
  await answering(page, 'provider', {
    'GET /api/opportunities/c1': opportunity(complete, { ceilingWeeklyPence: 120_000 }),
    'GET /api/premises': HOMES,
  });
  await page.route('**/api/opportunities/c1/bid', (route) => {
    saved.push(route.request().postDataJSON());
    return route.fulfill({
      json: { ...complete, version: 5, problems: [{ field: 'lines', message: LIMIT }] },
    });
  });
  await page.goto('/opportunities/c1/bid');
  await expect(page.getByRole('heading', { name: 'Ready to check and send' })).toBeVisible();

  await page.getByLabel('Pounds a week').fill('645.00');
  await expect(page.getByText('£92.50 above the limit of £1,200.00 a week')).toBeVisible();
  await expect(page.getByRole('heading', { name: '1 thing left' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Price for a week: £92.50 above the limit' })).toBeVisible();
  await expect(page.getByText(/^Saved at/)).toBeVisible();
  await expect.poll(() => saved.length).toBeGreaterThan(0);
  await expect(page.getByText('Not saved')).toHaveCount(0);

  await page.getByRole('button', { name: 'Check your bid' }).click();
  const summary = page.locator('.govuk-error-summary');
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: LIMIT }).click();
  await expect(page.getByLabel('Pounds a week')).toBeFocused();
  await expectAccessible();
});

test('a number that is too large is marked alone, with its line and its limit, and leaves the total open', async ({
  page,
  expectAccessible,
}) => {
  await answering(page, 'provider', {
    'GET /api/opportunities/c1': opportunity(complete),
    'GET /api/premises': HOMES,
    'PUT /api/opportunities/c1/bid': {
      ...complete,
      missing: [{ field: 'lines[1].hoursPerWeek', message: 'Enter how many hours a week.' }],
    },
  });
  await page.goto('/opportunities/c1/bid');
  const core = page.getByRole('group', { name: /^Core support/ });

  await core.getByLabel('Hours a week').fill('9999999999');
  await expect(core.locator('.amount')).toHaveText('–');
  await expect(page.getByRole('definition').first()).toHaveText('–');
  await page.getByRole('button', { name: 'Check your bid' }).click();

  const summary = page.locator('.govuk-error-summary');
  await expect(summary.getByRole('listitem')).toHaveText(['Core support, hours a week: Enter 168 or fewer']);
  await expect(page.locator('.govuk-input--error')).toHaveCount(1);
  await expect(core.getByLabel('Hours a week')).toHaveAccessibleDescription(/Enter 168 or fewer/);
  await expectAccessible();
});

test('a promised room says until when, and may still be offered', async ({ page, expectAccessible }) => {
  await answering(page, 'provider', {
    'GET /api/opportunities/c1': opportunity(complete, {
      promisedPlaces: [{ placeId: 'pl1', when: 'until 5 June 2027' }],
    }),
    'GET /api/premises': HOMES,
  });
  await page.goto('/opportunities/c1/bid');

  const promised = page.getByRole('radio', { name: 'Alder House, Room 3' });
  await expect(promised).toHaveAccessibleDescription(/Promised until 5 June 2027$/);
  await expect(promised).toBeEnabled();
  await expect(page.getByRole('radio', { name: 'Beacon Lodge, Room 4' })).not.toHaveAccessibleDescription(/Promised/);
  await expectAccessible();
});

test('the page that checks a bid leads to each field that is not right', async ({ page, expectAccessible }) => {
  await answering(page, 'provider', {
    'GET /api/opportunities/c1': opportunity({ ...BID, problems: [{ field: 'lines', message: LIMIT }] }),
    'GET /api/premises': HOMES,
  });
  await page.goto('/opportunities/c1/bid/check');
  await expect(page.getByRole('button', { name: 'Submit bid' })).toHaveCount(0);
  await expectAccessible();

  await page.getByRole('link', { name: 'Answer “Staff and rota”' }).click();
  await expect(page.getByLabel('Staff and rota')).toBeFocused();
  await page.goBack();
  await page.getByRole('link', { name: LIMIT }).click();
  await expect(page.getByLabel('Pounds a week')).toBeFocused();
});

test('what is not right is still there after a reload', async ({ page }) => {
  test.skip(!process.env['DPS_DEMO_PASSWORD'], 'Needs a running portal: DPS_BASE_URL and DPS_DEMO_PASSWORD.');
  test.slow();
  await signIn(page, 'provider@example.org');
  await page.goto('/opportunities');
  await page.locator('a[href^="/opportunities/"]').first().click();
  await page.getByRole('link', { name: /^(Bid|Continue bid)$/ }).click();

  await page.getByLabel('Pounds a week').fill('99999');
  await page.getByLabel('Day').fill('1');
  await page.getByLabel('Month').fill('2');
  await page.getByLabel('Year').fill('2020');
  const saved = page.waitForResponse(
    (answer) => answer.ok() && (answer.request().postData() ?? '').includes('a'.repeat(6_001)),
  );
  await page.locator('textarea').first().fill('a'.repeat(6_001));
  await saved;
  await expect(page.getByText('Not saved')).toHaveCount(0);
  await expect(page.getByText(/^Saved at/)).toBeVisible();
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();

  await expect(page.getByLabel('Pounds a week')).toHaveValue('99999.00');
  await expect(page.getByLabel('Year')).toHaveValue('2020');
  await expect(page.locator('textarea').first()).toHaveValue('a'.repeat(6_001));
  await page.getByRole('button', { name: 'Check your bid' }).click();
  await expect(page.locator('.govuk-error-summary').getByText(/Shorten this answer by 1 character\./)).toBeVisible();
  await page.locator('textarea').first().fill('Short.');
  await page.getByRole('button', { name: 'Check your bid' }).click();
  await expect(page.locator('.govuk-error-summary').getByText(/Your rate card allows/)).toBeVisible();
  await expect(page.locator('.govuk-error-summary').getByText(/This day is past/)).toBeVisible();
});

test('after the deadline the check page says that a bid that was sent stands', async ({ page, expectAccessible }) => {
  await answering(page, 'provider', {
    'GET /api/opportunities/c1': opportunity(SENT, { open: false }),
    'GET /api/premises': HOMES,
  });
  await page.goto('/opportunities/c1/bid/check');
  await expect(page.getByText('You sent this bid in time.')).toBeVisible();
  await expect(page.getByText('was not sent in time')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Change' })).toHaveCount(0);
  await expectAccessible();

  await page.getByRole('link', { name: 'See your receipt' }).click();
  await expect(page.getByText('It counts. Bids have closed; two officers open them together.')).toBeVisible();
});

test('after the deadline the check page says that a bid was never sent', async ({ page }) => {
  await answering(page, 'provider', {
    'GET /api/opportunities/c1': opportunity(complete, { open: false }),
    'GET /api/premises': HOMES,
  });
  await page.goto('/opportunities/c1/bid/check');
  await expect(page.getByText('this bid was not sent in time')).toBeVisible();
});

test('a newer version replaces what was typed, and what is typed after it is saved', async ({
  page,
  expectAccessible,
}) => {
  let now = opportunity(complete);
  const saved: { lines: { weeklyPence: number }[]; version: number }[] = [];
  await answering(page, 'provider', { 'GET /api/premises': HOMES });
  await page.route('**/api/opportunities/c1', (route) => route.fulfill({ json: now }));
  await page.route('**/api/opportunities/c1/bid', (route) => {
    const body = route.request().postDataJSON() as (typeof saved)[0];
    if (body.version !== now.bid?.version) {
      return route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        json: { status: 409, code: 'DpsPortal:Concurrency', detail: 'This was changed while you were working on it.' },
      });
    }
    saved.push(body);
    return route.fulfill({ json: { ...now.bid, lines: body.lines, version: body.version + 1 } });
  });
  await page.goto('/opportunities/c1/bid');
  const weekly = page.getByLabel('Pounds a week');
  await expect(weekly).toBeVisible();
  now = opportunity({
    ...complete,
    version: complete.version + 3,
    lines: complete.lines.map((line) => (line.kind === 'Accommodation' ? { ...line, weeklyPence: 43_800 } : line)),
  });
  await weekly.fill('437.00');
  await expect(page.getByText('There is a newer version')).toBeVisible();
  await expectAccessible();

  await page.getByRole('button', { name: 'Load the newer version' }).click();
  await expect(weekly).toHaveValue('438.00');
  await weekly.fill('436.00');
  await expect.poll(() => saved.map(({ lines }) => lines[0]?.weeklyPence)).toEqual([43_600]);
});
