import { afterNextRender, Component, inject, input, output, signal } from '@angular/core';
import { problemOf } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { UnsavedWork } from '../../core/unsaved-work';
import { EvaluationDto } from '../../proxy/models';
import { DateParts, isoDateOf, londonDate, noDate } from '../../ui/dates';
import { dateProblem, isAfter, needed, rule } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { CallOffs } from '../call-offs';
import { isOvertaken } from '../errors';
import { NewerVersion } from '../parts/newer-version';

const LONGEST_REASON = 1000;

let forms = 0;

/** Since when the council uses a home that the portal does not know, and how it knows. */
@Component({
  selector: 'dps-record-earlier-use',
  imports: [GovukButton, GovukDateInput, GovukErrorSummary, GovukFormDirective, GovukTextarea, NewerVersion],
  template: `
    <govuk-error-summary [form]="form" />
    <dps-newer-version
      [problem]="form.problem()"
      text="Somebody changed something meanwhile. What you wrote stays."
      (loadNewer)="form.clear(); overtaken.emit()"
    />
    <form [govukForm]="form">
      <govuk-date-input
        [field]="form.tree.usedFrom"
        legend="When did you first use it?"
        hint="For example, 27 3 2023. If you do not know the day, enter the first of the month."
      />
      <govuk-textarea
        [field]="form.tree.reason"
        label="How you know"
        hint="Whoever approves the award reads this. Nothing about a young person."
        [rows]="3"
      />
      <div class="govuk-button-group">
        <button type="submit" govukButton [busy]="form.busy()">Record earlier use</button>
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
export class RecordEarlierUse {
  private readonly callOffs = inject(CallOffs);
  private readonly clock = inject(ServerClock);

  readonly evaluation = input.required<EvaluationDto>();
  readonly bidId = input.required<string>();
  readonly recorded = output<EvaluationDto>();
  readonly closed = output<void>();
  /** The page is out of date. */
  readonly overtaken = output<void>();

  protected readonly form = govukForm(
    signal<{ usedFrom: DateParts; reason: string }>({ usedFrom: noDate(), reason: '' }),
    (path) => {
      rule(
        path.usedFrom,
        (parts) =>
          dateProblem(parts, 'The first day', 'Enter the day on which you first used it') ??
          (isAfter(parts, londonDate(this.clock.now())) && 'The first day must be in the past'),
      );
      needed(path.reason, 'Say how you know', LONGEST_REASON);
    },
    {
      idPrefix: `earlier-use-${++forms}`,
      save: async ({ usedFrom, reason }) => {
        const { callOffId, version } = this.evaluation();
        try {
          this.recorded.emit(
            await this.callOffs.recordEarlierUse(
              callOffId,
              this.bidId(),
              isoDateOf(usedFrom) ?? '',
              reason.trim(),
              version,
            ),
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
    afterNextRender(() => document.getElementById(this.form.idOf('usedFrom'))?.focus());
  }
}
