import { Component, computed, DOCUMENT, effect, inject, input, resource, ViewEncapsulation } from '@angular/core';
import { News } from '../../../core/news';
import { PageTitle } from '../../../core/page-title';
import { problemOf } from '../../../core/problem';
import { ApplicationDto } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { UkDate } from '../../../ui/uk-date';
import { Applications } from '../applications';

/** A decision letter to read and to print. */
@Component({
  selector: 'dps-letter-page',
  imports: [GovukBackLink, GovukButton, GovukErrorSummary, Loading, UkDate],
  host: { class: 'dps-page' },
  templateUrl: './letter-page.html',
  styleUrl: './letter-page.scss',
  encapsulation: ViewEncapsulation.None,
})
export class LetterPage {
  private readonly applications = inject(Applications);
  private readonly news = inject(News);
  private readonly title = inject(PageTitle);
  private readonly window = inject(DOCUMENT).defaultView;

  readonly application = input.required<ApplicationDto>();
  readonly letter = input.required<string>();

  protected readonly problemOf = problemOf;
  protected readonly letters = resource({
    params: () => this.application().id,
    loader: ({ params }) => this.applications.letters(params),
  });
  protected readonly shown = computed(() =>
    this.letters.hasValue() ? this.letters.value().find(({ id }) => id === this.letter()) : undefined,
  );

  constructor() {
    effect(() => {
      const letter = this.shown();
      if (!letter) return;

      this.title.set(letter.title);
      this.news.read('Application.ReadLetter', letter.id);
    });
  }

  protected print(): void {
    this.window?.print();
  }
}
