import { Component, input } from '@angular/core';
import { FieldTree } from '@angular/forms/signals';
import { DateParts, noDate } from '../../../ui/dates';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukForm } from '../../../ui/govuk-form';
import { GovukTextarea } from '../../../ui/govuk-textarea';

export interface ActionModel {
  text: string;
  dueOn: DateParts;
}

export interface WithActions {
  actions: ActionModel[];
}

export const noAction = (): ActionModel => ({ text: '', dueOn: noDate() });

/** As many as the server takes. */
const MOST = 20;

/** What the provider does after a pass with actions, each by its day. */
@Component({
  selector: 'dps-action-fields',
  imports: [GovukButton, GovukDateInput, GovukTextarea],
  template: `
    <section class="dps-question-group" id="close-actions" tabindex="-1" aria-labelledby="close-actions-heading">
      <h3 class="govuk-heading-s" id="close-actions-heading">Actions</h3>
      @if (form().errorAt('actions'); as error) {
        <p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {{ error }}</p>
      }
      @for (action of actions(); track action; let index = $index; let count = $count) {
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Action {{ index + 1 }}</legend>
          <govuk-textarea [field]="action.text" label="What the provider must do" [rows]="2" />
          <govuk-date-input [field]="action.dueOn" legend="Due by" hint="This day is included" />
          @if (count > 1) {
            <button type="button" class="dps-link-button" (click)="remove(index)">Remove action {{ index + 1 }}</button>
          }
        </fieldset>
      }
      @if (actions().length < most) {
        <button type="button" govukButton="secondary" small (click)="add()">Add another action</button>
      }
    </section>
  `,
})
export class ActionFields<T extends WithActions> {
  readonly form = input.required<GovukForm<T>>();
  readonly actions = input.required<FieldTree<ActionModel[]>>();

  protected readonly most = MOST;

  protected add(): void {
    const form = this.form();
    form.model.update((model) => ({ ...model, actions: [...model.actions, noAction()] }));
    form.added('actions', form.model().actions.length - 1, 'text');
  }

  protected remove(index: number): void {
    const form = this.form();
    form.model.update((model) => ({ ...model, actions: model.actions.filter((_, each) => each !== index) }));
    form.removed('actions', index);
  }
}
