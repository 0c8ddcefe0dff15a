import { Location } from '@angular/common';
import { Component, computed, effect, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { AppPermission } from '../../core/app-permission';
import { PageTitle } from '../../core/page-title';
import { Problem, problemOf } from '../../core/problem';
import { ServerSession } from '../../core/server-session';
import { ReferralCancelReason, ReferralDto } from '../../proxy/models';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukRadios } from '../../ui/govuk-radios';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { NeedsSummary } from '../parts/needs-summary';
import { NewerVersion } from '../parts/newer-version';
import { Referrals } from '../referrals';
import { choicesOf, REFERRAL_CANCEL_REASONS, REFERRAL_STATES } from '../words';

const NOT_SEARCHED: readonly ReferralCancelReason[] = ['NoTime', 'NobodyCanMeetNeed', 'NobodyInAreas', 'TooDear'];

/** A referral as recorded, the way to a call-off, and the way to end it. */
@Component({
  selector: 'dps-referral-page',
  imports: [
    AppPermission,
    Breadcrumbs,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukRadios,
    Loading,
    NeedsSummary,
    NewerVersion,
    PageHeader,
    RouterLink,
    Status,
    UkDate,
  ],
  host: { class: 'dps-page dps-page--officer' },
  template: `
    <govuk-error-summary [problem]="problem()" [form]="cancel" />
    @if (referral.hasValue()) {
      @let it = referral.value();
      <dps-page-header
        officer
        heading="What this young person needs"
        [lead]="it.needs ? 'This, and nothing more, is what providers read once it is published.' : undefined"
      >
        <dps-breadcrumbs
          [crumbs]="[{ label: 'Referrals', link: '/referrals' }]"
          [facts]="[it.reference, 'recorded by ' + it.createdByName]"
        />
        <dps-status [text]="states[it.state].text" [tone]="states[it.state].tone" />
        @if (canChange()) {
          <a *appPermission="'Referrals.Manage'" govukButton="secondary" [routerLink]="['/referrals', it.id, 'edit']"
            >Change</a
          >
        }
        @if (it.callOffId) {
          <a [govukButton]="it.callOffHasEnded ? 'secondary' : ''" [routerLink]="['/call-offs', it.callOffId]"
            >Go to call-off {{ it.callOffReference }}</a
          >
        }
        @if (it.state === 'Draft') {
          <a *appPermission="'Referrals.Manage'" govukButton [routerLink]="['/referrals', it.id, 'edit']"
            >Carry on with the draft</a
          >
        } @else if (canSearch(it)) {
          <a
            *appPermission="'CallOffs.Prepare'"
            govukButton
            routerLink="/call-offs/new"
            [queryParams]="{ referral: it.id }"
            >{{ it.callOffId ? 'Prepare another call-off' : 'Prepare a call-off' }}</a
          >
        }
      </dps-page-header>
      @if (justSaved) {
        <p class="said">Saved. Only your council sees it.</p>
      }
      @if (it.endedBecause; as because) {
        <p class="said">
          <strong>Ended {{ it.endedAt | ukDate }}.</strong> {{ reasonWords[because] }}.
        </p>
      } @else if (it.callOffId && it.callOffHasEnded && canSearch(it)) {
        <p class="said">
          <strong>Call-off {{ it.callOffReference }} ended without a home.</strong> Prepare another, or end the
          referral.
        </p>
      }
      <dps-newer-version [problem]="cancel.problem()" (loadNewer)="referral.reload(); cancel.clear()" />
      @if (it.needs; as needs) {
        <dps-needs-summary [needs]="needs" />
      } @else {
        <div class="dps-card dps-card--lead">
          <h2 class="dps-card__heading">Not complete yet</h2>
          <p class="govuk-!-margin-bottom-0">
            Saved for your council only. A search can start once every question is answered.
          </p>
        </div>
      }
      @if (mayCancel()) {
        <section class="dps-section end">
          @if (it.callOffId && !it.callOffHasEnded) {
            <p class="dps-meta">
              To end this referral, first cancel or discard
              <a class="govuk-link" [routerLink]="['/call-offs', it.callOffId]"
                >its call-off {{ it.callOffReference }}</a
              >.
            </p>
          } @else if (cancelling()) {
            <form [govukForm]="cancel">
              <govuk-radios
                [field]="cancel.tree.reason"
                legend="Why do you end this referral?"
                hint="One answer. It is counted, and nobody outside your council sees it."
                layout="small"
                [choices]="reasons()"
              />
              <div class="govuk-button-group">
                <button type="submit" govukButton="warning" [busy]="cancel.busy()">End the referral</button>
                <button type="button" govukButton="secondary" (click)="cancelling.set(false)">Keep the referral</button>
              </div>
            </form>
          } @else {
            <button type="button" govukButton="secondary" small (click)="cancelling.set(true)">
              End this referral
            </button>
          }
        </section>
      }
    } @else if (!problem()) {
      <dps-loading text="Loading the referral" />
    } @else {
      <h1 class="govuk-heading-l">This referral cannot be shown</h1>
    }
  `,
  styles: `
    .said {
      margin-bottom: 24px;
    }
  `,
})
export class ReferralPage {
  private readonly referrals = inject(Referrals);
  private readonly session = inject(ServerSession);
  private readonly title = inject(PageTitle);

  readonly id = input.required<string>();

  /** Said once, after the form. */
  protected readonly justSaved = (inject(Location).getState() as { saved?: boolean } | null)?.saved === true;

  protected readonly referral = resource({
    params: () => this.id(),
    loader: ({ params }) => this.referrals.get(params),
  });
  protected readonly problem = linkedSignal<Problem | undefined>(() =>
    this.referral.error() ? problemOf(this.referral.error()) : undefined,
  );
  protected readonly canChange = computed(
    () =>
      this.referral.hasValue() && (this.referral.value().state === 'Ready' || this.canSearch(this.referral.value())),
  );
  protected readonly mayCancel = computed(
    () =>
      this.referral.hasValue() &&
      this.referral.value().permittedTriggers.includes('Cancel') &&
      this.session.may('Referrals.Manage'),
  );
  protected readonly cancelling = signal(false);
  protected readonly states = REFERRAL_STATES;
  protected readonly reasonWords = REFERRAL_CANCEL_REASONS;
  /** Whether anybody searched is known. */
  protected readonly reasons = computed(() => {
    const wasSearched = this.referral.hasValue() && this.referral.value().wasSearched;
    const untrue: readonly ReferralCancelReason[] = wasSearched ? NOT_SEARCHED : ['NobodyOffered'];
    return choicesOf(REFERRAL_CANCEL_REASONS).filter(({ value }) => !untrue.includes(value as ReferralCancelReason));
  });
  /** One search at a time; a need goes on when its call-off ended without a home. */
  protected canSearch = ({ state, callOffId, callOffHasEnded }: ReferralDto): boolean =>
    (state === 'Ready' || state === 'Sourcing') && (!callOffId || callOffHasEnded);

  protected readonly cancel = govukForm(
    signal({ reason: '' }),
    (path) => required(path.reason, { message: 'Choose why you end the referral' }),
    {
      save: async ({ reason }) => {
        const version = this.referral.hasValue() ? this.referral.value().version : 0;
        this.referral.set(await this.referrals.cancel(this.id(), reason as ReferralCancelReason, version));
        this.cancelling.set(false);
      },
    },
  );

  constructor() {
    effect(() => {
      if (this.referral.hasValue()) this.title.set(`Referral ${this.referral.value().reference}`);
    });
  }
}
