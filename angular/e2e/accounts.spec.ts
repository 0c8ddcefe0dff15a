import { Browser, Page } from '@playwright/test';
import { address, linkTo, PASSWORD, register, signInAs } from './accounts';
import { expect, expectNoFindings, signIn, test } from './portal';

/** These follow real e-mails: they need a running portal. */
test.skip(!process.env['DPS_BASE_URL'], 'Needs a running portal: DPS_BASE_URL.');

async function elsewhere(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

test('registering names what is missing, and the link refuses a password that is guessed first at its field', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await page.goto('/register');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.locator('.govuk-error-summary').getByRole('link')).toHaveText([
    'Enter the name of your organisation',
    'Enter your full name',
    'Enter your email address',
  ]);
  await expectAccessible();
  await expectReflow();

  const email = address();
  await page.getByLabel('Registered name').fill('Candlewick Homes Ltd');
  await page.getByLabel('Full name').fill('Mina Okafor');
  await page.getByLabel('Companies House number').fill('no number');
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByLabel('Companies House number')).toHaveAccessibleDescription(/Enter 8 characters/);
  await expect(page.getByLabel('Registered name')).toHaveValue('Candlewick Homes Ltd');
  await page.getByLabel('Companies House number').fill('');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email');

  await page.goto(await linkTo(page, email, 'confirm-email'));
  await page.getByLabel('Password').fill('passwordpassword');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/guessed first/);
  await expectAccessible();
  await expectReflow();
});

test('a provider registers, invites a colleague, gives another role and removes them', async ({
  page,
  browser,
  expectAccessible,
  expectReflow,
}) => {
  const email = await register(page);
  await expectAccessible();
  await signInAs(page, email, PASSWORD);
  await page.getByRole('link', { name: 'People', exact: true }).first().click();

  const invited = address();
  await page.getByLabel('Email address').fill(invited);
  await page.getByLabel('Staff').check();
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByText('The invitation is on its way')).toBeVisible();
  await expectAccessible();
  await expectReflow();

  const colleague = await elsewhere(browser);
  await colleague.goto(await linkTo(page, invited, 'invitation'));
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Join Candlewick Homes Ltd');
  await expectNoFindings(colleague);
  await colleague.getByLabel('Full name').fill('Joel Tanner');
  await colleague.getByLabel('Password').fill(PASSWORD);
  await colleague.getByRole('button', { name: 'Join' }).click();
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('You have joined Candlewick Homes Ltd');
  await signInAs(colleague, invited, PASSWORD);

  await page.reload();
  await page.getByRole('button', { name: 'Change the roles of Joel Tanner' }).click();
  const roles = page.getByRole('group', { name: 'Roles of Joel Tanner' });
  await roles.getByLabel('Administrator').check();
  await expectAccessible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The roles of Joel Tanner are changed')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Joel Tanner' }).click();
  await page.getByRole('button', { name: 'Yes, remove Joel Tanner' }).click();
  await expect(page.getByText('Joel Tanner has been removed')).toBeVisible();

  await colleague.goto('/homes');
  await expect(colleague).toHaveURL(/sign-in/);
});

test('roles that decide are given by two administrators', async ({ page, browser, expectAccessible, expectReflow }) => {
  const [email, refused] = [address(), address()];
  await signIn(page, 'administrator@example.org');
  await page.goto('/organisations/people');
  for (const each of [email, refused]) {
    await page.getByLabel('Email address').fill(each);
    await page.getByLabel('Placements approver').check();
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(page.getByText('The invitation is sent once another administrator confirms it')).toBeVisible();
    await expect(page.getByRole('row', { name: each })).toContainText('Proposed by Beth Ashworth');
  }

  await expect(page.getByRole('button', { name: `Confirm the invitation of ${email}` })).toBeHidden();
  await expectAccessible();
  await expectReflow();

  const second = await elsewhere(browser);
  await signIn(second, 'second-administrator@example.org');
  await second.goto('/organisations/people');
  await second.getByRole('button', { name: `Refuse the invitation of ${refused}` }).click();
  await expect(second.getByText(`The invitation of ${refused} is refused`)).toBeVisible();
  await second.getByRole('button', { name: `Confirm the invitation of ${email}` }).click();
  await expect(second.getByText(`The invitation is on its way to ${email}`)).toBeVisible();
  await expectNoFindings(second);

  const invited = await elsewhere(browser);
  await invited.goto(await linkTo(page, email, 'invitation'));
  await invited.getByLabel('Full name').fill('Joel Tanner');
  await invited.getByLabel('Password').fill(PASSWORD);
  await invited.getByRole('button', { name: 'Join' }).click();
  await expect(invited.getByRole('heading', { level: 1 })).toHaveText(/^You have joined/);

  await page.reload();
  const row = page.getByRole('row', { name: email });
  await row.getByRole('button', { name: 'Change the roles of Joel Tanner' }).click();
  await row.getByLabel('Placements officer').check();
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(row.getByRole('button', { name: 'Withdraw the new roles of Joel Tanner' })).toBeVisible();
  await expectAccessible();
  await expectReflow();
  await second.reload();
  const same = second.getByRole('row', { name: email });
  await same.getByRole('button', { name: 'Confirm the new roles of Joel Tanner' }).click();
  await expect(second.getByText('The roles of Joel Tanner are changed')).toBeVisible();
  await expect(same).toContainText('Placements officer, Placements approver');
  await same.getByRole('button', { name: 'Remove Joel Tanner' }).click();
  await same.getByRole('button', { name: 'Yes, remove Joel Tanner' }).click();
  await expect(second.getByText('Joel Tanner has been removed')).toBeVisible();
});

test('a forgotten password is set anew by a link, which signs out everywhere else', async ({
  page,
  browser,
  expectAccessible,
  expectReflow,
}) => {
  const email = await register(page);
  const other = await elsewhere(browser);
  await signInAs(other, email, PASSWORD);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'I have forgotten my password' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Forgotten password');
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessible();

  await page.goto(await linkTo(page, email, 'reset-password'));
  await expectAccessible();
  await expectReflow();
  await page.getByLabel('New password').fill('eight large red kites');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your password is changed');

  await other.goto('/');
  await expect(other).toHaveURL(/sign-in/);
  await signInAs(page, email, 'eight large red kites');
});

test('a person sees their sessions and ends another one', async ({ page, browser, expectAccessible, expectReflow }) => {
  const email = await register(page);
  const other = await elsewhere(browser);
  await signInAs(other, email, PASSWORD);
  await signInAs(page, email, PASSWORD);
  await page.getByRole('link', { name: 'Your account' }).first().click();
  await expect(page.getByRole('row')).toHaveCount(3);
  await expectAccessible();
  await expectReflow();

  await page.getByRole('button', { name: /^End/ }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await other.goto('/');
  await expect(other).toHaveURL(/sign-in/);
});

test('a person of two organisations switches from the header', async ({ page, expectAccessible, expectReflow }) => {
  await signIn(page, 'administrator@example.org');
  const header = page.getByRole('banner');
  const before = await header.getByRole('link', { name: 'Switch' }).innerText();
  await header.getByRole('link', { name: 'Switch' }).click();
  await expectAccessible();
  await expectReflow();

  await page.getByRole('button', { name: /^Switch to/ }).click();

  await expect(page).toHaveURL(/\/$/);
  await expect(header.getByRole('link', { name: 'Switch' })).not.toHaveText(before);
});

test('a refused change waits while the password is entered again, and nothing typed is lost', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signInAs(page, await register(page), PASSWORD);
  await page.goto('/organisations/people');
  const invited = address();
  await page.getByLabel('Email address').fill(invited);
  await page.getByLabel('Staff').check();
  let refused = false;
  await page.route('**/api/people/invitations', async (route) => {
    if (refused) return route.fallback();
    refused = true;
    return route.fulfill({ status: 403, json: { code: 'Organisations:StepUpRequired', detail: 'Again' } });
  });
  await page.getByRole('button', { name: 'Send the invitation' }).click();

  const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
  await dialog.getByLabel('Your password').fill('not the password');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByLabel('Your password')).toHaveAccessibleDescription(/not right/);
  await expectAccessible();
  await expectReflow();
  await dialog.getByLabel('Your password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Continue' }).click();

  await expect(dialog).toBeHidden();
  await expect(page.getByText('The invitation is on its way')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: invited })).toBeVisible();
});
