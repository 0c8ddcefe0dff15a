import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { problemOf } from '../../../core/problem';
import { ServerSession } from '../../../core/server-session';
import { Api } from '../../../proxy/api';
import { appealGetList, appealLodge } from '../../../proxy/functions';
import { ApplicationDto } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { needed } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Loading } from '../../../ui/loading';
import { Status } from '../../../ui/status';
import { formatDate, UkDate } from '../../../ui/uk-date';

/** Appeals against decisions, while their time runs, and the answers to them. */
@Component({
  selector: 'dps-appeal-page',
  imports: [
    GovukBackLink,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukRadios,
    GovukTextarea,
    Loading,
    Status,
    UkDate,
  ],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './appeal-page.html',
})
export class AppealPage {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);

  readonly application = input.required<ApplicationDto>();

  protected readonly mayAct = computed(() => this.session.may('Applications.Apply'));
  protected readonly appeals = resource({
    params: () => ({ id: this.application().id }),
    loader: ({ params }) => this.api.invoke(appealGetList, params),
  });
  protected readonly problem = computed(() => (this.appeals.error() ? problemOf(this.appeals.error()) : undefined));
  protected readonly choices = computed(() =>
    (this.appeals.hasValue() ? this.appeals.value().appealable : []).map((letter) => ({
      value: letter.letterId,
      label: letter.title,
      hint: `Until ${formatDate(letter.appealUntil, 'weekday')}`,
    })),
  );

  protected readonly form = govukForm(
    signal({ letterId: '', grounds: '' }),
    (path) => {
      needed(path.letterId, 'Choose the decision', 40);
      needed(path.grounds, 'Say why the decision should change', 4000);
    },
    {
      save: async ({ letterId, grounds }) => {
        const body = { letterId, grounds: grounds.trim() };
        this.appeals.set(await this.api.invoke(appealLodge, { id: this.application().id, body }));
        this.form.model.set({ letterId: '', grounds: '' });
        this.form.clear();
      },
      idPrefix: 'appeal',
    },
  );
}
