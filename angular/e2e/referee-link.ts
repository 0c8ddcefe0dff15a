import { expect, Page } from '@playwright/test';

/** The referee’s link in the e-mail that was sent to an address. */
export async function linkTo(page: Page, to: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const mails: { to: string; body: string }[] = await (await page.request.get('/api/development/mail')).json();
    link = mails.filter((mail) => mail.to === to).map((mail) => /\/reference#\S+/.exec(mail.body)?.[0])[0];
    expect(link).toBeTruthy();
  }).toPass();
  return link!;
}
