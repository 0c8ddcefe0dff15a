import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NewHomeDto } from '../../proxy/models';

/** That the council does not know the home, and where to ask for the references that it then needs. */
@Component({
  selector: 'dps-new-home-warning',
  imports: [RouterLink],
  template: `
    @if (home(); as it) {
      <p>
        {{ it.warning }}
        @if (it.applicationId; as application) {
          <a class="govuk-link" [routerLink]="['/application', application, 'references']">Ask for references</a>
        }
      </p>
    }
  `,
})
export class NewHomeWarning {
  readonly home = input<NewHomeDto | null>();
}
