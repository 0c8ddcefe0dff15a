import { Component, computed, inject, input, resource } from '@angular/core';
import { problemOf } from '../../core/problem';
import { CallOffDto, LetterDto } from '../../proxy/models';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { CallOffs } from '../call-offs';
import { LetterSheet } from '../parts/letter-sheet';

/** Every letter as approving would send it: to be read before what cannot be undone. */
@Component({
  selector: 'dps-draft-letters',
  imports: [GovukErrorSummary, LetterSheet, Loading],
  template: `
    <section class="dps-card drafts" id="draft-letters" tabindex="-1">
      <h2 class="dps-card__heading">The letters, before they are sent</h2>
      @if (letters.hasValue()) {
        @for (letter of letters.value(); track letter.id) {
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{{ letter.recipient }}</span>
              <span class="dps-meta outcome">{{ outcome(letter) }}</span>
            </summary>
            <dps-letter-sheet
              [letter]="letter"
              [from]="callOff().placingAuthorityName"
              [reference]="callOff().reference"
              [headingLevel]="2"
              [isDraft]="true"
            />
          </details>
        }
      } @else if (problem()) {
        <govuk-error-summary [problem]="problem()" />
      } @else {
        <dps-loading text="Writing the letters" />
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
      margin: 16px 0;
    }

    .govuk-details {
      margin: 0;
      padding: 10px 0;
      border-top: 1px solid var(--line);
    }

    .govuk-details[open] > summary {
      margin-bottom: 16px;
    }

    .outcome {
      margin-left: 10px;
    }
  `,
})
export class DraftLetters {
  private readonly callOffs = inject(CallOffs);

  readonly callOff = input.required<CallOffDto>();

  protected readonly letters = resource({
    params: () => ({ id: this.callOff().id, version: this.callOff().version }),
    loader: ({ params }) => this.callOffs.draftLetters(params.id),
  });
  protected readonly problem = computed(() => (this.letters.error() ? problemOf(this.letters.error()) : undefined));

  protected outcome({ recipient }: LetterDto): string {
    return recipient === this.callOff().award?.providerName ? 'accepted' : 'not accepted';
  }
}
