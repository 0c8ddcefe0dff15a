import { PriceRowDto } from '../proxy/models';
import { nightsOf, priceOn, stayInWords } from './nights';

const STAY = { startsOn: '2026-03-02', plannedEndOn: '2027-02-28' };
const price = (from: string, totalWeeklyPence: number): PriceRowDto => ({
  from,
  totalWeeklyPence,
  accommodationPence: totalWeeklyPence,
  coreSupportPence: 0,
  additionalSupportPence: 0,
  otherPence: 0,
  variation: false,
  reason: null,
});

describe('nights', () => {
  it.each([
    ['2026-03-01', 0, 363],
    ['2026-03-02', 0, 363],
    ['2026-03-03', 1, 362],
    ['2027-02-27', 362, 1],
    ['2027-02-28', 363, 0],
    ['2027-06-01', 363, 0],
  ])('on %s, %i nights are past and %i to come; the day of leaving is no night', (today, sofar, left) => {
    expect(nightsOf(STAY, today)).toEqual({ sofar, left });
  });

  it('ends early when it ended early', () => {
    expect(nightsOf({ ...STAY, endedOn: '2026-03-09' }, '2026-11-24')).toEqual({ sofar: 7, left: 0 });
  });

  it('holds a price from its day to the next', () => {
    const prices = [price('2026-03-02', 106_750), price('2026-06-29', 94_500)];
    expect(
      ['2026-01-01', '2026-03-02', '2026-06-28', '2026-06-29'].map((day) => priceOn(prices, day)?.totalWeeklyPence),
    ).toEqual([106_750, 106_750, 106_750, 94_500]);
  });

  it('says where it stands', () => {
    expect(stayInWords(STAY, '2026-03-01').text).toBe('Begins 2 March 2026');
    expect(stayInWords(STAY, '2026-03-02').text).toBe('Active since 2 March 2026');
    expect(stayInWords(STAY, '2027-02-28').text).toBe('Ended 28 February 2027');
    expect(stayInWords({ ...STAY, endedOn: '2026-12-01' }, '2026-11-24').text).toBe('Ends 1 December 2026');
  });
});
