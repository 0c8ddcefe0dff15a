import { Component, computed, input, Resource, signal } from '@angular/core';
import { problemOf } from '../../../core/problem';
import { TrainingMatrixDto } from '../../../proxy/models';
import { EmptyState } from '../../../ui/empty-state';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { Status } from '../../../ui/status';
import { belowPass, isBelowPass } from '../../staff/topics';
import { TrainingMatrix } from '../../staff/training-matrix/training-matrix';

/** What the provider’s record says about training, as evidence for the checklist; each person on demand. */
@Component({
  selector: 'dps-training-card',
  imports: [EmptyState, GovukErrorSummary, Loading, Status, TrainingMatrix],
  template: `
    <section class="dps-card training" aria-labelledby="training-heading">
      <h2 class="dps-card__heading" id="training-heading">Training</h2>
      @if (loaded().error(); as error) {
        <govuk-error-summary [problem]="problemOf(error)" />
      } @else if (matrix(); as read) {
        @if (read.percent === null) {
          <dps-empty-state heading="No training on record">
            <p>The provider has listed nobody in post yet.</p>
          </dps-empty-state>
        } @else {
          <p class="training__figure">
            <strong>{{ read.percent }}%</strong>
            <span>{{ read.inDate }} of {{ read.needed }} in date</span>
            <dps-status
              [text]="low() ? 'Below ' + read.passPercent + '%' : 'Enough to pass'"
              [tone]="low() ? 'bad' : 'ok'"
            />
          </p>
          @if (below().length > 0) {
            <p>Topics below {{ read.passPercent }}%: {{ below().join(', ') }}</p>
          }
          <details class="govuk-details training__people" (toggle)="opened.set(true)">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">Training of each person</span>
            </summary>
            @if (opened()) {
              <dps-training-matrix [matrix]="read" />
            }
          </details>
        }
      } @else {
        <dps-loading text="Loading the training" />
      }
    </section>
  `,
  styles: `
    .training {
      min-height: 150px; // As tall as its start, so that the checklist below stays where it is.
      margin-bottom: 24px;
    }

    .training__figure {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 2px 12px;
      margin: 0 0 8px;

      strong {
        font-size: 1.9375rem;
        font-weight: 650;
        line-height: 1.23;
      }

      span {
        color: var(--ink-2);
      }
    }

    .training__people {
      margin: 12px 0 0;
    }

    dps-training-matrix {
      display: block;
      margin-top: 12px;
    }
  `,
})
export class TrainingCard {
  readonly loaded = input.required<Resource<TrainingMatrixDto | undefined>>();

  protected readonly problemOf = problemOf;
  protected readonly matrix = computed(() => (this.loaded().hasValue() ? this.loaded().value() : undefined));
  protected readonly low = computed(() => isBelowPass(this.matrix()!.percent, this.matrix()!));
  protected readonly below = computed(() => belowPass(this.matrix()!));
  /** Many people by sixteen topics: drawn once somebody wants to see them. */
  protected readonly opened = signal(false);
}
