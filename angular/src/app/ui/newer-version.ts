import { Component, input, output } from '@angular/core';
import { Problem } from '../core/problem';
import { isConcurrency } from '../core/refusals';
import { GovukButton } from './govuk-button';

/** After a refusal because somebody else was faster: what was typed stays, and the newer version is one click away. */
@Component({
  selector: 'dps-newer-version',
  imports: [GovukButton],
  template: `
    @if (isNewer()) {
      <div class="dps-banner dps-banner--warn" role="region" aria-label="A newer version">
        <p class="dps-banner__heading">There is a newer version</p>
        <div class="dps-banner__body">
          <p>{{ text() }}</p>
          <button type="button" govukButton="secondary" small (click)="loadNewer.emit()">{{ action() }}</button>
        </div>
      </div>
    }
  `,
})
export class NewerVersion {
  readonly problem = input<Problem>();
  readonly text = input('What you typed is still on this page. Loading the newer version replaces it.');
  readonly action = input('Load the newer version');
  readonly loadNewer = output<void>();

  protected isNewer(): boolean {
    return isConcurrency(this.problem());
  }
}
