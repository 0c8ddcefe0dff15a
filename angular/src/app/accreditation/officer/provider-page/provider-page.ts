import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageTitle } from '../../../core/page-title';
import { problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { providerGet } from '../../../proxy/functions';
import { ProviderDto, ProviderLotDto, ProviderVisitDto } from '../../../proxy/models';
import { counted } from '../../../ui/counted';
import { EmptyState } from '../../../ui/empty-state';
import { FactStrip } from '../../../ui/fact-strip';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { History } from '../../../ui/history';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { Fact, HistoryEvent } from '../../../ui/parts';
import { ScrollX } from '../../../ui/scroll-x';
import { Status } from '../../../ui/status';
import { formatDate, UkDate } from '../../../ui/uk-date';
import { OUTCOMES, REGISTRATIONS } from '../../ofsted/words';
import { STANDINGS } from '../../standing/words';
import { MEMBERS, moveInWords, PAPERS, Said, visitState } from '../words';

/** A paper that runs out within this many days is told in another colour. */
const NEAR_DAYS = 30;

/** Who a provider is, where it stands, and what comes next: all that the authority knows, on one page. */
@Component({
  selector: 'dps-provider-page',
  imports: [
    EmptyState,
    FactStrip,
    GovukErrorSummary,
    History,
    Loading,
    PageHeader,
    RouterLink,
    ScrollX,
    Status,
    UkDate,
  ],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './provider-page.html',
  styleUrl: './provider-page.scss',
})
export class ProviderPage {
  private readonly api = inject(Api);
  private readonly title = inject(PageTitle);

  readonly id = input.required<string>();

  protected readonly members = MEMBERS;
  protected readonly standings = STANDINGS;

  protected readonly loaded = resource({
    params: () => ({ id: this.id() }),
    loader: ({ params }) => this.api.invoke(providerGet, params),
  });
  protected readonly provider = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  protected readonly problem = computed(() => (this.loaded.error() ? problemOf(this.loaded.error()) : undefined));

  protected readonly caption = computed(() => {
    const { memberSince, companyNumber } = this.provider() ?? {};
    return [
      memberSince ? `Member since ${formatDate(memberSince)}` : 'Not a member yet',
      companyNumber && `company ${companyNumber}`,
    ]
      .filter(Boolean)
      .join(' · ');
  });

  protected readonly facts = computed<readonly Fact[]>(() => {
    const it = this.provider();
    return it ? [...this.people(it), this.ofsted(it), this.places(it)] : [];
  });

  protected readonly closed = computed(() => this.provider()?.homes.filter(({ usable }) => !usable).length ?? 0);

  protected readonly events = computed<HistoryEvent[]>(() =>
    (this.provider()?.history ?? []).map((event) => ({
      at: event.at,
      who: event.actorName,
      what: moveInWords(event),
      tone: event.refused ? 'refused' : 'done',
    })),
  );

  constructor() {
    effect(() => {
      const name = this.provider()?.name;
      if (name) this.title.set(name);
    });
  }

  protected lotStanding({ membership, standing }: ProviderLotDto): Said {
    if (standing) return STANDINGS[standing];
    return { text: membership ? 'Not accredited yet' : 'Not decided', tone: 'neutral' };
  }

  protected readonly visitState = visitState;

  protected visitPath = ({ id, state }: ProviderVisitDto): unknown[] =>
    state === 'Completed' ? ['/property/visits', id, 'result'] : ['/property/visits', id];

  protected left(days: number): string {
    if (days < 0) return days === -1 ? 'Ran out yesterday' : `Ran out ${-days} days ago`;
    return days === 0 ? 'Last day today' : counted(days, 'day');
  }

  protected nearness = (days: number): string => (days < 0 ? 'late' : days <= NEAR_DAYS ? 'near' : '');

  protected nameOf = (kind: string): string => PAPERS[kind] ?? kind;

  private people({ managers, nominatedIndividuals, contactName, contactPhone, contactEmail }: ProviderDto): Fact[] {
    return [
      { label: 'Registered service manager', value: managers.join(', ') || 'Nobody named' },
      { label: 'Nominated individual', value: nominatedIndividuals.join(', ') || 'Nobody named' },
      {
        label: 'Contact',
        value: contactName ?? '–',
        note: [contactPhone, contactEmail].filter(Boolean).join(' · '),
      },
    ];
  }

  private ofsted({ urn, ofstedStatus }: ProviderDto): Fact {
    const label = urn ? `Ofsted, URN ${urn}` : 'Ofsted';
    if (!ofstedStatus)
      return { label, value: urn ? 'Registered' : 'Not registered', note: 'by its own word, not recorded yet' };

    const outcome = ofstedStatus.outcome && OUTCOMES[ofstedStatus.outcome];
    return {
      label,
      value: REGISTRATIONS[ofstedStatus.registration].text,
      note: [outcome, `on ${formatDate(ofstedStatus.asOf)}`].filter(Boolean).join(', '),
    };
  }

  private places({ homes }: ProviderDto): Fact {
    const places = homes.reduce((sum, home) => sum + home.placeCount, 0);
    const usable = homes.filter((home) => home.usable).reduce((sum, home) => sum + home.placeCount, 0);
    return {
      label: 'Places',
      value: String(places),
      note: `in ${counted(homes.length, 'home')}, ${usable} usable`,
      large: true,
    };
  }
}
