import { afterNextRender, Component, computed, inject, Injector, resource, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Problem, problemOf } from '../../core/problem';
import { ServerSession } from '../../core/server-session';
import { Api } from '../../proxy/api';
import { importCheck, importPropose, schemeGetList } from '../../proxy/functions';
import { ImportReportDto } from '../../proxy/models';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { GovukFileUpload } from '../../ui/govuk-file-upload';
import { PageHeader } from '../../ui/page-header';
import { ImportReport } from './import-report';
import { KINDS } from './words';

/** In bytes; the server says the same and alone decides. */
const LARGEST_FILE = 10 * 1024 * 1024;

/** A file is looked at first; one without a problem is proposed to a second officer. */
@Component({
  selector: 'dps-new-import-page',
  imports: [GovukBackLink, GovukButton, GovukErrorSummary, GovukFileUpload, ImportReport, PageHeader],
  host: { class: 'dps-page dps-page--officer' },
  styles: `
    .new__file {
      overflow-wrap: anywhere;
    }
    select {
      max-width: 100%;
    }
  `,
  templateUrl: './new-import-page.html',
})
export class NewImportPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly session = inject(ServerSession);
  private readonly shown = viewChild(ImportReport);
  private readonly list = resource({ loader: () => this.api.invoke(schemeGetList) });
  private readonly refusal = signal<Problem | undefined>(undefined);
  private readonly chosenScheme = signal('');

  protected readonly kinds = KINDS;
  protected readonly loaded = computed(() => this.list.hasValue());
  protected readonly schemes = computed(() => {
    const own = this.session.organisation()?.name;
    return this.list.hasValue()
      ? this.list.value().filter(({ state, hostAuthorityName }) => state === 'Published' && hostAuthorityName === own)
      : [];
  });
  protected readonly schemeId = computed(() => this.chosenScheme() || (this.schemes()[0]?.id ?? ''));
  /** Kept whatever the server answers, so that it need not be chosen again. */
  protected readonly file = signal<File | undefined>(undefined);
  protected readonly report = signal<ImportReportDto | undefined>(undefined);
  protected readonly running = signal<'check' | 'propose' | undefined>(undefined);
  protected readonly problem = computed(() => {
    const error = this.list.error();
    return this.refusal() ?? (error ? problemOf(error) : undefined);
  });

  protected choose(event: Event): void {
    this.chosenScheme.set((event.target as HTMLSelectElement).value);
    this.report.set(undefined);
  }

  protected take(files: readonly File[]): void {
    const file = files[0];
    if (!file || this.running()) return;

    this.file.set(file);
    this.report.set(undefined);
    if (file.size > LARGEST_FILE) {
      this.refusal.set({
        status: 413,
        detail: `${file.name} is larger than 10 MB. Divide it into several files.`,
        errors: {},
      });
      return;
    }
    void this.check();
  }

  protected check(): Promise<void> {
    return this.run('check', async (schemeId, file) => {
      this.report.set(await this.api.invoke(importCheck, { schemeId, body: { file } }));
      afterNextRender(() => this.shown()?.focus(), { injector: this.injector });
    });
  }

  protected propose(): Promise<void> {
    return this.run('propose', async (schemeId, file) => {
      await this.api.invoke(importPropose, { schemeId, body: { file } });
      await this.router.navigate(['/accreditation/imports'], { queryParams: { proposed: file.name } });
    });
  }

  private async run(what: 'check' | 'propose', call: (schemeId: string, file: File) => Promise<void>): Promise<void> {
    const [schemeId, file] = [this.schemeId(), this.file()];
    if (this.running() || !schemeId || !file) return;

    this.running.set(what);
    this.refusal.set(undefined);
    try {
      await call(schemeId, file);
    } catch (error) {
      this.refusal.set(problemOf(error));
    } finally {
      this.running.set(undefined);
    }
  }
}
