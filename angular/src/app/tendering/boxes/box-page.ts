import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageTitle } from '../../core/page-title';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { boxGet } from '../../proxy/functions';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { SummaryRow } from '../../ui/parts';
import { GovukSummaryList } from '../../ui/summary-list';
import { formatDateTime } from '../../ui/uk-date-time';
import { Fingerprint } from '../parts/fingerprint';

/** The closed box of a call-off, for everybody: one number that stands for every receipt in it. */
@Component({
  selector: 'dps-box-page',
  imports: [Fingerprint, GovukButton, GovukErrorSummary, GovukSummaryList, Loading, PageHeader, RouterLink],
  host: { class: 'dps-page' },
  template: `
    @if (box.hasValue()) {
      @let it = box.value();
      <dps-page-header
        [caption]="it.placingAuthorityName"
        [heading]="'Box of call-off ' + it.reference"
        lead="One number stands for every receipt in the box. Add, remove or change one and it no longer fits."
      />
      <dps-fingerprint label="Signed root (SHA-256)" [hash]="it.root" />
      <govuk-summary-list [rows]="rows()" />
      <div class="govuk-button-group govuk-!-margin-top-4">
        <a govukButton routerLink="/boxes/check">Check a receipt</a>
        <a govukButton="secondary" [href]="'/api/public/boxes/' + id() + '/file'" download>Download the box</a>
        <a govukButton="secondary" href="/api/public/signing-keys" download>Download the keys</a>
      </div>
      <p class="dps-meta govuk-!-margin-top-4">Neither this page nor the files tell who bid, or what.</p>
    } @else if (problem()?.status === 404) {
      <h1 class="govuk-heading-xl">There is no closed box here</h1>
      <p>It can be seen from the moment bidding closes.</p>
    } @else if (problem()) {
      <govuk-error-summary [problem]="problem()" />
      <h1 class="govuk-heading-xl">The box cannot be shown</h1>
    } @else {
      <dps-loading text="Loading the box" />
    }
  `,
})
export class BoxPage {
  private readonly api = inject(Api);

  readonly id = input.required<string>();

  protected readonly box = resource({
    params: () => ({ id: this.id() }),
    loader: ({ params }) => this.api.invoke(boxGet, params),
  });
  protected readonly problem = computed(() => (this.box.error() ? problemOf(this.box.error()) : undefined));
  protected readonly rows = computed<SummaryRow[]>(() => {
    if (!this.box.hasValue()) return [];

    const { closesAt, closedAt, keyId, receipts, opened, openedAt } = this.box.value();
    return [
      { key: 'Deadline', value: formatDateTime(closesAt) },
      { key: 'Closed', value: formatDateTime(closedAt) },
      { key: 'Signed by', value: `The portal’s key ${keyId}` },
      ...(openedAt
        ? [
            { key: 'Receipts', value: `${receipts ?? 0}, replaced and withdrawn bids among them` },
            { key: 'Opened', value: `${opened ?? 0} bids, ${formatDateTime(openedAt)}` },
          ]
        : [{ key: 'Receipts', value: 'Told here once two officers have opened the box' }]),
    ];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.box.hasValue()) title.set(`Box of ${this.box.value().reference}`);
    });
  }
}
