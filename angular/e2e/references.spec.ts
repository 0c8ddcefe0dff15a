import { expect, expectNoFindings, signIn, test } from './portal';
import { linkTo } from './referee-link';

/** These follow real e-mails: they need a running portal. */
test.skip(!process.env['DPS_BASE_URL'], 'Needs a running portal: DPS_BASE_URL.');

test('a referee is named, answers by a link on a phone without an account, and an officer checks who it was', async ({
  page,
  browser,
  expectAccessible,
  expectReflow,
}) => {
  test.setTimeout(120_000);
  const council = `Saltmere ${crypto.randomUUID().slice(0, 8)} Council`;
  const email = `referee-${crypto.randomUUID()}@saltmere.example.org`;
  await signIn(page, 'provider@example.org');
  await page.goto('/application');
  await page.locator('.dps-row', { hasText: 'Admitted' }).first().getByRole('link').first().click();
  await page.getByRole('link', { name: 'References from two councils' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('References from two councils');

  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.locator('.govuk-error-summary').getByRole('link')).toHaveText([
    'Enter the name of the authority',
    'Enter the referee’s full name',
    'Enter the referee’s work email address',
    'Enter the contract or setting',
    'Say what you provided',
  ]);
  await expectAccessible();
  await page.getByLabel('Council', { exact: true }).fill(council);
  await page.getByLabel('Referee’s full name').fill('Mina Okafor');
  await page.getByLabel('Referee’s work email address').fill('mina@gmail.com');
  await page.getByLabel('Contract or setting').fill('Spot placements at a shared home, 2024 to 2026');
  await page.getByLabel('What you provided').fill('Six places with staff on site day and night.');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.locator('.govuk-error-summary').getByRole('link')).toHaveText([/not a private one/]);
  await expect(page.getByLabel('Council', { exact: true })).toHaveValue(council);
  await page.getByLabel('Referee’s work email address').fill(email);
  await page.getByRole('button', { name: 'Send the request' }).click();
  const row = page.locator('.dps-row', { hasText: council });
  await expect(row).toContainText('Waiting');
  await expectAccessible();
  await expectReflow(390);
  await expectReflow(320);

  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const link = await linkTo(page, email);
  await phone.goto(link);
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('Give a reference for');
  await expectNoFindings(phone);
  await phone.getByRole('button', { name: 'Give the reference' }).click();
  await expect(phone.locator('.govuk-error-summary')).toBeFocused();
  await expect(phone.locator('.govuk-error-summary').getByRole('link')).toHaveCount(7);
  await expectNoFindings(phone);
  await phone.getByLabel('How many years').fill('2');
  await phone.getByLabel('How many young people').fill('7');
  await phone.getByRole('group', { name: 'Would you place with it again?' }).getByLabel('Yes').check();
  await phone.getByRole('group', { name: 'Do you have concerns about it?' }).getByLabel('Yes').check();
  await phone.getByLabel('What are they').fill('Reports came late in the first year; they are on time now.');
  await phone.getByLabel('Your full name').fill('Mina Okafor');
  await phone.getByLabel('Your job title').fill('Commissioning manager');
  await phone.getByLabel('I speak for').check();
  await expectNoFindings(phone);
  const beyond = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  await phone.getByRole('button', { name: 'Give the reference' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Reference given');
  await expectNoFindings(phone);
  await phone.goto('/sign-in');
  await phone.goto(link);
  await expect(phone.locator('.govuk-error-summary')).toContainText('This link does not work');

  await page.reload();
  await expect(row).toContainText('Being checked');
  await expect(page.getByText('Reports came late')).toHaveCount(0);
  const id = /application\/([^/]+)/.exec(page.url())![1];
  const officer = await (await browser.newContext()).newPage();
  await signIn(officer, 'officer@example.org');
  await officer.goto(`/accreditation/applications/${id}/questionnaire`);
  const said = officer.getByRole('article', { name: `Reference of ${council}` });
  await expect(said).toContainText('Reports came late in the first year');
  await expect(said).toContainText('Has concerns');
  await said.getByRole('button', { name: 'Check who gave it' }).click();
  await expect(said.getByRole('radio').first()).toBeFocused();
  await expect(said).toContainText('saltmere.example.org is not a gov.uk address');
  await said.getByRole('button', { name: 'Save' }).click();
  await expect(said.locator('.govuk-error-summary').getByRole('link')).toHaveText(['Choose whether it counts']);
  await said.getByLabel('Yes, the referee speaks for').check();
  await said.getByRole('button', { name: 'Save' }).click();
  await expect(said.locator('.govuk-error-summary').getByRole('link')).toHaveText(['Say how you know']);
  await expectNoFindings(officer);
  await said.getByLabel('How you know').fill('Rang the switchboard and was put through.');
  await said.getByRole('button', { name: 'Save' }).click();
  await expect(said).toContainText(`Counts for ${council}, checked by`);
  await expectNoFindings(officer);

  await page.reload();
  await expect(row).toContainText('Counts until');
  await said.getByRole('button', { name: 'It does not count after all' }).click();
  await expect(said).not.toContainText('is not a gov.uk address');
  await expect(said.getByRole('radio')).toHaveCount(0);
  await expect(said.getByLabel('Why it does not count')).toBeFocused();
  await said.getByRole('button', { name: 'Save' }).click();
  await expect(said.locator('.govuk-error-summary').getByRole('link')).toHaveText(['Say why it does not count']);
  await expectNoFindings(officer);
  await said.getByLabel('Why it does not count').fill('Nobody there knows the referee.');
  await said.getByRole('button', { name: 'Save' }).click();
  await expect(said).toContainText('Does not count, checked by');
  await expect(said).toContainText(`Before: Counts for ${council}, checked by`);
  await expect(said).toContainText('Rang the switchboard and was put through.');
  await officer.goto(`/accreditation/applications/${id}/history`);
  await expect(officer.getByText(`Reference found not to count; the provider was told: ${council}`)).toBeVisible();
  await page.reload();
  await expect(row).toContainText('Does not count');
  await expect(row).toContainText('Name somebody else, at this council or another.');
  await expect(page.getByText('Nobody there knows')).toHaveCount(0);
});
