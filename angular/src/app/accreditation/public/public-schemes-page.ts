import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { publicSchemeGetList } from '../../proxy/functions';
import { EmptyState } from '../../ui/empty-state';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { REGIMES } from '../schemes/scheme-words';

/** Every published scheme, for whoever looks for one to join. */
@Component({
  selector: 'dps-public-schemes-page',
  imports: [EmptyState, GovukErrorSummary, Loading, PageHeader, RouterLink, Status, UkDate],
  host: { class: 'dps-page' },
  template: `
    <govuk-error-summary [problem]="problem()" />
    <dps-page-header
      heading="Schemes"
      lead="Through these, councils buy supported accommodation. Read what each is for and how to join."
    />
    @if (schemes.hasValue()) {
      <div class="dps-stack">
        @for (scheme of schemes.value(); track scheme.id) {
          <section class="dps-card">
            <h2 class="dps-card__heading">
              <a class="govuk-link" [routerLink]="['/schemes', scheme.id]">{{ scheme.name }}</a>
            </h2>
            <p class="govuk-!-margin-bottom-2">
              {{ regimes[scheme.regime] }}<br />
              {{ scheme.hostAuthorityName }} is host · {{ scheme.startsOn | ukDate }} to {{ scheme.endsOn | ukDate }}
            </p>
            <dps-status
              [text]="scheme.openToJoin ? 'Open to join' : 'Not open to join'"
              [tone]="scheme.openToJoin ? 'ok' : 'neutral'"
            />
          </section>
        } @empty {
          <dps-empty-state heading="No scheme is published yet" />
        }
      </div>
      <p class="govuk-!-margin-top-6"><a class="govuk-link" routerLink="/schemes/rules">What each law allows</a></p>
    } @else if (!problem()) {
      <dps-loading />
    }
  `,
})
export class PublicSchemesPage {
  private readonly api = inject(Api);

  protected readonly regimes = REGIMES;
  protected readonly schemes = resource({ loader: () => this.api.invoke(publicSchemeGetList, undefined) });
  protected readonly problem = computed(() => (this.schemes.error() ? problemOf(this.schemes.error()) : undefined));
}
