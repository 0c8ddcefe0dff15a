import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { standingGetList } from '../../proxy/functions';
import { EmptyState } from '../../ui/empty-state';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { ScrollX } from '../../ui/scroll-x';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { STANDINGS } from './words';

/** Every accreditation of the authority's schemes at a glance; what ends or is due first stands at the top. */
@Component({
  selector: 'dps-standings-page',
  imports: [EmptyState, GovukErrorSummary, Loading, PageHeader, RouterLink, ScrollX, Status, UkDate],
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
    @if (standings.hasValue()) {
      @if (standings.value().length === 0) {
        <dps-empty-state heading="No accreditations yet">
          <p>Providers appear here once an accreditation was decided.</p>
        </dps-empty-state>
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
            @for (it of standings.value(); track it.applicationId) {
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
      }
    } @else if (!problem()) {
      <dps-loading />
    }
  `,
})
export class StandingsPage {
  private readonly api = inject(Api);

  protected readonly words = STANDINGS;
  protected readonly standings = resource({ loader: () => this.api.invoke(standingGetList) });
  protected readonly problem = computed(() => (this.standings.error() ? problemOf(this.standings.error()) : undefined));
}
