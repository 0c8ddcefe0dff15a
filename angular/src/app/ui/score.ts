import { Component, input } from '@angular/core';

/** A score of 0 to 5 as blocks and digit. `tone="bad"` marks one below the published minimum, `pale` an excluded bid. */
@Component({
  selector: 'dps-score',
  host: { '[class]': "'dps-score dps-score--' + tone()" },
  template: `
    <span class="dps-score__blocks" aria-hidden="true">
      @for (block of blocks; track block) {
        <span class="dps-score__block" [class.dps-score__block--on]="block <= score()"></span>
      }
    </span>
    <span class="dps-score__digit">{{ score() }}<span class="govuk-visually-hidden"> out of 5</span></span>
    @if (note()) {
      <span class="dps-score__note">{{ note() }}</span>
    }
  `,
})
export class Score {
  readonly score = input.required<number>();
  readonly tone = input<'plain' | 'bad' | 'pale'>('plain');
  readonly note = input<string>();

  protected readonly blocks = [1, 2, 3, 4, 5];
}
