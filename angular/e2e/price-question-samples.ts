import { EvaluationDto, OpportunityDto, PriceQuestionDto } from '../src/app/proxy/models';
import { ahead, callOff, HISTORY } from './call-off-samples';
import { evaluation } from './evaluation-samples';
import { opportunity, SENT } from './opportunity-samples';

/** The same invented call-off, with one price that looks low. */

export const QUESTION = 'How do you pay staff for 25 hours a week and every night at this price?';
export const ANSWER = 'The house is ours and free of rent. A grant of our own pays the nights until next summer.';
export const SIGN = '43% below the mean of the other bids, 37% below the next lowest';

export const ASKED: PriceQuestionDto = {
  state: 'Asked',
  question: QUESTION,
  askedByName: 'Nadia Frost',
  askedAt: ahead(-0.4),
  answerBy: ahead(20),
  answer: null,
  answeredByName: null,
  answeredAt: null,
  decisionReason: null,
  decidedByName: null,
  decidedAt: null,
  permittedTriggers: ['Accept'],
  version: 1,
};

export const ANSWERED: PriceQuestionDto = {
  ...ASKED,
  state: 'Answered',
  answer: ANSWER,
  answeredByName: 'Amara Bell',
  answeredAt: ahead(-0.2),
  permittedTriggers: ['Accept', 'Reject'],
  version: 2,
};

export const REASON = 'The grant ends before the placement does, and no wages are in the price after it.';

export const REJECTED: PriceQuestionDto = {
  ...ANSWERED,
  state: 'Rejected',
  decisionReason: REASON,
  decidedByName: 'Nadia Frost',
  decidedAt: ahead(-0.1),
  permittedTriggers: ['Accept'],
  version: 3,
};

/** Bridgeway's price looks low; of the others one may be asked about as well. */
export function priced(
  state: 'Moderated' | 'AwardProposed',
  question: PriceQuestionDto | null,
  version = 3,
): EvaluationDto {
  const it = evaluation(state);
  const isRanked = state === 'Moderated';
  return {
    ...it,
    version,
    permittedTriggers: isRanked ? ['QuestionPrice', 'SettlePrice', 'ProposeAward'] : ['ApproveAward', 'SendBackAward'],
    bids: it.bids.map((bid) => {
      if (bid.label !== 'Bid A') return bid;
      const rejected = question?.state === 'Rejected';
      return {
        ...bid,
        ...(rejected && { rank: null, total: null, priceScore: null, qualityScore: null }),
        gateFailures: rejected ? [`Its price was rejected as abnormally low: ${REASON}`] : [],
        priceSign: SIGN,
        priceQuestion: question && { ...question, permittedTriggers: isRanked ? question.permittedTriggers : [] },
      };
    }),
  };
}

export const council = (state: 'Moderated' | 'AwardProposed'): Record<string, unknown> => ({
  'GET /api/call-offs/c1': callOff(state),
  'GET /api/call-offs/c1/history': HISTORY,
  'GET /api/call-offs/c1/award/letters': [],
});

export function asked(more: Partial<NonNullable<OpportunityDto['priceQuestion']>> = {}): OpportunityDto {
  return opportunity(SENT, {
    open: false,
    deadline: ahead(-2),
    standingWarnings: [],
    permittedTriggers: [],
    priceQuestion: {
      question: QUESTION,
      askedAt: ASKED.askedAt,
      answerBy: ASKED.answerBy,
      answer: null,
      answeredByName: null,
      answeredAt: null,
      open: true,
      version: 1,
      ...more,
    },
  });
}
