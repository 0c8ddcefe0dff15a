import { areaWarning } from './words';

describe('the area of a bedroom', () => {
  it('fact 25: 6.50 m² is too small for one, 6.51 m² is not', () => {
    expect(areaWarning('6.50', '1')).toMatch(/^Too small for one person: 6\.51 m²/);
    expect(areaWarning('6.51', '1')).toBe('');
  });

  it('must be 10.22 m² for two', () => {
    expect(areaWarning('10.21', '2')).toMatch(/^Too small for two people: 10\.22 m²/);
    expect(areaWarning('10.22', '2')).toBe('');
  });

  it('is not judged before it is a number', () => {
    expect(areaWarning('', '1')).toBe('');
    expect(areaWarning('six', '1')).toBe('');
  });
});
