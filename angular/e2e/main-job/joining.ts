import { expect, Page } from '@playwright/test';
import { linkTo } from '../referee-link';
import { fillDate, fillIn, go, heading, no, pdf, press, yes } from './forms';

/** What a provider does to join: its home, its answers, its files. */

export const HOME = 'Fern House';
const LIGHT_TOUCH = 'Thames & Fen light-touch supported accommodation';

type Check = (page: Page) => Promise<void>;

const saveAndContinue = (page: Page): Promise<void> => press(page, 'Save and continue');

export async function addHome(page: Page, check: Check, day: (after: number) => string): Promise<void> {
  await go(page, 'Homes');
  await page.getByRole('link', { name: 'Add a home' }).click();
  await expect(heading(page)).toHaveText('Add a home');
  await fillIn(page, {
    'Name of the home': HOME,
    'Street address': '9 Fern Way',
    Town: 'Northwick',
    Postcode: 'HA0 0ZZ',
  });
  await page.getByLabel('Council area').selectOption('Northwick Vale LBC');
  await page.getByLabel('Shared home, only for looked after children').check();
  await page.getByLabel('on the list we gave to Ofsted').check();
  await press(page, 'Add another place');
  // A new place takes the focus: text that is typed before that would follow it there.
  await expect(page.getByRole('group', { name: 'Place 2' }).getByLabel('Name')).toBeFocused();
  await page.getByLabel('Area of the bedroom').nth(0).fill('9.20');
  await page.getByLabel('Area of the bedroom').nth(1).fill('8.75');

  const papers = [
    ['Gas safety record', -30],
    ['Electrical installation report', -400],
    ['Fire risk assessment', -60],
    ['Buildings insurance', -60, 300],
    ['Liability insurance', -60, 300],
  ] as const;
  for (const [index, [kind, issued, ends]] of papers.entries()) {
    await press(page, index === 0 ? 'Add a certificate' : 'Add another certificate');
    const paper = page.getByRole('group', { name: `Certificate ${index + 1}` });
    await paper.getByLabel('Kind').selectOption(kind);
    await fillDate(paper.getByRole('group', { name: 'Day of issue' }), day(issued));
    if (ends) await fillDate(paper.getByRole('group', { name: 'Last day' }), day(ends));
    await paper.getByLabel('Document').setInputFiles(pdf(`certificate-${index + 1}.pdf`, `${kind} of ${HOME}`));
    await expect(paper.getByText(`certificate-${index + 1}.pdf`, { exact: true })).toBeVisible();
  }
  await check(page);
  await press(page, 'Save home');
  await expect(heading(page)).toHaveText(HOME);
  await check(page);
}

/** Answers every section and submits. Returns the application's id. */
export async function apply(page: Page, check: Check, day: (after: number) => string): Promise<string> {
  await go(page, 'Application');
  await press(page, `Start an application to ${LIGHT_TOUCH}`);
  await expect(heading(page)).toHaveText('Your application');
  await check(page);
  const id = new URL(page.url()).pathname.split('/')[2] ?? '';

  await page.getByRole('link', { name: 'Continue: Organisation details' }).click();
  await page.getByLabel('Legal form').selectOption('Community interest company');
  await fillIn(page, {
    'Company number': 'ZZ000123',
    'Registered office': '4 Quay Street\nEastmarsh',
    'Contact name': 'Farah Quill',
    'Contact email': 'office@example.org',
    'Contact phone number': '020 7946 0123',
  });
  await yes(page, 'small or medium');
  await no(page, 'voluntary organisation');
  await check(page);
  await saveAndContinue(page);

  await addManager(page, check, day);
  await yes(page, 'Are you registered');
  await page.getByLabel('Unique reference number').fill('9000021');
  await fillDate(page.getByRole('group', { name: 'Registered on' }), day(-700));
  await page.getByLabel('Shared homes, only for looked after children').check();
  await check(page);
  await saveAndContinue(page);

  await expect(heading(page)).toHaveText('Exclusion grounds');
  for (const group of await page.getByRole('group').all()) await group.getByLabel('No').check();
  await check(page);
  await saveAndContinue(page);

  await insure(page, check, day);
  await expect(heading(page)).toHaveText('Homes and bedrooms');
  await page.getByLabel(HOME).check();
  await check(page);
  await saveAndContinue(page);

  await expect(heading(page)).toHaveText('Lots and areas');
  await page.getByLabel(/^Lot 2/).check();
  await page.getByRole('group', { name: 'Areas' }).getByLabel('Northwick Vale LBC').check();
  await check(page);
  await saveAndContinue(page);

  await expect(heading(page)).toHaveText('Weekly rate card');
  await fillIn(page, {
    Accommodation: '2,000',
    'Core support': '28.50',
    'One-to-one support': '26',
    'Waking night': '200',
    'Sleep-in': '80',
    'Setting up': '500',
  });
  await check(page);
  await saveAndContinue(page);

  await expect(heading(page)).toHaveText('References from two councils');
  await page.getByRole('link', { name: 'Continue to the declaration' }).click();
  await expect(heading(page)).toHaveText('Declaration');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await fillIn(page, { 'Your name': 'Farah Quill', 'Your role': 'Director' });
  await check(page);
  await saveAndContinue(page);

  await expect(heading(page)).toHaveText('Check your answers');
  await check(page);
  await press(page, 'Submit application');
  await expect(heading(page)).toHaveText('Application submitted');
  await check(page);
  return id;
}

/** Asks a referee at each council, who answers by the link and without an account: the home is new to the buyer. */
export async function askReferees(page: Page, check: Check, application: string): Promise<void> {
  for (const council of ['Harrowmere LBC', 'Thamesgate City']) {
    const email = `referee@${council.split(' ')[0]?.toLowerCase()}.example.org`;
    await page.goto(`/application/${application}/references`);
    await fillIn(page, {
      'Referee’s full name': 'Mina Okafor',
      'Referee’s work email address': email,
      'Contract or setting': 'Spot placements, 2024 to 2026',
      'What you provided': 'Six places with staff on site day and night.',
    });
    await page.getByLabel('Council', { exact: true }).fill(council);
    await press(page, 'Send the request');
    await expect(page.locator('.dps-row', { hasText: council })).toContainText('Waiting');
    await check(page);
    const link = await linkTo(page, email);
    const referee = await page.context().browser()!.newPage();
    await referee.goto(link);
    await fillIn(referee, {
      'How many years': '2',
      'How many young people': '7',
      'Your full name': 'Mina Okafor',
      'Your job title': 'Commissioning manager',
    });
    await yes(referee, 'Would you place with it again?');
    await no(referee, 'Do you have concerns about it?');
    await referee.getByLabel('I speak for').check();
    await press(referee, 'Give the reference');
    await expect(heading(referee)).toHaveText('Reference given');
    await referee.close();
  }
}

async function addManager(page: Page, check: Check, day: (after: number) => string): Promise<void> {
  await expect(heading(page)).toHaveText('Directors and managers');
  await page.getByRole('link', { name: 'Add a person' }).click();
  await fillIn(page, { 'Full name': 'Farah Quill', 'Email address': 'farah@example.org' });
  for (const role of ['Director or trustee', 'Nominated individual', 'Registered service manager']) {
    await page.getByLabel(role).check();
  }
  await press(page, 'Add a post');
  await page.getByLabel('Employer').fill('First Key Homes Trust');
  await page.getByLabel('Post', { exact: true }).fill('Deputy manager');
  await fillDate(page.getByRole('group', { name: 'First day' }), day(-1000));
  await check(page);
  await saveAndContinue(page);
  await expect(page.getByRole('main').getByRole('link', { name: 'Farah Quill' })).toBeVisible();
  await check(page);
  await page.getByRole('link', { name: 'Continue' }).click();
}

async function insure(page: Page, check: Check, day: (after: number) => string): Promise<void> {
  await expect(heading(page)).toHaveText('Insurance');
  for (const policy of await page.locator('.dps-question-group').all()) {
    await policy.getByLabel('We hold it').check();
    await fillIn(policy, {
      'Cover in pounds': '10,000,000',
      Insurer: 'Marsh and Fen Mutual',
      'Policy number': 'MF-20418',
    });
    await fillDate(policy.getByRole('group', { name: 'Last day' }), day(200));
    await policy.getByLabel('Certificate of').setInputFiles(pdf('cover.pdf', 'Certificate of insurance'));
    await expect(policy.getByText('cover.pdf', { exact: true })).toBeVisible();
  }
  await check(page);
  await saveAndContinue(page);
}
