import { AuditEventDto, CallOffState } from '../../proxy/models';
import { HistoryEvent } from '../../ui/parts';
import { CALL_OFF_STATES, CANCEL_REASONS } from '../words';

const ACTIONS: Readonly<Record<string, string>> = {
  Create: 'Prepared the call-off',
  Update: 'Changed the draft',
  Publish: 'Published to every member of the lot',
  Cancel: 'Cancelled',
  Close: 'Bidding closed',
  CloseWithoutBids: 'Bidding closed without a bid',
  AskToOpen: 'Asked for the bids to be opened',
  Open: 'Opened the bids as second officer',
  Score: 'Scored',
  SetScores: 'Gave scores',
  LockQuality: 'Locked the quality scores',
  ProposeAward: 'Proposed the award',
  SendBackAward: 'Sent the award back',
  ApproveAward: 'Approved the award; letters sent',
  Declare: 'Declared on conflict of interest',
  Decline: 'Said that they will not bid',
};

/** The audit trail in words. A refused attempt says what was tried and why not. */
export function historyEvents(events: readonly AuditEventDto[]): HistoryEvent[] {
  return events
    .filter(({ action }) => action !== 'Score')
    .map((event) => {
      const action = event.action.split('.').at(-1) ?? event.action;
      const what = ACTIONS[action] ?? action;
      return {
        at: event.at,
        who: event.actorName,
        what: event.refused ? `Refused: ${what.charAt(0).toLowerCase()}${what.slice(1)}` : what,
        reason: reasonOf(event, action),
        tone: event.refused ? 'refused' : 'done',
      };
    });
}

function reasonOf({ reason, after }: AuditEventDto, action: string): string | null {
  if (action === 'SetScores') return after;
  if (action === 'Cancel' && reason && reason in CANCEL_REASONS)
    return CANCEL_REASONS[reason as keyof typeof CANCEL_REASONS];
  return reason && reason in CALL_OFF_STATES ? CALL_OFF_STATES[reason as CallOffState].text : reason;
}
