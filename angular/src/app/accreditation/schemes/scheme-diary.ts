import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { schemeAddKeyDate, schemeGetDiary, schemeRemoveKeyDate } from '../../proxy/functions';
import { KeyDateKind, SchemeDto } from '../../proxy/models';
import { isoDateOf, noDate } from '../../ui/dates';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { GovukRadios } from '../../ui/govuk-radios';
import { UkDate } from '../../ui/uk-date';

/** What the host has to mind, soonest first. Its officers are reminded by e-mail. */
@Component({
  selector: 'dps-scheme-diary',
  imports: [GovukButton, GovukDateInput, GovukErrorSummary, GovukFormDirective, GovukInput, GovukRadios, UkDate],
  template: `
    <section class="dps-card">
      <h2 class="dps-card__heading">Diary</h2>
      <p class="dps-meta">Officers are reminded 60, 30, 14, 7 and 1 days before.</p>
      <govuk-error-summary [problem]="problem()" />
      @if (diary.hasValue()) {
        <ul class="govuk-list">
          @for (date of diary.value(); track $index) {
            <li>
              <strong>{{ date.on | ukDate }}</strong> {{ date.note }}
              @if (date.id; as id) {
                <button type="button" class="dps-button-link" (click)="remove(id)">
                  Remove<span class="govuk-visually-hidden"> {{ date.note }}</span>
                </button>
              }
            </li>
          }
        </ul>
      }
      <govuk-error-summary [form]="form" />
      <form [govukForm]="form">
        <govuk-radios [field]="form.tree.kind" legend="Add a date" layout="small" [choices]="kinds" />
        <govuk-date-input [field]="form.tree.on" legend="Day" />
        <govuk-input [field]="form.tree.note" label="What it is" />
        <button type="submit" govukButton="secondary" small [busy]="form.busy()">Add to the diary</button>
      </form>
    </section>
  `,
})
export class SchemeDiary {
  private readonly api = inject(Api);

  readonly scheme = input.required<SchemeDto>();
  readonly changed = output<SchemeDto>();

  protected readonly kinds = [
    { value: 'BreakClause', label: 'Break clause' },
    { value: 'NoticeDue', label: 'Notice due' },
  ];
  protected readonly diary = resource({
    params: () => ({ id: this.scheme().id, version: this.scheme().version }),
    loader: ({ params }) => this.api.invoke(schemeGetDiary, { id: params.id }),
  });
  protected readonly problem = computed(() => (this.diary.error() ? problemOf(this.diary.error()) : undefined));

  protected readonly form = govukForm(
    signal({ kind: 'BreakClause', on: noDate(), note: '' }),
    (path) => {
      validate(path.on, ({ value }) => (isoDateOf(value()) ? undefined : { kind: 'date', message: 'Enter the day' }));
      required(path.note, { message: 'Say what the day is' });
    },
    {
      save: async ({ kind, on, note }) => {
        const { id, version } = this.scheme();
        const body = { kind: kind as KeyDateKind, on: isoDateOf(on) ?? '', note, version };
        this.changed.emit(await this.api.invoke(schemeAddKeyDate, { id, body }));
        this.form.model.set({ kind: 'BreakClause', on: noDate(), note: '' });
      },
      idPrefix: 'diary',
    },
  );

  protected async remove(keyDateId: string): Promise<void> {
    const { id, version } = this.scheme();
    try {
      this.changed.emit(await this.api.invoke(schemeRemoveKeyDate, { id, keyDateId, body: { version } }));
    } catch (error) {
      this.form.show(problemOf(error));
    }
  }
}
