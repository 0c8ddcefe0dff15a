import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AppPermission } from '../../core/app-permission';
import { problemOf } from '../../core/problem';
import { EmptyState } from '../../ui/empty-state';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { Pagination } from '../../ui/pagination';
import { ScrollX } from '../../ui/scroll-x';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { PAGE_SIZE, Referrals } from '../referrals';
import { AGE_BANDS, REFERRAL_CANCEL_REASONS, REFERRAL_STATES, SUPPORT_LEVELS, URGENCIES } from '../words';

@Component({
  selector: 'dps-referral-list',
  imports: [
    AppPermission,
    EmptyState,
    GovukButton,
    GovukErrorSummary,
    Loading,
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
      heading="Referrals"
      lead="What each young person needs. Providers see nothing of it until a call-off is published."
    >
      <a govukButton="secondary" routerLink="/referrals/outcomes">How needs ended</a>
      <a *appPermission="'Referrals.Manage'" govukButton routerLink="/referrals/new">New referral</a>
    </dps-page-header>
    @if (list.isLoading()) {
      <dps-loading text="Loading referrals" />
    } @else if (list.hasValue() && list.value().items.length === 0) {
      <dps-empty-state heading="No referrals yet">
        <p>Record what a young person needs, then publish it to every provider of the lot.</p>
      </dps-empty-state>
    } @else if (list.hasValue()) {
      <dps-scroll-x stacked label="Referrals" class="dps-table-frame">
        <table class="govuk-table dps-table">
          <caption class="govuk-visually-hidden">
            Referrals, newest first
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th class="govuk-table__header" scope="col">Referral</th>
              <th class="govuk-table__header" scope="col">Move in by</th>
              <th class="govuk-table__header" scope="col">Support</th>
              <th class="govuk-table__header" scope="col">Areas</th>
              <th class="govuk-table__header" scope="col">State</th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            @for (row of list.value().items; track row.id) {
              <tr class="govuk-table__row">
                <td class="govuk-table__cell">
                  <a class="govuk-link dps-whole" [routerLink]="['/referrals', row.id]">{{ row.reference }}</a>
                  <small>
                    {{ row.ageBand ? 'Age ' + ages[row.ageBand] + ' · ' : '' }}recorded {{ row.createdAt | ukDate }}
                    @if (row.state === 'Draft') {
                      by {{ row.createdByName }}
                    }
                  </small>
                </td>
                <td class="govuk-table__cell">
                  {{ row.moveInBy ? (row.moveInBy | ukDate: 'short') : '–' }}&ngsp;<small>{{
                    row.urgency && (row.state === 'Ready' || row.state === 'Sourcing') ? urgencies[row.urgency] : ''
                  }}</small>
                </td>
                <td class="govuk-table__cell">{{ row.supportLevel ? support[row.supportLevel] : '–' }}</td>
                <td class="govuk-table__cell">{{ row.preferredAreas.join(', ') || '–' }}</td>
                <td class="govuk-table__cell">
                  @let state = states[row.state];
                  <dps-status [text]="state.text" [tone]="state.tone" />
                  @if (row.endedBecause) {
                    <small>{{ reasons[row.endedBecause] }}</small>
                  }
                  @if (row.callOffId) {
                    <small
                      ><a class="govuk-link dps-whole" [routerLink]="['/call-offs', row.callOffId]"
                        >Call-off {{ row.callOffReference }}</a
                      ></small
                    >
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </dps-scroll-x>
      <dps-pagination [page]="pageNumber()" [size]="pageSize" [total]="list.value().totalCount" />
    }
  `,
})
export class ReferralList {
  private readonly referrals = inject(Referrals);

  readonly page = input<string>();

  protected readonly pageSize = PAGE_SIZE;
  protected readonly pageNumber = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly list = resource({
    params: () => this.pageNumber(),
    loader: ({ params }) => this.referrals.list(params),
  });
  protected readonly problem = computed(() => (this.list.error() ? problemOf(this.list.error()) : undefined));
  protected readonly ages = AGE_BANDS;
  protected readonly urgencies = URGENCIES;
  protected readonly support = SUPPORT_LEVELS;
  protected readonly states = REFERRAL_STATES;
  protected readonly reasons = REFERRAL_CANCEL_REASONS;
}
