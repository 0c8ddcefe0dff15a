import { HttpClient } from '@angular/common/http';
import { afterNextRender, Component, DestroyRef, ElementRef, inject, signal, viewChild } from '@angular/core';
import { required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import { StepUp } from '../core/step-up';
import { GovukButton } from './govuk-button';
import { GovukErrorSummary } from './govuk-error-summary';
import { govukForm } from './govuk-form';
import { GovukFormDirective } from './govuk-form-directive';
import { GovukInput } from './govuk-input';

/** Asks for the password once more over the page as it stands, so that nothing typed below is lost. */
@Component({
  selector: 'dps-step-up-dialog',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput],
  template: `
    <dialog #dialog class="dps-dialog" aria-labelledby="step-up-heading" (cancel)="stepUp.answer(false)">
      <govuk-error-summary [form]="form" />
      <h2 class="govuk-heading-m" id="step-up-heading">Is it still you?</h2>
      <p class="govuk-body">Changes to people and roles ask for your password again after 10 minutes.</p>
      <form [govukForm]="form">
        <govuk-input
          [field]="form.tree.password"
          label="Your password"
          type="password"
          autocomplete="current-password"
        />
        <div class="dps-toolbar">
          <button type="submit" govukButton [busy]="form.busy()">Continue</button>
          <button type="button" govukButton="secondary" (click)="stepUp.answer(false)">Cancel</button>
        </div>
      </form>
    </dialog>
  `,
})
export class StepUpDialog {
  private readonly http = inject(HttpClient);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly stepUp = inject(StepUp);
  protected readonly form = govukForm(
    signal({ password: '' }),
    (path) => required(path.password, { message: 'Enter your password' }),
    {
      save: async (value) => {
        await firstValueFrom(this.http.post('/api/account/step-up', value));
        this.stepUp.answer(true);
      },
      idPrefix: 'step-up',
    },
  );

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
    // Closing gives the focus back to the button that asked; being removed alone does not.
    inject(DestroyRef).onDestroy(() => this.dialog().nativeElement.close());
  }
}
