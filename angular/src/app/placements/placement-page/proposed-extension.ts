import { Component, computed, inject, input, output } from '@angular/core';
import { Problem } from '../../core/problem';
import { PlacementDto } from '../../proxy/models';
import { Money } from '../../ui/money';
import { UkDate } from '../../ui/uk-date';
import { nightsBetween, nightsInWords, priceOn } from '../nights';
import { Placements } from '../placements';
import { SecondPerson } from './second-person';

/** A later end that one person proposed and another has to decide on, and what it would cost. */
@Component({
  selector: 'dps-proposed-extension',
  imports: [Money, SecondPerson, UkDate],
  template: `
    @if (it().proposedExtension; as proposed) {
      <section class="dps-card dps-card--lead">
        <h2 class="dps-card__heading">A later end waits for a second person</h2>
        <p>
          The stay would last until {{ proposed.plannedEndOn | ukDate }}, not {{ it().plannedEndOn | ukDate }}:
          {{ more() }} more at <strong>{{ weekly() | money }}</strong> a week, <strong>{{ cost() | money }}</strong> in
          all. The whole placement would come to {{ it().committedPence + (cost() ?? 0) | money }}.
        </p>
        <dps-second-person
          [proposed]="proposed"
          [mayConfirm]="it().permittedTriggers.includes('ConfirmExtension')"
          [maySendBack]="it().permittedTriggers.includes('SendBackExtension')"
          confirmLabel="Confirm the later end"
          [confirm]="confirm"
          [sendBack]="sendBack"
          (changed)="changed.emit($event)"
          (refused)="refused.emit($event)"
          (newer)="newer.emit()"
        />
      </section>
    }
  `,
})
export class ProposedExtension {
  private readonly placements = inject(Placements);

  readonly it = input.required<PlacementDto>();
  readonly changed = output<PlacementDto>();
  readonly refused = output<Problem>();
  /** The page is out of date. */
  readonly newer = output<void>();

  private readonly nights = computed(() =>
    nightsBetween(this.it().plannedEndOn, this.it().proposedExtension?.plannedEndOn ?? ''),
  );
  protected readonly more = computed(() => nightsInWords(this.nights()));
  protected readonly weekly = computed(() => priceOn(this.it().prices, this.it().plannedEndOn)?.totalWeeklyPence);

  /** A night is a seventh of the week, rounded once over the stretch (fact 22). */
  protected readonly cost = computed(() => {
    const weekly = this.weekly();
    return weekly === undefined ? undefined : Math.round((weekly * this.nights()) / 7);
  });

  protected readonly confirm = (): Promise<PlacementDto> =>
    this.placements.confirmExtension(this.it().id, this.it().version);
  protected readonly sendBack = (reason: string): Promise<PlacementDto> =>
    this.placements.sendBackExtension(this.it().id, reason, this.it().version);
}
