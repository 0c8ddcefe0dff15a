import { Component, computed, inject, input } from '@angular/core';
import { AccreditationStage } from '../../proxy/models';
import { UkDate } from '../../ui/uk-date';
import { OpenApplication } from './open-application';

/** How a stage ended: with which outcome, by whom, when and why. Nothing before its end. */
@Component({
  selector: 'dps-closed-stage',
  imports: [UkDate],
  template: `
    @if (closed(); as it) {
      <section class="dps-card dps-card--quiet">
        <h2 class="dps-card__heading">{{ it.status === 'Passed' ? 'Stage passed' : 'Stage not passed' }}</h2>
        <p class="dps-meta">{{ it.closedAt | ukDate }}{{ it.closedByName ? ', by ' + it.closedByName : '' }}</p>
        <ng-content />
        <p class="dps-typed">{{ it.reason }}</p>
      </section>
    }
  `,
})
export class ClosedStage {
  private readonly open = inject(OpenApplication);

  readonly stage = input.required<AccreditationStage>();

  protected readonly closed = computed(() =>
    this.open.application().stages.find(({ stage, closedAt }) => stage === this.stage() && closedAt),
  );
}
