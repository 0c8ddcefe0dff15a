import { AuditEventDto, CallOffCancelReason } from '../../proxy/models';
import { HistoryEvent } from '../../ui/parts';
import { CANCEL_REASONS } from '../words';

const ACTIONS: Readonly<Record<string, string>> = {
  Create: 'Prepared the call-off',
  Update: 'Changed the draft',
  SendBackDraft: 'Sent the draft back',
  ChangeNeeds: 'Changed the need under the draft',
  Publish: 'Published to every member of the lot',
  Cancel: 'Cancelled',
  Discard: 'Discarded the draft',
  Extend: 'Moved the deadline',
  AnswerQuestion: 'Answered a question',
  Close: 'Bidding closed',
  CloseWithoutBids: 'Bidding closed without a bid',
  AskToOpen: 'Asked for the bids to be opened',
  Open: 'Opened the bids as second officer',
  Score: 'Began to score',
  SetAsideScores: 'Set the scores of a colleague aside',
  CountScoresAgain: 'Let scores that were set aside count again',
  LockScores: 'Locked their scores',
  UnlockScores: 'Unlocked their scores',
  ShowScores: 'All scores are in; the evaluators read each other’s',
  TakeChair: 'Took the chair',
  Agree: 'Wrote down agreed scores',
  VoidScores: 'Scores taken out: a conflict was declared',
  LockQuality: 'Locked the quality scores',
  AskAboutPrice: 'Asked about the price of',
  AnswerPriceQuestion: 'Answered the question about the price of',
  TakeBackPriceQuestion: 'Took back the question about the price of',
  AcceptPrice: 'Accepted the price of',
  RejectPrice: 'Rejected the price of',
  RecordEarlierUse: 'Recorded that a home was used before',
  TakeBackEarlierUse: 'Took back that a home was used before',
  ProposeAward: 'Proposed the award',
  SendBackAward: 'Sent the award back',
  TakeBackAward: 'Took the award back',
  ApproveAward: 'Approved the award; letters sent',
  Declare: 'Said whether they have a conflict of interest',
  Decline: 'Said that they will not bid',
};

const ATTEMPTS: Readonly<Record<string, string>> = {
  Update: 'to change the draft',
  SendBackDraft: 'to send the draft back',
  Publish: 'to publish',
  Cancel: 'to cancel',
  Discard: 'to discard the draft',
  Extend: 'to move the deadline',
  AnswerQuestion: 'to answer a question',
  Open: 'to open the bids',
  GetEvaluation: 'to see the bids',
  GetLetters: 'to see the letters',
  GetDraftLetters: 'to see the draft letters',
  GetLetter: 'to see the letter',
  Declare: 'to declare before the opening',
  Score: 'to score',
  LockScores: 'to lock their scores',
  UnlockScores: 'to unlock their scores',
  SetAsideScores: 'to set a colleague’s scores aside',
  CountScoresAgain: 'to let scores count again',
  TakeChair: 'to take the chair',
  Agree: 'to write down agreed scores',
  AgreeUnanimous: 'to write down agreed scores',
  LockQuality: 'to lock quality',
  AskAboutPrice: 'to ask about a price',
  AcceptPrice: 'to accept a price',
  RejectPrice: 'to reject a price',
  RecordEarlierUse: 'to record that a home was used before',
  TakeBackEarlierUse: 'to take back that a home was used before',
  ProposeAward: 'to propose an award',
  SendBackAward: 'to send the award back',
  TakeBackAward: 'to take the award back',
  ApproveAward: 'to approve the award',
};

/** Moves of the call-off that an entry of their own tells in full. */
const TOLD_BY_ANOTHER: readonly string[] = ['QuestionPrice', 'SettlePrice'];

/** What names the bid it was done to. */
const OF_A_BID: readonly string[] = [
  'AskAboutPrice',
  'AnswerPriceQuestion',
  'TakeBackPriceQuestion',
  'AcceptPrice',
  'RejectPrice',
];

function whatOf({ before, after, reason }: AuditEventDto, action: string): string {
  const words = ACTIONS[action] ?? action;
  if (action === 'Update' && reason) return `${words}: ${reason}`;
  if (action === 'Cancel' && before === 'Draft') return ACTIONS['Discard'] ?? words;
  return OF_A_BID.includes(action) && after ? `${words} ${after}` : words;
}

/** The audit trail in words. A refused attempt says what was tried and why not. */
export function historyEvents(events: readonly AuditEventDto[]): HistoryEvent[] {
  return events
    .filter(({ action, refused }) => refused || !TOLD_BY_ANOTHER.includes(action))
    .map((event) => {
      const action = event.action.split('.').at(-1) ?? event.action;
      return {
        at: event.at,
        who: event.actorName,
        what: event.refused ? `Refused: ${ATTEMPTS[action] ?? action}` : whatOf(event, action),
        reason: reasonOf(event, action),
        tone: event.refused ? 'refused' : 'done',
      };
    });
}

/** In fewer words than the sentence that was answered, and of whoever tried. */
const REFUSALS: Readonly<Record<string, string>> = {
  'Tendering:OwnDraft': 'They prepared it themselves',
  'Tendering:DraftReturned': 'It was sent back and not changed since',
  'Tendering:BiddingPeriodTooShort': 'The deadline was too early',
  'Tendering:NoMembers': 'Nobody could be invited',
  'Tendering:DeadlineNotReached': 'Before the deadline',
  'Tendering:BidsSealed': 'The bids were sealed',
  'Tendering:SecondOpenerNeeded': 'The same officer had asked already',
  'Tendering:BoxBroken': 'The bids are not those that were signed at the close',
  'Tendering:OpenerAway': 'The Opener, which holds the keys, did not answer',
  'Tendering:OpenerRefused': 'The Opener, which holds the keys, refused',
  'Tendering:ConflictDeclared': 'They have a conflict of interest',
  'Tendering:ConflictDeclarationNeeded': 'They had not declared on conflicts',
  'Tendering:ScoresIncomplete': 'Scores were missing',
  'Tendering:ScoresShown': 'The evaluators read each other’s scores by then',
  'Tendering:ScoresNotShown': 'Somebody still scored alone',
  'Tendering:ScoresLocked': 'They had locked their scores',
  'Tendering:ScoresSetAside': 'Their scores had been set aside',
  'Tendering:ScoresCount': 'Those scores were locked, or set aside already',
  'Tendering:ScoresNotAgreed': 'Scores were not agreed yet',
  'Tendering:ScoresCountAlready': 'Those scores count',
  'Tendering:ScoresOfConflict': 'Their evaluator has a conflict of interest',
  'Tendering:NoChair': 'Nobody chaired',
  'Tendering:NotTheChair': 'Somebody else chaired',
  'Tendering:OwnScores': 'They scored or chaired themselves',
  'Tendering:PriceNotAsked': 'Nobody had asked about the price',
  'Tendering:PriceNotAnswered': 'The bidder still had time to answer',
  'Tendering:PriceQuestionTakenBack': 'The question had been taken back',
  'Tendering:PriceQuestionOpen': 'A question about a price was open',
  'Tendering:NotFirst': 'Another bid is first',
  'Tendering:NotAwardable': 'The bid cannot be awarded',
  'Tendering:OwnProposal': 'They proposed it themselves',
  'Tendering:PriceIsHighest': 'No other bid is dearer',
  'Tendering:OwnPriceDecision': 'They decided on a price themselves',
  'Tendering:HomeNotNew': 'The home needs no references',
  'Tendering:OwnEarlierUse': 'They recorded the earlier use of a home themselves',
  'Tendering:TooLateToExtend': 'The deadline had passed',
  'DpsPortal:Concurrency': 'Somebody else was faster',
};

function reasonOf({ reason, code, before, after, refused }: AuditEventDto, action: string): string | null {
  if (refused) return REFUSALS[code ?? ''] ?? reason;
  if (action === 'Update') return null;
  if (action === 'Extend' && reason) return reason.charAt(0).toUpperCase() + reason.slice(1);
  if (action === 'Agree') return before?.endsWith(': ') ? after : `Before: ${before ?? ''}. Now: ${after ?? ''}`;
  return action === 'Cancel' && reason && reason in CANCEL_REASONS
    ? CANCEL_REASONS[reason as CallOffCancelReason]
    : reason;
}
