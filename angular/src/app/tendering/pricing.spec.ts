import { lineOf, priceOf } from './pricing';

describe('the price of a bid while it is typed', () => {
  it('is the sum of lines, each rounded half a penny up, as in the worked example', () => {
    const lines = [
      lineOf({ kind: 'Accommodation', weekly: '420', quantity: '', rate: '' }),
      lineOf({ kind: 'Core', weekly: '', quantity: '10', rate: '28.00' }),
      lineOf({ kind: 'Additional', weekly: '', quantity: '15', rate: '24.50' }),
    ];

    expect(priceOf(lines, 25_000, 26)).toEqual({
      linePence: [42_000, 28_000, 36_750],
      totalWeeklyPence: 106_750,
      fourWeeklyPence: 427_000,
      wholeTermPence: 2_800_500,
    });
  });

  it('rounds half a penny up and less than half down', () => {
    const pence = (quantity: string, rate: string): number | undefined =>
      priceOf([lineOf({ kind: 'Core', weekly: '', quantity, rate })], 0, 1).linePence[0];

    expect(pence('0.50', '0.01')).toBe(1);
    expect(pence('0.49', '0.01')).toBe(0);
    expect(pence('1.15', '24.50')).toBe(2818);
  });

  it('counts nights for cover at night and nothing for what is no number', () => {
    expect(lineOf({ kind: 'SleepIn', weekly: '', quantity: '7', rate: '65' })).toEqual({
      kind: 'SleepIn',
      nightsPerWeek: 7,
      ratePence: 6500,
    });
    expect(priceOf([lineOf({ kind: 'Core', weekly: '', quantity: 'ten', rate: '28' })], 0, 1).totalWeeklyPence).toBe(0);
  });
});
