import { Browser, BrowserContext, expect, Page } from '@playwright/test';
import { expectNoFindings, signIn } from '../portal';

/** Everybody of the journey, each in a browser context of their own and signed in once. */
export class People {
  private readonly open = new Map<string, Page>();
  private readonly contexts: BrowserContext[] = [];
  private readonly errors: string[] = [];

  constructor(private readonly browser: Browser) {}

  async as(name: string): Promise<Page> {
    const present = this.open.get(name);
    if (present) return present;

    const context = await this.browser.newContext({ acceptDownloads: true });
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await signIn(page, `${name}@example.org`);
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(`${name}: ${message.text()} at ${page.url()}`);
    });
    page.on('pageerror', (error) => this.errors.push(`${name}: ${error.message} at ${page.url()}`));
    this.open.set(name, page);
    return page;
  }

  /** The page as it stands: nothing that axe finds, nothing in the console. */
  async check(page: Page): Promise<void> {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoFindings(page);
    await this.quiet();
  }

  /** Nobody's console has an error. */
  async quiet(): Promise<void> {
    await expect.poll(() => this.errors).toEqual([]);
  }

  async leave(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
  }
}
