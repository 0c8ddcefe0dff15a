import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { News } from '../../../core/news';
import { PageTitle } from '../../../core/page-title';
import { problemOf } from '../../../core/problem';
import { ServerClock } from '../../../core/server-clock';
import { ServerSession } from '../../../core/server-session';
import { PlaceDto, PremisesDto } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { GovukButton } from '../../../ui/govuk-button';
import { londonDate } from '../../../ui/dates';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { GovukNotificationBanner } from '../../../ui/notification-banner';
import { GovukSummaryList } from '../../../ui/summary-list';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { ScrollX } from '../../../ui/scroll-x';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { UkDateTime } from '../../../ui/uk-date-time';
import { Homes } from '../homes';
import { CATEGORIES, CERTIFICATES, promisesOf, ROOM_RULE, tooSmall } from '../words';

/** One home: where it is, its bedrooms, its papers and whether somebody new can move in. */
@Component({
  selector: 'dps-home-page',
  imports: [
    GovukBackLink,
    GovukButton,
    GovukErrorSummary,
    GovukNotificationBanner,
    GovukSummaryList,
    Loading,
    PageHeader,
    RouterLink,
    ScrollX,
    Status,
    UkDate,
    UkDateTime,
  ],
  host: { class: 'dps-page' },
  templateUrl: './home-page.html',
})
export class HomePage {
  private readonly homes = inject(Homes);
  private readonly news = inject(News);
  private readonly title = inject(PageTitle);
  private readonly session = inject(ServerSession);
  private readonly today = londonDate(inject(ServerClock).now());

  readonly id = input.required<string>();

  protected readonly problemOf = problemOf;
  protected readonly certificates = CERTIFICATES;
  protected readonly roomRule = ROOM_RULE;
  protected readonly loaded = resource({
    params: () => this.id(),
    loader: ({ params }) => this.homes.get(params),
  });
  protected readonly mayEdit = computed(() => this.session.may('Premises.Manage'));
  private readonly visits = resource({
    params: () => (this.mayEdit() ? this.id() : undefined),
    loader: ({ params }) => this.homes.cancelledVisits(params),
  });
  protected readonly cancelled = computed(() => (this.visits.hasValue() ? this.visits.value() : []));
  protected readonly home = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));

  protected readonly rows = computed(() => {
    const home = this.home();
    if (!home) return [];

    return [
      { key: 'Address', value: [home.addressLine, home.town, home.postcode] },
      { key: 'Council area', value: home.areaAuthority },
      { key: 'Category', value: CATEGORIES[home.category] },
      { key: 'On Ofsted’s list', value: home.onOfstedList ? 'Yes' : 'No' },
      { key: 'Gas', value: home.hasGas ? 'Has gas' : 'No gas' },
    ];
  });

  constructor() {
    effect(() => {
      const home = this.home();
      if (home) this.title.set(home.name);
    });
    effect(() => {
      if (!this.home()) return;
      for (const { id } of this.cancelled()) this.news.read('Visit.Cancelled', id);
    });
  }

  protected promises(home: PremisesDto, place: PlaceDto): string[] {
    return promisesOf(place, home.promised, this.today);
  }

  protected ruleOf(place: PlaceDto): string {
    return tooSmall(place);
  }
}
