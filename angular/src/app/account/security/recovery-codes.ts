import { afterNextRender, Component, DOCUMENT, inject, input, output } from '@angular/core';
import { NavigationFocus } from '../../core/navigation-focus';
import { GovukButton } from '../../ui/govuk-button';

/** Shown once: the server keeps only what proves them. */
@Component({
  selector: 'dps-recovery-codes',
  imports: [GovukButton],
  styleUrl: './recovery-codes.scss',
  template: `
    <h1 class="govuk-heading-xl">Keep your recovery codes</h1>
    <p class="govuk-body">
      Each signs you in once if you lose your phone or passkey. They are shown only now: print them or store them where
      you keep passwords.
    </p>
    <ol class="codes" aria-label="Recovery codes">
      @for (code of codes(); track code) {
        <li>{{ code }}</li>
      }
    </ol>
    <div class="dps-toolbar">
      <button type="button" govukButton (click)="done.emit()">I have kept them</button>
      <button type="button" govukButton="secondary" (click)="download()">Download as a text file</button>
    </div>
  `,
})
export class RecoveryCodes {
  private readonly document = inject(DOCUMENT);

  readonly codes = input.required<readonly string[]>();
  readonly done = output<void>();

  constructor() {
    const focus = inject(NavigationFocus);
    afterNextRender(() => focus.focusHeading());
  }

  protected download(): void {
    const heading = 'Recovery codes for the Supported Accommodation Portal. Each works once.';
    const text = [heading, '', ...this.codes(), ''].join('\n');
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = 'recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
