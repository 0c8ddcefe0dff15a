import { CriterionDto, EvaluatedBidDto, EvaluationDto, EvaluatorScoreDto } from '../../proxy/models';

/** A score as this page shows it: the caller's own while evaluators score alone, the agreed one after. */
export interface ShownScore {
  readonly score: number;
  readonly reason: string;
  /** Instant. */
  readonly at: string;
  /** Who wrote it down; nobody named where it is the caller's own. */
  readonly by?: string;
  /** Agreed before prices were seen: nobody changes it any more. */
  readonly stands: boolean;
}

/** The evaluators read each other's scores, and a chair writes down what they agree. */
export const isAgreeing = ({ scoresShownAt }: EvaluationDto): boolean => !!scoresShownAt;

/** What counts, or while everybody scores alone what the caller gave. */
export function scoreOf(
  evaluation: EvaluationDto,
  bid: EvaluatedBidDto,
  { id }: Pick<CriterionDto, 'id'>,
): ShownScore | undefined {
  const agreed = bid.scores.find(({ criterionId }) => criterionId === id);
  if (agreed) {
    const { score, reason, stands, scoredAt: at, scoredByName: by } = agreed;
    return { score, reason, at, by, stands };
  }

  const own = isAgreeing(evaluation) ? undefined : bid.ownScores.find(({ criterionId }) => criterionId === id);
  return own && { score: own.score, reason: own.reason, at: own.scoredAt, stands: false };
}

export const scoresOf = (bid: EvaluatedBidDto, { id }: Pick<CriterionDto, 'id'>): readonly EvaluatorScoreDto[] =>
  bid.evaluatorScores.filter(({ criterionId }) => criterionId === id);

/** How many of the cells that are not agreed yet every evaluator scored alike. */
export const unanimous = (evaluation: EvaluationDto): number =>
  evaluation.bids.reduce(
    (sum, bid) =>
      sum +
      evaluation.criteria.filter((criterion) => {
        const given = scoresOf(bid, criterion);
        return !scoreOf(evaluation, bid, criterion) && given.length > 0 && areAlike(given);
      }).length,
    0,
  );

const same =
  (first: EvaluatorScoreDto | undefined) =>
  ({ score }: EvaluatorScoreDto): boolean =>
    score === first?.score;

export const areAlike = (given: readonly EvaluatorScoreDto[]): boolean => given.every(same(given[0]));

/** E.g. `4 and 2`, or `All 3`. */
export const inWords = (given: readonly EvaluatorScoreDto[]): string =>
  given.length > 1 && areAlike(given) ? `All ${given[0]?.score ?? ''}` : listed(given);

const listed = (given: readonly EvaluatorScoreDto[]): string =>
  given
    .map(({ score }) => score)
    .join(', ')
    .replace(/, (\d)$/, ' and $1');
