import { Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Problem, problemOf } from '../core/problem';
import { ServerSession } from '../core/server-session';
import { Api } from '../proxy/api';
import { sessionEnd, sessionEndOthers, sessionGetList } from '../proxy/functions';
import { GovukButton } from '../ui/govuk-button';
import { GovukErrorSummary } from '../ui/govuk-error-summary';
import { Loading } from '../ui/loading';
import { PageHeader } from '../ui/page-header';
import { ScrollX } from '../ui/scroll-x';
import { Status } from '../ui/status';
import { GovukSummaryList } from '../ui/summary-list';
import { UkDateTime } from '../ui/uk-date-time';
import { SignInAndSecurity } from './security/sign-in-and-security';

/** The signed-in person's own account: who they are, what it is secured with and where they are signed in. */
@Component({
  selector: 'dps-account-page',
  imports: [
    GovukButton,
    GovukErrorSummary,
    GovukSummaryList,
    Loading,
    PageHeader,
    RouterLink,
    ScrollX,
    SignInAndSecurity,
    Status,
    UkDateTime,
  ],
  host: { class: 'dps-page' },
  templateUrl: './account-page.html',
})
export class AccountPage {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);

  protected readonly sessions = resource({ loader: () => this.api.invoke(sessionGetList, undefined) });
  protected readonly busy = signal<string | undefined>(undefined);
  private readonly refusal = signal<Problem | undefined>(undefined);
  protected readonly problem = computed(
    () => this.refusal() ?? (this.sessions.error() ? problemOf(this.sessions.error()) : undefined),
  );
  protected readonly hasSeveral = computed(() => this.session.organisations().length > 1);
  protected readonly facts = computed(() => [
    { key: 'Name', value: this.session.user()?.name ?? '' },
    {
      key: 'Email address',
      value: this.session.user()?.email ?? '',
      change: '/account/email',
      changeHint: 'the email address',
    },
    { key: 'Organisation', value: this.session.organisation()?.name ?? '' },
  ]);

  protected readonly end = (id: string) => this.perform(id, () => this.api.invoke(sessionEnd, { id }));
  protected readonly endOthers = () => this.perform('others', () => this.api.invoke(sessionEndOthers, undefined));

  private async perform(which: string, call: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;

    this.refusal.set(undefined);
    this.busy.set(which);
    try {
      await call();
      this.sessions.reload();
    } catch (error) {
      this.refusal.set(problemOf(error));
    } finally {
      this.busy.set(undefined);
    }
  }
}
