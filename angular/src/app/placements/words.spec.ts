import { AuditEventDto } from '../proxy/models';
import { boughtInWords, historyEvents } from './words';

const event = (over: Partial<AuditEventDto>): AuditEventDto => ({
  id: '1',
  at: '2026-06-24T10:00:00Z',
  actorName: 'Martin Cole',
  organisationName: 'Northwick Vale LBC',
  action: 'ConfirmPrice',
  before: '£1067.50 a week from 2026-03-02',
  after: '£945.00 a week from 2026-06-29',
  reason: 'SupportReduced',
  refused: false,
  ...over,
});

describe('history of a placement', () => {
  it('says of a price what it was, what it is and why', () => {
    expect(historyEvents([event({})])[0]).toEqual({
      at: '2026-06-24T10:00:00Z',
      who: 'Martin Cole',
      what: 'Confirmed the new price',
      reason: 'Less support. £1,067.50 a week from 2 March 2026, now £945.00 a week from 29 June 2026.',
      tone: 'done',
    });
  });

  it('marks a refused attempt and keeps a reason that it does not know', () => {
    const [refused] = historyEvents([
      event({ action: 'End', before: 'Agreed', after: null, reason: 'Placements:EndBeforeStart', refused: true }),
    ]);
    expect(refused).toMatchObject({
      what: 'Refused: recorded the end',
      reason: 'Placements:EndBeforeStart.',
      tone: 'refused',
    });
  });
});

describe('how a placement was bought', () => {
  it('names the law of the scheme, and calls only a DPS a DPS', () => {
    expect(boughtInWords({ route: 'Dps', regime: 'PcrDps' })).toBe('Call-off from the dynamic purchasing system');
    expect(boughtInWords({ route: 'Dps', regime: 'PcrLightTouch' })).toBe('Call-off under the light-touch regime');
    expect(boughtInWords({ route: 'Dps', regime: null })).toBe('Through the scheme');
    expect(boughtInWords({ route: 'Block' })).toBe('Block contract');
  });
});
