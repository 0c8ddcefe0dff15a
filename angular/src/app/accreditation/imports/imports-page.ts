import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { ServerSession } from '../../core/server-session';
import { Api } from '../../proxy/api';
import { importGetList, importGetMembers } from '../../proxy/functions';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { GovukNotificationBanner } from '../../ui/notification-banner';
import { PageHeader } from '../../ui/page-header';
import { Pagination } from '../../ui/pagination';
import { ScrollX } from '../../ui/scroll-x';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { inWords, STATES } from './words';

const PAGE_SIZE = 20;

/** The files that were imported, what their members still owe, and the way out: everything in open form. */
@Component({
  selector: 'dps-imports-page',
  imports: [GovukErrorSummary, GovukNotificationBanner, PageHeader, Pagination, RouterLink, ScrollX, Status, UkDate],
  host: { class: 'dps-page dps-page--officer' },
  styles: `
    .dps-row {
      overflow-wrap: anywhere;
    }
  `,
  templateUrl: './imports-page.html',
})
export class ImportsPage {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);

  /** Of the address: the file that was just stored or proposed. */
  readonly stored = input<string>();
  readonly proposed = input<string>();
  readonly page = input<string>();

  protected readonly words = inWords;
  protected readonly states = STATES;
  protected readonly mayExport = computed(() => this.session.may('OpenData.Export'));
  protected readonly pageSize = PAGE_SIZE;
  protected readonly pageNumber = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly imports = resource({
    params: () => ({ Page: this.pageNumber(), PageSize: PAGE_SIZE }),
    loader: ({ params }) => this.api.invoke(importGetList, params),
  });
  protected readonly members = resource({ loader: () => this.api.invoke(importGetMembers) });
  protected readonly problem = computed(() => {
    const error = this.imports.error() ?? this.members.error();
    return error ? problemOf(error) : undefined;
  });
}
