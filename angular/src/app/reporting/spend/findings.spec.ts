import { SpendMonthDto, SpendShareDto } from '../../proxy/models';
import { leadOf, percentOf, shortMoney, trendFigures, trendOf } from './findings';

const share = (name: string, pence: number): SpendShareDto => ({ name, pence, placements: 1, nights: 30 });
const month = (first: string, ...lots: SpendShareDto[]): SpendMonthDto => ({
  month: first,
  totalPence: lots.reduce((sum, lot) => sum + lot.pence, 0),
  lots,
});
const LOTS = [share('Shared homes', 1), share('Lot 3', 1)];

describe('findings', () => {
  it('says which lot moved most, in the direction that the whole moved', () => {
    const days = { from: '2026-04-01', to: '2026-06-30' };
    const rising = [
      month('2026-04-01', share('Shared homes', 100_000), share('Lot 3', 50_000)),
      month('2026-06-01', share('Shared homes', 130_000), share('Lot 3', 40_000)),
    ];
    expect(trendOf(rising, days, LOTS)).toBe('Monthly spend is rising, mostly in shared homes');

    const falling = [rising[0]!, month('2026-06-01', share('Shared homes', 99_000), share('Lot 3', 10_000))];
    expect(trendOf(falling, days, LOTS)).toBe('Monthly spend is falling, mostly in Lot 3');
  });

  it('compares days, so that a February is not a fall', () => {
    const months = [month('2026-01-01', share('Lot 3', 310_000)), month('2026-02-01', share('Lot 3', 280_000))];
    expect(trendOf(months, { from: '2026-01-01', to: '2026-02-28' }, LOTS)).toBe('Monthly spend is steady');
  });

  it('calls a change of up to 5% steady: at, below and above it', () => {
    const days = { from: '2026-07-01', to: '2026-08-31' };
    const to = (pence: number) =>
      trendOf([month('2026-07-01', share('Lot 3', 100_000)), month('2026-08-01', share('Lot 3', pence))], days, []);
    expect([105_000, 104_999, 105_001].map(to)).toEqual([
      'Monthly spend is steady',
      'Monthly spend is steady',
      'Monthly spend is rising',
    ]);
    expect([95_000, 95_001, 94_999].map(to)).toEqual([
      'Monthly spend is steady',
      'Monthly spend is steady',
      'Monthly spend is falling',
    ]);
  });

  it('calls a last quarter of £464k, £475k and £465k steady', () => {
    const months = [
      month('2026-07-01', share('Shared homes', 46_400_000)),
      month('2026-08-01', share('Shared homes', 47_500_000)),
      month('2026-09-01', share('Shared homes', 46_500_000)),
    ];
    expect(trendOf(months, { from: '2026-07-01', to: '2026-09-30' }, LOTS)).toBe('Monthly spend is steady');
  });

  it('does not call it rising where a month between was higher than the last', () => {
    const months = [
      month('2026-07-01', share('Lot 3', 100_000)),
      month('2026-08-01', share('Lot 3', 130_000)),
      month('2026-09-01', share('Lot 3', 110_000)),
    ];
    expect(trendOf(months, { from: '2026-07-01', to: '2026-09-30' }, LOTS)).toBe('Monthly spend goes up and down');
  });

  it('names those that lead together where their shares read the same', () => {
    const lead = (...pence: number[]) =>
      leadOf(
        pence.map((of, i) => ({ name: `Age ${i + 1}`, pence: of })),
        pence.reduce((sum, of) => sum + of, 0),
        'By age',
      );
    expect(lead(461, 459, 80)).toBe('Age 1 and Age 2 take 46% of spend each');
    expect(lead(300, 300, 300)).toBe('Age 1, Age 2 and Age 3 take 33% of spend each');
    expect(lead(470, 450, 80)).toBe('Age 1 takes 47% of spend');
    expect(lead(7)).toBe('All of it: Age 1');
    expect(lead()).toBe('By age');
  });

  it('leaves out the months that the period cuts', () => {
    const months = [
      month('2026-04-01', share('Lot 3', 300_000)),
      month('2026-05-01', share('Lot 3', 400_000)),
      month('2026-06-01', share('Lot 3', 10_000)),
    ];
    const days = { from: '2026-04-01', to: '2026-06-29' };
    expect(trendOf(months, days, [share('Lot 3', 1)])).toBe('Monthly spend is rising');
    expect(trendFigures(months, days)).toBe('£3,000 in April, £4,000 in May');
  });

  it('names the largest lot where there is nothing to compare, or says that nothing was spent', () => {
    const days = { from: '2026-04-01', to: '2026-04-30' };
    const lots = [share('Lot 2', 75), share('Lot 3', 25)];
    expect(trendOf([month('2026-04-01', ...lots)], days, lots)).toBe('Lot 2: 75% of spend');
    expect(trendOf([month('2026-04-01')], days, [])).toBe('Nothing was spent');
  });

  it('shortens money and shares without losing a small one', () => {
    expect([367_120_418, 18_600_000, 99_949_999, 99_950_000, 94_000].map(shortMoney)).toEqual([
      '£3.67m',
      '£186k',
      '£999k',
      '£1.00m',
      '£940',
    ]);
    expect([percentOf(1, 1000), percentOf(0, 1000), percentOf(18, 100), percentOf(0, 0)]).toEqual([
      'under 1%',
      '0%',
      '18%',
      '0%',
    ]);
  });
});
