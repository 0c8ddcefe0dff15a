import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'dps-not-found',
  imports: [RouterLink],
  host: { class: 'dps-page' },
  template: `
    <h1 class="govuk-heading-xl">Page not found</h1>
    <p class="govuk-body">If you typed the address, check that it is correct.</p>
    <p class="govuk-body">If you followed a link, the page may have moved or belong to another organisation.</p>
    <p class="govuk-body"><a class="govuk-link" routerLink="/">Go to your first page</a></p>
  `,
})
export class NotFound {}
