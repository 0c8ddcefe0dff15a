import { expect, Page } from '@playwright/test';

/** As a reader does who has set the browser's text to twice its size: the letters grow, the window does not. */
export async function doubleText(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const grow = (): void => {
      document.documentElement.style.fontSize = '200%';
    };
    if (document.documentElement) grow();
    else document.addEventListener('DOMContentLoaded', grow);
  });
}

/** What is wrong with the text of the page as it stands: sideways scrolling, text cut off, text beyond its own box. */
export async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const beyond = document.documentElement.scrollWidth - window.innerWidth;
    if (beyond > 0) found.push(`the page scrolls sideways by ${beyond} px`);

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const words = node.textContent?.trim() ?? '';
      const holder = node.parentElement;
      // Only for screen readers: clipped on purpose.
      if (!words || !holder || holder.closest('.govuk-visually-hidden, .govuk-skip-link, script, style, option'))
        continue;
      if (!holder.checkVisibility({ visibilityProperty: true })) continue;

      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (text.width === 0) continue;
      const told = `“${words.slice(0, 40)}”`;

      for (let box: HTMLElement | null = holder; box; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.display === 'inline' || style.display === 'contents') continue;
        const rect = box.getBoundingClientRect();
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') break;
        const isCut = style.overflowX === 'hidden' || style.overflowX === 'clip';
        const isButton = box.matches('button, .govuk-button, label');
        if (!isCut && !isButton && box !== holder) continue;
        const out = Math.max(text.right - rect.right, rect.left - text.left);
        const outDown = isCut || isButton ? Math.max(text.bottom - rect.bottom, rect.top - text.top) : 0;
        if (out > 1.5 || outDown > 3) {
          found.push(
            `${told} reaches ${Math.round(Math.max(out, outDown))} px out of <${box.localName} class="${box.className}">`,
          );
          break;
        }
      }
    }
    return found;
  });
}

export async function expectTextFits(page: Page, where: string): Promise<void> {
  // Fonts and late rows may still move the page.
  await page.evaluate(() => document.fonts.ready);
  await expect.poll(async () => misfits(page), { message: where, timeout: 5_000 }).toEqual([]);
}
