import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { publicSchemeGetRegimes } from '../../proxy/functions';
import { GovukBackLink } from '../../ui/back-link';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { RegimeTable } from '../schemes/regime-table';

/** The rules the portal enforces, a page a regime; printed, it is for a lawyer. */
@Component({
  selector: 'dps-regimes-page',
  imports: [GovukBackLink, GovukErrorSummary, Loading, PageHeader, RegimeTable, RouterLink],
  host: { class: 'dps-page' },
  template: `
    <govuk-error-summary [problem]="problem()" />
    @if (regime()) {
      <govuk-back-link link="/schemes/rules" label="All four laws" />
    } @else {
      <govuk-back-link link="/schemes" label="Schemes" />
    }
    <dps-page-header
      [heading]="heading()"
      lead="What the portal refuses, and what it leaves to the authority. The same table drives both."
    />
    @if (all.hasValue()) {
      <div class="dps-stack">
        @for (page of shown(); track page.regime) {
          <section class="dps-card dps-card--table">
            <h2 class="dps-card__heading">
              @if (regime()) {
                {{ page.law }}
              } @else {
                <a class="govuk-link" [routerLink]="['/schemes/rules', page.regime]">{{ page.name }}</a>
                <span class="dps-meta"> {{ page.law }}</span>
              }
            </h2>
            <dps-regime-table [rules]="page.rules" [caption]="page.name + ': what the law allows'" />
          </section>
        } @empty {
          <p>There is no such law. <a class="govuk-link" routerLink="/schemes/rules">See all four</a></p>
        }
      </div>
    } @else if (!problem()) {
      <dps-loading />
    }
  `,
})
export class RegimesPage {
  private readonly api = inject(Api);

  /** One of them; all four if left out. */
  readonly regime = input<string>();

  protected readonly all = resource({ loader: () => this.api.invoke(publicSchemeGetRegimes, undefined) });
  protected readonly problem = computed(() => (this.all.error() ? problemOf(this.all.error()) : undefined));
  protected readonly shown = computed(() => {
    const pages = this.all.hasValue() ? this.all.value() : [];
    return pages.filter((page) => !this.regime() || page.regime === this.regime());
  });
  protected readonly heading = computed(() =>
    this.regime() ? (this.shown()[0]?.name ?? 'What the law allows') : 'What each law allows',
  );
}
