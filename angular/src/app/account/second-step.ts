import {
  afterNextRender,
  Component,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { required } from '@angular/forms/signals';
import { NavigationFocus } from '../core/navigation-focus';
import { passkeysWork, usePasskey } from '../core/passkeys';
import { problemOf } from '../core/problem';
import { ServerSession } from '../core/server-session';
import { Api } from '../proxy/api';
import { secondStepAskPasskey, secondStepCode, secondStepPasskey, secondStepRecoveryCode } from '../proxy/functions';
import { SecondStepMethod } from '../proxy/models';
import { GovukButton } from '../ui/govuk-button';
import { GovukErrorSummary } from '../ui/govuk-error-summary';
import { govukForm } from '../ui/govuk-form';
import { GovukFormDirective } from '../ui/govuk-form-directive';
import { GovukInput } from '../ui/govuk-input';

const WAYS: Readonly<Record<SecondStepMethod, string>> = {
  Passkey: 'Use a passkey',
  Authenticator: 'Use a code from your authenticator app',
  RecoveryCode: 'Use a recovery code',
};

/** After the password: a passkey, a code of the app or a recovery code, whatever of these the account has. */
@Component({
  selector: 'dps-second-step',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput],
  templateUrl: './second-step.html',
})
export class SecondStep {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);
  private readonly focus = inject(NavigationFocus);
  private readonly injector = inject(Injector);

  readonly methods = input.required<readonly SecondStepMethod[]>();
  readonly done = output<void>();
  readonly again = output<void>();

  protected readonly ways = WAYS;
  private readonly usable = computed(() => this.methods().filter((method) => method !== 'Passkey' || passkeysWork()));
  protected readonly method = linkedSignal<SecondStepMethod>(() => this.usable()[0] ?? 'RecoveryCode');
  protected readonly others = computed(() => this.usable().filter((method) => method !== this.method()));
  protected readonly asking = signal(false);
  protected readonly form = govukForm(
    signal({ code: '' }),
    (path) => required(path.code, { message: 'Enter the code' }),
    {
      save: async ({ code }) => {
        const call = this.method() === 'RecoveryCode' ? secondStepRecoveryCode : secondStepCode;
        await this.api.invoke(call, { body: { code } });
        await this.finish();
      },
    },
  );

  constructor() {
    afterNextRender(() => this.focus.focusHeading());
  }

  protected choose(method: SecondStepMethod): void {
    this.form.model.set({ code: '' });
    this.form.quiet();
    this.method.set(method);
    afterNextRender(() => this.focus.focusHeading(), { injector: this.injector });
  }

  protected async askPasskey(): Promise<void> {
    if (this.asking()) return;

    this.form.quiet();
    this.asking.set(true);
    try {
      const { options } = await this.api.invoke(secondStepAskPasskey, undefined);
      await this.api.invoke(secondStepPasskey, { body: { credential: await usePasskey(options) } });
      await this.finish();
    } catch (error) {
      this.form.show(problemOf(error));
    } finally {
      this.asking.set(false);
    }
  }

  private async finish(): Promise<void> {
    await this.session.refresh();
    this.done.emit();
  }
}
