import { Component, computed, inject, resource, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { authenticatorConfirm, authenticatorStart } from '../../proxy/functions';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { Loading } from '../../ui/loading';
import { AfterAdding } from './after-adding';
import { QrCode } from './qr-code';
import { RecoveryCodes } from './recovery-codes';

/** A new key, which counts once the app has shown that it has it. */
@Component({
  selector: 'dps-authenticator-page',
  imports: [
    GovukBackLink,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    Loading,
    QrCode,
    RecoveryCodes,
  ],
  host: { class: 'dps-page dps-page--form' },
  template: `
    @if (codes().length > 0) {
      <dps-recovery-codes [codes]="codes()" (done)="after.goOn(hadTo())" />
    } @else {
      <govuk-back-link link="/account" />
      <govuk-error-summary [form]="form" [problem]="failed()" />
      <h1 class="govuk-heading-xl">Set up an authenticator app</h1>
      @if (key.hasValue()) {
        <p class="govuk-body">
          Open the app on your phone, such as Google Authenticator, Microsoft Authenticator or your password manager,
          and scan this.
        </p>
        <dps-qr-code class="govuk-!-margin-bottom-4" [text]="key.value().uri" label="QR code of your key" />
        <p class="govuk-body govuk-!-margin-bottom-1">No camera? Enter this key in the app:</p>
        <p class="govuk-body">
          <strong class="dps-typed">{{ key.value().key }}</strong>
        </p>
        <form [govukForm]="form">
          <govuk-input
            [field]="form.tree.code"
            label="6-digit code"
            hint="The one that the app shows now"
            inputMode="numeric"
            autocomplete="one-time-code"
            [width]="10"
            [spellcheck]="false"
          />
          <button type="submit" govukButton [busy]="form.busy()">Confirm</button>
        </form>
      } @else if (!failed()) {
        <dps-loading />
      }
    }
  `,
})
export class AuthenticatorPage {
  private readonly api = inject(Api);

  protected readonly after = inject(AfterAdding);
  protected readonly hadTo = signal(false);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly key = resource({ loader: () => this.api.invoke(authenticatorStart, undefined) });
  protected readonly failed = computed(() => (this.key.error() ? problemOf(this.key.error()) : undefined));
  protected readonly form = govukForm(
    signal({ code: '' }),
    (path) => required(path.code, { message: 'Enter the code that the app shows' }),
    {
      save: async ({ code }) => {
        const { recoveryCodes } = await this.api.invoke(authenticatorConfirm, { body: { code } });
        this.hadTo.set(await this.after.note());
        if (recoveryCodes.length === 0) await this.after.goOn(this.hadTo());
        else this.codes.set(recoveryCodes);
      },
    },
  );
}
