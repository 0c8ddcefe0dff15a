import { BrowserContext, CDPSession, Page } from '@playwright/test';
import { address, enterPassword, linkTo, PASSWORD, register, signInAs } from './accounts';
import { AuthenticatorApp } from './authenticator-app';
import { expect, test } from './portal';

/** These follow real e-mails: they need a running portal. */
test.skip(!process.env['DPS_BASE_URL'], 'Needs a running portal: DPS_BASE_URL.');

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Chromium's own authenticator in place of a device, unlocked by its owner. */
async function device(context: BrowserContext, page: Page): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id: authenticatorId };
}

async function setUpApp(page: Page): Promise<{ app: AuthenticatorApp; codes: string[] }> {
  await page.goto('/account/authenticator');
  const key = page.locator('strong.dps-typed');
  await expect(page.getByRole('img', { name: 'QR code of your key' })).toBeVisible();
  const app = new AuthenticatorApp(await key.innerText());
  await page.getByLabel('6-digit code').fill(await app.next());
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(heading(page)).toHaveText('Keep your recovery codes');
  const codes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts();
  return { app, codes };
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
}

/** The next act that asks for a fresh proof is refused once, as it would be after ten minutes. */
async function letProofGrowOld(page: Page, path: string): Promise<void> {
  let refused = false;
  await page.route(path, async (route) => {
    if (refused) return route.fallback();
    refused = true;
    return route.fulfill({ status: 403, json: { code: 'Organisations:StepUpRequired', detail: 'Again' } });
  });
}

test('an app is set up, then a code or a recovery code follows the password', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  const email = await register(page);
  await signInAs(page, email, PASSWORD);
  await page.goto('/account');
  await expect(page.getByText('Your password alone signs you in.')).toBeVisible();
  await expectAccessible();
  await expectReflow();
  await page.getByRole('link', { name: 'Set up a second step' }).click();
  await expect(heading(page)).toHaveText('Set up a second step');
  await expectAccessible();
  await expectReflow();

  await page.getByRole('link', { name: 'Set up an app' }).click();
  await page.getByLabel('6-digit code').fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByLabel('6-digit code')).toHaveAccessibleDescription(/not right/);
  await expectAccessible();
  await expectReflow();
  const { app, codes } = await setUpApp(page);
  expect(new Set(codes).size).toBe(10);
  await expect(heading(page)).toBeFocused();
  await expectAccessible();
  await expectReflow();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 left')).toBeVisible();

  await signOut(page);
  await enterPassword(page, email, PASSWORD);
  await expect(heading(page)).toHaveText('Enter your code');
  await expect(heading(page)).toBeFocused();
  await expectAccessible();
  await expectReflow();
  await page.getByLabel('6-digit code').fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('.govuk-error-summary')).toContainText('That did not work');
  await page.getByLabel('6-digit code').fill(await app.next());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).not.toHaveURL(/sign-in/);

  await signOut(page);
  await enterPassword(page, email, PASSWORD);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await expectAccessible();
  await page.getByLabel('Recovery code').fill(codes[0]!);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto('/account');
  await expect(page.getByText('9 left')).toBeVisible();
});

test('a passkey is added, signs in alone and after the password, and proves again who it is', async ({
  page,
  context,
  expectAccessible,
  expectReflow,
}) => {
  const email = await register(page);
  const { cdp, id } = await device(context, page);
  await signInAs(page, email, PASSWORD);
  await page.goto('/account/passkey');
  await expectAccessible();
  await expectReflow();
  await page.getByLabel('Name of the passkey').fill('Work laptop');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page)).toHaveText('Keep your recovery codes');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('Not used yet.')).toBeVisible();

  await signOut(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto('/account');
  await expect(page.getByText('Last used').first()).toBeVisible();
  await expectAccessible();
  await expectReflow();

  await signOut(page);
  await enterPassword(page, email, PASSWORD);
  await expect(heading(page)).toHaveText('Use your passkey');
  await expectAccessible();
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
  await page.getByRole('button', { name: 'Continue with a passkey' }).click();
  await expect(page.locator('.govuk-error-summary')).toContainText('The passkey was not used');
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: true });
  await page.getByRole('button', { name: 'Continue with a passkey' }).click();
  await expect(page).not.toHaveURL(/sign-in/);

  await letProofGrowOld(page, '**/api/account/recovery-codes');
  await page.goto('/account/recovery-codes');
  await page.getByRole('button', { name: 'Make new recovery codes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
  await expect(dialog).toBeVisible();
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Use your passkey' }).click();
  await expect(heading(page)).toHaveText('Keep your recovery codes');

  await page.goto('/account');
  await page.getByRole('button', { name: 'Rename the passkey Work laptop' }).click();
  await page.getByLabel('Name of the passkey').fill('Old laptop');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Remove the passkey Old laptop' }).click();
  await page.getByRole('button', { name: 'Yes, remove the passkey Old laptop' }).click();
  await expect(page.getByText('The passkey Old laptop is removed')).toBeVisible();
  await expect(page.getByText('Your password alone signs you in.')).toBeVisible();
});

test('a code proves again who it is, and a session elsewhere is ended', async ({
  page,
  browser,
  expectAccessible,
  expectReflow,
}) => {
  const email = await register(page);
  await signInAs(page, email, PASSWORD);
  const { app } = await setUpApp(page);
  await page.getByRole('button', { name: 'I have kept them' }).click();

  await letProofGrowOld(page, '**/api/account/authenticator/remove');
  await page.getByRole('button', { name: 'Remove the authenticator app' }).click();
  await page.getByRole('button', { name: 'Yes, remove the authenticator app' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
  await dialog.getByLabel('6-digit code').fill('000000');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByLabel('6-digit code')).toHaveAccessibleDescription(/not right/);
  await expectAccessible();
  await expectReflow();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();

  const other = await (await browser.newContext()).newPage();
  await enterPassword(other, email, PASSWORD);
  await other.getByLabel('6-digit code').fill(await app.next());
  await other.getByRole('button', { name: 'Continue' }).click();
  await expect(other).not.toHaveURL(/sign-in/);
  await page.reload();
  await page.getByRole('button', { name: /^End/ }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await other.goto('/');
  await expect(other).toHaveURL(/sign-in/);
});

test('a password is changed by who knows the present one', async ({ page, expectAccessible, expectReflow }) => {
  const email = await register(page);
  await signInAs(page, email, PASSWORD);
  await page.goto('/account');
  await page.getByRole('link', { name: 'Change the password' }).click();
  await page.getByLabel('Present password').fill('not the password');
  await page.getByLabel('New password').fill('eight large red kites');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByLabel('Present password')).toHaveAccessibleDescription(/not right/);
  await expectAccessible();
  await expectReflow();
  await page.getByLabel('Present password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(heading(page)).toHaveText('Your password is changed');

  await signOut(page);
  await signInAs(page, email, 'eight large red kites');
});

test('an email address is changed by who reads the new one', async ({ page, expectAccessible, expectReflow }) => {
  await signInAs(page, await register(page), PASSWORD);
  const next = address();
  await page.goto('/account');
  await page.getByRole('link', { name: 'Change the email address' }).click();
  await page.getByLabel('New email address').fill(next);
  await expectAccessible();
  await expectReflow();
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(heading(page)).toHaveText('Check your email');
  await expectAccessible();

  await page.goto(await linkTo(page, next, 'confirm-new-email'));
  await expectAccessible();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(heading(page)).toHaveText('Your email address is changed');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await signInAs(page, next, PASSWORD);
});

test('an administrator resets the second step of a colleague who lost the phone', async ({
  page,
  browser,
  expectAccessible,
  expectReflow,
}) => {
  await signInAs(page, await register(page), PASSWORD);
  await page.goto('/organisations/people');
  const invited = address();
  await page.getByLabel('Email address').fill(invited);
  await page.getByLabel('Staff').check();
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByText('The invitation is on its way')).toBeVisible();
  const colleague = await (await browser.newContext()).newPage();
  await colleague.goto(await linkTo(page, invited, 'invitation'));
  await colleague.getByLabel('Full name').fill('Joel Tanner');
  await colleague.getByLabel('Password').fill(PASSWORD);
  await colleague.getByRole('button', { name: 'Join' }).click();
  await expect(heading(colleague)).toHaveText('You have joined Candlewick Homes Ltd');
  await signInAs(colleague, invited, PASSWORD);
  await setUpApp(colleague);

  await page.reload();
  await page.getByRole('button', { name: 'Reset sign-in of Joel Tanner' }).click();
  await expectAccessible();
  await expectReflow();
  await page.getByRole('button', { name: 'Yes, reset the second step of Joel Tanner' }).click();

  await expect(page.getByText('Joel Tanner signs in with the password')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reset sign-in of Joel Tanner' })).toBeHidden();
  await colleague.goto('/');
  await expect(colleague).toHaveURL(/sign-in/);
  await signInAs(colleague, invited, PASSWORD);
});

test('where a second step is required, its set-up is the only page', async ({ page, expectAccessible }) => {
  const email = await register(page);
  await page.route('**/api/session', async (route) => {
    const answer = await route.fetch();
    const session = await answer.json();
    return route.fulfill({ response: answer, json: { ...session, mustSetUpSecondFactor: session.user !== null } });
  });
  await enterPassword(page, email, PASSWORD);

  await expect(heading(page)).toHaveText('Set up a second step');
  await expect(page.getByText('Set one up to go on.')).toBeVisible();
  await expectAccessible();
  await page.goto('/homes');
  await expect(page).toHaveURL(/account\/second-step/);
});
