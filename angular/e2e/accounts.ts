import { expect, Page } from '@playwright/test';

export const PASSWORD = 'seven small green boats';
export const address = (): string => `person-${crypto.randomUUID()}@example.org`;

/** The path and secret of the newest link sent to the address. */
export async function linkTo(page: Page, to: string, name: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const mails: { to: string; body: string }[] = await (await page.request.get('/api/development/mail')).json();
    link = mails.filter((mail) => mail.to === to).map((mail) => new RegExp(`/${name}#\\S+`).exec(mail.body)?.[0])[0];
    expect(link, `a link to ${name} for ${to}`).toBeTruthy();
  }).toPass({ timeout: 60_000 });
  return link!;
}

export async function enterPassword(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function signInAs(page: Page, email: string, password: string): Promise<void> {
  await enterPassword(page, email, password);
  await expect(page).not.toHaveURL(/sign-in/);
}

export async function register(page: Page): Promise<string> {
  const email = address();
  await page.goto('/register');
  await page.getByLabel('Registered name').fill('Candlewick Homes Ltd');
  await page.getByLabel('Full name').fill('Mina Okafor');
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email');
  await page.goto(await linkTo(page, email, 'confirm-email'));
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your email address is confirmed');
  return email;
}
