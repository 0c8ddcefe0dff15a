import { Component, computed, inject, input, output, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { problemOf } from '../../core/problem';
import { CallOffDto, ExtensionReason } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { GovukRadios } from '../../ui/govuk-radios';
import { formatDateTime } from '../../ui/uk-date-time';
import { CallOffs } from '../call-offs';
import { isOvertaken } from '../errors';
import { NewerVersion } from '../parts/newer-version';
import { choicesOf, EXTENSION_REASONS } from '../words';
import { instantTyped } from './call-off-value';
import { errorOf, extensionError, extensionFrom } from './extension-value';

const QUARTER = 15 * 60_000;

/** A later deadline for everybody, with a reason. */
@Component({
  selector: 'dps-extend-deadline',
  imports: [GovukButton, GovukDateInput, GovukErrorSummary, GovukFormDirective, GovukInput, GovukRadios, NewerVersion],
  template: `
    @if (extending()) {
      <form class="dps-card" [govukForm]="form">
        <govuk-error-summary [form]="form" />
        <dps-newer-version
          [problem]="form.problem()"
          text="Somebody changed this call-off meanwhile. Look at its deadline again."
          (loadNewer)="form.clear(); overtaken.emit()"
        />
        <govuk-date-input [field]="form.tree.date" legend="New deadline" />
        <govuk-input [field]="form.tree.time" label="Time" hint="24-hour clock, London" [width]="5" />
        <govuk-radios
          [field]="form.tree.reason"
          legend="Why do bidders get more time?"
          hint="Everybody invited is told at once."
          layout="small"
          [choices]="reasons"
        />
        <div class="dps-stack">
          <button type="submit" govukButton [busy]="form.busy()">Move the deadline</button>
          <button type="button" govukButton="secondary" (click)="extending.set(false)">Not now</button>
        </div>
      </form>
    } @else {
      <button type="button" govukButton="secondary" small (click)="begin()">Move the deadline</button>
      <p class="dps-meta govuk-!-margin-top-1">The same for everybody, with a reason. Never earlier.</p>
    }
  `,
  styles: ':host { display: block; }',
})
export class ExtendDeadline {
  private readonly callOffs = inject(CallOffs);

  readonly callOff = input.required<CallOffDto>();
  readonly changed = output<CallOffDto>();
  /** The page is out of date. */
  readonly overtaken = output<void>();

  protected readonly extending = signal(false);
  protected readonly reasons = choicesOf(EXTENSION_REASONS).filter(({ value }) => value !== 'MaterialAnswer');
  private readonly earliest = computed(() => new Date(Date.parse(this.callOff().deadline) + QUARTER).toISOString());

  protected readonly form = govukForm(
    signal({ reason: '', ...extensionFrom(new Date(0).toISOString()) }),
    (path) => {
      validate(path.date, ({ value, valueOf }) => this.at('date', value(), valueOf(path.time)));
      validate(path.time, ({ value, valueOf }) => this.at('time', valueOf(path.date), value()));
      required(path.reason, { message: 'Choose why the deadline moves' });
    },
    {
      idPrefix: 'extend',
      fieldNames: { deadline: 'date' },
      save: async ({ reason, date, time }) => {
        try {
          this.changed.emit(
            await this.callOffs.extend(this.callOff().id, {
              deadline: instantTyped({ date, time }) ?? '',
              reason: reason as ExtensionReason,
              version: this.callOff().version,
            }),
          );
          this.extending.set(false);
        } catch (error) {
          if (isOvertaken(problemOf(error))) this.overtaken.emit();
          throw error;
        }
      },
    },
  );

  protected begin(): void {
    this.form.model.set({ reason: '', ...extensionFrom(this.earliest()) });
    this.extending.set(true);
  }

  private at(field: 'date' | 'time', date: Parameters<typeof extensionError>[0]['date'], time: string) {
    const words = `Choose ${formatDateTime(this.earliest())} or later: a deadline is never moved forward`;
    return errorOf(extensionError({ date, time }, this.earliest(), words), field);
  }
}
