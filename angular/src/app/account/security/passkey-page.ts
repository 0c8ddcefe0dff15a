import { Component, inject, signal } from '@angular/core';
import { maxLength, required } from '@angular/forms/signals';
import { createPasskey, passkeysWork } from '../../core/passkeys';
import { Api } from '../../proxy/api';
import { passkeyAdd, passkeyAskNew } from '../../proxy/functions';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { AfterAdding } from './after-adding';
import { RecoveryCodes } from './recovery-codes';

@Component({
  selector: 'dps-passkey-page',
  imports: [GovukBackLink, GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput, RecoveryCodes],
  host: { class: 'dps-page dps-page--form' },
  template: `
    @if (codes().length > 0) {
      <dps-recovery-codes [codes]="codes()" (done)="after.goOn(hadTo())" />
    } @else {
      <govuk-back-link link="/account" />
      <govuk-error-summary [form]="form" />
      <h1 class="govuk-heading-xl">Add a passkey</h1>
      @if (hasPasskeys) {
        <p class="govuk-body">
          Your device asks for your fingerprint, face or PIN, now and whenever you sign in with it.
        </p>
        <form [govukForm]="form">
          <govuk-input
            [field]="form.tree.name"
            label="Name of the passkey"
            hint="To tell it from others, like “Work laptop”"
            autocomplete="off"
          />
          <button type="submit" govukButton [busy]="form.busy()">Continue</button>
        </form>
      } @else {
        <p class="govuk-body">This browser does not know passkeys. Update it, or use another one.</p>
      }
    }
  `,
})
export class PasskeyPage {
  private readonly api = inject(Api);

  protected readonly after = inject(AfterAdding);
  protected readonly hasPasskeys = passkeysWork();
  protected readonly hadTo = signal(false);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly form = govukForm(
    signal({ name: '' }),
    (path) => {
      required(path.name, { message: 'Enter a name for the passkey' });
      maxLength(path.name, 60, { message: 'The name must be 60 characters or fewer' });
    },
    {
      save: async ({ name }) => {
        const { options } = await this.api.invoke(passkeyAskNew, undefined);
        const body = { name: name.trim(), credential: await createPasskey(options) };
        const { recoveryCodes } = await this.api.invoke(passkeyAdd, { body });
        this.hadTo.set(await this.after.note());
        if (recoveryCodes.length === 0) await this.after.goOn(this.hadTo());
        else this.codes.set(recoveryCodes);
      },
    },
  );
}
