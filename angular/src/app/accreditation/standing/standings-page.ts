import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { standingGetList } from '../../proxy/functions';
import { EmptyState } from '../../ui/empty-state';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { ListSearch } from '../../ui/list-search';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { Pagination } from '../../ui/pagination';
import { ScrollX } from '../../ui/scroll-x';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { STANDINGS } from './words';

const PAGE_SIZE = 20;

/**
 * The accreditations of the authority's schemes; what ends or is due first stands at the top. Search and page live in
 * the address.
 */
@Component({
  selector: 'dps-standings-page',
  imports: [
    EmptyState,
    GovukErrorSummary,
    Loading,
    ListSearch,
    PageHeader,
    Pagination,
    RouterLink,
    ScrollX,
    Status,
    UkDate,
  ],
  host: { class: 'dps-page dps-page--officer' },
  styles: `
    tbody + tbody {
      border-top: 1px solid var(--line);
    }
  `,
  template: `
    <govuk-error-summary [problem]="problem()" />
    <dps-page-header
      officer
      heading="Accreditations"
      lead="What is due or ends first stands at the top. Accreditation decides what can be awarded, never who is invited."
    />
    <p><a class="govuk-link" routerLink="/accreditation/ofsted">What Ofsted says of them</a></p>
    <dps-list-search label="Provider or reference" [search]="search()" />
    @if (standings.hasValue()) {
      @if (standings.value().items.length === 0) {
        @if (search()) {
          <dps-empty-state heading="Nothing found"
            ><p>Try a shorter part of the name or of the reference.</p></dps-empty-state
          >
        } @else {
          <dps-empty-state heading="No accreditations yet">
            <p>Providers appear here once an accreditation was decided.</p>
          </dps-empty-state>
        }
      } @else {
        <dps-scroll-x stacked label="Accreditations" class="dps-table-frame">
          <table class="govuk-table dps-table govuk-!-margin-bottom-0">
            <caption class="govuk-visually-hidden">
              Accreditations by provider and lot
            </caption>
            <thead class="govuk-table__head">
              <tr>
                <th scope="col" class="govuk-table__header">Provider</th>
                <th scope="col" class="govuk-table__header">Lot</th>
                <th scope="col" class="govuk-table__header">Accreditation</th>
                <th scope="col" class="govuk-table__header">Last day</th>
              </tr>
            </thead>
            @for (it of standings.value().items; track it.applicationId) {
              <tbody>
                @for (lot of it.lots; track lot.lotId; let first = $first) {
                  <tr class="govuk-table__row">
                    @if (first) {
                      <th scope="rowgroup" class="govuk-table__cell" [attr.rowspan]="it.lots.length">
                        <a
                          class="govuk-link"
                          [routerLink]="['/accreditation/applications', it.applicationId, 'standing']"
                          >{{ it.providerName }}</a
                        >
                        <small>{{ it.schemeName }}</small>
                        @if (it.nextConditionDueOn) {
                          <small>
                            {{ it.openConditions }} {{ it.openConditions === 1 ? 'condition' : 'conditions' }} open, due
                            {{ it.nextConditionDueOn | ukDate }}
                          </small>
                        }
                        @if (it.openActions > 0) {
                          <dps-status text="Change to confirm" tone="warn" />
                        }
                      </th>
                    }
                    <td class="govuk-table__cell">{{ lot.number }} {{ lot.name }}</td>
                    <td class="govuk-table__cell">
                      <dps-status [text]="words[lot.state].text" [tone]="words[lot.state].tone" />
                    </td>
                    <td class="govuk-table__cell">{{ lot.until ? (lot.until | ukDate) : '–' }}</td>
                  </tr>
                }
              </tbody>
            }
          </table>
        </dps-scroll-x>
        <dps-pagination [page]="pageNumber()" [size]="pageSize" [total]="standings.value().totalCount" />
      }
    } @else if (!problem()) {
      <dps-loading />
    }
  `,
})
export class StandingsPage {
  private readonly api = inject(Api);

  readonly search = input<string>();
  readonly page = input<string>();

  protected readonly words = STANDINGS;
  protected readonly pageSize = PAGE_SIZE;
  protected readonly pageNumber = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly standings = resource({
    params: () => ({ Search: this.search()?.trim() || undefined, Page: this.pageNumber(), PageSize: PAGE_SIZE }),
    loader: ({ params }) => this.api.invoke(standingGetList, params),
  });
  protected readonly problem = computed(() => (this.standings.error() ? problemOf(this.standings.error()) : undefined));
}
