import { expect, signIn, test } from './portal';

test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal with its demo data');

const HEADINGS = 'name,legal_form,company_number,contact_name,contact_email,lots,admitted_on';

const csv = (rows: readonly string[]) => ({
  name: 'alliance members.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADINGS, ...rows, ''].join('\r\n')),
});

test('an alliance is checked by one officer, stored by another, and says what is still missing', async ({
  page,
  browser,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'officer@example.org');
  await page.goto('/accreditation/members');
  await page.getByRole('link', { name: 'Import and export' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Import and export' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Download everything/ }), 'a lead alone takes it out').toHaveCount(0);
  await expectAccessible();
  await page.getByRole('link', { name: 'Import an alliance' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import an alliance' })).toBeVisible();
  await expectAccessible();
  const template = await page.request.get(
    (await page.getByRole('link', { name: /^Members template/ }).getAttribute('href')) ?? '',
  );
  expect(await template.text()).toContain('name,legal_form,company_number');

  const scheme = page.getByLabel('Scheme', { exact: true });
  if (await scheme.isVisible()) await scheme.selectOption({ index: 0 });
  const choose = async (file: ReturnType<typeof csv>) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByLabel(/^Choose (the|another) file/).click(),
    ]);
    await chooser.setFiles(file);
  };
  const key = String(Date.now()).slice(-7);
  const number = `Z${String.fromCharCode(65 + (Number(key) % 26))}${key.slice(-6)}`;
  const name = `Reedmace Homes ${key}`;
  const good = `${name},limited company,${number},Posy Fern,posy.${key}@example.org,1,01/09/2024`;
  await choose(csv([good, `Sallow ${key},limited company,1.73E+11,Ash Fern,not an address,99,31/02/2024`]));
  await expect(page.getByRole('heading', { name: 'Import report: 1 row needs you' })).toBeFocused();
  const table = page.getByRole('table', { name: 'Rows that need you' });
  await expect(table).toContainText('alliance members, row 3');
  await expect(table.getByText('31/02/2024', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Propose/ })).toHaveCount(0);
  await expectAccessible();
  await expectReflow();

  await choose(csv([good]));
  await expect(page.getByRole('heading', { name: 'Import report: every row is ready' })).toBeFocused();
  await page.getByRole('button', { name: /^Propose this import/ }).click();
  await expect(page.getByText('alliance members.csv waits for a second officer.')).toBeVisible();
  await expectAccessible();
  await expectReflow();

  const context = await browser.newContext();
  const second = await context.newPage();
  await signIn(second, 'second-officer@example.org');
  await second.goto('/accreditation/imports');
  await second
    .getByRole('listitem')
    .filter({ hasText: 'Waits for a second officer' })
    .getByRole('link', { name: 'alliance members.csv' })
    .first()
    .click();
  await expect(second.getByRole('heading', { name: 'Import report: every row is ready' })).toBeVisible();
  await second.getByRole('button', { name: 'Store everything' }).click();
  await expect(second.getByText('alliance members.csv is stored.')).toBeVisible();
  const owed = second.getByRole('row').filter({ hasText: name });
  await expect(owed).toBeVisible();
  await expect(owed.getByRole('cell').first()).toHaveText(/^\s*\d+\s*$/);

  const zip = await second.request.get(
    (await second.getByRole('link', { name: /Download everything/ }).getAttribute('href')) ?? '',
  );
  expect(zip.headers()['content-type']).toBe('application/zip');
  expect((await zip.body()).subarray(0, 2).toString()).toBe('PK');
  await context.close();

  await page.getByRole('link', { name: 'Import an alliance' }).click();
  await choose(csv([good]));
  await expect(page.getByRole('heading', { name: 'Import report: 1 row needs you' })).toBeFocused();
  await expect(page.getByText(/is in the portal already/)).toBeVisible();
});
