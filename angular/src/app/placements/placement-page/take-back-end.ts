import { Component, inject, input, output, signal } from '@angular/core';
import { UnsavedWork } from '../../core/unsaved-work';
import { PlacementDto } from '../../proxy/models';
import { needed } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { NewerVersion } from '../../ui/newer-version';
import { UkDate } from '../../ui/uk-date';
import { Placements } from '../placements';

const LONGEST_REASON = 500;

/** An end that was recorded by mistake. */
@Component({
  selector: 'dps-take-back-end',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukTextarea, NewerVersion, UkDate],
  template: `
    <form class="dps-card dps-card--lead" [govukForm]="form">
      <govuk-error-summary [form]="form" />
      <dps-newer-version [problem]="form.problem()" (loadNewer)="form.clear(); newer.emit()" />
      <h2 class="dps-card__heading">Take back the end</h2>
      <p>
        The placement goes on until {{ placement().plannedEndOn | ukDate }}, as it was planned. Record the right end
        afterwards, if there is one.
      </p>
      <govuk-textarea
        [field]="form.tree.reason"
        label="Why you take it back"
        hint="Kept in the history, which the provider reads too. Nothing about the young person."
        [rows]="3"
      />
      <div class="govuk-button-group">
        <button type="submit" govukButton="warning" [busy]="form.busy()">Take back the end</button>
        <button type="button" govukButton="secondary" (click)="closed.emit()">Leave it</button>
      </div>
    </form>
  `,
})
export class TakeBackEnd {
  private readonly placements = inject(Placements);

  readonly placement = input.required<PlacementDto>();
  readonly changed = output<PlacementDto>();
  readonly closed = output<void>();
  /** The page is out of date. */
  readonly newer = output<void>();

  protected readonly form = govukForm(
    signal({ reason: '' }),
    (path) => needed(path.reason, 'Say why', LONGEST_REASON),
    {
      idPrefix: 'take-back',
      save: async ({ reason }) => {
        const { id, version } = this.placement();
        this.changed.emit(await this.placements.takeBackEnd(id, reason.trim(), version));
      },
    },
  );

  constructor() {
    inject(UnsavedWork).watch(() => this.form.model().reason.trim() !== '');
  }
}
