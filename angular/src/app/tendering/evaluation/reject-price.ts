import { afterNextRender, Component, inject, input, output, signal } from '@angular/core';
import { problemOf } from '../../core/problem';
import { UnsavedWork } from '../../core/unsaved-work';
import { EvaluationDto } from '../../proxy/models';
import { needed } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { CallOffs } from '../call-offs';
import { isOvertaken } from '../errors';
import { NewerVersion } from '../parts/newer-version';
import { LONGEST_REASON } from './price-question-value';

let forms = 0;

/** Why a price is rejected: the bidder reads it in its letter. */
@Component({
  selector: 'dps-reject-price',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukTextarea, NewerVersion],
  template: `
    <govuk-error-summary [form]="form" />
    <dps-newer-version
      [problem]="form.problem()"
      text="Something changed meanwhile, perhaps an answer came. Your reason stays."
      (loadNewer)="form.clear(); overtaken.emit()"
    />
    <form [govukForm]="form">
      <govuk-textarea
        [field]="form.tree.reason"
        label="Why you reject this price"
        hint="The bidder reads this in its letter. Nothing about the young person."
        [rows]="3"
      />
      <p class="dps-meta govuk-!-margin-bottom-3">The bid is then excluded and the others are scored without it.</p>
      <div class="govuk-button-group">
        <button type="submit" govukButton="warning" [busy]="form.busy()">Reject the price</button>
        <button type="button" govukButton="secondary" (click)="closed.emit()">Not now</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      max-width: 44rem;
      margin-top: 12px;
    }
  `,
})
export class RejectPrice {
  private readonly callOffs = inject(CallOffs);

  readonly evaluation = input.required<EvaluationDto>();
  readonly bidId = input.required<string>();
  /** Of the question as it is on show. */
  readonly questionVersion = input.required<number>();
  readonly rejected = output<EvaluationDto>();
  readonly closed = output<void>();
  /** The page is out of date. */
  readonly overtaken = output<void>();

  protected readonly form = govukForm(
    signal({ reason: '' }),
    (path) => needed(path.reason, 'Give your reason', LONGEST_REASON),
    {
      idPrefix: `price-rejection-${++forms}`,
      save: async ({ reason }) => {
        const { callOffId, version } = this.evaluation();
        try {
          this.rejected.emit(
            await this.callOffs.rejectPrice(callOffId, this.bidId(), reason.trim(), version, this.questionVersion()),
          );
        } catch (error) {
          if (isOvertaken(problemOf(error))) this.overtaken.emit();
          throw error;
        }
      },
    },
  );

  constructor() {
    inject(UnsavedWork).watch(() => this.form.model().reason.trim() !== '');
    // The button that opened the form is gone, and the focus with it.
    afterNextRender(() => document.getElementById(this.form.idOf('reason'))?.focus());
  }
}
