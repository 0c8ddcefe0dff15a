import { Component, input } from '@angular/core';
import { SameAnswer, SameAsDto } from '../../proxy/models';

const WORDS: Readonly<Record<SameAnswer, string>> = {
  LegalName: 'has the same name',
  CompanyNumber: 'gave the same company number',
  OfstedUrn: 'gave the same Ofsted number: a registration is one organisation’s alone',
};

/** That somebody else applied with a name or a number that only one organisation can have. */
@Component({
  selector: 'dps-same-answers',
  template: `
    @if (same().length > 0) {
      <div
        class="dps-banner dps-banner--warn govuk-!-margin-bottom-4"
        role="region"
        aria-label="Given by another provider too"
      >
        <p class="dps-banner__heading">Find out who is whom before you decide</p>
        @for (each of same(); track $index) {
          <p>{{ each.providerName }} {{ words[each.answer] }}.</p>
        }
      </div>
    }
  `,
})
export class SameAnswers {
  readonly same = input.required<readonly SameAsDto[]>();
  protected readonly words = WORDS;
}
