import { fillDate } from './main-job/forms';
import { expect, signIn, test } from './portal';

test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal with its demo data');

test('finance chooses a period, reads the findings as charts and tables, and takes the files', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'finance@example.org');
  await page.getByRole('navigation').getByRole('link', { name: 'Spend' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Spend' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(/spend/i);
  await expect(page.getByRole('img')).toHaveCount(6);
  await expectAccessible();
  await expectReflow(390);
  await expectReflow();

  await expect(page.getByRole('img', { name: /Map of London boroughs by spend/ })).toBeVisible();
  await expect(page.getByText(/Contains National Statistics and OS data © Crown copyright/)).toBeVisible();

  await page.getByRole('button', { name: 'Show table of months' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Spend by month and lot' })).toBeVisible();
  for (const by of ['by borough', 'by provider', 'by area of the home', 'by route', 'by age band']) {
    await page.getByRole('button', { name: `Show table ${by}` }).click();
    await expect(page.getByRole('table', { name: `Spend ${by}` })).toBeVisible();
  }
  await expectAccessible();
  await expectReflow(390);

  await page.getByRole('radio', { name: 'Last quarter' }).check();
  await expect(page).toHaveURL(/period=quarter/);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Last quarter' })).toBeChecked();

  for (const [name, type] of [
    ['Download Excel (XLSX)', /spreadsheetml/],
    ['Download CSV', /text\/csv/],
  ] as const) {
    const link = page.getByRole('link', { name });
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toMatch(type);
    expect(answer.headers()['content-disposition']).toMatch(/attachment.*spend-northwick-vale-lbc-/);
  }

  await page.getByText('What each column means').click();
  const explained = await page.locator('dps-columns-explained dt').allInnerTexts();
  const csv = await page.getByRole('link', { name: 'Download CSV' }).getAttribute('href');
  const header = (await (await page.request.get(csv ?? '')).text()).replace(/^\uFEFF/, '').split(/\r?\n/)[0];
  expect(explained.map((name) => name.trim()).join(',')).toBe(header);
  await expectAccessible();
  await expectReflow(390);
});

test('dates the wrong way round are refused at the dates, by whichever way they came', async ({
  page,
  expectAccessible,
}) => {
  await signIn(page, 'finance@example.org');
  await page.goto('/reporting/spend?from=2026-05-02&to=2026-05-01');

  const summary = page.locator('.govuk-error-summary');
  await expect(summary.getByRole('link')).toHaveText('Give a first day that is not after the last day');
  await expect(page.getByRole('group', { name: 'First day' })).toHaveAccessibleDescription(/not after the last day/);
  await expectAccessible();

  const last = page.getByRole('group', { name: 'Last day' });
  await last.getByLabel('Day').fill('31');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/from=2026-05-02&to=2026-05-31/);
  await expect(page.getByText('2 May 2026 to 31 May 2026')).toBeVisible();
  await expect(summary).toHaveCount(0);
});

test('an approver finds a placement, proposes a price and is told at the date why not', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'approver@example.org');
  await page.goto('/placements');
  await expect(page.getByRole('table', { name: 'Placements' })).toBeVisible();
  await expect(page.getByText(/Showing 1 to 20 of/)).toBeVisible();
  await expectAccessible();
  await expectReflow(390);
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page.getByText(/Showing 21 to/)).toBeVisible();

  const reference = (await page.getByRole('link', { name: /^P-/ }).first().innerText()).trim();
  await page.getByLabel('Reference, provider or area').fill(reference.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByText('Showing 1 to 1 of 1')).toBeVisible();
  await page.getByRole('link', { name: reference }).click();

  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`Placement ${reference}`));
  await expectAccessible();
  await expectReflow(390);

  await page.getByRole('button', { name: 'Change the price' }).click();
  await page.getByRole('button', { name: 'Propose the new price' }).click();
  const summary = page.locator('.govuk-error-summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    'Enter the first night at the new price',
    'Choose why the price changes',
  ]);
  await expectAccessible();

  const from = page.getByRole('group', { name: 'First night at the new price' });
  await fillDate(from, '2001-01-01');
  await page.getByLabel('Nights and other, pounds a week').fill('12.34');
  await page.getByLabel('Why').selectOption({ label: 'More support' });
  await page.getByRole('button', { name: 'Propose the new price' }).click();
  await expect(from).toHaveAccessibleDescription(/Error/);
  await expect(page.getByLabel('Nights and other, pounds a week')).toHaveValue('12.34');
});

test('a stay is extended by two people, ended by mistake and the end taken back', async ({
  page,
  browser,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'placements@example.org');
  await page.goto('/placements');
  await page.getByRole('link', { name: /^P-/ }).first().click();
  await expect(page.getByRole('heading', { name: 'Agreement' })).toBeVisible();
  const address = page.url();

  await page.getByRole('button', { name: 'Extend the stay' }).click();
  const form = page.locator('dps-extend-stay form');
  await form.getByRole('button', { name: 'Propose the later end' }).click();
  await expect(page.locator('.govuk-error-summary').getByRole('link')).toHaveText(['Enter the new planned end']);
  await expectAccessible();
  await expectReflow(390);
  const planned = form.getByRole('group', { name: 'New planned end' });
  await fillDate(planned, '2001-01-01');
  await form.getByRole('button', { name: 'Propose the later end' }).click();
  await expect(planned).toHaveAccessibleDescription(/It is planned until .* already/);
  const until = /planned until (\d+ \w+ \d{4})/.exec(await form.innerText())?.[1] ?? '';
  const later = new Date(Date.parse(`${until} 12:00 UTC`) + 7 * 86_400_000).toISOString().slice(0, 10);
  await fillDate(planned, later);
  await form.getByRole('button', { name: 'Propose the later end' }).click();
  await expect(page.getByText(/7 nights more at/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Confirm the later end' })).toHaveCount(0);
  await expectAccessible();
  await expectReflow(390);

  const other = await browser.newContext();
  const approver = await other.newPage();
  await signIn(approver, 'approver@example.org');
  await approver.goto(address);
  await approver.getByRole('button', { name: 'Confirm the later end' }).click();
  await expect(approver.locator('dps-fact-strip')).not.toContainText(until);
  await expect(approver.getByText('Confirmed the later end')).toBeVisible();

  await approver.getByRole('button', { name: 'Record the end' }).click();
  await fillDate(approver.getByRole('group', { name: 'Day of leaving' }), later);
  await approver.getByLabel('Why').selectOption({ label: 'Care plan changed' });
  await approver.getByRole('radio', { name: 'Yes' }).check();
  await approver.getByRole('button', { name: 'End the placement' }).click();
  await approver.getByRole('button', { name: 'Take back the end' }).click();
  const back = approver.locator('dps-take-back-end form');
  await back.getByLabel('Why you take it back').fill('Another placement was meant.');
  await back.getByRole('button', { name: 'Take back the end' }).click();
  await expect(approver.getByRole('button', { name: 'Record the end' })).toBeVisible();
  await expect(approver.getByText('Took back the end')).toBeVisible();
  await other.close();
});

test('a reader of the spend may open a placement and change nothing', async ({ page }) => {
  await signIn(page, 'finance@example.org');
  await page.goto('/placements');
  await page.getByRole('link', { name: /^P-/ }).first().click();

  await expect(page.getByRole('heading', { name: 'Agreement' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change the price' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Record the end' })).toHaveCount(0);
});
