import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Crumb } from './parts';

/** The pages above this one, and after them plain facts such as a reference. */
@Component({
  selector: 'dps-breadcrumbs',
  imports: [RouterLink],
  template: `
    <nav aria-label="Breadcrumb">
      <ol class="dps-crumbs">
        @for (crumb of crumbs(); track crumb.label) {
          <li>
            <a class="govuk-link" [routerLink]="crumb.link">{{ crumb.label }}</a>
          </li>
        }
        @for (fact of facts(); track fact) {
          <li>{{ fact }}</li>
        }
      </ol>
    </nav>
  `,
})
export class Breadcrumbs {
  readonly crumbs = input.required<readonly Crumb[]>();
  readonly facts = input<readonly string[]>([]);
}
