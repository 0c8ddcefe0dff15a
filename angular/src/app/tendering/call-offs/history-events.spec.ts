import { AuditEventDto } from '../../proxy/models';
import { historyEvents } from './history-events';

const said = (event: Partial<AuditEventDto>) =>
  historyEvents([{ at: '', actorName: 'Nadia Frost', refused: false, ...event } as AuditEventDto])[0];

describe('the history of a call-off', () => {
  it('says what was changed of a draft', () => {
    expect(said({ action: 'Update', reason: 'Deadline, Weights' })).toMatchObject({
      what: 'Changed the draft: Deadline, Weights',
      reason: null,
    });
  });

  it('says that the Opener kept a call-off from being opened', () => {
    expect(said({ action: 'Open', refused: true, code: 'Tendering:OpenerAway' })?.reason).toBe(
      'The Opener, which holds the keys, did not answer',
    );
  });

  it('calls the end of a draft by one word, whoever ended it', () => {
    expect(said({ action: 'Discard', before: 'Draft' })?.what).toBe('Discarded the draft');
    expect(said({ action: 'Cancel', before: 'Draft' })?.what).toBe('Discarded the draft');
    expect(said({ action: 'Cancel', before: 'Published' })?.what).toBe('Cancelled');
  });
});
