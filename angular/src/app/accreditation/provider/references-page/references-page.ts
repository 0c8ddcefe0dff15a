import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../../core/problem';
import { ApplicationDto, ReferenceDto, ReferencesDto } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { email, needed } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Loading } from '../../../ui/loading';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { UkDateTime } from '../../../ui/uk-date-time';
import { Applications } from '../applications';
import { referenceStatus } from '../references';

const NOTHING_TYPED = { authorityName: '', refereeName: '', refereeEmail: '', setting: '', claim: '' };

/** The provider names referees at authorities and sees whether they have answered, never what. */
@Component({
  selector: 'dps-references-page',
  imports: [
    GovukBackLink,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukTextarea,
    Loading,
    RouterLink,
    Status,
    UkDate,
    UkDateTime,
  ],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './references-page.html',
})
export class ReferencesPage {
  private readonly applications = inject(Applications);

  readonly application = input.required<ApplicationDto>();

  private readonly loaded = resource({
    params: () => this.application().id,
    loader: ({ params }) => this.applications.references(params),
  });
  protected readonly current = linkedSignal<ReferencesDto | undefined>(() =>
    this.loaded.hasValue() ? this.loaded.value() : undefined,
  );
  protected readonly failure = computed(() => (this.loaded.error() ? problemOf(this.loaded.error()) : undefined));

  protected readonly statusOf = referenceStatus;
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly revoking = signal<string | undefined>(undefined);
  protected readonly busy = signal('');
  protected readonly message = signal('');

  protected readonly form = govukForm(
    signal({ ...NOTHING_TYPED }),
    (path) => {
      needed(path.authorityName, 'Enter the name of the authority', 120);
      needed(path.refereeName, 'Enter the referee’s full name', 120);
      email(path.refereeEmail, 'Enter the referee’s work email address');
      needed(path.setting, 'Enter the contract or setting', 200);
      needed(path.claim, 'Say what you provided', 1000);
    },
    {
      save: async (typed) => {
        const body = Object.fromEntries(
          Object.entries(typed).map(([name, text]) => [name, text.trim()]),
        ) as typeof NOTHING_TYPED;
        this.current.set(await this.applications.askReferee(this.application().id, body));
        this.form.model.set({ ...NOTHING_TYPED });
        this.form.clear();
        this.problem.set(undefined);
        this.message.set(`${body.refereeName} is sent a link by email.`);
      },
      idPrefix: 'referee',
    },
  );

  protected resend(reference: ReferenceDto): void {
    void this.perform(`resend-${reference.id}`, `${reference.refereeName} is sent a new link by email.`, () =>
      this.applications.resendReference(this.application().id, reference.id),
    );
  }

  protected revoke(reference: ReferenceDto): void {
    void this.perform(`revoke-${reference.id}`, `The request to ${reference.authorityName} is withdrawn.`, () =>
      this.applications.revokeReference(this.application().id, reference.id),
    );
  }

  private async perform(name: string, done: string, call: () => Promise<ReferencesDto>): Promise<void> {
    if (this.busy()) return;

    this.busy.set(name);
    this.problem.set(undefined);
    try {
      this.current.set(await call());
      this.message.set(done);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.revoking.set(undefined);
      this.busy.set('');
    }
  }
}
