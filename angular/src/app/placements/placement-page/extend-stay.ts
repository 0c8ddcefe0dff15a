import { Component, inject, input, OnInit, output, signal } from '@angular/core';
import { atField } from '../../core/refusals';
import { UnsavedWork } from '../../core/unsaved-work';
import { PlacementDto } from '../../proxy/models';
import { datePartsOf, isoDateOf, noDate } from '../../ui/dates';
import { realDate } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { NewerVersion } from '../../ui/newer-version';
import { UkDate } from '../../ui/uk-date';
import { Placements } from '../placements';

/** A later planned end, put to a second person. */
@Component({
  selector: 'dps-extend-stay',
  imports: [GovukButton, GovukDateInput, GovukErrorSummary, GovukFormDirective, NewerVersion, UkDate],
  template: `
    <form class="dps-card dps-card--lead" [govukForm]="form">
      <govuk-error-summary [form]="form" />
      <dps-newer-version [problem]="form.problem()" (loadNewer)="form.clear(); newer.emit()" />
      <h2 class="dps-card__heading">Extend the stay</h2>
      <p>
        It is planned until {{ placement().plannedEndOn | ukDate }}. It would go on at the price of its last night. The
        room is kept once a second person confirms it.
      </p>
      <govuk-date-input
        [field]="form.tree.plannedEndOn"
        legend="New planned end"
        hint="The day of leaving. That night is not charged"
      />
      <div class="govuk-button-group">
        <button type="submit" govukButton [busy]="form.busy()">Propose the later end</button>
        <button type="button" govukButton="secondary" (click)="closed.emit()">Leave it</button>
      </div>
    </form>
  `,
})
export class ExtendStay implements OnInit {
  private readonly placements = inject(Placements);

  readonly placement = input.required<PlacementDto>();
  /** A day that was proposed before and came back; offered again. */
  readonly offered = input<string>();
  readonly changed = output<PlacementDto>();
  readonly closed = output<void>();
  /** The page is out of date. */
  readonly newer = output<void>();

  protected readonly form = govukForm(
    signal({ plannedEndOn: noDate() }),
    (path) => realDate(path.plannedEndOn, 'The planned end', 'Enter the new planned end'),
    {
      idPrefix: 'extend',
      save: async (typed) => {
        const { id, version } = this.placement();
        try {
          this.changed.emit(
            await this.placements.proposeExtension(id, { plannedEndOn: isoDateOf(typed.plannedEndOn) ?? '', version }),
          );
        } catch (error) {
          throw atField(error, {
            'Placements:NotLonger': 'plannedEndOn',
            'Placements:ExtensionTooLong': 'plannedEndOn',
            'Property:PlacePromisedNext': 'plannedEndOn',
          });
        }
      },
    },
  );

  constructor() {
    inject(UnsavedWork).watch(() => Object.values(this.form.model().plannedEndOn).some((part) => part !== ''));
  }

  ngOnInit(): void {
    const day = this.offered();
    if (day) this.form.model.set({ plannedEndOn: datePartsOf(day) });
  }
}
