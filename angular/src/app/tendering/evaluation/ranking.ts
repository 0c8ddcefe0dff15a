import { Component, computed, input, signal } from '@angular/core';
import { CriterionDto, EvaluatedBidDto, EvaluationDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { formatMoney, Money } from '../../ui/money';
import { Score } from '../../ui/score';
import { ScrollX } from '../../ui/scroll-x';
import { Segmented } from '../../ui/segmented';
import { Status } from '../../ui/status';
import { TwoPartBar } from '../../ui/two-part-bar';
import { weeksInWords } from '../words';

const ORDINALS = ['th', 'st', 'nd', 'rd'];
const TIES: Readonly<Record<string, string>> = {
  QualityScore: 'higher quality score',
  Suitability: 'higher score for how well the home fits',
  TotalCost: 'lower whole cost',
  AvailableFrom: 'earlier start',
  Draw: 'recorded draw',
};

export function ordinal(rank: number): string {
  const tens = rank % 100;
  return `${rank}${(tens > 10 && tens < 14 ? undefined : ORDINALS[rank % 10]) ?? 'th'}`;
}

/** All bids side by side once prices are visible: points, ranks, and why the ranks are what they are. */
@Component({
  selector: 'dps-ranking',
  imports: [GovukButton, Money, Score, ScrollX, Segmented, Status, TwoPartBar],
  templateUrl: './ranking.html',
  styleUrls: ['./matrix.scss', './ranking.scss'],
})
export class Ranking {
  readonly evaluation = input.required<EvaluationDto>();

  protected readonly order = signal('rank');
  protected readonly bidIndex = signal(0);
  protected readonly orders = [
    { value: 'rank', label: 'Rank' },
    { value: 'price', label: 'Price' },
    { value: 'quality', label: 'Quality' },
  ];

  protected readonly bids = computed(() => {
    const by = this.order();
    return [...this.evaluation().bids].sort((a, b) => excludedLast(a, b) || keyOf(a, by) - keyOf(b, by));
  });
  protected readonly shown = computed(() => this.bids()[Math.min(this.bidIndex(), this.bids().length - 1)]);
  protected readonly lowest = computed(() =>
    Math.min(
      ...this.evaluation()
        .bids.filter(isRanked)
        .map(({ wholeTermPence }) => wholeTermPence ?? Infinity),
    ),
  );
  protected readonly qualityWeight = computed(
    () => Math.round(this.evaluation().criteria.reduce((sum, { weight }) => sum + weight * 100, 0)) / 100,
  );
  protected readonly weeks = computed(() => weeksInWords(this.evaluation().expectedWeeks));

  /** What the figures alone do not say: ties, exclusions, failed gates. */
  protected readonly notes = computed(() =>
    this.evaluation().bids.flatMap((bid) => {
      const name = bid.providerName ?? bid.label;
      const notes: { heading: string; text: string }[] = [];
      if (bid.tieDecidedBy) {
        notes.push({
          heading: `Why ${name} is ${ordinal(bid.rank ?? 0)}`,
          text: `Its total of ${points(bid.total)} is level with another bid. The published order for ties decided: ${TIES[bid.tieDecidedBy] ?? bid.tieDecidedBy}.`,
        });
      }
      if (bid.gateFailures.length > 0) {
        notes.push({ heading: `Why ${name} cannot be awarded`, text: bid.gateFailures.join(' ') });
      } else if (bid.disqualifiedReason) {
        notes.push({ heading: `Why ${name} is excluded`, text: `${bid.disqualifiedReason} Its price takes no part.` });
      }
      return notes;
    }),
  );

  protected readonly isRanked = isRanked;
  protected readonly points = points;
  protected readonly ordinal = ordinal;

  protected scoreOf(bid: EvaluatedBidDto, criterion: CriterionDto): number | undefined {
    return bid.scores.find(({ criterionId }) => criterionId === criterion.id)?.score;
  }

  protected isBelow(score: number, { minimumScore }: CriterionDto): boolean {
    return minimumScore !== null && minimumScore !== undefined && score < minimumScore;
  }

  protected toneOf(bid: EvaluatedBidDto, score: number, criterion: CriterionDto): 'plain' | 'bad' | 'pale' {
    if (this.isBelow(score, criterion)) return 'bad';
    return isRanked(bid) ? 'plain' : 'pale';
  }

  protected extra(bid: EvaluatedBidDto): string {
    if (!isRanked(bid)) return 'Not compared';
    const more = (bid.wholeTermPence ?? 0) - this.lowest();
    return more === 0 ? 'Lowest' : `+${formatMoney(more)}`;
  }
}

const isRanked = (bid: EvaluatedBidDto): boolean => bid.rank !== null && bid.rank !== undefined;
const points = (value: number | null | undefined): string => value?.toFixed(2) ?? '–';
const excludedLast = (a: EvaluatedBidDto, b: EvaluatedBidDto): number => Number(!isRanked(a)) - Number(!isRanked(b));

function keyOf(bid: EvaluatedBidDto, by: string): number {
  if (by === 'price') return bid.wholeTermPence ?? Infinity;
  return by === 'quality' ? -(bid.qualityScore ?? 0) : (bid.rank ?? Infinity);
}
