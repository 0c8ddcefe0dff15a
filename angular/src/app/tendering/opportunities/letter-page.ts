import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { News } from '../../core/news';
import { problemOf } from '../../core/problem';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { Opportunities } from '../opportunities';
import { LetterSheet } from '../parts/letter-sheet';

/** The letter to this provider, once all letters of the call-off are released. */
@Component({
  selector: 'dps-letter-page',
  imports: [GovukBackLink, GovukButton, GovukErrorSummary, LetterSheet, Loading],
  host: { class: 'dps-page' },
  template: `
    <govuk-error-summary [problem]="problem()" />
    <govuk-back-link class="no-print" link="/opportunities" label="Opportunities" />
    @if (loaded(); as it) {
      <dps-letter-sheet [letter]="it.letter" [from]="it.need.placingAuthorityName" [reference]="it.need.reference" />
      <p class="govuk-!-margin-top-4 no-print">
        <button type="button" govukButton="secondary" (click)="print()">Print this letter</button>
      </p>
    } @else if (problem()) {
      <h1 class="govuk-heading-xl">There is no letter yet</h1>
      <p>Letters go to every bidder at the same moment, once the award is approved.</p>
    } @else {
      <dps-loading text="Loading the letter" />
    }
  `,
  styles: `
    @media print {
      .no-print {
        display: none;
      }
    }
  `,
})
export class LetterPage {
  private readonly opportunities = inject(Opportunities);
  private readonly news = inject(News);

  readonly id = input.required<string>();

  private readonly data = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const [need, letter] = await Promise.all([this.opportunities.get(params), this.opportunities.letter(params)]);
      return { need, letter };
    },
  });
  protected readonly loaded = computed(() => (this.data.hasValue() ? this.data.value() : undefined));
  protected readonly problem = computed(() => (this.data.error() ? problemOf(this.data.error()) : undefined));

  constructor() {
    effect(() => {
      if (this.loaded()) this.news.read('Bid.ReadLetter', this.id());
    });
  }

  protected print(): void {
    window.print();
  }
}
