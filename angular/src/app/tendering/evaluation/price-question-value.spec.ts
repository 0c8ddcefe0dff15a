import { PriceQuestionDto } from '../../proxy/models';
import { instantTyped } from '../call-offs/call-off-value';
import { answerByError, newAsk, statusOf } from './price-question-value';

const question: PriceQuestionDto = {
  state: 'Asked',
  question: 'How?',
  askedByName: 'Nadia Frost',
  askedAt: '2026-11-30T09:00:00Z',
  answerBy: '2026-12-01T12:00:00Z',
  answer: null,
  answeredByName: null,
  answeredAt: null,
  decisionReason: null,
  decidedByName: null,
  decidedAt: null,
  permittedTriggers: [],
  version: 1,
};

describe('a question about a price as typed', () => {
  it('begins with noon of the next London day', () => {
    expect(newAsk(Date.parse('2026-07-01T23:30:00Z'))).toEqual({
      question: '',
      date: { day: '3', month: '7', year: '2026' },
      time: '12:00',
    });
  });

  it('is sent as an instant of the London clock', () => {
    const date = { day: '1', month: '7', year: '2027' };
    expect(instantTyped({ date, time: '16:00' })).toBe('2027-07-01T15:00:00.000Z');
  });

  it('names the field that is wrong', () => {
    expect(answerByError({ day: '', month: '', year: '' }, '12:00')).toEqual({
      field: 'date',
      message: 'Enter the day to answer by',
    });
    expect(answerByError({ day: '1', month: '7', year: '2027' }, 'noon')?.field).toBe('time');
    expect(answerByError({ day: '1', month: '7', year: '2027' }, '12:00')).toBeUndefined();
  });
});

describe('where a question about a price stands', () => {
  const answerBy = Date.parse(question.answerBy);

  it('waits until its time is over', () => {
    expect(statusOf(question, answerBy - 1).text).toBe('Waiting for the answer');
    expect(statusOf(question, answerBy).text).toBe('No answer in time');
  });

  it('tells a question that was taken back from a price that was accepted', () => {
    const accepted: PriceQuestionDto = { ...question, state: 'Accepted', decidedAt: '2026-12-01T11:59:59Z' };
    expect(statusOf(accepted, answerBy).text).toBe('Question taken back');
    expect(statusOf({ ...accepted, answeredAt: '2026-11-30T10:00:00Z' }, answerBy).text).toBe('Price accepted');
    expect(statusOf({ ...accepted, decidedAt: question.answerBy }, answerBy).text).toBe('Price accepted');
  });
});
