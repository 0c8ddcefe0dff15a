import { Locator, Page } from '@playwright/test';
import { expect, signIn, test } from './portal';

/** All by which the eye could tell two parts apart that differ in no word. */
const looks = (part: Locator): Promise<string> =>
  part.evaluate((element) => {
    const { backgroundColor, borderBottomColor, borderLeftColor, outlineStyle, outlineColor } =
      getComputedStyle(element);
    return [backgroundColor, borderBottomColor, borderLeftColor, outlineStyle, outlineColor].join(' ');
  });

async function expectToDiffer(chosen: Locator, other: Locator): Promise<void> {
  await expect(chosen).toBeVisible();
  await expect(other).toBeVisible();
  expect(await looks(chosen)).not.toBe(await looks(other));
}

/** The colour of the strokes or fill of a drawing must not be that of the page behind it. */
async function expectDrawn(page: Page, part: Locator, property: 'stroke' | 'fill'): Promise<void> {
  const colour = await part.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  const canvas = await page.evaluate(() => {
    const probe = document.createElement('i');
    probe.style.color = 'Canvas';
    document.body.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  });
  expect(colour).not.toBe(canvas);
}

test.describe('forced colours', () => {
  test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal');
  test.use({ forcedColors: 'active', serviceWorkers: 'block' });

  test('mark the page in the menu, the chosen segment and the logo', async ({ page }) => {
    await signIn(page, 'officer@example.org');
    await page.goto('/accreditation/queue');
    const menu = page.getByRole('navigation', { name: 'Main' });
    await expectToDiffer(menu.locator('a[aria-current]'), menu.locator('a:not([aria-current])').first());
    await expectToDiffer(
      page.locator('.dps-segmented__item:has(:checked) span').first(),
      page.locator('.dps-segmented__item:not(:has(:checked)) span').first(),
    );
    await expectDrawn(page, page.locator('.dps-header__walls'), 'stroke');
  });

  test('mark the chosen tab of an application', async ({ page }) => {
    await signIn(page, 'officer@example.org');
    await page.goto('/accreditation/queue');
    await page.locator('tbody th a').first().click();
    const declare = page.getByRole('button', { name: 'I have no conflict of interest' });
    const tabs = page.getByRole('navigation', { name: 'Parts of the application' });
    await expect(declare.or(tabs).first()).toBeVisible();
    if (await declare.isVisible()) await declare.click();
    await expectToDiffer(tabs.locator('a[aria-current]'), tabs.locator('a:not([aria-current])').first());
  });

  test('show the way back and the progress of a visit', async ({ page }) => {
    await signIn(page, 'officer@example.org');
    await page.goto('/property/visits');
    const visit = page.locator('main a[href^="/property/visits/"]:not([href$="/result"])').first();
    await page.goto((await visit.getAttribute('href')) ?? '');
    await expectDrawn(page, page.locator('.bar__back path'), 'stroke');
    await expect(page.locator('.bar__track')).toHaveCSS('border-top-style', 'solid');
  });

  test('mark the chosen score of every component', async ({ page }) => {
    await page.goto('/development/components');
    await expectToDiffer(
      page.locator('.dps-score__block--on').first(),
      page.locator('.dps-score__block:not(.dps-score__block--on)').first(),
    );
    await expectToDiffer(
      page.locator('.dps-tabs a[aria-current]'),
      page.locator('.dps-tabs a:not([aria-current])').first(),
    );
  });
});
