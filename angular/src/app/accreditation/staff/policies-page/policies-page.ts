import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { FactStrip } from '../../../ui/fact-strip';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { GovukNotificationBanner } from '../../../ui/notification-banner';
import { PageHeader } from '../../../ui/page-header';
import { Tabs } from '../../../ui/tabs';
import { UkDate } from '../../../ui/uk-date';
import { Policies } from '../policies';
import { isPolicy, namesOf, POLICIES, policyFactsOf } from '../policy-words';
import { PolicyTable } from '../policy-table/policy-table';
import { staffTabs } from '../words';

/** The provider's policies: who answers for each, and whose review is due. */
@Component({
  selector: 'dps-policies-page',
  imports: [
    FactStrip,
    GovukErrorSummary,
    GovukNotificationBanner,
    Loading,
    PageHeader,
    PolicyTable,
    RouterLink,
    Tabs,
    UkDate,
  ],
  host: { class: 'dps-page' },
  templateUrl: './policies-page.html',
  styles: `
    dps-tabs {
      display: block;
      margin-bottom: 20px;
    }
  `,
})
export class PoliciesPage {
  private readonly policies = inject(Policies);

  /** The policy that was just saved. */
  readonly saved = input<string>();

  protected readonly problemOf = problemOf;
  protected readonly tabs = staffTabs('policies');
  protected readonly loaded = resource({ loader: () => this.policies.list() });
  protected readonly list = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  protected readonly facts = computed(() => policyFactsOf(this.list()!));
  protected readonly overdue = computed(() => namesOf(this.list()!.items, 'Overdue'));
  protected readonly soon = computed(() => namesOf(this.list()!.items, 'DueSoon'));
  protected readonly savedName = computed(() => {
    const kind = this.saved() ?? '';
    return isPolicy(kind) ? POLICIES[kind] : undefined;
  });
  /** The day of its next review, where that is past already: saving it changes nothing about that. */
  protected readonly savedOverdue = computed(() => {
    const policy = this.list()?.items.find(({ kind }) => kind === this.saved());
    return policy?.review === 'Overdue' ? policy.reviewOn : undefined;
  });
}
