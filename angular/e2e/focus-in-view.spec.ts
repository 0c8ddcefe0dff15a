import { Page } from '@playwright/test';
import { expect, signIn, test } from './portal';

/** WCAG 2.2, 2.4.11: walks the page by Tab and tells what had the focus and lay wholly under a bar that stays in view. */
async function hiddenStops(page: Page): Promise<string[]> {
  const hidden: string[] = [];
  for (let stop = 0; stop < 150; stop++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'end';

      const { top, bottom } = element.getBoundingClientRect();
      const bars = [...document.querySelectorAll('.dps-bar-top, .dps-bar-bottom')].filter(
        (bar) => !bar.contains(element),
      );
      const covers = bars.some((bar) => {
        const rect = bar.getBoundingClientRect();
        return top >= rect.top && bottom <= rect.bottom;
      });
      return covers ? element.id || element.textContent?.trim() || element.localName : '';
    });
    if (found === 'end') break;
    if (found) hidden.push(found);
  }
  return hidden;
}

test.describe('the focus', () => {
  test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal');
  test.use({ viewport: { width: 1280, height: 700 }, serviceWorkers: 'block' });

  test('never lies under the bars of the bid form', async ({ page }) => {
    await signIn(page, 'provider@example.org');
    await page.goto('/opportunities');
    const need = page.locator('main a[href^="/opportunities/"]').first();
    const path = new URL((await need.getAttribute('href')) ?? '', page.url()).pathname.split('/').slice(0, 3).join('/');
    await page.goto(`${path}/bid`);
    await expect(page.getByRole('button', { name: 'Check your bid' })).toBeVisible();
    expect(await hiddenStops(page)).toEqual([]);

    // Nor does the bar cover the end of the form for somebody who scrolls there.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const last = await page.locator('.govuk-checkboxes__item').last().boundingBox();
    const bar = await page.locator('.dps-bar-bottom').boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });

  test('never lies under the bars of a visit', async ({ page }) => {
    await signIn(page, 'officer@example.org');
    await page.goto('/property/visits');
    const visit = page.locator('main a[href^="/property/visits/"]:not([href$="/result"])').first();
    await page.goto((await visit.getAttribute('href')) ?? '');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await hiddenStops(page)).toEqual([]);
  });
});
