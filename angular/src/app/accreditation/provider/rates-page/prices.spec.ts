import { priceProblem, PRICES } from './prices';

const [accommodation, core] = PRICES;

describe('priceProblem', () => {
  it('takes pounds with or without pence, commas and the pound sign', () => {
    for (const text of ['1,067.5', '1067.50', '£1,067', ' 12 ']) {
      expect(priceProblem(text, accommodation!)).toBeUndefined();
    }
  });

  it('refuses a third decimal and words', () => {
    for (const text of ['12.345', 'twelve', '-1']) {
      expect(priceProblem(text, accommodation!)).toContain('in pounds and pence');
    }
  });

  it('takes nought for support and not for accommodation', () => {
    expect(priceProblem('0', core!)).toBeUndefined();
    expect(priceProblem('0', accommodation!)).toBe('The price of accommodation must be above £0');
  });

  it('tells a price that is not there from nought', () => {
    expect(priceProblem('', core!)).toBe('Enter the price of core support, or 0 if there is none');
  });

  it('refuses what is above the most the portal takes', () => {
    expect(priceProblem('1000', core!)).toBeUndefined();
    expect(priceProblem('1000.01', core!)).toBe('The price of core support must be £1,000.00 or less');
  });
});
