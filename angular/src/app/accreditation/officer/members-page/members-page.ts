import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { memberGetList } from '../../../proxy/functions';
import { EmptyState } from '../../../ui/empty-state';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { ScrollX } from '../../../ui/scroll-x';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { MEMBERS } from '../words';

/** Every member of the authority's schemes with its lots; a link to its standing. */
@Component({
  selector: 'dps-members-page',
  imports: [EmptyState, GovukErrorSummary, Loading, PageHeader, RouterLink, ScrollX, Status, UkDate],
  host: { class: 'dps-page dps-page--officer' },
  template: `
    <govuk-error-summary [problem]="problem()" />
    <dps-page-header
      officer
      heading="Providers"
      lead="Membership decides who is invited; accreditation decides what can be awarded."
    />
    <p><a class="govuk-link" routerLink="/accreditation/imports">Import and export</a></p>
    @if (members.hasValue()) {
      @if (members.value().length === 0) {
        <dps-empty-state heading="No members yet"><p>Providers appear here once they are admitted.</p></dps-empty-state>
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
            @for (member of members.value(); track member.applicationId) {
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
      }
    } @else if (!problem()) {
      <dps-loading />
    }
  `,
})
export class MembersPage {
  private readonly api = inject(Api);

  protected readonly words = MEMBERS;
  protected readonly members = resource({ loader: () => this.api.invoke(memberGetList) });
  protected readonly problem = computed(() => (this.members.error() ? problemOf(this.members.error()) : undefined));
}
