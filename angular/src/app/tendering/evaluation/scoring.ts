import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Problem, problemOf } from '../../core/problem';
import { UnsavedWork } from '../../core/unsaved-work';
import { CriterionDto, EvaluatedBidDto, EvaluationDto, EvaluatorScoreDto, NeedsProfileDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { wordsOf } from '../../ui/govuk-textarea';
import { Score } from '../../ui/score';
import { ScrollX } from '../../ui/scroll-x';
import { UkDate } from '../../ui/uk-date';
import { formatTime } from '../../ui/uk-date-time';
import { CallOffs } from '../call-offs';
import { isConcurrency, isOvertaken } from '../errors';
import { NeedsSummary } from '../parts/needs-summary';
import { NewerVersion } from '../parts/newer-version';
import { GivenScores } from './given-scores';
import { areAlike, inWords, isAgreeing, scoreOf, scoresOf, ShownScore } from './scores';

export const SCORE_MEANINGS = [
  'No answer, or unacceptable',
  'Poor: major doubts',
  'Partial: gaps remain',
  'Meets the need, evidence acceptable',
  'Good: clear evidence',
  'Excellent: specific to this young person',
] as const;

/** A score as typed and not yet saved. */
interface Draft {
  readonly score: number | undefined;
  readonly reason: string;
}

interface FieldError {
  readonly at: 'score' | 'reason';
  readonly text: string;
}

interface Cell {
  readonly bidId: string;
  readonly criterionId: string;
}

const keyOf = ({ bidId, criterionId }: Cell): string => `${bidId}|${criterionId}`;

/**
 * Quality, scored blind: by each evaluator alone, then as they agree, written down by the chair. What is typed for a cell stays until the server has it, whichever cell is open and whoever
 * else saves meanwhile.
 */
@Component({
  selector: 'dps-scoring',
  imports: [GivenScores, GovukButton, GovukErrorSummary, NeedsSummary, NewerVersion, Score, ScrollX, UkDate],
  templateUrl: './scoring.html',
  styleUrls: ['./matrix.scss', './scoring.scss'],
})
export class Scoring {
  private readonly callOffs = inject(CallOffs);
  private readonly injector = inject(Injector);
  private readonly unsaved = inject(UnsavedWork);
  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');
  private readonly lockPart = viewChild<ElementRef<HTMLElement>>('lockPart');

  readonly evaluation = input.required<EvaluationDto>();
  readonly needs = input.required<NeedsProfileDto>();
  readonly changed = output<EvaluationDto>();
  /** As things stand now it cannot be done. */
  readonly refused = output<Problem>();

  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly fieldError = signal<FieldError | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly locking = signal(false);
  protected readonly drafts = signal<ReadonlyMap<string, Draft>>(new Map());
  private readonly chosen = signal<Cell | undefined>(undefined);
  protected readonly bidIndex = signal(0);

  protected readonly agreeing = computed(() => isAgreeing(this.evaluation()));
  /** The caller's own sheet. */
  protected readonly me = computed(() => this.evaluation().evaluators.find(({ isCaller }) => isCaller));
  protected readonly isEvaluator = computed(() => this.evaluation().permittedTriggers.includes('Score'));
  /** Alone, or as chair what all agree. */
  protected readonly mayScore = computed(() =>
    this.agreeing() ? this.evaluation().isChair : this.isEvaluator() && !this.me()?.lockedAt && !this.me()?.setAside,
  );
  protected readonly total = computed(() => this.evaluation().bids.length * this.evaluation().criteria.length);
  protected readonly given = computed(() =>
    this.evaluation().bids.reduce(
      (sum, bid) => sum + this.evaluation().criteria.filter((criterion) => this.scoreOf(bid, criterion)).length,
      0,
    ),
  );
  protected readonly shownBid = computed(() => this.evaluation().bids[this.bidIndex()]);

  /** The open cell with its bid, criterion, answer and what is typed or saved for it. */
  protected readonly open = computed(() => {
    const { bids, criteria } = this.evaluation();
    const cell = this.chosen();
    const bid = bids.find(({ bidId }) => bidId === cell?.bidId);
    const criterion = criteria.find(({ id }) => id === cell?.criterionId);
    if (!bid || !criterion) return undefined;

    const saved = this.scoreOf(bid, criterion);
    const draft = this.drafts().get(keyOf({ bidId: bid.bidId, criterionId: criterion.id }));
    const answer = bid.answers.find(({ criterionId }) => criterionId === criterion.id)?.text ?? '';
    return {
      bid,
      criterion,
      answer,
      words: wordsOf(answer),
      given: scoresOf(bid, criterion),
      stands: saved?.stands === true,
      saved,
      isDirty: draft !== undefined,
      score: draft ? draft.score : saved?.score,
      reason: draft ? draft.reason : (saved?.reason ?? ''),
    };
  });

  protected readonly isDesktop = window.matchMedia?.('(min-width: 1101px)').matches ?? false;

  constructor() {
    this.unsaved.watch(() => this.drafts().size > 0);
  }

  protected readonly meanings = SCORE_MEANINGS;
  protected readonly time = formatTime;
  protected readonly isNewer = computed(() => isConcurrency(this.problem()));

  protected scoreOf(bid: EvaluatedBidDto, criterion: CriterionDto): ShownScore | undefined {
    return scoreOf(this.evaluation(), bid, criterion);
  }

  protected scoredOf(bid: EvaluatedBidDto): number {
    return this.evaluation().criteria.filter((criterion) => this.scoreOf(bid, criterion)).length;
  }

  /** What the evaluators gave, where nothing is agreed yet. */
  protected givenOf(bid: EvaluatedBidDto, criterion: CriterionDto): string {
    return inWords(scoresOf(bid, criterion));
  }

  protected alike(bid: EvaluatedBidDto, criterion: CriterionDto): boolean {
    return areAlike(scoresOf(bid, criterion));
  }

  protected use({ score, reason }: EvaluatorScoreDto): void {
    this.type({ score, reason });
  }

  protected isBelow(score: number, { minimumScore }: CriterionDto): boolean {
    return minimumScore !== null && minimumScore !== undefined && score < minimumScore;
  }

  protected isOpen(bid: EvaluatedBidDto, criterion: CriterionDto): boolean {
    return this.chosen()?.bidId === bid.bidId && this.chosen()?.criterionId === criterion.id;
  }

  protected hasDraft(bid: EvaluatedBidDto, criterion: CriterionDto): boolean {
    return this.drafts().has(keyOf({ bidId: bid.bidId, criterionId: criterion.id }));
  }

  protected choose(bid: EvaluatedBidDto, criterion: CriterionDto): void {
    this.chosen.set({ bidId: bid.bidId, criterionId: criterion.id });
    this.bidIndex.set(this.evaluation().bids.indexOf(bid));
    this.fieldError.set(undefined);
    this.show(() => this.panel());
  }

  private show(part: () => ElementRef<HTMLElement> | undefined): void {
    afterNextRender(
      () => {
        const element = part()?.nativeElement;
        element?.focus({ preventScroll: true });
        element?.scrollIntoView({ block: 'nearest' });
      },
      { injector: this.injector },
    );
  }

  protected type(change: Partial<Draft>): void {
    const { open } = this;
    const cell = this.chosen();
    const now = open();
    if (!cell || !now) return;

    const next = new Map(this.drafts());
    next.set(keyOf(cell), { score: now.score, reason: now.reason, ...change });
    this.drafts.set(next);
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  protected async save(): Promise<void> {
    const cell = this.chosen();
    const now = this.open();
    if (!cell || !now || this.busy()) return;

    const error = draftError(now.score, now.reason);
    this.fieldError.set(error);
    if (error || now.score === undefined) return;

    if (now.isDirty) {
      const sent: Draft = { score: now.score, reason: now.reason };
      const body = { criterionId: cell.criterionId, score: now.score, reason: now.reason.trim() };
      const { callOffId, version, ownVersion } = this.evaluation();
      const saved = await this.run(() =>
        this.agreeing()
          ? this.callOffs.agree(callOffId, cell.bidId, body, version)
          : this.callOffs.score(callOffId, cell.bidId, body, ownVersion),
      );
      if (!saved) return;
      this.forget(cell, sent);
    }
    this.next(cell);
  }

  protected async lock(): Promise<void> {
    const { callOffId, version, ownVersion } = this.evaluation();
    await this.run(() =>
      this.agreeing() ? this.callOffs.lockQuality(callOffId, version) : this.callOffs.lockScores(callOffId, ownVersion),
    );
    this.locking.set(false);
  }

  protected async unlock(): Promise<void> {
    const { callOffId, ownVersion } = this.evaluation();
    await this.run(() => this.callOffs.unlockScores(callOffId, ownVersion));
  }

  /** The newer scores come in; what is typed here stays and can be saved on top of them. */
  protected async loadNewer(): Promise<void> {
    await this.run(() => this.callOffs.evaluation(this.evaluation().callOffId));
  }

  private async run(call: () => Promise<EvaluationDto>): Promise<boolean> {
    if (this.busy()) return false;

    const cell = this.chosen();
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.changed.emit(await call());
      return true;
    } catch (error) {
      const problem = problemOf(error);
      const found = (['score', 'reason'] as const).find((at) => problem.errors[`scores.0.${at}`]);
      if (isOvertaken(problem)) this.refused.emit(problem);
      else if (found && this.chosen() === cell)
        this.fieldError.set({ at: found, text: problem.errors[`scores.0.${found}`]?.join(' ') ?? '' });
      else this.problem.set(problem);
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  /** Unless it was typed on while the call was under way. */
  private forget(cell: Cell, sent: Draft): void {
    const draft = this.drafts().get(keyOf(cell));
    if (draft && (draft.score !== sent.score || draft.reason !== sent.reason)) return;

    const next = new Map(this.drafts());
    next.delete(keyOf(cell));
    this.drafts.set(next);
  }

  /** The next cell without a score, bid by bid within the criterion: one question is judged at a time. Then the lock. */
  private next(cell: Cell): void {
    const { bids, criteria } = this.evaluation();
    const order = criteria.flatMap((criterion) => bids.map((bid) => ({ bid, criterion })));
    const here = order.findIndex(({ bid, criterion }) => bid.bidId === cell.bidId && criterion.id === cell.criterionId);
    const around = [...order.slice(here + 1), ...order.slice(0, here)];
    const open = around.find(({ bid, criterion }) => !this.scoreOf(bid, criterion));
    if (open) return this.choose(open.bid, open.criterion);

    this.chosen.set(undefined);
    this.show(() => this.lockPart());
  }
}

function draftError(score: number | undefined, reason: string): FieldError | undefined {
  if (score === undefined) return { at: 'score', text: 'Choose a score from 0 to 5' };
  if (!reason.trim()) return { at: 'reason', text: 'Give a reason: the bidder may read it' };
  return reason.length > 1000
    ? { at: 'reason', text: `Shorten the reason by ${reason.length - 1000} characters` }
    : undefined;
}
