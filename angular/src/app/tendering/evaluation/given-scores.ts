import { Component, input, output } from '@angular/core';
import { EvaluatorScoreDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { Score } from '../../ui/score';

/** What each evaluator scored and why, beside what they agree. */
@Component({
  selector: 'dps-given-scores',
  imports: [GovukButton, Score],
  template: `
    @for (one of given(); track one.evaluatorName) {
      <div class="given">
        <p class="given__head">
          <strong>{{ one.mine ? 'You' : one.evaluatorName }}</strong>
          <dps-score [score]="one.score" />
        </p>
        <p class="dps-typed">{{ one.reason }}</p>
        @if (mayUse()) {
          <button type="button" govukButton="secondary" small (click)="use.emit(one)">Use this score and reason</button>
        }
      </div>
    }
  `,
  styles: `
    .given {
      margin: 12px 0;
      padding-left: 14px;
      border-left: 4px solid var(--line);
    }

    .given p {
      margin: 0 0 4px;
    }

    .given .given__head {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: space-between;
    }
  `,
})
export class GivenScores {
  readonly given = input.required<readonly EvaluatorScoreDto[]>();
  readonly mayUse = input(false);
  readonly use = output<EvaluatorScoreDto>();
}
