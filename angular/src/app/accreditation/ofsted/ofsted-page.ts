import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { ofstedGetDifferences, ofstedGetList, ofstedRecord, ofstedResolve } from '../../proxy/functions';
import { OfstedOutcome, OfstedRegistration, PagedResultOfOfstedProviderDto } from '../../proxy/models';
import { datePartsOf, isBlankDate, isoDateOf, noDate } from '../../ui/dates';
import { needed, optional, realDate } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { GovukSelect } from '../../ui/govuk-select';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { ListSearch } from '../../ui/list-search';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { Pagination } from '../../ui/pagination';
import { ScrollX } from '../../ui/scroll-x';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { STANDINGS } from '../standing/words';
import { choicesOf, DIFFERENCES, OUTCOMES, REGISTRATIONS } from './words';

const PAGE_SIZE = 20;

const fresh = () => ({ registration: '', outcome: '', outcomeOn: noDate(), asOf: noDate(), note: '' });

/** What Ofsted says, beside our accreditation; and where its register differs, as tasks. */
@Component({
  selector: 'dps-ofsted-page',
  imports: [
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukSelect,
    GovukTextarea,
    ListSearch,
    Loading,
    PageHeader,
    Pagination,
    RouterLink,
    ScrollX,
    Status,
    UkDate,
  ],
  host: { class: 'dps-page dps-page--officer' },
  styles: `
    .ofsted__record {
      margin-bottom: 24px;
    }
  `,
  templateUrl: './ofsted-page.html',
})
export class OfstedPage {
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);

  readonly search = input<string>();
  readonly page = input<string>();

  protected readonly standings = STANDINGS;
  protected readonly registrations = REGISTRATIONS;
  protected readonly outcomes = OUTCOMES;
  protected readonly kinds = DIFFERENCES;
  protected readonly registrationChoices = choicesOf(
    Object.fromEntries(Object.entries(REGISTRATIONS).map(([key, { text }]) => [key, text])),
  );
  protected readonly outcomeChoices = choicesOf(OUTCOMES);

  protected readonly pageSize = PAGE_SIZE;
  protected readonly pageNumber = computed(() => Math.max(1, Number(this.page()) || 1));
  protected readonly providers = resource({
    params: () => ({ Search: this.search()?.trim() || undefined, Page: this.pageNumber(), PageSize: PAGE_SIZE }),
    loader: ({ params }) => this.api.invoke(ofstedGetList, params),
  });
  protected readonly differences = resource({ loader: () => this.api.invoke(ofstedGetDifferences) });
  protected readonly problem = computed(() => {
    const error = this.providers.error() ?? this.differences.error();
    return error ? problemOf(error) : undefined;
  });
  private readonly all = computed(() => (this.differences.hasValue() ? this.differences.value() : []));
  protected readonly open = computed(() => this.all().filter(({ state }) => state === 'Open'));
  protected readonly settled = computed(() => this.all().filter(({ state }) => state !== 'Open'));
  /** The difference whose form is open. */
  protected readonly settling = signal('');
  /** The provider whose form is open; it closes with its page of the list. */
  protected readonly recording = linkedSignal<unknown, string>({
    source: () => [this.search(), this.page()],
    computation: () => '',
  });
  /** The last page stays while the next one is under way, so that nothing that is typed beside it goes. */
  private readonly listed = linkedSignal<
    PagedResultOfOfstedProviderDto | undefined,
    PagedResultOfOfstedProviderDto | undefined
  >({
    source: () => (this.providers.hasValue() ? this.providers.value() : undefined),
    computation: (value, previous) => value ?? previous?.value,
  });
  protected readonly shown = computed(() => (this.differences.hasValue() ? this.listed() : undefined));
  protected readonly recorded = computed(() =>
    this.listed()?.items.find(({ providerId }) => providerId === this.recording()),
  );
  private readonly recordHeading = viewChild<ElementRef<HTMLElement>>('recordHeading');

  protected readonly settle = govukForm(
    signal({ reason: '' }),
    (path) => needed(path.reason, 'Say what you did about it', 2000),
    {
      save: async ({ reason }) => {
        const difference = this.open().find(({ id }) => id === this.settling());
        if (!difference) return;

        const { id, version } = difference;
        this.differences.set(await this.api.invoke(ofstedResolve, { id, body: { reason: reason.trim(), version } }));
        this.settling.set('');
        this.settle.model.set({ reason: '' });
        this.settle.clear();
        this.providers.reload();
      },
      idPrefix: 'settle',
    },
  );

  protected readonly record = govukForm(
    signal(fresh()),
    (path) => {
      required(path.registration, { message: 'Choose the registration' });
      realDate(path.outcomeOn, 'The day of the inspection');
      validate(path.outcomeOn, ({ value, valueOf }) =>
        isBlankDate(value()) !== (valueOf(path.outcome) === '')
          ? { kind: 'rule', message: 'Enter the outcome and the day of the inspection together' }
          : undefined,
      );
      realDate(path.asOf, 'The day', 'Enter the day on which Ofsted said so');
      optional(path.note, 500);
    },
    {
      save: async ({ registration, outcome, outcomeOn, asOf, note }) => {
        const recorded = await this.api.invoke(ofstedRecord, {
          id: this.recording(),
          body: {
            registration: registration as OfstedRegistration,
            outcome: outcome === '' ? null : (outcome as NonNullable<OfstedOutcome>),
            outcomeOn: isoDateOf(outcomeOn) ?? null,
            asOf: isoDateOf(asOf) ?? '',
            note: note.trim() || null,
          },
        });
        this.providers.update(
          (list) =>
            list && {
              ...list,
              items: list.items.map((it) => (it.providerId === recorded.providerId ? recorded : it)),
            },
        );
        this.recording.set('');
        this.record.clear();
      },
      idPrefix: 'ofsted',
    },
  );

  protected beginRecording(providerId: string): void {
    const status = this.listed()?.items.find((provider) => provider.providerId === providerId)?.status;
    this.record.model.set({
      ...fresh(),
      registration: status?.registration ?? '',
      outcome: status?.outcome ?? '',
      outcomeOn: datePartsOf(status?.outcomeOn),
    });
    this.record.clear();
    this.recording.set(providerId);
    afterNextRender(() => this.recordHeading()?.nativeElement.focus(), { injector: this.injector });
  }
}
