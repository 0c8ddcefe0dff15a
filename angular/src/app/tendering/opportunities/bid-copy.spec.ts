import { OpportunityDto } from '../../proxy/models';
import { commitmentTo } from '../boxes/merkle';
import { bidFileOf, writeBidFile } from '../parts/bid-file';
import { BidCopy, openCopy, SentVersion } from './bid-copy';
import { bidValueOf, offerRows, saveBidOf } from './bid-value';

const SALT = '0f'.repeat(32);
const SEALED = {
  callOffId: 'c1',
  reference: 'C-7QK3-9F2D',
  providerId: 'o9',
  providerName: 'Harbour Steps Housing CIC',
  bid: {
    premisesId: 'p1',
    placeId: 'pl1',
    availableFrom: '2026-12-24',
    lines: [
      { kind: 'Accommodation', weeklyPence: 42_000, hoursPerWeek: null, nightsPerWeek: null, ratePence: null },
      { kind: 'Core', weeklyPence: null, hoursPerWeek: 10.5, nightsPerWeek: null, ratePence: 2800 },
    ],
    setUpPence: 12_550,
    answers: [
      { criterionId: 'staff', text: 'Two by day.' },
      { criterionId: 'match', text: 'A calm house.' },
    ],
    noCollusion: true,
    noConflict: false,
  },
  totalWeeklyPence: 71_400,
  wholeTermPence: 1_868_950,
};
const TEXT = JSON.stringify(SEALED);

const fileOf = (content = TEXT): string => writeBidFile(bidFileOf(SALT, content));

const sentOf = async (content = TEXT): Promise<SentVersion> => ({
  callOffId: 'c1',
  bidVersion: 2,
  sha256: await commitmentTo(SALT, content),
});

const need = {
  needs: { coreHoursPerWeek: 10, additionalHoursPerWeek: 0, nightCover: 'None' },
  criteria: [{ id: 'match' }, { id: 'staff' }],
  rateCard: { accommodationWeeklyPence: 40_000, coreHourPence: 2850 },
  bid: { hasDraft: false, lines: [], answers: [], setUpPence: 0, noCollusion: false, noConflict: false },
} as unknown as OpportunityDto;

describe('the copy of a bid', () => {
  it('is opened when it is what the receipt is for', async () => {
    const copy = await openCopy(fileOf(), await sentOf());

    expect(copy).toMatchObject({ isChecked: true, totalWeeklyPence: 71_400, bid: SEALED.bid });
  });

  it('is refused when one letter, or the salt, is another', async () => {
    const sent = await sentOf();
    const wrong = 'This is not version 2 as it was sealed: its fingerprint is another';

    expect(await openCopy(fileOf(TEXT.replace('71400', '71401')), sent)).toBe(wrong);
    expect(await openCopy(fileOf().replace(SALT, '0e'.repeat(32)), sent)).toBe(wrong);
  });

  it('is refused when it is of another need, which is named', async () => {
    const sent = { ...(await sentOf()), callOffId: 'c2' };

    expect(await openCopy(fileOf(), sent)).toBe('This copy is of another need, C-7QK3-9F2D');
  });

  it('is refused when it is a file of another kind', async () => {
    const other = 'This is not a bid file. Choose the one whose name ends in -bid.json';

    for (const text of ['{"format":"dps-receipt-file/1"}', TEXT, '[]', 'null', '7']) {
      expect(await openCopy(text, await sentOf())).toBe(other);
    }
  });

  it('is refused when it is damaged, outside or inside', async () => {
    const damaged = 'This file is damaged. Choose it as you downloaded it';

    expect(await openCopy('', await sentOf())).toBe(damaged);
    expect(await openCopy(fileOf().slice(0, -4), await sentOf())).toBe(damaged);
    for (const content of [TEXT.slice(1), 'null', '{"callOffId":"c1"}', TEXT.replace('"lines"', '"limes"')]) {
      expect(await openCopy(fileOf(content), await sentOf(content))).toBe(damaged);
    }
  });

  it('fills the form with all that was sent, and the form says the same again', async () => {
    const { bid } = (await openCopy(fileOf(), await sentOf())) as BidCopy;
    const value = bidValueOf(need, bid);

    expect(value.place).toBe('p1|pl1');
    expect(value.lines.map(({ kind, weekly, quantity, rate }) => [kind, weekly, quantity, rate])).toEqual([
      ['Accommodation', '420.00', '', ''],
      ['Core', '', '10.5', '28.00'],
    ]);
    expect(value.answers.map(({ text }) => text)).toEqual(['A calm house.', 'Two by day.']);
    expect(saveBidOf(value, 4)).toMatchObject({
      premisesId: 'p1',
      placeId: 'pl1',
      availableFrom: '2026-12-24',
      setUpPence: 12_550,
      noCollusion: true,
      noConflict: false,
      version: 4,
    });
  });

  it('says in short what was offered', async () => {
    const copy = (await openCopy(fileOf(), await sentOf())) as BidCopy;

    expect(offerRows(copy, [], '26 weeks').map(({ value }) => value)).toEqual([
      ['£714.00 a week', '£18,689.50 for 26 weeks and setting up'],
      ['A room that is no longer among your homes', 'Free from 24 December 2026'],
      ['Accommodation', 'Core support, 10.5 hours a week'],
    ]);
  });
});

describe('a form without a draft and without a copy', () => {
  it('begins as a new bid does, whatever was sent before', () => {
    expect(bidValueOf(need)).toEqual(bidValueOf({ ...need, bid: null }));
    expect(bidValueOf(need).lines.map(({ kind }) => kind)).toEqual(['Accommodation', 'Core']);
  });
});
