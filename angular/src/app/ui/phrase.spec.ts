import { phraseOf } from './phrase';

describe('An error of the server', () => {
  it('that is one sentence ends without a full stop', () => {
    expect(phraseOf('Answer “Staff and rota”.')).toBe('Answer “Staff and rota”');
    expect(phraseOf('Enter at most £1,250.50 a week.')).toBe('Enter at most £1,250.50 a week');
  });

  it('that is two sentences keeps both stops', () => {
    expect(phraseOf('This day is past. Enter today’s date.')).toBe('This day is past. Enter today’s date.');
  });
});
