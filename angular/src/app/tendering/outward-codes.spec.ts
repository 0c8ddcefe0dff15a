import { parseOutwardCodes } from './outward-codes';

describe('outward codes', () => {
  it('are taken with commas or blanks, in any case, once each', () => {
    expect(parseOutwardCodes('ha9, nw10 E1W;HA9').codes).toEqual(['HA9', 'NW10', 'E1W']);
    expect(parseOutwardCodes('').codes).toEqual([]);
  });

  it.each(['HA9 0WS', 'ha90ws', 'NW10, HA9 0WS', 'HA9 NW10 0WS'])('refuse a full postcode in %s', (text) => {
    const { codes, problem } = parseOutwardCodes(text);
    expect(codes).toEqual([]);
    expect(problem).toMatch(/first half/);
  });

  it('say which part is no code', () => {
    expect(parseOutwardCodes('HA9, Wembley').problem).toBe('WEMBLEY is not the first half of a postcode, like HA9');
  });

  it('are twelve at most', () => {
    const twelve = Array.from({ length: 12 }, (_, i) => `E${i + 1}`);
    expect(parseOutwardCodes(twelve.join()).codes).toHaveLength(12);
    expect(parseOutwardCodes([...twelve, 'E13'].join()).problem).toBe('Enter at most 12 areas');
  });
});
