import { Component, inject, input, output, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { Api } from '../../../proxy/api';
import { savedViewCreate } from '../../../proxy/functions';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { filterOf, Filters } from '../queue';

/** Keeps what is filtered now under a name. Fetched when it is asked for: the queue itself needs no forms. */
@Component({
  selector: 'dps-view-name',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukInput],
  styles: `
    form {
      max-width: 30rem;
    }
  `,
  template: `
    <govuk-error-summary [form]="form" />
    <form [govukForm]="form">
      <govuk-input
        [field]="form.tree.name"
        label="Name of the view"
        hint="It keeps who, search, stage, date and order. Only you see it."
        autocomplete="off"
      />
      <div class="govuk-button-group">
        <button type="submit" govukButton small [busy]="form.busy()">Save</button>
        <button type="button" govukButton="secondary" small (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
})
export class ViewName {
  private readonly api = inject(Api);

  readonly filters = input.required<Filters>();
  readonly saved = output();
  readonly cancelled = output();

  protected readonly form = govukForm(
    signal({ name: '' }),
    (path) => {
      required(path.name, { message: 'Give the view a name' });
    },
    {
      save: async ({ name }) => {
        const filter = { ...filterOf(this.filters()), sort: this.filters().sort };
        await this.api.invoke(savedViewCreate, { body: { name, filter } });
        this.saved.emit();
      },
      idPrefix: 'view',
    },
  );
}
