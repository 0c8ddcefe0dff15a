import { Component, computed, inject, input, output, signal } from '@angular/core';
import { applyEach, validate } from '@angular/forms/signals';
import { ServerClock } from '../../core/server-clock';
import { Api } from '../../proxy/api';
import { schemeSetWindows } from '../../proxy/functions';
import { AdmissionWindowDto, SchemeDto } from '../../proxy/models';
import { datePartsOf, isoDateOf, londonDate, noDate } from '../../ui/dates';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { UkDate } from '../../ui/uk-date';

const newWindow = () => ({ from: noDate(), until: noDate() });

/** When providers can join a scheme that opens in windows. One that has opened stays as it was announced. */
@Component({
  selector: 'dps-scheme-windows',
  imports: [GovukButton, GovukDateInput, GovukErrorSummary, GovukFormDirective, UkDate],
  template: `
    <section class="dps-card">
      <h2 class="dps-card__heading">When providers can join</h2>
      <ul class="dps-list-plain">
        @for (window of editing() ? opened() : scheme().windows; track window.from) {
          <li>{{ window.from | ukDate }} to {{ window.until | ukDate }}</li>
        } @empty {
          @if (!editing()) {
            <li class="dps-meta">No window is announced</li>
          }
        }
      </ul>
      @if (editing()) {
        <govuk-error-summary [form]="form" />
        <form [govukForm]="form">
          @for (window of form.tree.windows; track $index) {
            <h3 class="govuk-heading-s">Window {{ opened().length + $index + 1 }}</h3>
            <govuk-date-input [field]="window.from" legend="Opens on" />
            <govuk-date-input [field]="window.until" legend="Closes on" />
            <p>
              <button type="button" class="dps-button-link" (click)="remove($index)">
                Remove<span class="govuk-visually-hidden"> window {{ opened().length + $index + 1 }}</span>
              </button>
            </p>
          }
          <p><button type="button" govukButton="secondary" small (click)="add()">Add a window</button></p>
          <div class="govuk-button-group">
            <button type="submit" govukButton small [busy]="form.busy()">Save the windows</button>
            <button type="button" class="dps-button-link" (click)="editing.set(false)">Cancel</button>
          </div>
        </form>
      } @else if (mayChange()) {
        <button type="button" govukButton="secondary" small (click)="edit()">Plan a window</button>
      }
    </section>
  `,
})
export class SchemeWindows {
  private readonly api = inject(Api);
  private readonly clock = inject(ServerClock);

  readonly scheme = input.required<SchemeDto>();
  readonly mayChange = input(false);
  readonly changed = output<SchemeDto>();

  protected readonly editing = signal(false);
  /** Those that stand as announced. */
  protected readonly opened = computed<readonly AdmissionWindowDto[]>(() =>
    this.scheme().windows.filter(({ from }) => from <= this.today()),
  );
  private readonly today = computed(() => londonDate(this.clock.now()));

  protected readonly form = govukForm(
    signal({ windows: [newWindow()] }),
    (path) => {
      applyEach(path.windows, (window) => {
        validate(window.from, ({ value }) =>
          isoDateOf(value()) ? undefined : { kind: 'date', message: 'Enter the day it opens' },
        );
        validate(window.until, ({ value }) =>
          isoDateOf(value()) ? undefined : { kind: 'date', message: 'Enter the day it closes' },
        );
      });
    },
    {
      save: async ({ windows }) => {
        const { id, version } = this.scheme();
        const planned = windows.map(({ from, until }) => ({
          from: isoDateOf(from) ?? '',
          until: isoDateOf(until) ?? '',
        }));
        const body = { windows: [...this.opened(), ...planned], version };
        this.changed.emit(await this.api.invoke(schemeSetWindows, { id, body }));
        this.editing.set(false);
      },
      fieldNames: (name) =>
        name.replace(/^windows\.(\d+)/, (_, at: string) => `windows.${Number(at) - this.opened().length}`),
      idPrefix: 'windows',
    },
  );

  protected edit(): void {
    const planned = this.scheme()
      .windows.slice(this.opened().length)
      .map(({ from, until }) => ({ from: datePartsOf(from), until: datePartsOf(until) }));
    this.form.model.set({ windows: planned.length > 0 ? planned : [newWindow()] });
    this.editing.set(true);
  }

  protected add(): void {
    this.form.model.update(({ windows }) => ({ windows: [...windows, newWindow()] }));
  }

  protected remove(index: number): void {
    this.form.model.update(({ windows }) => ({ windows: windows.filter((_, at) => at !== index) }));
  }
}
