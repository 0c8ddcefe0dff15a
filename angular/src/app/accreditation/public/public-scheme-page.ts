import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageTitle } from '../../core/page-title';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { publicSchemeGet } from '../../proxy/functions';
import { GovukBackLink } from '../../ui/back-link';
import { FactStrip } from '../../ui/fact-strip';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { Fact } from '../../ui/parts';
import { Status } from '../../ui/status';
import { formatDate, UkDate } from '../../ui/uk-date';
import { RegimeTable } from '../schemes/regime-table';
import { CATEGORIES, feeInWords, placesInWords, upliftInWords, USES } from '../schemes/scheme-words';

/** What anybody may know of a scheme, without signing in; never where a home is. */
@Component({
  selector: 'dps-public-scheme-page',
  imports: [FactStrip, GovukBackLink, GovukErrorSummary, Loading, PageHeader, RegimeTable, RouterLink, Status, UkDate],
  host: { class: 'dps-page' },
  templateUrl: './public-scheme-page.html',
})
export class PublicSchemePage {
  private readonly api = inject(Api);

  readonly id = input.required<string>();

  private readonly loaded = resource({
    params: () => ({ id: this.id() }),
    loader: ({ params }) => this.api.invoke(publicSchemeGet, params),
  });
  protected readonly scheme = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  protected readonly problem = computed(() => (this.loaded.error() ? problemOf(this.loaded.error()) : undefined));

  protected readonly categories = CATEGORIES;
  protected readonly uses = USES;
  protected readonly placesInWords = placesInWords;
  protected readonly upliftInWords = upliftInWords;

  protected readonly facts = computed<readonly Fact[]>(() => {
    const scheme = this.scheme();
    if (!scheme) return [];

    return [
      { label: 'Notice', value: formatDate(scheme.contractNoticeDate) },
      { label: 'Runs', value: `${formatDate(scheme.startsOn)} to ${formatDate(scheme.endsOn)}` },
      { label: 'Applications decided in', value: `${scheme.decisionWorkingDays} working days` },
      { label: 'Fee on award', value: feeInWords(scheme.awardFeeBasisPoints) },
    ];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const scheme = this.scheme();
      if (scheme) title.set(scheme.name);
    });
  }
}
