import { LineText, MOST_RATE_PENCE, poundsProblem, priceOf, quantityProblem } from './pricing';

describe('the price of a bid while it is typed', () => {
  const core = (quantity: string, rate: string): LineText => ({ kind: 'Core', weekly: '', quantity, rate });
  const HOME: LineText = { kind: 'Accommodation', weekly: '420', quantity: '', rate: '' };

  it('is the sum of lines, each rounded half a penny up, as in the worked example', () => {
    const lines: LineText[] = [
      HOME,
      core('10', '28.00'),
      { kind: 'Additional', weekly: '', quantity: '15', rate: '24.50' },
    ];

    expect(priceOf(lines, '250', 26)).toEqual({
      linePence: [42_000, 28_000, 36_750],
      totalWeeklyPence: 106_750,
      fourWeeklyPence: 427_000,
      wholeTermPence: 2_800_500,
    });
  });

  it('rounds half a penny up and less than half down', () => {
    const pence = (quantity: string, rate: string): number | undefined =>
      priceOf([core(quantity, rate)], '', 1).linePence[0];

    expect(pence('0.50', '0.01')).toBe(1);
    expect(pence('0.49', '0.01')).toBe(0);
    expect(pence('1.15', '24.50')).toBe(2818);
  });

  it('counts nothing for what is still to come', () => {
    expect(priceOf([HOME, core('', '28')], '', 1).totalWeeklyPence).toBe(42_000);
  });

  it('is not known with a line that cannot be used, and every other line still is', () => {
    const unknown = { totalWeeklyPence: undefined, fourWeeklyPence: undefined, wholeTermPence: undefined };

    expect(priceOf([HOME, core('ten', '28')], '', 1)).toEqual({ linePence: [42_000, undefined], ...unknown });
    expect(priceOf([HOME, core('9999999999', '28')], '', 1)).toEqual({ linePence: [42_000, undefined], ...unknown });
  });

  it('is not known in all with a set-up that cannot be used, and a week of it is', () => {
    const price = priceOf([HOME], '10000.01', 26);

    expect(price.totalWeeklyPence).toBe(42_000);
    expect(price.wholeTermPence).toBeUndefined();
  });
});

describe('a quantity of a bid', () => {
  it('is no more than a week has', () => {
    expect(quantityProblem('Core', '168')).toBeUndefined();
    expect(quantityProblem('Core', '168.01')).toBe('Enter 168 or fewer');
    expect(quantityProblem('Core', '9999999999')).toBe('Enter 168 or fewer');
    expect(quantityProblem('SleepIn', '7')).toBeUndefined();
    expect(quantityProblem('SleepIn', '8')).toBe('Enter 7 or fewer');
  });

  it('that is no number says so, and none is not wrong yet', () => {
    expect(quantityProblem('Core', 'ten')).toBe('Enter a number with at most two decimals, like 7.5');
    expect(quantityProblem('Core', ' ')).toBeUndefined();
  });
});

describe('an amount of a bid', () => {
  it('too large for the server is told its limit, however many digits it has', () => {
    expect(poundsProblem('10000.00', MOST_RATE_PENCE)).toBeUndefined();
    expect(poundsProblem('10000.01', MOST_RATE_PENCE)).toBe('Enter £10,000.00 or less');
    expect(poundsProblem('9,999,999,999.00', MOST_RATE_PENCE)).toBe('Enter £10,000.00 or less');
  });

  it('without a line of its own says what it is for', () => {
    expect(poundsProblem('10000.01', MOST_RATE_PENCE, 'for setting up')).toBe(
      'Enter £10,000.00 or less for setting up',
    );
    expect(poundsProblem('abc', MOST_RATE_PENCE, 'for setting up')).toBe(
      'Enter pounds and pence for setting up, like 24.50',
    );
  });

  it('that is no amount is told what one looks like', () => {
    expect(poundsProblem('abc', MOST_RATE_PENCE)).toBe('Enter pounds and pence, like 24.50');
  });
});
