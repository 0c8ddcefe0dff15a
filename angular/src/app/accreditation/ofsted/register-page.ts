import { Component, computed, inject, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { ofstedCompare, ofstedReadColumns } from '../../proxy/functions';
import { RegisterColumnsDto, RegisterComparisonDto } from '../../proxy/models';
import { GovukBackLink } from '../../ui/back-link';
import { isoDateOf, noDate } from '../../ui/dates';
import { FactStrip } from '../../ui/fact-strip';
import { realDate } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { GovukFileUpload } from '../../ui/govuk-file-upload';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukSelect } from '../../ui/govuk-select';
import { PageHeader } from '../../ui/page-header';
import { ScrollX } from '../../ui/scroll-x';
import { DIFFERENCES } from './words';

/** In bytes; the server says the same and alone decides. */
const LARGEST_FILE = 10 * 1024 * 1024;

/** Headings that registers use, so that most mappings are right before the officer looks. */
const GUESSES: Readonly<Record<'urn' | 'name' | 'registration' | 'outcome' | 'outcomeOn', RegExp>> = {
  urn: /urn/i,
  name: /provider|name/i,
  registration: /status|registration/i,
  outcome: /outcome|effectiveness/i,
  outcomeOn: /inspect|date/i,
};

const unmapped = () => ({ urn: '', name: '', registration: '', outcome: '', outcomeOn: '', asOf: noDate() });

/** A register as a file: the officer says which column is what, looks, and then keeps the differences as tasks. */
@Component({
  selector: 'dps-register-page',
  imports: [
    FactStrip,
    GovukBackLink,
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFileUpload,
    GovukFormDirective,
    GovukSelect,
    PageHeader,
    RouterLink,
    ScrollX,
  ],
  host: { class: 'dps-page' },
  templateUrl: './register-page.html',
})
export class RegisterPage {
  private readonly api = inject(Api);
  private readonly refusal = signal<Problem | undefined>(undefined);

  protected readonly kinds = DIFFERENCES;
  protected readonly file = signal<File | undefined>(undefined);
  protected readonly columns = signal<RegisterColumnsDto | undefined>(undefined);
  protected readonly report = signal<RegisterComparisonDto | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = this.refusal.asReadonly();
  protected readonly choices = computed(() =>
    (this.columns()?.columns ?? []).map((column) => ({ value: column, label: column })),
  );
  protected readonly facts = computed(() => {
    const { rowCount = 0, providerCount = 0, matched = 0, differences = [], newCount = 0 } = this.report() ?? {};
    return [
      { label: 'Rows read', value: String(rowCount), note: `${this.report()?.faultyCount ?? 0} need you`, large: true },
      { label: 'Our providers', value: String(providerCount), note: `${matched} in the register`, large: true },
      { label: 'Differences', value: String(differences.length), note: `${newCount} not open yet`, large: true },
    ];
  });

  protected readonly form = govukForm(
    signal(unmapped()),
    (path) => {
      required(path.urn, { message: 'Say which column holds the URN' });
      realDate(path.asOf, 'The day of the register', 'Enter the day of the register');
    },
    { save: () => this.compare(false), idPrefix: 'register' },
  );

  protected async choose(files: readonly File[]): Promise<void> {
    const file = files[0];
    if (!file || this.busy()) return;

    this.file.set(file);
    this.columns.set(undefined);
    this.report.set(undefined);
    if (file.size > LARGEST_FILE) {
      this.refusal.set({
        status: 413,
        detail: `${file.name} is larger than 10 MB. Choose a smaller file.`,
        errors: {},
      });
      return;
    }

    await this.run(async () => {
      const columns = await this.api.invoke(ofstedReadColumns, { body: { file } });
      this.columns.set(columns);
      const guess = (pattern: RegExp) => columns.columns.find((column) => pattern.test(column)) ?? '';
      this.form.model.update(({ asOf }) => ({
        urn: guess(GUESSES.urn),
        name: guess(GUESSES.name),
        registration: guess(GUESSES.registration),
        outcome: guess(GUESSES.outcome),
        outcomeOn: guess(GUESSES.outcomeOn),
        asOf,
      }));
    });
  }

  protected keep(): Promise<void> {
    return this.run(() => this.compare(true));
  }

  private async compare(apply: boolean): Promise<void> {
    const file = this.file();
    if (!file) return;

    const { asOf, ...mapping } = this.form.model();
    this.report.set(
      await this.api.invoke(ofstedCompare, { ...mapping, asOf: isoDateOf(asOf) ?? '', apply, body: { file } }),
    );
  }

  private async run(call: () => Promise<void>): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    this.refusal.set(undefined);
    try {
      await call();
    } catch (error) {
      this.refusal.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
