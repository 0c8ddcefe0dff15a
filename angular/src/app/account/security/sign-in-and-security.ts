import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { authenticatorRemove, passkeyRemove, secondFactorGet } from '../../proxy/functions';
import { PasskeyDto, SecurityDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { GovukNotificationBanner } from '../../ui/notification-banner';
import { UkDateTime } from '../../ui/uk-date-time';
import { RenamePasskey } from './rename-passkey';

/** What the account is secured with. */
@Component({
  selector: 'dps-sign-in-and-security',
  imports: [GovukButton, GovukErrorSummary, GovukNotificationBanner, Loading, RenamePasskey, RouterLink, UkDateTime],
  templateUrl: './sign-in-and-security.html',
})
export class SignInAndSecurity {
  private readonly api = inject(Api);

  private readonly loaded = resource({ loader: () => this.api.invoke(secondFactorGet, undefined) });
  protected readonly security = linkedSignal(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  private readonly refusal = signal<Problem | undefined>(undefined);
  protected readonly problem = computed(
    () => this.refusal() ?? (this.loaded.error() ? problemOf(this.loaded.error()) : undefined),
  );
  protected readonly hasFactor = computed(() => {
    const security = this.security();
    return !!security && (security.authenticatorSince !== null || security.passkeys.length > 0);
  });
  protected readonly busy = signal(false);
  protected readonly news = signal<string | undefined>(undefined);
  /** Whose removal waits for a second press: `app` or the id of a passkey. */
  protected readonly removing = signal<string | undefined>(undefined);
  protected readonly renaming = signal<string | undefined>(undefined);

  protected choose(remove: string | undefined, rename: string | undefined): void {
    this.removing.set(remove);
    this.renaming.set(rename);
    this.news.set(undefined);
  }

  protected show(security: SecurityDto, news: string): void {
    this.choose(undefined, undefined);
    this.security.set(security);
    this.news.set(news);
  }

  protected readonly removeApp = () =>
    this.perform('The authenticator app is removed', () => this.api.invoke(authenticatorRemove, undefined));

  protected readonly removePasskey = ({ id, name }: PasskeyDto) =>
    this.perform(`The passkey ${name} is removed`, () => this.api.invoke(passkeyRemove, { id }));

  private async perform(news: string, call: () => Promise<SecurityDto>): Promise<void> {
    if (this.busy()) return;

    this.refusal.set(undefined);
    this.busy.set(true);
    try {
      this.show(await call(), news);
    } catch (error) {
      this.refusal.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
