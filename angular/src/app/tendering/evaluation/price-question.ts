import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Problem, problemOf } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { EvaluatedBidDto, EvaluationDto, PriceQuestionTrigger } from '../../proxy/models';
import { Countdown } from '../../ui/countdown';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Money } from '../../ui/money';
import { Status } from '../../ui/status';
import { UkDateTime } from '../../ui/uk-date-time';
import { CallOffs } from '../call-offs';
import { isOvertaken } from '../errors';
import { NewerVersion } from '../parts/newer-version';
import { weeksInWords } from '../words';
import { AskAboutPrice } from './ask-about-price';
import { statusOf } from './price-question-value';
import { RejectPrice } from './reject-price';

/** One bid's price: why it looks low, what was asked, what the bidder said and what was decided. */
@Component({
  selector: 'dps-price-question',
  imports: [
    AskAboutPrice,
    Countdown,
    GovukButton,
    GovukErrorSummary,
    Money,
    NewerVersion,
    RejectPrice,
    Status,
    UkDateTime,
  ],
  templateUrl: './price-question.html',
  styleUrl: './price-question.scss',
})
export class PriceQuestion {
  private readonly callOffs = inject(CallOffs);
  private readonly clock = inject(ServerClock);

  readonly evaluation = input.required<EvaluationDto>();
  readonly bid = input.required<EvaluatedBidDto>();
  readonly changed = output<EvaluationDto>();
  /** The page is out of date. */
  readonly overtaken = output<void>();

  protected readonly form = signal<'ask' | 'reject' | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected readonly name = computed(() => this.bid().providerName ?? this.bid().label);
  protected readonly weeks = computed(() => weeksInWords(this.evaluation().expectedWeeks));
  protected readonly status = computed(() => {
    const question = this.bid().priceQuestion;
    return question ? statusOf(question, this.clock.now()) : undefined;
  });
  protected readonly mayAsk = computed(() =>
    this.bid().priceQuestion ? this.may('Ask') : this.evaluation().permittedTriggers.includes('QuestionPrice'),
  );

  protected readonly acceptWords: Readonly<Record<string, string>> = {
    Asked: 'Take the question back',
    Rejected: 'Accept it after all',
  };

  protected may(trigger: PriceQuestionTrigger): boolean {
    return this.bid().priceQuestion?.permittedTriggers.includes(trigger) === true;
  }

  protected async accept(questionVersion: number): Promise<void> {
    if (this.busy()) return;

    const { callOffId, version } = this.evaluation();
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.settle(await this.callOffs.acceptPrice(callOffId, this.bid().bidId, version, questionVersion));
    } catch (error) {
      const problem = problemOf(error);
      if (isOvertaken(problem)) this.overtaken.emit();
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  protected settle(evaluation: EvaluationDto): void {
    this.form.set(undefined);
    this.changed.emit(evaluation);
  }

  protected load(): void {
    this.problem.set(undefined);
    this.overtaken.emit();
  }
}
