import { Page } from '@playwright/test';
import { expect, signIn, test } from './portal';
import { doubleText, expectTextFits } from './text-fit';

/** The main pages of each role; `>` follows the first link below the page before it. */
const JOURNEYS: readonly (readonly [string, readonly string[]])[] = [
  ['newcomer@example.org', ['/', '/application']],
  ['applicant1@example.org', ['/application', '>/application/']],
  [
    'provider@example.org',
    [
      '/',
      '/homes',
      '>/homes/',
      '/homes/new',
      '/evidence',
      '/staff',
      '/staff/new',
      '/staff/training',
      '/opportunities',
      '>/opportunities/',
    ],
  ],
  [
    'officer@example.org',
    [
      '/',
      '/accreditation/queue',
      '/accreditation/members',
      '>/accreditation/providers/',
      '/property/visits',
      '>/property/visits/',
      '/accreditation/schemes',
    ],
  ],
  [
    'placements@example.org',
    ['/', '/referrals', '>/referrals/', '/referrals/new', '/call-offs', '>/call-offs/', '/placements', '>/placements/'],
  ],
  ['finance@example.org', ['/reporting/spend']],
  ['administrator@example.org', ['/organisations/people', '/account']],
];

const PUBLIC = ['/sign-in', '/schemes', '/register', '/help', '/accessibility', '/privacy', '/security', '/cookies'];

async function walk(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (path.startsWith('>')) {
      const link = page.locator(`main a[href^="${path.slice(1)}"]:not([href$="/new"])`).first();
      await page.goto((await link.getAttribute('href')) ?? '');
    } else {
      await page.goto(path);
    }
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('dps-loading')).toHaveCount(0);
    await expectTextFits(page, new URL(page.url()).pathname);
  }
}

test.describe('text at twice its size', () => {
  test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal');
  test.use({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });

  test('fits on the public pages', async ({ page }) => {
    await doubleText(page);
    await walk(page, PUBLIC);
  });

  for (const [account, paths] of JOURNEYS) {
    test(`fits on a phone for ${account.split('@')[0] ?? ''}`, async ({ page }) => {
      test.setTimeout(120_000);
      await signIn(page, account);
      await doubleText(page);
      await walk(page, paths);
    });
  }
});

test.describe('a window of 320 pixels', () => {
  test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal');
  test.use({ viewport: { width: 320, height: 640 }, serviceWorkers: 'block' });

  for (const [account, paths] of JOURNEYS) {
    test(`holds the pages of ${account.split('@')[0] ?? ''}`, async ({ page }) => {
      test.setTimeout(120_000);
      await signIn(page, account);
      await walk(page, paths);
    });
  }
});
