import { Component, computed, inject, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { ServerSession } from '../../../core/server-session';
import { Api } from '../../../proxy/api';
import { applicationClosePropertyVisit, visitBook } from '../../../proxy/functions';
import { ApplicationVisitDto, VisitMode, VisitNotice } from '../../../proxy/models';
import { isoDateOf, noDate } from '../../../ui/dates';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukSelect } from '../../../ui/govuk-select';
import { ScrollX } from '../../../ui/scroll-x';
import { Status } from '../../../ui/status';
import { UkDateTime } from '../../../ui/uk-date-time';
import { CloseStage } from '../close-stage';
import { ClosedStage } from '../closed-stage';
import { instantInLondon } from '../london-time';
import { OpenApplication } from '../open-application';
import { visitState } from '../words';

const blank = () => ({ premisesId: '', scheduledAt: noDate(), time: '', mode: 'InPerson', notice: 'Announced' });
type Booking = ReturnType<typeof blank>;

/** Stage 4: each home visited in person, on the checklist. */
@Component({
  selector: 'dps-visits-tab',
  imports: [
    CloseStage,
    ClosedStage,
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukRadios,
    GovukSelect,
    RouterLink,
    ScrollX,
    Status,
    UkDateTime,
  ],
  templateUrl: './visits-tab.html',
})
export class VisitsTab {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);
  protected readonly open = inject(OpenApplication);

  protected readonly close = applicationClosePropertyVisit;
  protected readonly booking = signal(false);
  protected readonly booked = signal(false);
  protected readonly isOpen = computed(() =>
    this.open.application().permittedAccreditationTriggers.includes('PassPropertyVisit'),
  );
  protected readonly stillBooked = computed(() => this.rows().some(({ visits }) => this.hasOpen(visits)));
  protected readonly mayClose = computed(() => this.isOpen() && this.session.may('Applications.Review'));
  protected readonly mayBook = computed(
    () => this.open.application().membership === 'Admitted' && this.session.may('Visits.Book'),
  );
  protected readonly isClosed = computed(() =>
    this.open.application().stages.some(({ stage, closedAt }) => stage === 'PropertyVisit' && closedAt),
  );
  protected readonly rows = computed(() =>
    this.open.application().premises.map((home) => ({
      home,
      visits: this.open.application().visits.filter((visit) => visit.premisesId === home.id),
    })),
  );
  protected readonly homes = computed(() =>
    this.rows()
      .filter(({ visits }) => !this.hasOpen(visits))
      .map(({ home }) => ({ value: home.id, label: `${home.name}, ${home.outwardCode}` })),
  );
  protected readonly modes = [
    { value: 'InPerson', label: 'In person' },
    { value: 'Virtual', label: 'By video', hint: 'Cannot carry a first accreditation' },
  ];
  protected readonly notices = [
    { value: 'Announced', label: 'Announced', hint: 'The provider is told the day and time' },
    { value: 'Unannounced', label: 'Unannounced', hint: 'The provider is not told' },
  ];

  protected readonly form = govukForm(
    signal(blank()),
    (path) => {
      required(path.premisesId, { message: 'Choose the home' });
      validate(path.scheduledAt, ({ value }) =>
        isoDateOf(value()) ? undefined : { kind: 'date', message: 'Enter the day of the visit' },
      );
      validate(path.time, ({ value }) =>
        instantInLondon('2026-01-01', value()) ? undefined : { kind: 'time', message: 'Enter the time, like 14:30' },
      );
    },
    { save: (value) => this.book(value), idPrefix: 'book' },
  );

  protected readonly stateOf = visitState;

  protected linkOf = (visit: ApplicationVisitDto): string =>
    `/property/visits/${visit.id}${visit.state === 'Completed' || visit.state === 'Cancelled' ? '/result' : ''}`;

  /** A home has one visit to come at a time. */
  protected hasOpen = (visits: readonly ApplicationVisitDto[]): boolean =>
    visits.some(({ state }) => state === 'Booked' || state === 'InProgress');

  protected startBooking(premisesId: string): void {
    this.form.quiet();
    this.form.use();
    this.booked.set(false);
    this.form.model.update((model) => ({ ...model, premisesId }));
    this.booking.set(true);
  }

  private async book(value: Booking): Promise<void> {
    const scheduledAt = instantInLondon(isoDateOf(value.scheduledAt) ?? '', value.time) ?? '';
    await this.api.invoke(visitBook, {
      body: {
        premisesId: value.premisesId,
        applicationId: this.open.application().id,
        scheduledAt,
        mode: value.mode as VisitMode,
        notice: value.notice as VisitNotice,
      },
    });
    this.booking.set(false);
    this.booked.set(true);
    this.form.model.update((model) => ({ ...model, premisesId: '', scheduledAt: noDate(), time: '' }));
    this.open.reload();
  }
}
