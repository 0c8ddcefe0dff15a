import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AppPermission } from '../../../core/app-permission';
import { problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { schemeGetList } from '../../../proxy/functions';
import { EmptyState } from '../../../ui/empty-state';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { ScrollX } from '../../../ui/scroll-x';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { REGIMES } from '../scheme-words';

@Component({
  selector: 'dps-schemes-page',
  imports: [
    AppPermission,
    EmptyState,
    GovukButton,
    GovukErrorSummary,
    Loading,
    PageHeader,
    RouterLink,
    ScrollX,
    Status,
    UkDate,
  ],
  host: { class: 'dps-page dps-page--officer' },
  template: `
    <govuk-error-summary [problem]="problem()" />
    <dps-page-header officer heading="Schemes" lead="The law a scheme was set up under decides what can be changed.">
      <a *appPermission="'Schemes.Manage'" govukButton routerLink="/accreditation/schemes/draft">Draft a scheme</a>
      <a *appPermission="'Schemes.Manage'" govukButton="secondary" routerLink="/accreditation/schemes/new">
        Record a scheme
      </a>
    </dps-page-header>
    @if (schemes.hasValue()) {
      @if (schemes.value().length > 0) {
        <dps-scroll-x stacked label="Schemes" class="dps-table-frame">
          <table class="govuk-table dps-table govuk-!-margin-bottom-0">
            <caption class="govuk-visually-hidden">
              Schemes
            </caption>
            <thead class="govuk-table__head">
              <tr>
                <th scope="col" class="govuk-table__header">Scheme</th>
                <th scope="col" class="govuk-table__header">Law</th>
                <th scope="col" class="govuk-table__header">Ends</th>
                <th scope="col" class="govuk-table__header">Joining</th>
                <th scope="col" class="govuk-table__header govuk-table__header--numeric">Lots</th>
                <th scope="col" class="govuk-table__header govuk-table__header--numeric">Providers</th>
              </tr>
            </thead>
            <tbody>
              @for (scheme of schemes.value(); track scheme.id) {
                <tr class="govuk-table__row">
                  <th scope="row" class="govuk-table__cell">
                    <a class="govuk-link" [routerLink]="['/accreditation/schemes', scheme.id]">{{ scheme.name }}</a>
                    <small>{{ scheme.reference }} · {{ scheme.hostAuthorityName }} is host</small>
                  </th>
                  <td class="govuk-table__cell">{{ regimes[scheme.regime] }}</td>
                  <td class="govuk-table__cell">{{ scheme.endsOn | ukDate }}</td>
                  <td class="govuk-table__cell">
                    <dps-status
                      [text]="scheme.state === 'Draft' ? 'Draft' : scheme.openToJoin ? 'Open' : 'Closed'"
                      [tone]="scheme.openToJoin ? 'ok' : 'neutral'"
                    />
                  </td>
                  <td class="govuk-table__cell govuk-table__cell--numeric">{{ scheme.lotCount }}</td>
                  <td class="govuk-table__cell govuk-table__cell--numeric">{{ scheme.memberCount }}</td>
                </tr>
              }
            </tbody>
          </table>
        </dps-scroll-x>
      } @else {
        <dps-empty-state heading="No scheme yet"><p>Record the one your authority hosts.</p></dps-empty-state>
      }
    } @else if (!problem()) {
      <dps-loading />
    }
  `,
})
export class SchemesPage {
  private readonly api = inject(Api);

  protected readonly regimes = REGIMES;
  protected readonly schemes = resource({ loader: () => this.api.invoke(schemeGetList, undefined) });
  protected readonly problem = computed(() => (this.schemes.error() ? problemOf(this.schemes.error()) : undefined));
}
