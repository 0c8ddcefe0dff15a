import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { ServerClock } from '../../../core/server-clock';
import { PremisesDto } from '../../../proxy/models';
import { EmptyState } from '../../../ui/empty-state';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { Homes } from '../homes';
import { CATEGORIES, CERTIFICATES } from '../words';

const DAY = 86_400_000;
/** Days: the first e-mail about a certificate goes out then, too. */
const SOON = 60;

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** All homes of the provider, which can be offered, and which papers run out next. */
@Component({
  selector: 'dps-homes-page',
  imports: [EmptyState, GovukButton, GovukErrorSummary, Loading, PageHeader, RouterLink, Status, UkDate],
  host: { class: 'dps-page' },
  templateUrl: './homes-page.html',
  styleUrl: './homes-page.scss',
})
export class HomesPage {
  private readonly service = inject(Homes);
  private readonly clock = inject(ServerClock);

  protected readonly problemOf = problemOf;
  protected readonly loaded = resource({ loader: () => this.service.list() });
  protected readonly homes = computed(() => (this.loaded.hasValue() ? this.loaded.value() : []));

  protected readonly lead = computed(() => {
    const homes = this.homes();
    const places = homes.reduce((sum, home) => sum + home.places.length, 0);
    const paused = homes.filter(({ standing }) => standing === 'Suspended').length;
    const sentence = `${count(homes.length, 'home')}, ${count(places, 'place')}.`;
    return paused > 0 ? `${sentence} ${count(paused, 'home')} cannot take new people.` : sentence;
  });

  /** Papers that ran out or will soon, the earliest first. */
  protected readonly runsOut = computed(() =>
    this.homes()
      .flatMap((home) =>
        home.certificates.map((certificate) => ({
          home,
          certificate,
          name: CERTIFICATES[certificate.kind],
          days: Math.ceil((Date.parse(certificate.expiresOn) - this.today()) / DAY),
        })),
      )
      .filter(({ days }) => days <= SOON)
      .sort((a, b) => a.certificate.expiresOn.localeCompare(b.certificate.expiresOn)),
  );

  private readonly today = computed(() => Math.floor(this.clock.now() / DAY) * DAY);

  protected describe(home: PremisesDto): string {
    return `${CATEGORIES[home.category]}. ${count(home.places.length, 'place')}, ${home.outwardCode}`;
  }

  protected leftOf(days: number, expired: boolean): string {
    if (expired) return 'Ran out';
    return days <= 0 ? 'Last day today' : count(days, 'day');
  }

  protected smallOf(home: PremisesDto): number {
    return home.places.filter(({ bedroomLargeEnough }) => !bedroomLargeEnough).length;
  }
}
