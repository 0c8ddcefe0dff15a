import { HttpClient } from '@angular/common/http';
import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import { required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import { passkeysWork, usePasskey } from '../core/passkeys';
import { problemOf } from '../core/problem';
import { StepUp } from '../core/step-up';
import { GovukButton } from './govuk-button';
import { GovukErrorSummary } from './govuk-error-summary';
import { govukForm } from './govuk-form';
import { GovukFormDirective } from './govuk-form-directive';
import { GovukInput } from './govuk-input';

interface Methods {
  readonly authenticator: boolean;
  readonly passkey: boolean;
}

/** Asks once more who it is, over the page as it stands, so that nothing typed below is lost. */
@Component({
  selector: 'dps-step-up-dialog',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput],
  template: `
    <dialog #dialog class="dps-dialog" aria-labelledby="step-up-heading" (cancel)="stepUp.answer(false)">
      @if (methods(); as methods) {
        <govuk-error-summary [form]="form" />
        <h2 class="govuk-heading-m" id="step-up-heading">Is it still you?</h2>
        <p class="govuk-body">Changes to people, roles and sign-in ask for this again after 10 minutes.</p>
        @if (methods.passkey && hasPasskeys) {
          <button type="button" govukButton [busy]="asking()" (click)="askPasskey()">Use your passkey</button>
        }
        <form [govukForm]="form">
          @if (methods.authenticator) {
            <govuk-input
              [field]="form.tree.proof"
              label="6-digit code from your authenticator app"
              inputMode="numeric"
              autocomplete="one-time-code"
              [width]="10"
              [spellcheck]="false"
            />
          } @else if (!methods.passkey) {
            <govuk-input
              [field]="form.tree.proof"
              label="Your password"
              type="password"
              autocomplete="current-password"
            />
          }
          <div class="dps-toolbar">
            @if (methods.authenticator || !methods.passkey) {
              <button type="submit" [govukButton]="methods.passkey ? 'secondary' : ''" [busy]="form.busy()">
                Continue
              </button>
            }
            <button type="button" govukButton="secondary" (click)="stepUp.answer(false)">Cancel</button>
          </div>
        </form>
      }
    </dialog>
  `,
})
export class StepUpDialog {
  private readonly http = inject(HttpClient);
  private readonly injector = inject(Injector);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly stepUp = inject(StepUp);
  protected readonly hasPasskeys = passkeysWork();
  protected readonly methods = signal<Methods | undefined>(undefined);
  protected readonly asking = signal(false);
  private readonly byCode = computed(() => this.methods()?.authenticator === true);
  protected readonly form = govukForm(
    signal({ proof: '' }),
    (path) => required(path.proof, { message: () => (this.byCode() ? 'Enter the code' : 'Enter your password') }),
    {
      save: async ({ proof }) => {
        await this.prove(this.byCode() ? { code: proof } : { password: proof });
        this.stepUp.answer(true);
      },
      fieldNames: { password: 'proof', code: 'proof', credential: 'proof' },
      idPrefix: 'step-up',
    },
  );

  constructor() {
    void this.open();
    // Closing gives the focus back to the button that asked; being removed alone does not.
    inject(DestroyRef).onDestroy(() => this.dialog().nativeElement.close());
  }

  /** The password where the server does not say what the account has: it says so when it is asked. */
  private async open(): Promise<void> {
    const methods = await firstValueFrom(this.http.get<Methods>('/api/account/step-up')).catch(() => undefined);
    this.methods.set(methods ?? { authenticator: false, passkey: false });
    afterNextRender(() => this.dialog().nativeElement.showModal(), { injector: this.injector });
  }

  protected async askPasskey(): Promise<void> {
    if (this.asking()) return;

    this.form.quiet();
    this.asking.set(true);
    try {
      const { options } = await firstValueFrom(
        this.http.post<{ options: string }>('/api/account/step-up/passkey-options', {}),
      );
      await this.prove({ credential: await usePasskey(options) });
      this.stepUp.answer(true);
    } catch (error) {
      this.form.show(problemOf(error));
    } finally {
      this.asking.set(false);
    }
  }

  private prove(proof: Record<string, string>): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/account/step-up', proof));
  }
}
