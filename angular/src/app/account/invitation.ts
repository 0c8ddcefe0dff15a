import { afterNextRender, Component, computed, inject, Injector, resource, signal } from '@angular/core';
import { minLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { linkToken } from '../core/link-token';
import { NavigationFocus } from '../core/navigation-focus';
import { problemOf } from '../core/problem';
import { ServerSession } from '../core/server-session';
import { Api } from '../proxy/api';
import { accountAcceptInvitation, accountReadInvitation } from '../proxy/functions';
import { GovukButton } from '../ui/govuk-button';
import { GovukErrorSummary } from '../ui/govuk-error-summary';
import { govukForm } from '../ui/govuk-form';
import { GovukFormDirective } from '../ui/govuk-form-directive';
import { GovukInput } from '../ui/govuk-input';
import { Loading } from '../ui/loading';
import { MIN_PASSWORD_LENGTH, PASSWORD_HINT } from './link-token';

@Component({
  selector: 'dps-invitation',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput, Loading, RouterLink],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './invitation.html',
})
export class Invitation {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);
  private readonly focus = inject(NavigationFocus);
  private readonly injector = inject(Injector);
  private readonly token = linkToken() || '-';

  protected readonly hint = PASSWORD_HINT;
  protected readonly isSignedIn = this.session.isSignedIn;
  protected readonly done = signal(false);
  protected readonly offer = resource({
    loader: () => this.api.invoke(accountReadInvitation, { body: { token: this.token } }),
  });
  protected readonly problem = computed(() => (this.offer.error() ? problemOf(this.offer.error()) : undefined));
  private readonly isNew = computed(() => this.offer.hasValue() && !this.offer.value().hasAccount);

  protected readonly form = govukForm(
    signal({ name: '', password: '' }),
    (path) => {
      required(path.name, { message: 'Enter your full name', when: () => this.isNew() });
      required(path.password, { message: 'Enter a password', when: () => this.isNew() });
      minLength(path.password, MIN_PASSWORD_LENGTH, { message: 'Use at least 12 characters' });
    },
    {
      save: async (value) => {
        const body = this.isNew() ? { ...value, token: this.token } : { token: this.token };
        await this.api.invoke(accountAcceptInvitation, { body });
        if (this.isSignedIn()) await this.session.refresh();
        this.done.set(true);
        afterNextRender(() => this.focus.focusHeading(), { injector: this.injector });
      },
    },
  );
}
