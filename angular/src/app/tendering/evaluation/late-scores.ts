import { Component, input } from '@angular/core';

/** That scores were agreed anew once prices had been seen: whoever proposes or approves the award weighs it. */
@Component({
  selector: 'dps-late-scores',
  template: `
    @if (count(); as late) {
      <p>
        <strong>{{ late === 1 ? '1 score was' : late + ' scores were' }} agreed after prices had been seen</strong>,
        because a conflict was declared late. The History says which.
      </p>
    }
  `,
})
export class LateScores {
  readonly count = input<number>();
}
