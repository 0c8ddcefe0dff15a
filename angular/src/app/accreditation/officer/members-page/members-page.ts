import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { memberGetList } from '../../../proxy/functions';
import { EmptyState } from '../../../ui/empty-state';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { ListSearch } from '../../../ui/list-search';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { Pagination } from '../../../ui/pagination';
import { ScrollX } from '../../../ui/scroll-x';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { MEMBERS } from '../words';

const PAGE_SIZE = 20;

/** The members of the authority's schemes with their lots. Search and page live in the address. */
@Component({
  selector: 'dps-members-page',
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
  template: `
    <govuk-error-summary [problem]="problem()" />
    <dps-page-header
      officer
      heading="Providers"
      lead="Membership decides who is invited; accreditation decides what can be awarded."
    />
    <p><a class="govuk-link" routerLink="/accreditation/imports">Import and export</a></p>
    <dps-list-search label="Provider or reference" [search]="search()" />
    @if (members.hasValue()) {
      @if (members.value().items.length === 0) {
        @if (search()) {
          <dps-empty-state heading="Nothing found"
            ><p>Try a shorter part of the name or of the reference.</p></dps-empty-state
          >
        } @else {
          <dps-empty-state heading="No members yet"
            ><p>Providers appear here once they are admitted.</p></dps-empty-state
          >
        }
      } @else {
        <dps-scroll-x stacked label="Providers" class="dps-table-frame">
          <table class="govuk-table dps-table govuk-!-margin-bottom-0">
            <caption class="govuk-visually-hidden">
              Providers and their lots
            </caption>
            <thead class="govuk-table__head">
              <tr>
                <th scope="col" class="govuk-table__header">Provider</th>
                <th scope="col" class="govuk-table__header">Lot</th>
                <th scope="col" class="govuk-table__header">Membership</th>
                <th scope="col" class="govuk-table__header">Accredited until</th>
              </tr>
            </thead>
            @for (member of members.value().items; track member.applicationId) {
              <tbody>
                @for (lot of member.lots; track lot.lotId; let first = $first) {
                  <tr class="govuk-table__row">
                    @if (first) {
                      <th scope="rowgroup" class="govuk-table__cell" [attr.rowspan]="member.lots.length">
                        <a class="govuk-link" [routerLink]="['/accreditation/providers', member.providerId]">{{
                          member.providerName
                        }}</a>
                        <small>{{ member.schemeName }}</small>
                        <small>{{ member.reference }}</small>
                        @if (member.openActions > 0) {
                          <dps-status text="Action open" tone="warn" />
                        }
                      </th>
                    }
                    <td class="govuk-table__cell">{{ lot.number }} {{ lot.name }}</td>
                    <td class="govuk-table__cell">
                      <dps-status [text]="words[lot.state].text" [tone]="words[lot.state].tone" />
                    </td>
                    <td class="govuk-table__cell">
                      {{ lot.accreditedUntil ? (lot.accreditedUntil | ukDate) : 'Not accredited' }}
                    </td>
                  </tr>
                }
              </tbody>
            }
          </table>
        </dps-scroll-x>
        <dps-pagination [page]="pageNumber()" [size]="pageSize" [total]="members.value().totalCount" />
      }
    } @else if (!problem()) {
      <dps-loading />
    }
  `,
})
export class MembersPage {
  private readonly api = inject(Api);

  readonly search = input<string>();
  readonly page = input<string>();

  protected readonly words = MEMBERS;
  protected readonly pageSize = PAGE_SIZE;
  protected readonly pageNumber = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly members = resource({
    params: () => ({ Search: this.search()?.trim() || undefined, Page: this.pageNumber(), PageSize: PAGE_SIZE }),
    loader: ({ params }) => this.api.invoke(memberGetList, params),
  });
  protected readonly problem = computed(() => (this.members.error() ? problemOf(this.members.error()) : undefined));
}
