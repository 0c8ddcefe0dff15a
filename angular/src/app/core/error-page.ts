import { Component } from '@angular/core';

/** Shown when a page could not be fetched or failed while opening. The address stays, so loading again retries it. */
@Component({
  selector: 'dps-error-page',
  host: { class: 'dps-page' },
  template: `
    <h1 class="govuk-heading-xl">Sorry, this page could not be opened</h1>
    <p class="govuk-body">The portal may have been updated or may not answer. Nothing you saved is lost.</p>
    <p class="govuk-body">Load the page again in a moment.</p>
  `,
})
export class ErrorPage {}
