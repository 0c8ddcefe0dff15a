import { Component, computed, DOCUMENT, inject, resource } from '@angular/core';
import { problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { applicationGetLetters } from '../../../proxy/functions';
import { EmptyState } from '../../../ui/empty-state';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { UkDate } from '../../../ui/uk-date';
import { OpenApplication } from '../open-application';

/** The letters as they were issued; printing gives the letters alone. */
@Component({
  selector: 'dps-letters-tab',
  imports: [EmptyState, GovukButton, GovukErrorSummary, Loading, UkDate],
  templateUrl: './letters-tab.html',
  styleUrl: './letters-tab.scss',
})
export class LettersTab {
  private readonly api = inject(Api);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly open = inject(OpenApplication);

  protected readonly letters = resource({
    params: () => ({ id: this.open.application().id, version: this.open.application().version }),
    loader: ({ params }) => this.api.invoke(applicationGetLetters, { id: params.id }),
  });
  protected readonly problem = computed(() => (this.letters.error() ? problemOf(this.letters.error()) : undefined));

  protected print(): void {
    this.window?.print();
  }
}
