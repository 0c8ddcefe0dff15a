import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'govuk-back-link',
  imports: [RouterLink],
  template: `<a class="govuk-back-link" [routerLink]="link()">{{ label() }}</a>`,
})
export class GovukBackLink {
  readonly link = input.required<string | readonly unknown[]>();
  readonly label = input('Back');
}
