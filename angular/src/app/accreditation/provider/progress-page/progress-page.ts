import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { ApplicationDto, ClockDto } from '../../../proxy/models';
import { Clocks } from '../../../ui/clocks';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { GovukNotificationBanner } from '../../../ui/notification-banner';
import { PageHeader } from '../../../ui/page-header';
import { ClockFace, TaskRow } from '../../../ui/parts';
import { Stages } from '../../../ui/stages';
import { Status } from '../../../ui/status';
import { GovukTaskList } from '../../../ui/task-list';
import { UkDate, formatDate } from '../../../ui/uk-date';
import { UkDateTime } from '../../../ui/uk-date-time';
import { STANDINGS } from '../../standing/words';
import { Applications } from '../applications';
import { referencesRow } from '../references';
import { stageSteps } from '../stage-steps';
import { ACCREDITATIONS, FITNESS, MEMBERSHIPS, ROLES, STAGES } from '../words';

const QUESTIONS = {
  Asked: { status: 'To answer', tone: 'info' },
  Late: { status: 'Late', tone: 'bad' },
  Answered: { status: 'Answered', tone: 'ok' },
  Closed: { status: 'Settled', tone: 'plain' },
  Withdrawn: { status: 'Withdrawn', tone: 'plain' },
} as const;

const ACTIONS = {
  Open: { status: 'To do', tone: 'info' },
  Late: { status: 'Overdue', tone: 'bad' },
  Reported: { status: 'We check it', tone: 'plain' },
  Accepted: { status: 'Done', tone: 'ok' },
} as const;

/** A submitted application: its stages with reasons, both clocks, visits and letters. */
@Component({
  selector: 'dps-progress-page',
  imports: [
    Clocks,
    GovukErrorSummary,
    GovukNotificationBanner,
    GovukTaskList,
    PageHeader,
    RouterLink,
    Stages,
    Status,
    UkDate,
    UkDateTime,
  ],
  host: { class: 'dps-page' },
  templateUrl: './progress-page.html',
})
export class ProgressPage {
  private readonly applications = inject(Applications);

  readonly application = input.required<ApplicationDto>();

  protected readonly problemOf = problemOf;
  protected readonly letters = resource({
    params: () => this.application().id,
    loader: ({ params }) => this.applications.letters(params),
  });

  private readonly standing = resource({
    params: () => (this.application().membership === 'Admitted' ? this.application().id : undefined),
    loader: ({ params }) => this.applications.standing(params),
  });
  /** Lots in which an accreditation that was given counts no longer. */
  protected readonly stopped = computed(() =>
    this.standing.hasValue() ? this.standing.value().lots.filter(({ from, awardable }) => from && !awardable) : [],
  );
  protected readonly standings = STANDINGS;

  private readonly references = resource({
    params: () => this.application().id,
    loader: ({ params }) => this.applications.references(params),
  });
  protected readonly referenceRows = computed(() => [
    referencesRow(
      ['/application', this.application().id, 'references'],
      this.references.hasValue() ? this.references.value() : undefined,
      true,
    ),
  ]);

  protected readonly steps = computed(() => stageSteps(this.application()));
  protected readonly membership = computed(() => MEMBERSHIPS[this.application().membership]);
  protected readonly accreditation = computed(() => ACCREDITATIONS[this.application().accreditation]);
  protected readonly decided = computed(() => !['Submitted', 'InEvaluation'].includes(this.application().membership));

  protected readonly faces = computed(() => {
    const { membershipClock, stageClock } = this.application();
    const faces: ClockFace[] = [];
    if (membershipClock && !this.decided()) {
      faces.push({
        ...faceOf(membershipClock),
        headline: `We must decide by ${formatDate(membershipClock.dueOn, 'weekday')}`,
        caption: 'Whether you join, by law. Questions do not stop it',
        kind: 'law',
      });
    }
    if (stageClock) {
      faces.push({
        ...faceOf(stageClock),
        headline: stageClock.paused
          ? 'We wait for your answer'
          : `We aim to finish by ${formatDate(stageClock.dueOn, 'weekday')}`,
        caption: 'This stage, our promise',
        kind: 'promise',
      });
    }
    return faces;
  });

  /** Those to answer first; settled ones can be read. */
  protected readonly questions = computed<readonly TaskRow[]>(() =>
    [...this.application().clarifications]
      .sort((a, b) => Number(b.state === 'Asked') - Number(a.state === 'Asked'))
      .map((question) => ({
        title: question.question.length > 90 ? `${question.question.slice(0, 87)}…` : question.question,
        hint: `${question.overdue ? 'Reply was due on' : 'Reply by'} ${formatDate(question.replyBy, 'weekday')}`,
        link: ['/application', this.application().id, 'questions', question.id],
        ...QUESTIONS[question.overdue ? 'Late' : question.state],
      })),
  );

  /** Those to do first, by their day; done ones can be read. */
  protected readonly actions = computed<readonly TaskRow[]>(() =>
    [...this.application().recruitmentActions]
      .sort((a, b) => Number(b.state === 'Open') - Number(a.state === 'Open'))
      .map((action) => ({
        title: action.text.length > 90 ? `${action.text.slice(0, 87)}…` : action.text,
        hint: `${action.overdue ? 'Was due by' : 'Due by'} ${formatDate(action.dueOn, 'weekday')}`,
        link: ['/application', this.application().id, 'actions', action.id],
        ...ACTIONS[action.overdue ? 'Late' : action.state],
      })),
  );

  /** Stages that have begun, with what was said about them. */
  protected readonly stages = computed(() =>
    this.application()
      .stages.filter(({ status }) => status !== 'NotStarted')
      .map((stage) => ({ ...stage, name: STAGES[stage.stage] })),
  );

  /** Each person with what two officers found and why; nobody of whom it is still open. */
  protected readonly outcomes = computed(() =>
    (this.application().personOutcomes ?? []).map((person) => ({
      ...person,
      said: FITNESS[person.outcome],
      role: person.roles.map((role) => ROLES[role]).join(', '),
    })),
  );

  protected visitState(visit: ApplicationDto['visits'][number]): {
    text: string;
    tone: 'ok' | 'bad' | 'info' | 'neutral';
  } {
    if (visit.state === 'Cancelled') return { text: 'Cancelled', tone: 'neutral' };
    if (visit.passed === true) return { text: 'Passed', tone: 'ok' };
    return visit.passed === false ? { text: 'Not passed', tone: 'bad' } : { text: 'Booked', tone: 'info' };
  }
}

function faceOf(clock: ClockDto): Omit<ClockFace, 'caption' | 'headline' | 'kind'> {
  const note = clock.extensionReason
    ? `made longer: ${clock.extensionReason}`
    : clock.extendableTo
      ? `can run to ${formatDate(clock.extendableTo).replace(/ \d{4}$/, '')} once, with a reason`
      : undefined;
  return {
    position: `Day ${clock.day} of ${clock.workingDays}`,
    note,
    late: clock.overdue,
    days: {
      total: clock.workingDays + clock.pausedDays.length,
      used: Math.min(clock.day, clock.workingDays) + clock.pausedDays.length,
      paused: clock.pausedDays,
    },
  };
}
