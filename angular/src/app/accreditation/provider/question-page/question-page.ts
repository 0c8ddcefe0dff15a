import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ServerSession } from '../../../core/server-session';
import { ApplicationDto } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { DocumentField } from '../../../ui/document-field';
import { needed } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { UkDate } from '../../../ui/uk-date';
import { UkDateTime } from '../../../ui/uk-date-time';
import { Applications } from '../applications';
import { SECTIONS } from '../sections';

const SLOTS = ['first', 'second', 'third', 'fourth'] as const;

/** An officer's question: read it, put answers right where it asks so, and reply with files. */
@Component({
  selector: 'dps-question-page',
  imports: [
    DocumentField,
    GovukBackLink,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukTextarea,
    RouterLink,
    UkDate,
    UkDateTime,
  ],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './question-page.html',
})
export class QuestionPage {
  private readonly applications = inject(Applications);
  private readonly router = inject(Router);
  private readonly session = inject(ServerSession);

  readonly application = input.required<ApplicationDto>();
  /** Of the route. */
  readonly questionId = input.required<string>();

  protected readonly mayAnswer = computed(() => this.session.may('Applications.Apply'));
  protected readonly question = computed(() =>
    this.application().clarifications.find(({ id }) => id === this.questionId()),
  );
  protected readonly sections = computed(() =>
    SECTIONS.filter(({ section }) => this.question()?.sections.includes(section)),
  );

  protected readonly form = govukForm(
    signal({ answer: '', first: '', second: '', third: '', fourth: '' }),
    (path) => needed(path.answer, 'Answer the question', 4000),
    { save: (value) => this.answer(value) },
  );

  /** One more place than there are files, up to four. */
  protected readonly slots = computed(() => {
    const value = this.form.model();
    const empty = SLOTS.findIndex((slot) => !value[slot]);
    return empty < 0 ? SLOTS : SLOTS.slice(0, empty + 1);
  });

  private async answer(value: Record<(typeof SLOTS)[number] | 'answer', string>): Promise<void> {
    const question = this.question();
    if (!question) return;

    const { id } = this.application();
    await this.applications.answer(id, question.id, {
      answer: value.answer.trim(),
      documentIds: SLOTS.map((slot) => value[slot]).filter((document) => document !== ''),
      version: question.version,
    });
    await this.router.navigate(['/application', id]);
  }
}
