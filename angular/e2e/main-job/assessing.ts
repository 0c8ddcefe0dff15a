import { expect, Page } from '@playwright/test';
import { Clock } from './clock';
import { dayOf, fillDate, go, heading, minutesAfter, press, section, timeOf } from './forms';
import { HOME } from './joining';

/** What two officers of the host authority do, from the queue to the accreditation. */

type Check = (page: Page) => Promise<void>;

const REASONS = 'Reasons, in the words the provider will read';

const open = (page: Page, id: string, part: string): Promise<unknown> =>
  page.goto(`/accreditation/applications/${id}/${part}`);

/** The question that comes before anything else of an application. */
export async function declareNoConflict(page: Page): Promise<void> {
  await press(page, 'I have no conflict of interest');
  await expect(page.getByText('No conflict of interest', { exact: true })).toBeVisible();
}

async function closeStage(page: Page, name: string, reasons: string): Promise<void> {
  const close = section(page, name);
  await close.getByLabel('Passed', { exact: true }).check();
  await close.getByLabel(REASONS).fill(reasons);
  await press(close, 'Close the stage');
}

async function propose(page: Page, decision: string, reasons: string): Promise<void> {
  await page.getByLabel(decision, { exact: true }).check();
  await page.getByLabel(REASONS).fill(reasons);
  await press(page, 'Propose');
  await expect(page.getByText('Someone else confirms.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Confirm the decision' })).toHaveCount(0);
}

/** Membership, on the questionnaire alone: one officer proposes, another confirms. */
export async function admit(officer: Page, second: Page, check: Check, id: string): Promise<void> {
  await go(officer, 'Applications');
  await officer.getByRole('searchbox').fill('Tidewell');
  await press(officer, 'Search');
  await expect(officer.getByRole('link', { name: 'Clear filters' })).toBeVisible();
  await check(officer);
  await officer.locator(`a[href^="/accreditation/applications/${id}"]`).click();
  await expect(heading(officer)).toHaveText('Tidewell Therapeutic');
  await check(officer);
  await declareNoConflict(officer);
  await checkReferences(officer, check, id);

  await open(officer, id, 'membership');
  await press(officer, 'Start the evaluation');
  await propose(officer, 'Admit', 'The questionnaire is complete and meets every criterion of the lot.');
  await check(officer);

  await open(second, id, 'membership');
  await check(second);
  await declareNoConflict(second);
  await press(second, 'Confirm the decision');
  await expect(second.getByText('Member', { exact: true })).toBeVisible();
}

/** Both count once the officer has asked at each council who gave them. */
async function checkReferences(officer: Page, check: Check, id: string): Promise<void> {
  await open(officer, id, 'questionnaire');
  for (const [council, counting] of [
    ['Harrowmere LBC', 1],
    ['Thamesgate City', 2],
  ] as const) {
    const reference = officer.getByRole('article', { name: `Reference of ${council}` });
    await press(reference, /^Check who gave it/);
    await reference.getByLabel('Yes, the referee speaks for').check();
    await expect(reference.getByLabel('Council it speaks for')).toHaveValue(council);
    await reference.getByLabel('How you know').fill('Rang the switchboard and was put through.');
    await check(officer);
    await press(reference, 'Save');
    await expect(reference.getByText(`Counts for ${council}`)).toBeVisible();
    await expect(officer.getByText(`${counting} of 2 councils have vouched`)).toBeVisible();
  }
  await check(officer);
}

/** Scores of an interview; the second time, what the panel agrees. */
async function score(page: Page, all: string, button: string): Promise<void> {
  const interview = section(page, 'Interview');
  for (const each of await interview.getByRole('combobox').all()) await each.selectOption(all);
  await interview.getByRole('textbox').fill('Answered with examples from practice.');
  await press(interview, button);
}

/** Interviewed by both, each alone; the outcome is proposed by one and confirmed by the other. */
export async function testPeople(officer: Page, second: Page, check: Check, id: string, today: string): Promise<void> {
  await open(officer, id, 'people');
  await press(officer, 'Open the stage');
  const checks = officer.getByRole('combobox', { name: /^Result: / });
  await expect(checks.first()).toBeVisible();
  for (const each of await checks.all()) await each.selectOption('Clear');
  for (const each of await officer.getByRole('group', { name: /^Checked on: / }).all()) await fillDate(each, today);

  await officer.getByLabel('Certificate number').fill('001912345678');
  await fillDate(officer.getByRole('group', { name: 'Issued', exact: true }), today);
  await press(officer, 'Save checks');
  await expect(officer.getByText('Saved', { exact: true })).toBeVisible();
  await check(officer);

  await score(officer, '4', 'Give your scores');
  await expect(officer.getByText('A second officer has still to score.')).toBeVisible();
  await open(second, id, 'people');
  await expect(second.getByText('You see the scores once you have given yours.')).toBeVisible();
  await score(second, '3', 'Give your scores');
  await check(second);
  await score(second, '4', 'Agree the scores');
  await expect(second.getByText(/Agreed by Gareth Lowe/)).toBeVisible();

  await open(officer, id, 'people');
  const outcome = section(officer, 'Propose an outcome for Farah Quill');
  await outcome.getByLabel('Fit', { exact: true }).check();
  await outcome.getByLabel(REASONS).fill('Every check is clear.');
  await press(outcome, 'Propose the outcome');
  await expect(officer.getByText('Someone else confirms.')).toBeVisible();
  await open(second, id, 'people');
  await press(second, 'Confirm the outcome');
  await expect(second.getByText('1 of 1 settled')).toBeVisible();
  await check(second);

  await open(officer, id, 'people');
  await closeStage(officer, 'Close this stage for the application', 'Everybody was found fit.');
  await expect(officer.getByRole('heading', { name: 'Stage passed' })).toBeVisible();
}

export async function reviewRecords(officer: Page, check: Check, id: string): Promise<void> {
  await open(officer, id, 'safer-recruitment');
  await expect(officer.getByRole('heading', { name: 'Checklist of the staff records' })).toBeVisible();
  for (const each of await officer.getByRole('radio', { name: 'Compliant', exact: true }).all()) {
    await each.press('Space');
    await expect(each).toBeChecked();
  }
  await press(officer, 'Save the checklist');
  await expect(officer.getByText(/100%\s*of 17 answered/)).toBeVisible();
  await check(officer);
  const outcome = section(officer, 'Outcome of the stage');
  await outcome.getByLabel('Passed', { exact: true }).check();
  await outcome
    .getByLabel('Where and when you read the single central record')
    .fill('On its own system, at its office.');
  await closeStage(officer, 'Outcome of the stage', 'The single central record is complete.');
  await expect(officer.getByRole('button', { name: 'Close the stage' })).toHaveCount(0);
}

/** Books a visit in a few minutes, moves the clock to it and answers the whole checklist. */
export async function visit(officer: Page, check: Check, id: string, clock: Clock): Promise<void> {
  const at = minutesAfter(await clock.now(), 4);
  await open(officer, id, 'visits');
  await press(officer, `Book a visit to ${HOME}`);
  await fillDate(officer.getByRole('group', { name: 'Day' }), dayOf(at));
  await officer.getByLabel('Time').fill(timeOf(at));
  await officer.getByLabel('In person').check();
  await officer.getByLabel('Announced', { exact: true }).check();
  await check(officer);
  await press(officer, 'Book the visit');
  await expect(officer.getByText('The visit is booked.')).toBeVisible();

  await clock.moveTo(at);
  await officer.getByRole('row', { name: HOME }).getByRole('link').click();
  await expect(officer.getByText(/^Section 1 of /)).toBeVisible();
  await check(officer);
  const next = officer.getByRole('button', { name: /^Next: / });
  while ((await next.count()) > 0) {
    await answerSection(officer);
    const text = await next.innerText();
    await next.click();
    await expect(next.filter({ hasText: text })).toHaveCount(0);
  }
  await expect(heading(officer)).toHaveText('Finish the visit');
  await officer.getByLabel('Summary of the visit').fill('A calm, well-kept home.');
  await check(officer);
  await press(officer, 'Complete the visit');
  await expect(officer).toHaveURL(/\/result$/);
  await expect(officer.getByText('Nothing has to change.')).toBeVisible();
  await check(officer);

  await open(officer, id, 'visits');
  await closeStage(officer, 'Close this stage', 'Every home passed its visit.');
  await expect(officer.getByRole('heading', { name: 'Stage passed' })).toBeVisible();
}

async function answerSection(page: Page): Promise<void> {
  for (const area of await page.getByLabel('Measured area in m²').all()) await area.fill('8.75');
  for (const face of await page.locator('.segment--ok').all()) await face.click();
}

export async function accredit(officer: Page, second: Page, check: Check, id: string): Promise<void> {
  await open(officer, id, 'accreditation');
  await propose(officer, 'Accredit', 'All five stages are passed.');
  await check(officer);
  await open(second, id, 'accreditation');
  await press(second, 'Confirm the decision');
  await expect(second.getByText('Accredited', { exact: true }).first()).toBeVisible();
  await check(second);
  await open(second, id, 'letters');
  await check(second);
}
