import { expect, signIn, test } from './portal';

test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal with its demo data');

const csv = (rows: readonly string[]) => ({
  name: 'staff list.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['number,name,role,started,engagement,dbs_number', ...rows, ''].join('\r\n')),
});

test('a provider sees whoever cannot wait first, and only those with something to mend', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'provider@example.org');
  await page.getByRole('navigation').getByRole('link', { name: 'Staff' }).click();
  await expect(page).toHaveTitle(/^Staff – /);
  const rows = page.getByRole('table', { name: 'Staff in post' }).locator('tbody tr');
  await expect(rows.first()).toContainText('Critical:');
  await expectAccessible();
  await expectReflow();
  const all = await rows.count();

  await page.getByLabel('Only those with something to mend').focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/show=mend/);
  await expect(rows.filter({ hasText: 'In order' })).toHaveCount(0);
  expect(await rows.count()).toBeLessThan(all);
  await page.reload();
  await expect(page.getByLabel('Only those with something to mend')).toBeChecked();

  await page.getByText(/who left$/).click();
  await expect(page.getByText(/last day/).first()).toBeVisible();
  await expectAccessible();
});

test('a person is added with errors at the fields, and a save by somebody else loses nothing', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'provider2@example.org');
  await page.goto('/staff/new');
  await page.getByRole('button', { name: 'Save person' }).click();
  const summary = page.locator('.govuk-error-summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(5);
  await expectAccessible();
  await expectReflow();

  const number = `E${Date.now() % 1_000_000_000}`;
  await page.getByLabel('Full name').fill('Posy Fernwick');
  await page.getByLabel('Your number for this person').fill(number);
  await page.getByLabel('Role').fill('Support worker');
  await page.getByLabel('Employed by you').check();
  const date = async (legend: string, day: string, month: string, year: string) => {
    const group = page.getByRole('group', { name: legend });
    await group.getByLabel('Day').fill(day);
    await group.getByLabel('Month').fill(month);
    await group.getByLabel('Year').fill(year);
  };
  await date('First day of work', '1', '9', '2024');
  await date('Day of issue', '1', '1', '1901');
  await page.getByRole('button', { name: 'Save person' }).click();
  await expect(page.getByRole('group', { name: 'Day of issue' })).toHaveAccessibleDescription(/Error.*1940/);
  await expect(page.getByLabel('Full name')).toHaveValue('Posy Fernwick');
  await date('Day of issue', '20', '8', '2024');
  await page.getByRole('button', { name: 'Save person' }).click();
  await expect(page).toHaveURL(/\/staff$/);

  await page.goto('/staff/new');
  await page.getByLabel('Full name').fill('Twin Fernwick');
  await page.getByLabel('Your number for this person').fill(number);
  await page.getByLabel('Role').fill('Support worker');
  await page.getByLabel('Employed by you').check();
  await date('First day of work', '1', '9', '2024');
  await page.getByRole('button', { name: 'Save person' }).click();
  await expect(page.getByLabel('Your number for this person')).toHaveAccessibleDescription(/Another person/);

  await page.goto('/staff');
  const row = page.getByRole('row').filter({ hasText: number });
  const address = (await row.getByRole('link').getAttribute('href')) ?? '';
  await page.goto(address);
  await expect(page.getByLabel('Full name')).toHaveValue('Posy Fernwick');
  const other = await page.context().newPage();
  await other.goto(address);
  await other.getByLabel('Role').fill('Team leader');
  await other.getByRole('button', { name: 'Save person' }).click();
  await expect(other).toHaveURL(/\/staff$/);
  await other.close();

  await page.getByLabel('Full name').fill('Posy Fernwick-Reed');
  await page.getByRole('button', { name: 'Save person' }).click();
  await expect(page.getByText('This person was changed meanwhile')).toBeVisible();
  await expect(page.getByLabel('Full name')).toHaveValue('Posy Fernwick-Reed');
  await expectAccessible();
  await page.getByRole('button', { name: 'Save what I typed' }).click();
  await expect(page).toHaveURL(/\/staff$/);
  await expect(row).toContainText('Posy Fernwick-Reed');
});

test('a provider keeps the training of a person and sees everybody’s in one matrix', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'provider@example.org');
  await page.goto('/staff');
  await page.getByRole('link', { name: 'Training', exact: true }).click();
  await expect(page).toHaveTitle(/^Staff training – /);
  const matrix = page.getByRole('table', { name: 'Training of each person by topic' });
  await expect(matrix.getByRole('columnheader')).toHaveCount(18);
  await expect(matrix.getByRole('row', { name: /^Everybody in post \d+%/ })).toBeVisible();
  await expect(matrix.getByText('Out of date').first()).toBeVisible();
  await expectAccessible();
  await expectReflow();

  await page.setViewportSize({ width: 390, height: 800 });
  await expect(matrix.locator('td', { hasText: 'In date' }).first()).toBeHidden();
  await expect(matrix.getByText('Out of date').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show every topic' }).click();
  await expect(matrix.locator('td', { hasText: 'In date' }).first()).toBeVisible();
  await expectAccessible();
  await expectReflow(390);
  await page.setViewportSize({ width: 1280, height: 800 });

  await matrix.getByRole('link').first().click();
  const section = page.getByRole('region', { name: 'Training and supervision' });
  const year = section.getByRole('group', { name: 'First aid' }).getByLabel('Year');
  await expect(year).toBeHidden();
  await section.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expectAccessible();
  const before = await year.inputValue();
  await year.fill('2099');
  await section.getByRole('checkbox', { name: 'Food hygiene' }).check();
  await expect(section.getByRole('group', { name: 'Food hygiene' })).toHaveCount(0);
  await section.getByText('Training by topic').click();
  await expect(year).toBeHidden();
  await page.getByRole('button', { name: 'Save person' }).click();
  await expect(section.getByRole('group', { name: 'First aid' })).toHaveAccessibleDescription(/Error.*in the future/);
  await expect(year, 'opened by the error, and as typed').toHaveValue('2099');
  await page
    .locator('.govuk-error-summary')
    .getByRole('link', { name: /in the future/ })
    .click();
  await expect(section.getByRole('group', { name: 'First aid' }).getByLabel('Day')).toBeFocused();
  await expectAccessible();
  await expectReflow();
  await year.fill(before);
  await expect(year, 'stays open while it is mended').toBeVisible();
  await page.getByRole('button', { name: 'Save person' }).click();
  await expect(page).toHaveURL(/\/staff$/);
});

test('an import says what to mend where, and stores once every row is ready, by the keyboard', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'provider2@example.org');
  await page.goto('/staff');
  await page.getByRole('link', { name: 'Import a list' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Import staff' })).toBeVisible();
  await expectAccessible();
  const template = await page.request.get(
    (await page.getByRole('link', { name: /Download the template/ }).getAttribute('href')) ?? '',
  );
  expect(await template.text()).toMatch(/^number,name,role,.*,first_aid,fire_safety,/);

  const choose = async (file: ReturnType<typeof csv>) => {
    const field = page.getByLabel(/^Choose (the|another) file/);
    // The page moves the focus once it has told what it found: a key pressed at that moment goes elsewhere.
    await expect(async () => {
      await field.focus();
      const chosen = page.waitForEvent('filechooser', { timeout: 3000 });
      await page.keyboard.press('Enter');
      await (await chosen).setFiles(file);
    }).toPass();
  };
  const key = `I${Date.now() % 1_000_000_000}`;
  const good = `${key}-1,Ottoline Sedge,Support worker,01/09/2024,employed,001234567890`;
  await choose(csv([good, `${key}-2,Fitch Barleymow,Support worker,31/02/2024,employed,1234`]));
  const heading = page.getByRole('heading', { name: 'Import report: 1 row needs you' });
  await expect(heading).toBeFocused();
  const table = page.getByRole('table', { name: 'Rows that need you' });
  await expect(table).toContainText('Fitch Barleymow');
  await expect(table.getByText('started', { exact: true })).toBeVisible();
  await expect(table.getByText('dbs_number', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
  await expectAccessible();
  await expectReflow();

  await choose({ ...csv([]), buffer: Buffer.from('name,role\r\nJo,Worker\r\n') });
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await expect(page.getByText('Chosen: staff list.csv')).toBeVisible();
  await expectAccessible();

  await choose(csv([good, `${key}-2,Fitch Barleymow,Support worker,28/02/2024,employed,001234567891`]));
  await expect(page.getByRole('heading', { name: 'Import report: every row is ready' })).toBeFocused();
  await expectAccessible();
  await page.getByRole('button', { name: 'Import 2 people' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/staff\?imported=2$/);
  await expect(page.getByText('2 people imported.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: `${key}-2` })).toContainText('Fitch Barleymow');
  await expectAccessible();
});

test('an officer reads the record with the checklist and draws the files once', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'officer@example.org');
  await page.goto('/accreditation/queue?search=Brambleford');
  await page.locator('tbody th a').first().click();
  await page.getByRole('link', { name: 'Safer recruitment' }).click();
  const record = page.getByRole('region', { name: 'Single central record' });
  await expect(record).toContainText('DBS older than 3 years');
  const training = page.getByRole('region', { name: 'Training', exact: true });
  await expect(training).toContainText(/\d+%\s*\d+ of \d+ in date/);
  await expect(training).toContainText(/Topics below 90%: .*Data protection \d+%/);
  const figure = /(\d+%)/.exec((await training.textContent()) ?? '')?.[1] ?? '';
  await expect(page.getByRole('group', { name: /At least 90% of the training matrix is in date/ })).toContainText(
    `The provider’s record shows ${figure}`,
  );
  await training.getByText('Training of each person').click();
  await expect(
    training
      .getByRole('table')
      .getByRole('cell', { name: /^Out of date/ })
      .first(),
  ).toBeVisible();
  await expectAccessible();
  await expectReflow();

  const draw = record.getByRole('button', { name: 'Draw staff files' });
  await expect(draw.or(record.getByText(/Seed/))).toBeVisible();
  if (await draw.isVisible()) {
    await draw.focus();
    await page.keyboard.press('Enter');
  }
  await expect(record.getByText(/files drawn by .* Seed [0-9a-f]{32}/)).toBeVisible();
  await expect(record.getByText('Drawn', { exact: true })).toHaveCount(5);
  const drawn = await record.getByRole('listitem').filter({ hasText: 'Drawn' }).allTextContents();
  await page.reload();
  await expect(record.getByText('Drawn', { exact: true })).toHaveCount(5);
  expect(await record.getByRole('listitem').filter({ hasText: 'Drawn' }).allTextContents()).toEqual(drawn);
  await expectAccessible();
  await expectReflow();
});

test('an officer settles a critical finding with a reason, reads a drawn file and is told what is still open', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'officer@example.org');
  const queue = await page.request.get('/api/applications/queue?PageSize=100');
  const { items } = (await queue.json()) as { items: { id: string; accreditation: string }[] };
  const id = items.find(({ accreditation }) => accreditation === 'SaferRecruitmentReview')!.id;
  await page.goto(`/accreditation/applications/${id}/safer-recruitment`);
  const record = page.getByRole('region', { name: 'Single central record' });
  await expect(record.getByText('Critical:').first()).toBeVisible();

  const draw = record.getByRole('button', { name: 'Draw staff files' });
  if (await draw.isVisible()) await draw.click();
  await expect(record.getByText(/files drawn by/)).toBeVisible();

  await record
    .getByText(/^Settle with a reason/)
    .first()
    .click();
  const reason = record.getByLabel(/: why it is settled$/).first();
  await reason.fill('Seen on paper on the day of the call.');
  const checklist = page.locator('dps-recruitment-tab > .dps-columns');
  await checklist.getByRole('radio', { name: 'Compliant', exact: true }).first().check({ force: true });
  await page.getByRole('button', { name: 'Save the checklist' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(reason, 'what is typed stays when something else is saved').toHaveValue(/^Seen on paper/);
  await record
    .getByRole('button', { name: /^Save the reasons for/ })
    .first()
    .click();
  await expect(record.getByText(/settled by .*Seen on paper on the day of the call\./).first()).toBeVisible();

  const file = record.locator('dps-staff-file').first();
  await file.getByText(/^Read the file/).click();
  for (const line of await file.getByRole('radio', { name: 'Compliant', exact: true }).all()) {
    await line.check({ force: true });
  }
  await file.getByRole('button', { name: /^Save the file/ }).click();
  await expect(file.getByText('12 of 12 answered')).toBeVisible();
  await expectAccessible();
  await expectReflow(390);

  const colleague = await page.context().newPage();
  await colleague.goto(page.url());
  const theirs = colleague.locator('dps-staff-file').first();
  await theirs.getByText(/^Read the file/).click();
  await theirs.getByRole('radio', { name: 'N/A' }).nth(4).check({ force: true });
  await theirs.getByRole('button', { name: /^Save the file/ }).click();
  await expect(theirs.getByText('Not saved yet')).toHaveCount(0);
  await file.getByRole('radio', { name: 'N/A' }).last().check({ force: true });
  await file.getByRole('button', { name: /^Save the file/ }).click();
  await expect(file.getByText('The newer file is loaded, and what you ticked stays. Save again.')).toBeVisible();
  await expect(file.getByRole('radio', { name: 'N/A' }).nth(4)).toBeChecked();
  await expect(file.getByRole('radio', { name: 'N/A' }).last()).toBeChecked();
  await file.getByRole('button', { name: /^Save the file/ }).click();
  await expect(file.getByText('Not saved yet')).toHaveCount(0);
  await colleague.close();

  for (const line of await checklist.getByRole('radio', { name: 'Compliant', exact: true }).all()) {
    await line.check({ force: true });
  }
  await page.getByRole('radio', { name: 'Passed', exact: true }).check({ force: true });
  await page.getByLabel(/^Reasons/).fill('Every line is compliant.');
  await page.getByRole('button', { name: 'Close the stage' }).click();
  await expect(page.locator('.govuk-error-summary')).toContainText(/critical findings: .+|not read to the end/);
});
