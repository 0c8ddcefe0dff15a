import { areaWarning, promisesOf } from './words';

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

describe('the nights in which a room is promised', () => {
  const room = { id: 'a', name: 'Room 1', bedroomArea: 9.4, maxOccupants: 1, bedroomLargeEnough: true };
  const nights = (firstNight: string, placeId = 'a') => ({ placeId, firstNight, leavesOn: '2027-06-05' });

  it('are told by their end from the first night on, and by both ends before', () => {
    expect(promisesOf(room, [nights('2027-01-02')], '2027-01-02')).toEqual(['Promised until 5 June 2027']);
    expect(promisesOf(room, [nights('2027-01-02')], '2027-01-01')).toEqual([
      'Promised from 2 January 2027 to 5 June 2027',
    ]);
  });

  it('are the whole room’s, also of one that is large enough for two', () => {
    expect(promisesOf({ ...room, maxOccupants: 2 }, [nights('2027-01-02')], '2027-02-01')).toEqual([
      'Promised until 5 June 2027',
    ]);
  });

  it('are not those of another room', () => {
    expect(promisesOf(room, [nights('2027-01-02', 'b')], '2027-01-02')).toEqual([]);
  });
});
