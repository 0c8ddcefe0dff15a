import { accredit, admit, reviewRecords, testPeople, visit } from './main-job/assessing';
import { award, bid, openBids, publish, readLetter, refer, score } from './main-job/buying';
import { Clock } from './main-job/clock';
import { dayOf, minutesAfter } from './main-job/forms';
import { addHome, apply, askReferees, HOME } from './main-job/joining';
import { People } from './main-job/people';
import { downloadSpend } from './main-job/spend-files';
import { expect, test } from './portal';

test.skip(
  !process.env['DPS_BASE_URL'] || !process.env['DPS_TEST_POSTGRES'],
  'needs a running portal whose clock moves',
);

const WINNER = 'Tidewell Therapeutic';
/** £830 for the home, 10 hours at £28.50 and 7 nights at £80. */
const PRICE = '£1,675.00';
const STRONG =
  'Two named key workers agree three goals in week one, cook with each young person and review every week.';

test('a provider is accredited, wins a call-off, and its placement is in the spend report', async ({
  browser,
}, testInfo) => {
  test.setTimeout(600_000);
  const clock = await Clock.open();
  const people = new People(browser);
  const check = (page: Parameters<People['check']>[0]): Promise<void> => people.check(page);
  // Pages of the rivals are those of the winner.
  const look = (): Promise<void> => people.quiet();
  const today = await clock.now();
  const day = (after: number): string => dayOf(today, after);

  const newcomer = await people.as('newcomer');
  await test.step('a provider adds a home with two places and its certificates', () => addHome(newcomer, check, day));
  const application = await test.step('it answers every section, adds its files and submits', () =>
    apply(newcomer, check, day));

  await test.step('two councils that placed with it give a reference', () => askReferees(newcomer, check, application));

  const [officer, second] = [await people.as('officer'), await people.as('second-officer')];
  await test.step('two officers admit it to the lot', () => admit(officer, second, check, application));
  await test.step('its people are found fit', () => testPeople(officer, second, check, application, day(0)));
  await test.step('its staff records are in order', () => reviewRecords(officer, check, application));
  await test.step('its home is visited', () => visit(officer, check, application, clock));
  await test.step('two officers accredit it', () => accredit(officer, second, check, application));
  await newcomer.goto(`/application/${application}`);
  await expect(newcomer.getByText('Accredited', { exact: true }).first()).toBeVisible();
  await check(newcomer);

  const [placements, approver] = [await people.as('placements'), await people.as('approver')];
  const deadline = minutesAfter(await clock.now(), 14);
  const callOff = await test.step('a need is recorded and a call-off prepared', () =>
    refer(placements, check, (after) => dayOf(after === 0 ? deadline : today, after), deadline));
  await test.step('another officer publishes it', () => publish(approver, check, callOff));

  await test.step('three members bid', async () => {
    await bid(newcomer, check, callOff, day(3), { room: `${HOME}, Room 1`, says: STRONG, home: '830' });
    for (const [name, room] of [
      ['provider', 'Orchard Row, Room 1'],
      ['provider2', 'Lantern House, Front room'],
    ] as const) {
      await bid(await people.as(name), look, callOff, day(3), { room, says: 'We support each young person well.' });
    }
  });

  await test.step('after the deadline two officers open the bids', async () => {
    await clock.moveTo(new Date(deadline.getTime() + 1000));
    await openBids(placements, approver, check, callOff);
  });
  await test.step('two score the answers alone, then agree and lock quality', async () =>
    score(placements, await people.as('second-placements'), check, callOff, {
      first: (answer) => (answer.includes('named key workers') ? 5 : 3),
      second: (answer) => (answer.includes('named key workers') ? 4 : 3),
      agreed: () => 5,
    }));
  await test.step('one officer proposes the award, another approves it', () =>
    award(placements, approver, check, callOff));
  await test.step('every bidder has a letter', async () => {
    await readLetter(newcomer, check, callOff, WINNER);
    await readLetter(await people.as('provider'), check, callOff, 'Harbour Steps Housing CIC');
    await readLetter(await people.as('provider2'), look, callOff, 'Lantern Row Ltd');
  });

  await test.step('the award is a placement with a dated price', async () => {
    const found = placements.getByRole('row', { name: PRICE }).getByRole('link');
    await expect(async () => {
      await placements.goto('/placements?search=Tidewell&show=all');
      await expect(found).toBeVisible({ timeout: 3000 });
    }).toPass();
    await check(placements);
    await found.click();
    await expect(placements.getByRole('heading', { name: 'Agreement' })).toBeVisible();
    await expect(placements.getByText(PRICE).first()).toBeVisible();
    await check(placements);
    await placements.goto('/');
    await placements.getByRole('link', { name: 'Agree the placement with Tidewell Therapeutic' }).click();
    await expect(placements.getByRole('heading', { name: 'Before the first night' })).toBeVisible();
  });

  await test.step('finance takes the spend as CSV and XLSX, and another program reads it', async () => {
    const finance = await people.as('finance');
    const rows = await downloadSpend(finance, day(3), day(12), testInfo.outputPath());
    await check(finance);
    const won = rows.filter((row) => row['provider'] === WINNER && row['weekly_total'] === '1675.00');
    expect(won).toMatchObject([
      {
        premises_area: 'HA0',
        period_start: day(3),
        period_end: day(12),
        weekly_accommodation: '830.00',
        weekly_core_support: '285.00',
        period_cost: '2392.86',
      },
    ]);
  });

  await people.leave();
  await clock.close();
});
