import { Component, computed, DOCUMENT, inject, input, linkedSignal, OnInit, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
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
import { GovukNotificationBanner } from '../../../ui/notification-banner';
import { UkDate } from '../../../ui/uk-date';
import { UkDateTime } from '../../../ui/uk-date-time';
import { Applications } from '../applications';

/** One action after a pass with actions: what was asked, and what the provider says it has done. */
@Component({
  selector: 'dps-action-page',
  imports: [
    DocumentField,
    GovukBackLink,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukNotificationBanner,
    GovukTextarea,
    RouterLink,
    UkDate,
    UkDateTime,
  ],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './action-page.html',
})
export class ActionPage implements OnInit {
  private readonly applications = inject(Applications);
  private readonly session = inject(ServerSession);
  private readonly window = inject(DOCUMENT).defaultView;

  readonly application = input.required<ApplicationDto>();
  /** Of the route. */
  readonly actionId = input.required<string>();

  protected readonly reported = signal(false);
  protected readonly mayReport = computed(() => this.session.may('Applications.Apply'));
  private readonly current = linkedSignal(() => this.application());
  protected readonly action = computed(() =>
    this.current().recruitmentActions.find(({ id }) => id === this.actionId()),
  );

  protected readonly form = govukForm(
    signal({ note: '', documentId: '' }),
    (path) => needed(path.note, 'Say what was done', 2000),
    {
      save: async ({ note, documentId }) => {
        const action = this.action();
        if (!action) return;

        const { id } = this.application();
        const after = await this.applications.reportAction(id, action.id, {
          note: note.trim(),
          documentId: documentId || null,
          version: action.version,
        });
        this.current.set(after);
        this.reported.set(true);
        this.window?.scrollTo(0, 0);
      },
    },
  );

  /** The document of an action that was sent back stays with it until another takes its place. */
  ngOnInit(): void {
    this.form.model.update((model) => ({ ...model, documentId: this.action()?.file?.documentId ?? '' }));
  }
}
