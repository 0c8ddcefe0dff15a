import AxeBuilder from '@axe-core/playwright';
import { expect, Page, test as playwright } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

interface PortalFixtures {
  /** Fails on any finding of axe on the page as it stands. */
  readonly expectAccessible: () => Promise<void>;
  /** Fails when the page scrolls sideways at the given width in CSS pixels. */
  readonly expectReflow: (width?: number) => Promise<void>;
}

/** Waits until a page shows what it loads: before that, it has nothing that could be found wrong. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('dps-loading:not(.example)')).toHaveCount(0);
}

/**
 * As the fixture `expectAccessible`, for a page that is not the test's own. Legacy mode leaves out frames of other
 * origins only, which no page has, and takes half the time.
 */
export async function expectNoFindings(page: Page): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map((node) => node.target.join(' ')),
  }));
  expect(found).toEqual([]);
}

export const test = playwright.extend<PortalFixtures>({
  expectAccessible: async ({ page }, use) => {
    await use(() => expectNoFindings(page));
  },
  expectReflow: async ({ page }, use) => {
    await use(async (width = 320) => {
      await settled(page);
      const before = page.viewportSize();
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (before) await page.setViewportSize(before);
      expect(overflow, `pixels beyond ${width}`).toBeLessThanOrEqual(0);
    });
  },
});

/** Signs in a demo account by the page itself. Its password is what `etc/run.sh` printed: DPS_DEMO_PASSWORD. */
export async function signIn(page: Page, email: string): Promise<void> {
  const password = process.env['DPS_DEMO_PASSWORD'];
  if (!password) throw new Error('Set DPS_DEMO_PASSWORD to the password of the demo accounts.');

  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

export { expect };
