import { Component, computed, inject, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { ServerClock } from '../../../core/server-clock';
import { StaffMemberDto } from '../../../proxy/models';
import { GovukDetails } from '../../../ui/details';
import { EmptyState } from '../../../ui/empty-state';
import { FactStrip } from '../../../ui/fact-strip';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { GovukNotificationBanner } from '../../../ui/notification-banner';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { Tabs } from '../../../ui/tabs';
import { UkDate } from '../../../ui/uk-date';
import { StaffFindings } from '../findings';
import { Staff } from '../staff';
import { byUrgency, ENGAGEMENTS, factsOf, hasLeft, londonDateOf, people, staffTabs } from '../words';

/** The single central record: everybody who works here, whoever has something to mend first. */
@Component({
  selector: 'dps-staff-page',
  imports: [
    EmptyState,
    FactStrip,
    GovukButton,
    GovukDetails,
    GovukErrorSummary,
    GovukNotificationBanner,
    Loading,
    PageHeader,
    RouterLink,
    StaffFindings,
    Tabs,
    UkDate,
  ],
  host: { class: 'dps-page' },
  templateUrl: './staff-page.html',
  styleUrl: './staff-page.scss',
})
export class StaffPage {
  private readonly staff = inject(Staff);
  private readonly router = inject(Router);
  private readonly clock = inject(ServerClock);

  /** `mend`: only those with findings. */
  readonly show = input<string>();
  /** How many an import has just stored. */
  readonly imported = input<string>();

  protected readonly people = people;
  protected readonly tabs = staffTabs('people');
  protected readonly problemOf = problemOf;
  protected readonly loaded = resource({ loader: () => this.staff.list() });
  protected readonly list = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  protected readonly facts = computed(() => factsOf(this.list()!));
  protected readonly onlyToMend = computed(() => this.show() === 'mend');
  protected readonly importedCount = computed(() => Number.parseInt(this.imported() ?? '', 10) || 0);

  private readonly today = computed(() => londonDateOf(this.clock.now()));
  private readonly all = computed(() => this.list()?.items ?? []);
  protected readonly inPost = computed(() =>
    this.all()
      .filter((person) => !hasLeft(person, this.today()))
      .filter((person) => !this.onlyToMend() || person.findings.length > 0)
      .sort(byUrgency),
  );
  protected readonly left = computed(() =>
    this.all()
      .filter((person) => hasLeft(person, this.today()))
      .sort((a, b) => (b.vetting.leftOn ?? '').localeCompare(a.vetting.leftOn ?? '')),
  );

  protected filter(event: Event): void {
    const show = (event.target as HTMLInputElement).checked ? 'mend' : null;
    void this.router.navigate([], {
      queryParams: { show, imported: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected roleOf({ role, vetting }: StaffMemberDto): string {
    return vetting.engagement === 'Employed' ? role : `${role}, ${ENGAGEMENTS[vetting.engagement].toLowerCase()}`;
  }
}
