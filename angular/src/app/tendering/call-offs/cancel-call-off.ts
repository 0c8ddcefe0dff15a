import { Component, computed, inject, input, output, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../core/problem';
import { CallOffCancelReason, CallOffDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukRadios } from '../../ui/govuk-radios';
import { CallOffs } from '../call-offs';
import { isOvertaken } from '../errors';
import { CANCEL_REASONS, choicesOf } from '../words';

/** Ends a call-off with a reason: a draft is discarded, anything later is cancelled and everybody invited is told. */
@Component({
  selector: 'dps-cancel-call-off',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukRadios, RouterLink],
  template: `
    @let it = callOff();
    @if (cancelling()) {
      <form [class]="isDraft() ? 'govuk-!-margin-top-4' : 'dps-card'" [govukForm]="form">
        <govuk-error-summary [form]="form" />
        <govuk-radios
          [field]="form.tree.reason"
          [legend]="isDraft() ? 'Why do you discard it?' : 'Why do you cancel?'"
          [hint]="it.publishedAt ? 'Everybody invited is told that it ended.' : 'Nobody was told of it.'"
          layout="small"
          [choices]="reasons()"
        />
        @if (form.problem()?.code === 'Tendering:ConflictDeclarationNeeded') {
          <p>
            <a class="govuk-link" [routerLink]="['/call-offs', it.id, 'evaluation']"
              >Say whether you have a conflict of interest</a
            >, then come back and cancel.
          </p>
        }
        <div [class]="isDraft() ? 'govuk-button-group govuk-!-margin-bottom-0' : 'dps-stack'">
          <button type="submit" govukButton="warning" [busy]="form.busy()">
            {{ isDraft() ? 'Discard the draft' : 'Cancel the call-off' }}
          </button>
          <button type="button" govukButton="secondary" (click)="cancelling.set(false)">Keep it</button>
        </div>
      </form>
    } @else {
      <button type="button" govukButton="secondary" small (click)="cancelling.set(true)">
        {{ isDraft() ? 'Discard this draft' : 'Cancel this call-off' }}
      </button>
    }
  `,
  styles: ':host { display: block; }',
})
export class CancelCallOff {
  private readonly callOffs = inject(CallOffs);

  readonly callOff = input.required<CallOffDto>();
  readonly changed = output<CallOffDto>();
  /** The page is out of date. */
  readonly refused = output<Problem>();

  protected readonly cancelling = signal(false);
  protected readonly isDraft = computed(() => this.callOff().state === 'Draft');
  /** What is said of bids only once they were opened. */
  protected readonly reasons = computed(() =>
    choicesOf(CANCEL_REASONS).filter(({ value }) => value !== 'NoSuitableBid' || !!this.callOff().openedAt),
  );

  protected readonly form = govukForm(
    signal({ reason: '' }),
    (path) =>
      required(path.reason, {
        message: () => (this.isDraft() ? 'Choose why you discard it' : 'Choose why you cancel'),
      }),
    {
      idPrefix: 'cancel',
      save: async ({ reason }) => {
        const { id, version } = this.callOff();
        try {
          this.changed.emit(await this.callOffs.cancel(id, reason as CallOffCancelReason, version));
        } catch (error) {
          const problem = problemOf(error);
          if (!isOvertaken(problem)) throw error;

          this.refused.emit(problem);
        }
        this.cancelling.set(false);
      },
    },
  );
}
