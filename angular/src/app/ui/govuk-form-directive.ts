import { Directive, input } from '@angular/core';
import { FormContext } from './govuk-form';

/** `<form [govukForm]="form">` hands the form to its controls and submits it; the browser validates nothing. */
@Directive({
  selector: 'form[govukForm]',
  host: { novalidate: '', '(submit)': 'submit($event)', '(input)': 'govukForm().use()' },
})
export class GovukFormDirective {
  readonly govukForm = input.required<FormContext>();

  protected submit(event: Event): void {
    event.preventDefault();
    void this.govukForm().submit();
  }
}
