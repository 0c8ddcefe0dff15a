import { callOff, RETURNED_DRAFT, REVISED_DRAFT } from './call-off-samples';
import { expect } from './portal';
import { HEADING, ofCallOff, Screen } from './screen';

/** A call-off before it is published, as those see it who prepare and who check it. */
export const DRAFT_SCREENS: readonly Screen[] = [
  {
    name: 'new-call-off-weight',
    side: 'council',
    path: '/call-offs/c1/edit',
    heading: 'Change the call-off',
    answers: ofCallOff('Draft'),
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Weight', exact: true }).first().fill('250');
      await page.getByRole('button', { name: 'Save and check' }).click();
      await expect(page.locator('.govuk-error-summary').getByRole('listitem')).toHaveText([
        'Enter a weight up to 100 with at most two decimals, like 20',
      ]);
    },
  },
  {
    name: 'publish',
    side: 'council',
    path: '/call-offs/c1',
    heading: HEADING,
    answers: ofCallOff('Draft'),
    act: async (page) => {
      await expect(page.getByText('Amberline Homes')).toBeVisible();
      for (const name of ['Price 40', 'How well the home fits 30', 'Staff and rota 20', 'College and work 10']) {
        await expect(page.getByTitle(name)).toBeVisible();
      }
    },
  },
  {
    name: 'published',
    side: 'council',
    path: '/call-offs/c1',
    heading: HEADING,
    answers: { ...ofCallOff('Draft'), 'POST /api/call-offs/c1/publish': callOff('Published') },
    act: async (page) => {
      await page.getByLabel('I have read the need above as a stranger would').check();
      await page.getByLabel('I know of no conflict of interest today').check();
      await page.getByRole('button', { name: /^Publish to/ }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'Published' })).toContainText(
        /\d+ providers are invited. Bids close on/,
      );
    },
  },
  {
    name: 'send-back-draft',
    side: 'council',
    path: '/call-offs/c1',
    heading: HEADING,
    answers: ofCallOff('Draft'),
    act: async (page) => {
      await page.getByRole('button', { name: 'Send back' }).click();
      await page.getByRole('button', { name: 'Send back' }).click();
      await expect(page.getByLabel('Why you send it back')).toHaveAccessibleDescription(/Say why you send it back/);
    },
  },
  {
    name: 'draft-sent-back',
    side: 'council',
    path: '/call-offs/c1',
    heading: HEADING,
    answers: { ...ofCallOff('Draft'), 'GET /api/call-offs/c1': RETURNED_DRAFT },
    act: async (page) => {
      const note = page.getByRole('region', { name: 'Sent back' });
      await expect(note).toContainText('Grace Adeyemi sent this draft back on');
      await expect(note).toContainText('Give bidders two weekends.');
      await expect(page.getByText('It needs its change first')).toBeVisible();
      await expect(page.getByRole('button', { name: /^(Send back|Publish)/ })).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Discard this draft' })).toHaveCount(1);
    },
  },
  {
    name: 'draft-changed-since-it-was-sent-back',
    side: 'council',
    path: '/call-offs/c1',
    heading: HEADING,
    answers: { ...ofCallOff('Draft'), 'GET /api/call-offs/c1': REVISED_DRAFT },
    act: async (page) => {
      const note = page.getByRole('region', { name: 'Changed since it was sent back' });
      await expect(note).toContainText('Grace Adeyemi sent this draft back on');
      await expect(note).toContainText('Give bidders two weekends.');
      await expect(note.getByRole('listitem')).toHaveText([
        'Deadline: from 30 November 2026 at 12:00 to 9 December 2026 at 12:00',
        /^Weights: from Price 50, .* to Price 40, /,
        /^How long: from About 12 weeks/,
      ]);
      await page.getByRole('button', { name: 'Discard this draft' }).click();
      await page.getByRole('button', { name: 'Discard the draft' }).click();
      await expect(page.getByText('Choose why you discard it').first()).toBeVisible();
    },
  },
  {
    name: 'draft-saved-with-nothing-changed',
    side: 'council',
    path: '/call-offs/c1/edit',
    heading: 'Change the call-off',
    answers: {
      ...ofCallOff('Draft'),
      'GET /api/call-offs/c1': RETURNED_DRAFT,
      'PUT /api/call-offs/c1': RETURNED_DRAFT,
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Save and check' }).click();
      await expect(page.getByText('Nothing was changed')).toBeVisible();
      await expect(page.getByText('It is still sent back')).toBeVisible();
    },
  },
  {
    name: 'draft-saved',
    side: 'council',
    path: '/call-offs/c1/edit',
    heading: 'Change the call-off',
    answers: { ...ofCallOff('Draft'), 'PUT /api/call-offs/c1': { ...REVISED_DRAFT, version: 2 } },
    act: async (page) => {
      await page.getByRole('button', { name: 'Save and check' }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'Draft saved' })).toContainText(
        'A colleague checks and publishes it.',
      );
    },
  },
];
