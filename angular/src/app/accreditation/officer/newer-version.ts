import { Component, computed, inject, input } from '@angular/core';
import { Problem } from '../../core/problem';
import { GovukButton } from '../../ui/govuk-button';
import { OpenApplication } from './open-application';

/** After "somebody else changed it": the newer version on request, with what is typed still in the form. */
@Component({
  selector: 'dps-newer-version',
  imports: [GovukButton],
  template: `
    @if (isStale()) {
      <p>
        <button type="button" govukButton="secondary" small (click)="open.reload()">Load the newer version</button>
        <span class="dps-meta">What you typed stays in the form.</span>
      </p>
    }
  `,
})
export class NewerVersion {
  protected readonly open = inject(OpenApplication);

  readonly problem = input<Problem>();

  protected readonly isStale = computed(() => this.problem()?.code === 'DpsPortal:Concurrency');
}
