import { Component, input } from '@angular/core';
import { RegimeRuleDto } from '../../proxy/models';
import { ScrollX } from '../../ui/scroll-x';
import { Status } from '../../ui/status';
import { SUBJECTS, VERDICTS } from './scheme-words';

/** What a law allows and forbids, row by row with its sources, as the server enforces it. */
@Component({
  selector: 'dps-regime-table',
  imports: [ScrollX, Status],
  template: `
    <dps-scroll-x stacked [label]="caption()">
      <table class="govuk-table dps-table govuk-!-margin-bottom-0">
        <caption class="govuk-visually-hidden">
          {{
            caption()
          }}
        </caption>
        <thead class="govuk-table__head">
          <tr>
            <th scope="col" class="govuk-table__header">Setting</th>
            <th scope="col" class="govuk-table__header">Rule and source</th>
            <th scope="col" class="govuk-table__header">Here</th>
          </tr>
        </thead>
        <tbody>
          @for (rule of rules(); track rule.subject) {
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">{{ subjects[rule.subject] }}</th>
              <td class="govuk-table__cell">
                <strong>{{ rule.headline }}</strong>
                <span class="rule">{{ rule.rule }}</span>
                <span class="rule source">{{ rule.source }}</span>
              </td>
              <td class="govuk-table__cell">
                <dps-status [text]="verdicts[rule.verdict].text" [tone]="verdicts[rule.verdict].tone" />
              </td>
            </tr>
          }
        </tbody>
      </table>
    </dps-scroll-x>
  `,
  styles: `
    .rule {
      display: block;
    }

    .source {
      color: var(--ink-2);
      font-size: 0.875rem;
      line-height: 1.43;
    }
  `,
})
export class RegimeTable {
  readonly rules = input.required<readonly RegimeRuleDto[]>();
  readonly caption = input('What the law allows, with its sources');

  protected readonly subjects = SUBJECTS;
  protected readonly verdicts = VERDICTS;
}
