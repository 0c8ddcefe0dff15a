import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { problemOf } from '../../core/problem';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { EmptyState } from '../../ui/empty-state';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { CallOffs } from '../call-offs';
import { LetterSheet } from '../parts/letter-sheet';

/** The letters as every bidder got them, one at a time. */
@Component({
  selector: 'dps-letters-page',
  imports: [Breadcrumbs, EmptyState, GovukButton, GovukErrorSummary, LetterSheet, Loading, PageHeader],
  host: { class: 'dps-page dps-page--officer' },
  template: `
    <govuk-error-summary [problem]="problem()" />
    @if (data.hasValue()) {
      @let it = data.value();
      <dps-page-header
        class="no-print"
        officer
        heading="Outcome letters"
        lead="Sent to every bidder at the same moment."
      >
        <dps-breadcrumbs
          [crumbs]="[
            { label: 'Call-offs', link: '/call-offs' },
            { label: it.callOff.reference, link: ['/call-offs', id()] },
          ]"
        />
      </dps-page-header>
      @if (it.letters.length > 0) {
        <div class="govuk-form-group no-print">
          <label class="govuk-label" for="letter">Letter to</label>
          <select class="govuk-select" id="letter" (change)="choose($event)">
            @for (letter of it.letters; track letter.id; let index = $index) {
              <option [value]="index" [selected]="index === shown()">{{ letter.recipient }}</option>
            }
          </select>
        </div>
        @if (it.letters[shown()]; as letter) {
          <dps-letter-sheet
            [letter]="letter"
            [from]="it.callOff.placingAuthorityName"
            [reference]="it.callOff.reference"
            [headingLevel]="2"
          />
          <p class="govuk-!-margin-top-4 no-print">
            <button type="button" govukButton="secondary" (click)="print()">Print this letter</button>
          </p>
        }
      } @else {
        <dps-empty-state heading="No letters yet"><p>They leave when the award is approved.</p></dps-empty-state>
      }
    } @else if (!problem()) {
      <dps-loading text="Loading the letters" />
    } @else {
      <h1 class="govuk-heading-l">The letters cannot be shown</h1>
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
export class LettersPage {
  private readonly callOffs = inject(CallOffs);

  readonly id = input.required<string>();

  protected readonly data = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const [callOff, letters] = await Promise.all([this.callOffs.get(params), this.callOffs.letters(params)]);
      return { callOff, letters };
    },
  });
  protected readonly problem = computed(() => (this.data.error() ? problemOf(this.data.error()) : undefined));
  protected readonly shown = signal(0);

  protected print(): void {
    window.print();
  }

  protected choose(event: Event): void {
    this.shown.set(Number((event.target as HTMLSelectElement).value));
  }
}
