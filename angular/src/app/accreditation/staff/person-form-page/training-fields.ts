import { Component, computed, input, linkedSignal } from '@angular/core';
import { FieldTree } from '@angular/forms/signals';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { FormContext } from '../../../ui/govuk-form';
import { ENTERED, TrainingModel, trainingsOf, WHERE_NEEDED } from './training-model';

/** A date for each topic, folded away: it opens by itself where one of them is refused. */
@Component({
  selector: 'dps-training-fields',
  imports: [GovukCheckboxes, GovukDateInput],
  template: `
    <details class="govuk-details" [open]="open()" (toggle)="open.set(box.open)" #box>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Training by topic</span>
      </summary>
      <p class="govuk-hint hint">The day of the latest training. Leave a date empty when there was none.</p>
      <govuk-checkboxes small [field]="notNeeded()" legend="Not needed in this person’s work" [choices]="whereNeeded" />
      <div class="topics">
        @for (topic of topics(); track topic.key) {
          <govuk-date-input [field]="trainings()[topic.key]" [legend]="topic.label" hint="" />
        }
      </div>
    </details>
    <p class="dps-meta count">{{ count() }}</p>
  `,
  styleUrl: './training-fields.scss',
})
export class TrainingFields {
  readonly trainings = input.required<FieldTree<TrainingModel['trainings']>>();
  readonly notNeeded = input.required<FieldTree<TrainingModel['notNeeded']>>();
  readonly form = input.required<FormContext>();

  protected readonly whereNeeded = WHERE_NEEDED.map(({ key, label }) => ({ value: key, label }));
  protected readonly topics = computed(() => {
    const left = this.notNeeded()().value();
    return ENTERED.filter(({ key }) => !left.includes(key));
  });

  private readonly refused = computed(() => ENTERED.some(({ key }) => this.form().errorAt(`trainings.${key}`)));
  /** Opened by an error, and not closed under the hands of whoever mends it. */
  protected readonly open = linkedSignal<boolean, boolean>({
    source: this.refused,
    computation: (refused, before) => refused || (before?.value ?? false),
  });
  protected readonly count = computed(() => {
    const filled = trainingsOf({ trainings: this.trainings()().value(), notNeeded: this.notNeeded()().value() }).length;
    return `${filled} of ${ENTERED.length} topics filled in`;
  });
}
