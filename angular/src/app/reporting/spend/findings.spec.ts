import { SpendMonthDto, SpendShareDto } from '../../proxy/models';
import { percentOf, shortMoney, trendFigures, trendOf } from './findings';

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
