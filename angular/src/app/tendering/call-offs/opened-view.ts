import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ServerSession } from '../../core/server-session';
import { CallOffDto } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { formatDateTime, UkDateTime } from '../../ui/uk-date-time';
import { PlacementLink } from '../parts/placement-link';
import { SignedRoot } from '../parts/signed-root';

const NEXT: Readonly<Record<string, { readonly heading: string; readonly text: string; readonly button: string }>> = {
  Opened: {
    heading: 'Quality is scored first',
    text: 'Say whether you have a conflict of interest, then score each answer. Names and prices stay hidden until quality is locked.',
    button: 'Go to scoring',
  },
  Evaluating: {
    heading: 'Quality is being scored',
    text: 'Each evaluator scores alone; once all have locked their scores they agree under a chair. Then quality is locked and prices appear.',
    button: 'Go to scoring',
  },
  Moderated: {
    heading: 'The bids are ranked',
    text: 'Look at the ranking and propose the award.',
    button: 'See the ranking',
  },
  AwardProposed: {
    heading: 'An award waits for approval',
    text: 'Somebody other than the one who proposed it approves it or sends it back.',
    button: 'See the proposal',
  },
  Awarded: {
    heading: 'The award is approved',
    text: 'All bidders have their letters.',
    button: 'See the evaluation',
  },
};

const SCORED_BY_OTHERS = {
  heading: 'Quality is being scored',
  text: 'Placements officers score the answers. You decide on the award once one of them has proposed it.',
  button: 'See the bids',
};

const CONFLICTED = {
  heading: 'You declared a conflict of interest',
  text: 'You see no bid and take no part. Colleagues go on.',
  button: '',
};

/** The opening record, and where the call-off goes from here. */
@Component({
  selector: 'dps-opened-view',
  imports: [GovukButton, PlacementLink, RouterLink, SignedRoot, UkDateTime],
  template: `
    @let it = callOff();
    @if (next(); as step) {
      <section class="dps-card dps-card--lead">
        <h2 class="dps-card__heading">{{ step.heading }}</h2>
        @if (it.award; as award) {
          <p>
            <strong>{{ award.providerName }}</strong>, proposed by {{ award.proposedByName }} on
            {{ award.proposedAt | ukDateTime
            }}{{
              award.approvedByName
                ? ', approved by ' + award.approvedByName + ' on ' + formatDateTime(award.approvedAt)
                : ''
            }}
          </p>
        }
        <p>{{ step.text }}</p>
        @if (it.state === 'Awarded') {
          <dps-placement-link [callOffId]="it.id" />
        }
        @if (readsBids && step.button) {
          <div class="govuk-button-group">
            <a govukButton [routerLink]="['/call-offs', it.id, 'evaluation']">{{ step.button }}</a>
            @if (it.state === 'Awarded') {
              <a govukButton="secondary" [routerLink]="['/call-offs', it.id, 'letters']">Read the letters</a>
            }
          </div>
        }
      </section>
    }
    <section>
      <h2 class="govuk-heading-m">Opening record</h2>
      <div class="cards">
        @for (officer of it.openers; track officer.userId; let index = $index) {
          <div class="dps-card officer">
            <p class="dps-meta">{{ index === 0 ? 'First officer' : 'Second officer' }}</p>
            <h2>{{ officer.name }}</h2>
            <p class="done">{{ index === 0 ? 'Asked' : 'Opened' }} on {{ officer.at | ukDateTime }}</p>
          </div>
        }
      </div>
    </section>
    @if (it.boxRoot; as root) {
      <dps-signed-root [callOffId]="it.id" [root]="root" />
    }
    <section class="dps-card">
      <dl class="facts">
        @for (fact of facts(); track fact.key) {
          <dt>{{ fact.key }}</dt>
          <dd>{{ fact.value }}</dd>
        }
      </dl>
    </section>
  `,
  styleUrl: './views.scss',
})
export class OpenedView {
  readonly callOff = input.required<CallOffDto>();

  private readonly session = inject(ServerSession);

  protected readonly formatDateTime = formatDateTime;
  protected readonly readsBids = this.session.may('CallOffs.ReadBids');
  protected readonly next = computed(() => {
    const { state, callerHasConflict } = this.callOff();
    if (callerHasConflict) return CONFLICTED;

    const scores = ['Opened', 'Evaluating'].includes(state);
    return scores && !this.session.may('CallOffs.Evaluate') ? SCORED_BY_OTHERS : NEXT[state];
  });
  protected readonly facts = computed(() => {
    const it = this.callOff();
    return [
      { key: 'Bids opened', value: String(it.openedBidCount ?? 0) },
      { key: 'Opened', value: formatDateTime(it.openedAt) },
      { key: 'Members invited', value: String(it.invitedCount ?? 0) },
      { key: 'Declined', value: String(it.declines.length) },
      { key: 'Published', value: `${formatDateTime(it.publishedAt)}, by ${it.publishedByName ?? ''}` },
      { key: 'Deadline', value: formatDateTime(it.deadline) },
      { key: 'Closed', value: formatDateTime(it.closedAt) },
      { key: 'Prepared by', value: it.preparedByName },
    ];
  });
}
