import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SummaryRow } from './parts';

/** Questions and their answers, each with its own way back to change it. */
@Component({
  selector: 'govuk-summary-list',
  imports: [RouterLink],
  template: `
    <dl class="govuk-summary-list">
      @for (row of rows(); track row.key) {
        <div class="govuk-summary-list__row" [class.govuk-summary-list__row--no-actions]="!row.change && hasActions()">
          <dt class="govuk-summary-list__key">{{ row.key }}</dt>
          <dd class="govuk-summary-list__value">
            @for (line of linesOf(row); track $index) {
              <div>{{ line }}</div>
            }
          </dd>
          @if (row.change) {
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" [routerLink]="row.change" [fragment]="row.changeAt"
                >Change<span class="govuk-visually-hidden">&nbsp;{{ row.changeHint ?? row.key }}</span></a
              >
            </dd>
          }
        </div>
      }
    </dl>
  `,
})
export class GovukSummaryList {
  readonly rows = input.required<readonly SummaryRow[]>();

  protected readonly linesOf = (row: SummaryRow): readonly string[] => [row.value].flat();
  protected readonly hasActions = (): boolean => this.rows().some((row) => row.change);
}
