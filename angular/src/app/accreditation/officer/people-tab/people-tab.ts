import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ServerSession } from '../../../core/server-session';
import { applicationCloseFitAndProperTest, applicationOpenFitAndProperTest } from '../../../proxy/functions';
import { PersonFitnessDto } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { Progress } from '../../../ui/progress';
import { Status } from '../../../ui/status';
import { CloseStage } from '../close-stage';
import { ClosedStage } from '../closed-stage';
import { OpenApplication } from '../open-application';
import { FITNESS, ROLES, Said, TEST_GROUNDS } from '../words';
import { PersonForm } from './person-form';
import { PersonInterview } from './person-interview';
import { PersonOutcome } from './person-outcome';

/** Stage 2: everybody who must be fit for the work, each with checks and an outcome. */
@Component({
  selector: 'dps-people-tab',
  imports: [
    CloseStage,
    ClosedStage,
    GovukButton,
    PersonForm,
    PersonInterview,
    PersonOutcome,
    Progress,
    RouterLink,
    Status,
  ],
  templateUrl: './people-tab.html',
  styleUrl: './people-tab.scss',
})
export class PeopleTab {
  private readonly session = inject(ServerSession);
  protected readonly open = inject(OpenApplication);

  readonly personId = input<string>();

  protected readonly test = computed(() => this.open.application().fitAndProperTest);
  protected readonly people = computed(() => this.test()?.people ?? []);
  /** In a list, so that another person is another form. */
  protected readonly chosen = computed(() => {
    const people = this.people();
    const person = people.find((each) => each.personId === this.personId()) ?? people[0];
    return person ? [person] : [];
  });
  protected readonly root = computed(() => `/accreditation/applications/${this.open.application().id}/people`);

  protected readonly mayOpen = computed(() => this.permits('OpenFitAndProperTest'));
  protected readonly mayClose = computed(() => this.permits('PassFitAndProperTest'));
  protected readonly groundWords = TEST_GROUNDS;
  /** Whose checks are changed although an outcome stands. */
  protected readonly changing = signal<string | undefined>(undefined);
  protected readonly close = applicationCloseFitAndProperTest;

  protected rolesOf = (person: PersonFitnessDto): string => person.roles.map((role) => ROLES[role]).join(', ');
  protected doneOf = (person: PersonFitnessDto): number => person.checks.filter((check) => check.result).length;

  protected stateOf(person: PersonFitnessDto): Said {
    if (person.outcome && !person.confirmedAt) return { text: 'Waits for a second officer', tone: 'info' };
    if (person.outcome) return FITNESS[person.outcome];

    const failed = person.checks.filter((check) => check.result === 'Failed').length;
    if (failed > 0) return { text: failed === 1 ? '1 check fails' : `${failed} checks fail`, tone: 'bad' };
    const begun = person.checks.some((check) => check.result && check.kind !== 'RelevantExperience');
    return begun ? { text: 'In progress', tone: 'info' } : { text: 'Not started', tone: 'neutral' };
  }

  protected mayRecord = (person: PersonFitnessDto): boolean =>
    person.mayRecord && this.session.may('Applications.Review');

  protected isEditable = (person: PersonFitnessDto): boolean =>
    this.mayRecord(person) && (!person.outcome || this.changing() === person.personId);

  protected openStage(): void {
    void this.open.press('open', applicationOpenFitAndProperTest);
  }

  private permits(trigger: 'OpenFitAndProperTest' | 'PassFitAndProperTest'): boolean {
    const { permittedAccreditationTriggers } = this.open.application();
    return permittedAccreditationTriggers.includes(trigger) && this.session.may('Applications.Review');
  }
}
