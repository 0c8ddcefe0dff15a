import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Problem, problemOf } from '../../core/problem';
import { EvaluatedBidDto, EvaluationDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { UkDateTime } from '../../ui/uk-date-time';
import { CallOffs } from '../call-offs';
import { isOvertaken } from '../errors';
import { NewerVersion } from '../parts/newer-version';
import { RecordEarlierUse } from './record-earlier-use';

/** One bid's home that the portal does not know: who vouches for its provider, or that it was used before. */
@Component({
  selector: 'dps-new-home',
  imports: [GovukButton, GovukErrorSummary, NewerVersion, RecordEarlierUse, Status, UkDate, UkDateTime],
  template: `
    @let it = bid();
    <govuk-error-summary [problem]="problem()" />
    <dps-newer-version [problem]="problem()" text="Something changed meanwhile." (loadNewer)="load()" />
    <div class="head">
      <div>
        <h3>{{ name() }}</h3>
        <p class="dps-meta">
          {{ it.label }} · home in {{ it.premisesArea }}
          @if (it.homeNeedsReferences) {
            · references from other authorities: {{ it.homeReferences }}
          }
        </p>
      </div>
      @if (it.homeNeedsReferences) {
        <dps-status text="Cannot be awarded yet" tone="warn" />
      }
    </div>
    @if (it.earlierUse; as use) {
      <p class="dps-meta said">
        Used since {{ use.usedFrom | ukDate }}, recorded by {{ use.recordedByName }} on
        {{ use.recordedAt | ukDateTime }}
        @if (use.confirmedAt) {
          · confirmed by {{ use.confirmedByName }} on {{ use.confirmedAt | ukDateTime }}
        }
      </p>
      <p class="quoted">{{ use.reason }}</p>
      @if (may('TakeBackEarlierUse')) {
        <div class="govuk-button-group">
          <button type="button" govukButton="secondary" small [busy]="busy()" (click)="takeBack()">
            Take it back<span class="govuk-visually-hidden"> ({{ name() }})</span>
          </button>
        </div>
      }
    } @else if (recording()) {
      <dps-record-earlier-use
        [evaluation]="evaluation()"
        [bidId]="it.bidId"
        (recorded)="settle($event)"
        (closed)="recording.set(false)"
        (overtaken)="overtaken.emit()"
      />
    } @else if (it.homeNeedsReferences && may('RecordEarlierUse')) {
      <div class="govuk-button-group">
        <button type="button" govukButton="secondary" small (click)="recording.set(true)">
          We used this home before<span class="govuk-visually-hidden"> ({{ name() }})</span>
        </button>
      </div>
    }
  `,
  styleUrl: './price-question.scss',
})
export class NewHome {
  private readonly callOffs = inject(CallOffs);

  readonly evaluation = input.required<EvaluationDto>();
  readonly bid = input.required<EvaluatedBidDto>();
  readonly changed = output<EvaluationDto>();
  /** The page is out of date. */
  readonly overtaken = output<void>();

  protected readonly recording = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly name = computed(() => this.bid().providerName ?? this.bid().label);

  protected may(trigger: 'RecordEarlierUse' | 'TakeBackEarlierUse'): boolean {
    return this.evaluation().permittedTriggers.includes(trigger);
  }

  protected async takeBack(): Promise<void> {
    if (this.busy()) return;

    const { callOffId, version } = this.evaluation();
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.settle(await this.callOffs.takeBackEarlierUse(callOffId, this.bid().bidId, version));
    } catch (error) {
      const problem = problemOf(error);
      if (isOvertaken(problem)) this.overtaken.emit();
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  protected settle(evaluation: EvaluationDto): void {
    this.recording.set(false);
    this.changed.emit(evaluation);
  }

  protected load(): void {
    this.problem.set(undefined);
    this.overtaken.emit();
  }
}
