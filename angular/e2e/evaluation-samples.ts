import { AwardRecordDto, EvaluatedBidDto, EvaluationDto, EvaluatorDto } from '../src/app/proxy/models';
import { ahead, CRITERIA, day } from './call-off-samples';

const ANSWER =
  'We agree three goals in week one and review them every fortnight. A key worker cooks with each young person twice a ' +
  'week, and staff are on site day and night. The college trip is 31 minutes with one bus.';

function bid(
  index: number,
  name: string,
  scores: readonly (number | undefined)[],
  ranked?: Partial<EvaluatedBidDto>,
): EvaluatedBidDto {
  return {
    bidId: `b${index + 1}`,
    label: `Bid ${'ABCDE'.charAt(index)}`,
    providerName: ranked ? name : null,
    premisesArea: 'E11',
    availableFrom: day(24),
    answers: CRITERIA.map(({ id }) => ({ criterionId: id, text: ANSWER })),
    scores: scores.flatMap((score, each) =>
      score === undefined
        ? []
        : [
            {
              criterionId: CRITERIA[each]?.id ?? '',
              score,
              reason: 'Clear plan with named staff and fortnightly reviews.',
              scoredByName: 'Nadia Frost',
              scoredAt: ahead(-0.7),
              stands: false,
            },
          ],
    ),
    ownScores: [],
    evaluatorScores: [],
    gateFailures: [],
    ...ranked,
  };
}

const price = (weekly: number): Partial<EvaluatedBidDto> => ({
  totalWeeklyPence: weekly,
  setUpPence: 25_000,
  wholeTermPence: weekly * 26 + 25_000,
});

export function evaluation(state: EvaluationDto['state'], declared: boolean | null = false): EvaluationDto {
  const isLocked = state !== 'Evaluating' && state !== 'Opened';
  return {
    callOffId: 'c1',
    reference: 'C-7QK3-9F2D',
    state,
    callerHasConflict: declared,
    conflictParties:
      declared === null
        ? ['Bridgeway 16+ Ltd', 'Copperleaf Living', 'Harbour Steps Housing CIC', 'Lantern Row Ltd']
        : [],
    criteria: CRITERIA,
    priceWeight: 40,
    expectedWeeks: 26,
    priceFormula:
      'Price points = 40 × the lowest whole-term price ÷ the bid’s whole-term price. Whole-term price = weekly price × 26 weeks + set-up. The lowest is £32,750.00.',
    permittedTriggers: isLocked ? ['ProposeAward'] : ['Score', 'SetAsideScores', 'TakeChair', 'Agree', 'LockQuality'],
    evaluators: [
      evaluator('Nadia Frost', 6, isLocked ? ahead(-0.5) : null, true),
      evaluator('Idris Vaughan', 9, isLocked ? ahead(-0.6) : ahead(-0.2), false),
    ],
    evaluatorsNeeded: 2,
    ownVersion: 6,
    scoresShownAt: isLocked ? ahead(-0.5) : null,
    chairName: isLocked ? 'Nadia Frost' : null,
    isChair: isLocked,
    callerJudged: true,
    version: 3,
    bids:
      declared !== false
        ? []
        : isLocked
          ? [
              bid(0, 'Bridgeway 16+ Ltd', [3, 3, 4], {
                ...price(125_000),
                priceScore: 40,
                qualityScore: 38,
                total: 78,
                rank: 3,
              }),
              bid(1, 'Harbour Steps Housing CIC', [4, 4, 4], {
                ...price(140_000),
                priceScore: 35.74,
                qualityScore: 48,
                total: 83.74,
                rank: 2,
                tieDecidedBy: 'QualityScore',
              }),
              bid(2, 'Copperleaf Living', [5, 4, 5], {
                ...price(167_500),
                priceScore: 29.91,
                qualityScore: 56,
                total: 85.91,
                rank: 1,
              }),
              bid(3, 'First Key Homes Trust', [2, 4, 3], {
                ...price(109_500),
                disqualifiedReason: 'It scored 2 for How well the home fits; the least is 3.',
              }),
            ]
          : [bid(0, '', [4, 4, undefined]), bid(1, '', [5, 4, 3]), bid(2, '', [2, undefined, undefined])].map(alone),
  };
}

const evaluator = (name: string, given: number, lockedAt: string | null, isCaller: boolean): EvaluatorDto => ({
  sheetId: name,
  name,
  given,
  lockedAt,
  isCaller,
  setAside: null,
});

/** Its scores are the caller's own. */
const alone = (one: EvaluatedBidDto): EvaluatedBidDto => ({
  ...one,
  scores: [],
  ownScores: one.scores.map(({ criterionId, score, reason, scoredAt }) => ({ criterionId, score, reason, scoredAt })),
});

/** As whoever approves sees it while others score. */
export const ofApprover = (): EvaluationDto => {
  const it = evaluation('Evaluating');
  return {
    ...it,
    permittedTriggers: [],
    evaluators: it.evaluators.map((one) => ({ ...one, isCaller: false })),
    bids: it.bids.map((one) => ({ ...one, ownScores: [] })),
  };
};

/** Both evaluators are ready; some scores are agreed, on one they differ. */
export function agreement(isChair: boolean): EvaluationDto {
  const before = evaluation('Evaluating');
  return {
    ...before,
    evaluators: before.evaluators.map((one) => ({ ...one, given: 9, lockedAt: ahead(-0.2) })),
    scoresShownAt: ahead(-0.2),
    chairName: isChair ? 'Nadia Frost' : null,
    isChair,
    bids: before.bids.map((one, at) => ({
      ...one,
      scores:
        isChair && at === 0 ? one.ownScores.map((own) => ({ ...own, scoredByName: 'Nadia Frost', stands: false })) : [],
      evaluatorScores: CRITERIA.flatMap(({ id }, each) => [
        { criterionId: id, evaluatorName: 'Nadia Frost', score: 4, reason: 'A named worker each day.', mine: true },
        {
          criterionId: id,
          evaluatorName: 'Idris Vaughan',
          score: each === 1 ? 4 : 2,
          reason: 'The rota has a gap on Sundays.',
          mine: false,
        },
      ]),
    })),
  };
}

export const RECORD: AwardRecordDto = {
  replays: true,
  sha256: '9f2b7c1e5d3a4f6088b1c2d3e4f50617283940a5b6c7d8e9f0a1b2c3d4e5f607',
  report: {
    format: 1,
    placingAuthorityName: 'Northwick Vale LBC',
    reference: 'C-7QK3-9F2D',
    schemeName: 'Thames & Fen light-touch supported accommodation',
    lotName: 'Shared, ring-fenced homes',
    preparedByName: 'Nadia Frost',
    publishedByName: 'Martin Cole',
    publishedAt: ahead(-30),
    deadline: ahead(-2),
    extensions: [
      { from: ahead(-4), to: ahead(-2), reason: 'BiddersAskedForTime', at: ahead(-10), byName: 'Martin Cole' },
    ],
    invited: ['Copperleaf Living', 'First Key Homes Trust', 'Harbour Steps Housing CIC', 'Lantern Row Ltd'],
    declines: [{ providerName: 'Lantern Row Ltd', reason: 'NoVacancy' }],
    openers: [
      { userId: 'u1', name: 'Nadia Frost', at: ahead(-1.8) },
      { userId: 'u2', name: 'Martin Cole', at: ahead(-1.7) },
    ],
    openedAt: ahead(-1.7),
    interests: ['Nadia Frost', 'Idris Vaughan', 'Martin Cole'].map((officerName) => ({
      officerName,
      said: 'No conflict',
      at: ahead(-1.6),
    })),
    criteria: CRITERIA,
    priceWeight: 40,
    evaluators: [evaluator('Idris Vaughan', 9, ahead(-1.2), false), evaluator('Nadia Frost', 9, ahead(-1.1), false)],
    chairName: 'Nadia Frost',
    qualityLockedAt: ahead(-1),
    bids: [
      recorded('b3', 'Copperleaf Living', 'Bid C', [5, 4, 5], {
        rank: 1,
        priceScore: 29.91,
        qualityScore: 56,
        total: 85.91,
      }),
      recorded('b2', 'Harbour Steps Housing CIC', 'Bid B', [4, 4, 4], {
        rank: 2,
        priceScore: 35.74,
        qualityScore: 48,
        total: 83.74,
      }),
      recorded('b4', 'First Key Homes Trust', 'Bid D', [2, 4, 3], {
        rank: null,
        priceScore: null,
        qualityScore: null,
        total: null,
        exclusions: ['It scored 2 for How well the home fits; the least is 3.'],
      }),
    ],
    award: {
      bidId: 'b3',
      providerName: 'Copperleaf Living',
      reason: 'Highest total by the published criteria, with a named worker on site day and night.',
      proposedById: 'u1',
      proposedByName: 'Nadia Frost',
      proposedAt: ahead(-0.8),
      approvedByName: 'Martin Cole',
      approvedAt: ahead(-0.2),
    },
    valuePence: 4_380_000,
    ruleVersion: 1,
    input: { priceModel: 'LowestOverPrice', priceWeight: 40, criteria: [], bids: [] },
    results: [],
  },
};

function recorded(
  bidId: string,
  providerName: string,
  label: string,
  scores: readonly number[],
  result: Partial<AwardRecordDto['report']['bids'][number]>,
): AwardRecordDto['report']['bids'][number] {
  return {
    bidId,
    providerName,
    label,
    totalWeeklyPence: 140_000,
    wholeTermPence: 3_665_000,
    homeReferences: null,
    earlierUse: null,
    scores: CRITERIA.map(({ id }, each) => ({
      criterionId: id,
      score: scores[each] ?? 0,
      reason: 'Clear plan with named staff and fortnightly reviews.',
      scoredByName: 'Nadia Frost',
      scoredAt: ahead(-1),
      stands: true,
    })),
    evaluatorScores: CRITERIA.flatMap(({ id }, each) =>
      ['Idris Vaughan', 'Nadia Frost'].map((evaluatorName) => ({
        criterionId: id,
        evaluatorName,
        score: scores[each] ?? 0,
        reason: 'As the answer shows.',
        mine: false,
      })),
    ),
    exclusions: [],
    priceQuestion: null,
    priceScore: null,
    qualityScore: null,
    total: null,
    rank: null,
    tieDecidedBy: null,
    ...result,
  };
}
