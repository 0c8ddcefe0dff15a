import { formatMoney, parseDecimal, parsePounds, parseWhole, poundsText } from './money';

describe('money', () => {
  it('shows whole pence as pounds', () => {
    expect(formatMoney(106_750)).toBe('£1,067.50');
    expect(formatMoney(0)).toBe('£0.00');
    expect(formatMoney(null)).toBe('–');
  });

  it.each([
    ['1067.50', 106_750],
    ['£1,067.5', 106_750],
    ['0', 0],
    [' 19.99 ', 1999],
    ['1.005', undefined],
    ['1,234,567.89', 123_456_789],
    ['1,2000', undefined],
    ['12,00', undefined],
    [',500', undefined],
    ['-5', undefined],
    ['twelve', undefined],
    ['', undefined],
    ['1e3', undefined],
  ])('takes %j as %j pence', (text, pence) => {
    expect(parsePounds(text)).toBe(pence);
  });

  it('gives back the text that it would read', () => {
    expect(parsePounds(poundsText(106_705))).toBe(106_705);
    expect(poundsText(undefined)).toBe('');
  });

  it('reads whole numbers and numbers of two decimals, and nothing else', () => {
    expect(parseWhole('1,250')).toBe(1250);
    expect(parseWhole('1,2000')).toBeUndefined();
    expect(parseWhole('2.5')).toBeUndefined();
    expect(parseDecimal('7.25')).toBe(7.25);
    expect(parseDecimal('7.255')).toBeUndefined();
  });
});
