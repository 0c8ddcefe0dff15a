import { Locator, Page } from '@playwright/test';
import { expect, signIn, test } from './portal';
import { smallPdf } from './small-pdf';

test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal');

const HOME = 'Alder House';

const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const saveAndContinue = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save and continue' }).click();

async function fillDate(group: Locator, day: number, month: number, year: number): Promise<void> {
  await group.getByLabel('Day').fill(String(day));
  await group.getByLabel('Month').fill(String(month));
  await group.getByLabel('Year').fill(String(year));
}

/** Leaves the newcomer with a draft that nobody has touched, whatever an earlier run left behind. */
async function startAfresh(page: Page): Promise<void> {
  await signIn(page, 'newcomer@example.org');
  const open = async (): Promise<void> => {
    await page.goto('/application');
    await page.locator('.dps-row').first().waitFor();
  };
  await open();
  const running = page.locator('.dps-row', { hasText: /Not submitted|Submitted|Being assessed/ });
  while ((await running.count()) > 0) {
    await running.first().getByRole('link').click();
    await page.getByRole('link', { name: 'Withdraw this application' }).click();
    await page.getByLabel('Why are you withdrawing?').fill('Starting again');
    await page.getByRole('button', { name: 'Withdraw application' }).click();
    await expect(page.getByText('Withdrawn')).toBeVisible();
    await open();
  }
  await page
    .getByRole('button', { name: /^Start an application/ })
    .first()
    .click();
  await expect(heading(page)).toHaveText('Your application');
}

test.describe.configure({ mode: 'serial' });
test.use({ actionTimeout: 15_000 });

test('a provider applies from the first page to the confirmation', async ({ page, expectAccessible, expectReflow }) => {
  test.setTimeout(240_000);
  const check = async (): Promise<void> => {
    await expectAccessible();
    await expectReflow(390);
    await expectReflow(320);
  };

  await test.step('the task list of a new draft', async () => {
    await startAfresh(page);
    await expect(page.getByText('0 of 9 tasks complete').last()).toBeVisible();
    await expect(page.getByText('Cannot start yet')).toHaveCount(2);
    await expect(page.getByText('Submit today and we must decide by')).toBeVisible();
    await check();
  });

  await test.step('organisation details, wrong and then right', async () => {
    await page.getByRole('link', { name: 'Continue: Organisation details' }).click();
    await page.getByLabel('Legal form').selectOption('Community interest company');
    await page.getByLabel('Company number').fill('ZZ001');
    await page.getByLabel('Contact email').fill('office@tidewell');
    await saveAndContinue(page);

    const summary = page.locator('.govuk-error-summary');
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('link', { name: 'Company number must be 8 characters' })).toBeVisible();
    await check();
    await summary.getByRole('link', { name: 'Company number must be 8 characters' }).click();
    await expect(page.getByLabel('Company number')).toBeFocused();

    await page.getByLabel('Company number').fill('ZZ000123');
    await page.getByLabel('Registered office').fill('4 Quay Street\nEastmarsh');
    await page.getByLabel('Contact name').fill('Farah Quill');
    await page.getByLabel('Contact email').fill('office@example.org');
    await page.getByLabel('Contact phone number').fill('020 7946 0123');
    await page.getByRole('group', { name: 'small or medium' }).getByLabel('Yes').check();
    await page.getByRole('group', { name: 'voluntary organisation' }).getByLabel('No').check();
    await saveAndContinue(page);
    await expect(heading(page)).toHaveText('Directors and managers');
  });

  await test.step('one person with three roles and a history of work', async () => {
    await check();
    await page.getByRole('link', { name: 'Add a person' }).click();
    await page.getByLabel('Full name').fill('Farah Quill');
    await page.getByLabel('Email address').fill('farah@example.org');
    for (const role of ['Director or trustee', 'Nominated individual', 'Registered service manager']) {
      await page.getByLabel(role).check();
    }
    await saveAndContinue(page);
    await expect(page.locator('.govuk-error-summary')).toContainText('Add the manager’s relevant work');

    await page.getByRole('button', { name: 'Add a post' }).click();
    await page.getByLabel('Employer').fill('First Key Homes Trust');
    await page.getByLabel('Post', { exact: true }).fill('Deputy manager');
    await fillDate(page.getByRole('group', { name: 'First day' }), 1, 9, 2023);
    await check();
    await saveAndContinue(page);
    await expect(page.getByRole('main').getByRole('link', { name: 'Farah Quill' })).toBeVisible();
    await check();
    await page.getByRole('link', { name: 'Continue' }).click();
  });

  await test.step('Ofsted registration', async () => {
    await page.getByRole('group', { name: 'Are you registered' }).getByLabel('Yes').check();
    await page.getByLabel('Unique reference number').fill('9000021');
    await fillDate(page.getByRole('group', { name: 'Registered on' }), 27, 3, 2024);
    await page.getByLabel('Self-contained homes').check();
    await check();
    await saveAndContinue(page);
  });

  await test.step('exclusion grounds, one of which applies', async () => {
    await expect(heading(page)).toHaveText('Exclusion grounds');
    for (const group of await page.getByRole('group').all()) await group.getByLabel('No').check();
    await page.getByRole('group', { name: 'Insolvency' }).getByLabel('Yes').check();
    await saveAndContinue(page);
    await expect(page.locator('.govuk-error-summary')).toContainText('Say what was done to put it right');
    await page.getByLabel('What happened').fill('An arrangement of 2019 was completed in 2021.');
    await check();
    await saveAndContinue(page);
  });

  await test.step('insurance: a wrong file is refused, the rest stays', async () => {
    await expect(heading(page)).toHaveText('Insurance');
    const policies = [
      ['Employers’ liability', '10,000,000'],
      ['Public liability', '5,000,000'],
    ] as const;
    for (const [name, cover] of policies) {
      const policy = page.locator('.dps-question-group', { has: page.getByRole('heading', { name }) });
      await policy.getByLabel('We hold it').check();
      await policy.getByLabel('Cover in pounds').fill(cover);
      await policy.getByLabel('Insurer').fill('Marsh and Fen Mutual');
      await policy.getByLabel('Policy number').fill('MF-20418');
      await fillDate(policy.getByRole('group', { name: 'Last day' }), 31, 12, new Date().getFullYear() + 1);
      await policy.getByLabel('Certificate of').setInputFiles({
        name: 'cover.pdf',
        mimeType: 'application/pdf',
        buffer: smallPdf(`Certificate of ${name.replace('’', '')}`),
      });
      await expect(policy.getByText('cover.pdf', { exact: true })).toBeVisible();
    }
    const last = page.locator('.dps-question-group', { has: page.getByRole('heading', { name: 'indemnity' }) });
    await last.getByLabel('We will have it').check();
    await last.getByLabel('Cover in pounds').fill('1,000,000');

    const first = page.locator('.dps-question-group').first();
    await first
      .getByLabel('Replace the file')
      .setInputFiles({ name: 'virus.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ') });
    await expect(first.getByText(/virus\.exe is not of an allowed kind/)).toBeVisible();
    await expect(first.getByText('cover.pdf', { exact: true })).toBeVisible();
    await check();
    await saveAndContinue(page);
  });

  await test.step('a home with one place that is too small and one that is not', async () => {
    await expect(heading(page)).toHaveText('Homes and bedrooms');
    await page.getByRole('link', { name: /^Add (a|another) home$/ }).click();
    await expect(heading(page)).toHaveText('Add a home');
    await page.getByLabel('Name of the home').fill(HOME);
    await page.getByLabel('Street address').fill('12 Quay Street');
    await page.getByLabel('Town').fill('Eastmarsh');
    await page.getByLabel('Postcode').fill('HA9 0ZZ');
    await page.getByLabel('Council area').selectOption({ index: 1 });
    await page.getByLabel('Self-contained homes').check();
    await page.getByLabel('on the list we gave to Ofsted').check();
    await page.getByLabel('Area of the bedroom').fill('6.5o');
    await page.getByRole('button', { name: 'Add another place' }).click();
    const rooms = page.getByLabel('Area of the bedroom');
    await rooms.nth(1).fill('9.25');
    await page.getByRole('button', { name: 'Save home' }).click();
    await expect(page.locator('.govuk-error-summary')).toContainText('Enter the area in square metres, like 9.25');
    await rooms.nth(0).fill('6.50');
    await check();
    await page.getByRole('button', { name: 'Save home' }).click();

    await expect(heading(page)).toHaveText('Homes and bedrooms');
    await expect(page.getByText(`${HOME} is saved and chosen below.`)).toBeVisible();
    await expect(page.getByLabel(HOME).first()).toBeChecked();
    await check();
    await saveAndContinue(page);
  });

  await test.step('lots and areas', async () => {
    await expect(heading(page)).toHaveText('Lots and areas');
    await page.getByLabel(/^Lot 1/).check();
    await page.getByRole('group', { name: 'Areas' }).getByRole('checkbox').first().check();
    await check();
    await saveAndContinue(page);
  });

  await test.step('a rate card: three decimals are refused at the field', async () => {
    await expect(heading(page)).toHaveText('Weekly rate card');
    await page.getByLabel('Accommodation').fill('12.345');
    for (const [label, price] of [
      ['Core support', '24.50'],
      ['One-to-one support', '£26'],
      ['Waking night', '140'],
      ['Sleep-in', '70.00'],
      ['Setting up', '0'],
    ] as const) {
      await page.getByLabel(label).fill(price);
    }
    await saveAndContinue(page);
    await expect(page.getByLabel('Accommodation')).toHaveAccessibleDescription(/pounds and pence, like 1067\.50/);
    await page.getByLabel('Accommodation').fill('1,067.5');
    await check();
    await saveAndContinue(page);
  });

  await test.step('references can wait', async () => {
    await expect(heading(page)).toHaveText('References from two councils');
    await check();
    await page.getByRole('link', { name: 'Continue to the declaration' }).click();
  });

  await test.step('the declaration', async () => {
    await expect(heading(page)).toHaveText('Declaration');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByLabel('Your name').fill('Farah Quill');
    await page.getByLabel('Your role').fill('Director');
    await check();
    await saveAndContinue(page);
  });

  await test.step('check, change, submit twice, one result', async () => {
    await expect(heading(page)).toHaveText('Check your answers');
    await expect(page.getByText('Accommodation: £1,067.50 a week')).toBeVisible();
    await check();
    await page.getByRole('link', { name: 'Change Declaration' }).click();
    await page.getByLabel('Your role').fill('Managing director');
    await saveAndContinue(page);
    await expect(page.getByText('Farah Quill, Managing director')).toBeVisible();

    let submissions = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/submit')) submissions++;
    });
    await page.getByRole('button', { name: 'Submit application' }).dblclick();
    await expect(heading(page)).toHaveText('Application submitted');
    await expect(page.getByText(/We must tell you whether you join by/)).toContainText('10 working days');
    expect(submissions).toBe(1);
    await check();
  });

  await test.step('the stages afterwards', async () => {
    await page.getByRole('link', { name: 'See your application' }).click();
    await expect(page.getByText('Submitted', { exact: true }).first()).toBeVisible();
    await expect(page.getByText('Day 0 of 10')).toBeVisible();
    await check();
    await page.getByRole('link', { name: 'Read your answers' }).click();
    await expect(heading(page)).toHaveText('Your answers');
    await expect(page.getByRole('button', { name: 'Submit application' })).toHaveCount(0);
  });
});

test('what is typed is saved by itself and survives leaving the page', async ({ page }) => {
  await startAfresh(page);
  await page.getByRole('link', { name: 'Continue: Organisation details' }).click();
  await page.getByLabel('Contact name').fill('Farah Qu');
  await expect(page.getByText('Kept in this tab until the answers are complete')).toBeVisible({ timeout: 5000 });
  await page.reload();
  await expect(page.getByLabel('Contact name')).toHaveValue('Farah Qu');
  await expect(page.getByText('Not saved yet')).toBeVisible();

  const application = page.url().replace(/\/organisation$/, '');
  await page.goto(`${application}/declaration`);
  await page.getByLabel('Your name').fill('Farah Quill');
  await page.getByLabel('Your role').fill('Director');
  await expect(page.getByText(/^Saved at/)).toBeVisible({ timeout: 5000 });
  await page.goto(application);
  await expect(page.locator('.govuk-task-list__item', { hasText: 'Declaration' })).toContainText('In progress');
});

test('a form is filled in and sent by the keyboard alone', async ({ page }) => {
  await startAfresh(page);
  await page.goto(`${page.url()}/ofsted`);
  await expect(heading(page)).toHaveText('Ofsted registration');
  const keys = async (...names: string[]): Promise<void> => {
    for (const name of names) await page.keyboard.press(name);
  };
  for (let tabs = 0; tabs < 20; tabs++) {
    await page.keyboard.press('Tab');
    if (await page.getByLabel('Yes').evaluate((control) => control === control.ownerDocument.activeElement)) break;
  }
  await keys('Space');
  await expect(page.getByLabel('Unique reference number (URN)')).toBeVisible();
  await keys('Tab');
  await page.keyboard.type('9000021');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2025');
  await keys('Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab');
  await expect(page.getByRole('button', { name: 'Save and continue' })).toBeFocused();
  await keys('Enter');
  await expect(heading(page)).toHaveText('Exclusion grounds');
});

test('somebody else’s change is told, and the typed text stays', async ({ page, context }) => {
  await startAfresh(page);
  await page.goto(`${page.url()}/declaration`);
  await page.getByLabel('Your name').waitFor();

  const other = await context.newPage();
  await other.goto(page.url().replace('declaration', 'ofsted'));
  await other.getByRole('group', { name: 'Are you registered' }).getByLabel('No').check();
  await other.getByRole('button', { name: 'Save and continue' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Exclusion grounds');
  await other.close();

  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByLabel('Your name').fill('Farah Quill');
  await page.getByLabel('Your role').fill('Director');
  await saveAndContinue(page);
  await expect(page.getByText('This application was changed meanwhile')).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Farah Quill');
  await page.getByRole('button', { name: 'Save what I typed' }).click();
  await expect(heading(page)).toHaveText('Check your answers');
  await expect(page.getByText('Farah Quill, Director')).toBeVisible();
});

test('the list of homes and a home are accessible and reflow', async ({ page, expectAccessible, expectReflow }) => {
  await signIn(page, 'newcomer@example.org');
  await page.goto('/homes');
  await expect(heading(page)).toHaveText('Your homes');
  await expect(page.getByRole('link', { name: HOME }).first()).toBeVisible();
  await expectAccessible();
  await expectReflow();

  await page.getByRole('link', { name: HOME }).first().click();
  await expect(heading(page)).toHaveText(HOME);
  await expect(page.getByText('6.50 m² is too small')).toBeVisible();
  await expect(page.getByText('Large enough')).toBeVisible();
  await expectAccessible();
  await expectReflow();
});
