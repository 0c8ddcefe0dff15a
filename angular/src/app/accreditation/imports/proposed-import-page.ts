import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Problem, problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { importConfirm, importDrop, importGet, importGetReport } from '../../proxy/functions';
import { GovukBackLink } from '../../ui/back-link';
import { needed } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { UkDate } from '../../ui/uk-date';
import { ImportReport } from './import-report';

/** What a colleague proposed: another officer stores all of it, or either drops it with a reason. */
@Component({
  selector: 'dps-proposed-import-page',
  imports: [
    GovukBackLink,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukTextarea,
    ImportReport,
    Loading,
    PageHeader,
    UkDate,
  ],
  host: { class: 'dps-page dps-page--officer' },
  template: `
    <govuk-back-link link="/accreditation/imports" label="Back to import and export" />
    <govuk-error-summary [problem]="problem()" [form]="drop" />
    @if (proposed(); as import) {
      <dps-page-header officer heading="Check an import" [lead]="import.schemeName" />
      <p class="govuk-body">Proposed by {{ import.proposedByName }} on {{ import.proposedAt | ukDate }}.</p>
      @if (report.hasValue()) {
        <dps-import-report [report]="report.value()" />
        @if (import.permittedTriggers.includes('Confirm')) {
          @if (report.value().faultyRows === 0) {
            <button type="button" govukButton [busy]="busy()" (click)="store()">Store everything</button>
          }
        } @else {
          <p class="govuk-body">Another officer stores it: nobody confirms their own proposal.</p>
        }
      }
      <section class="dps-section" aria-labelledby="drop-heading">
        <h2 class="govuk-heading-m" id="drop-heading">Drop it</h2>
        <form [govukForm]="drop">
          <govuk-textarea [field]="drop.tree.reason" label="Why it is dropped" [rows]="2" />
          <button type="submit" govukButton="secondary" [busy]="drop.busy()">Drop this import</button>
        </form>
      </section>
    } @else if (found.isLoading()) {
      <dps-loading />
    } @else {
      <dps-page-header officer heading="Check an import" />
      <p class="govuk-body">This import is settled, or there is no such import.</p>
    }
  `,
})
export class ProposedImportPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly refusal = signal<Problem | undefined>(undefined);

  readonly id = input.required<string>();

  protected readonly found = resource({
    params: () => this.id(),
    loader: ({ params: id }) => this.api.invoke(importGet, { id }),
  });
  protected readonly proposed = computed(() =>
    this.found.hasValue() && this.found.value().state === 'Proposed' ? this.found.value() : undefined,
  );
  protected readonly report = resource({
    params: () => this.proposed()?.id,
    loader: ({ params: id }) => this.api.invoke(importGetReport, { id }),
  });
  protected readonly busy = signal(false);
  protected readonly problem = computed(() => {
    const error = this.found.error() ?? this.report.error();
    return this.refusal() ?? (error ? problemOf(error) : undefined);
  });
  protected readonly drop = govukForm(
    signal({ reason: '' }),
    (path) => needed(path.reason, 'Say why it is dropped', 500),
    {
      save: async ({ reason }) => {
        await this.api.invoke(importDrop, { id: this.id(), body: { reason: reason.trim() } });
        await this.router.navigate(['/accreditation/imports']);
      },
      idPrefix: 'drop',
    },
  );

  protected async store(): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    this.refusal.set(undefined);
    try {
      const { fileName } = await this.api.invoke(importConfirm, { id: this.id() });
      await this.router.navigate(['/accreditation/imports'], { queryParams: { stored: fileName } });
    } catch (error) {
      this.refusal.set(problemOf(error));
      this.report.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
