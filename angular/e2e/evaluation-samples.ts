import { EvaluatedBidDto, EvaluationDto, EvaluatorDto } from '../src/app/proxy/models';
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
