import { afterNextRender, Component, computed, ElementRef, inject, Injector, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Problem, problemOf } from '../../../core/problem';
import { StaffImportDto } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { FactStrip } from '../../../ui/fact-strip';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { GovukFileUpload } from '../../../ui/govuk-file-upload';
import { FormContext } from '../../../ui/govuk-form';
import { PageHeader } from '../../../ui/page-header';
import { Staff } from '../staff';
import { columnOf, people } from '../words';

/** In bytes; the server says the same and alone decides. */
const LARGEST_FILE = 2 * 1024 * 1024;

/** A list of staff as a file: looked at first, stored only when no row has a problem. */
@Component({
  selector: 'dps-import-page',
  imports: [FactStrip, GovukBackLink, GovukButton, GovukErrorSummary, GovukFileUpload, PageHeader],
  host: { class: 'dps-page' },
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
})
export class ImportPage {
  private readonly staff = inject(Staff);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly people = people;
  protected readonly columnOf = columnOf;

  /** Kept whatever the server answers, so that it need not be chosen again. */
  protected readonly file = signal<File | undefined>(undefined);
  protected readonly report = signal<StaffImportDto | undefined>(undefined);
  protected readonly running = signal<'look' | 'import' | undefined>(undefined);
  private readonly problem = signal<Problem | undefined>(undefined);
  private readonly refusals = signal(0);

  protected readonly error = computed(() => {
    const problem = this.problem();
    return problem && (problem.errors['file']?.[0] ?? problem.detail);
  });
  /** The one field of this page is sent as soon as it is chosen, so it has no form, but a summary that leads to it. */
  protected readonly summary: FormContext = {
    lines: computed(() => {
      const text = this.error();
      return text ? [{ text, target: 'file' }] : [];
    }),
    attempts: this.refusals.asReadonly(),
    busy: computed(() => this.running() !== undefined),
    errorAt: () => this.error(),
    idOf: (path) => path,
    submit: () => this.check(),
    waitFor: () => undefined,
    use: () => undefined,
  };

  protected readonly toMend = computed(() => this.report()?.rows.length ?? 0);
  protected readonly reportHeading = computed(() => {
    const count = this.toMend();
    if (count === 0) return 'Import report: every row is ready';
    return `Import report: ${count === 1 ? '1 row needs you' : `${count} rows need you`}`;
  });
  protected readonly facts = computed(() => {
    const { rowCount = 0, newCount = 0, changedCount = 0 } = this.report() ?? {};
    const toMend = this.toMend();
    return [
      { label: 'Ready', value: String(rowCount - toMend), note: `of ${rowCount} rows`, large: true },
      { label: 'Need you', value: String(toMend), note: toMend > 0 ? 'listed below' : '', large: true },
      { label: 'New people', value: String(newCount), note: 'of all rows', large: true },
      { label: 'Known by number', value: String(changedCount), note: 'will be brought up to date', large: true },
    ];
  });

  protected choose(files: readonly File[]): void {
    const file = files[0];
    if (!file || this.running() === 'import') return;

    this.file.set(file);
    this.report.set(undefined);
    if (file.size > LARGEST_FILE) {
      this.refuse({ status: 413, detail: `${file.name} is larger than 2 MB. Choose a smaller CSV file.`, errors: {} });
      return;
    }
    void this.check();
  }

  /** Looks only; nothing is stored. */
  protected async check(): Promise<void> {
    const report = await this.send(false);
    if (report) this.show(report);
  }

  protected async store(): Promise<void> {
    if (this.running()) return;

    const report = await this.send(true);
    if (report?.stored) await this.router.navigate(['/staff'], { queryParams: { imported: report.rowCount } });
    else if (report) this.show(report);
  }

  /** Nothing when it was refused, or when another file has been chosen meanwhile. */
  private async send(apply: boolean): Promise<StaffImportDto | undefined> {
    const file = this.file();
    if (!file) return undefined;

    this.problem.set(undefined);
    this.running.set(apply ? 'import' : 'look');
    try {
      const report = await this.staff.import(file, apply);
      return this.file() === file ? report : undefined;
    } catch (error) {
      if (this.file() === file) this.refuse(problemOf(error));
      return undefined;
    } finally {
      if (this.file() === file) this.running.set(undefined);
    }
  }

  private refuse(problem: Problem): void {
    this.problem.set(problem);
    this.refusals.update((count) => count + 1);
  }

  private show(report: StaffImportDto): void {
    this.report.set(report);
    afterNextRender(() => this.heading()?.nativeElement.focus(), { injector: this.injector });
  }
}
