import { Component, computed, inject, input, OnInit, output, signal } from '@angular/core';
import { validate } from '@angular/forms/signals';
import { Api } from '../../proxy/api';
import { personChangeRoles } from '../../proxy/functions';
import { ColleagueDto, PeopleDto, Role } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukCheckboxes } from '../../ui/govuk-checkboxes';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { roleChoices } from './words';

@Component({
  selector: 'dps-roles-form',
  imports: [GovukButton, GovukCheckboxes, GovukErrorSummary, GovukFormDirective],
  template: `
    <govuk-error-summary [form]="form" />
    <form [govukForm]="form">
      <govuk-checkboxes [field]="form.tree.roles" [legend]="'Roles of ' + person().name" [choices]="choices()" small />
      <div class="dps-toolbar">
        <button type="submit" govukButton small [busy]="form.busy()">Save</button>
        <button type="button" govukButton="secondary" small (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
})
export class RolesForm implements OnInit {
  private readonly api = inject(Api);

  readonly person = input.required<ColleagueDto>();
  readonly roles = input.required<readonly Role[]>();
  /** Those that another administrator confirms. */
  readonly confirmed = input.required<readonly Role[]>();
  readonly saved = output<PeopleDto>();
  readonly cancelled = output<void>();

  protected readonly choices = computed(() => roleChoices(this.roles(), this.confirmed()));
  protected readonly form = govukForm(
    signal({ roles: [] as string[] }),
    (path) =>
      validate(path.roles, ({ value }) =>
        value().length === 0 ? { kind: 'roles', message: 'Choose at least one role' } : undefined,
      ),
    {
      save: async ({ roles }) => {
        const body = { roles: roles as Role[] };
        this.saved.emit(await this.api.invoke(personChangeRoles, { id: this.person().id, body }));
      },
      idPrefix: 'roles-form',
    },
  );

  ngOnInit(): void {
    this.form.model.set({ roles: [...this.person().roles] });
  }
}
