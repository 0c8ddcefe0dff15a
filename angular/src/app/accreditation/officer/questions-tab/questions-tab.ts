import { Component, computed, inject, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import {
  applicationAskClarification,
  applicationCloseClarification,
  applicationWithdrawClarification,
} from '../../../proxy/functions';
import { ApplicationSection, ClarificationDto } from '../../../proxy/models';
import { isoDateOf, noDate } from '../../../ui/dates';
import { EmptyState } from '../../../ui/empty-state';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { UkDateTime } from '../../../ui/uk-date-time';
import { NewerVersion } from '../newer-version';
import { OpenApplication } from '../open-application';
import { Said, SECTIONS, STAGES } from '../words';

const STATES: Readonly<Record<ClarificationDto['state'], Said>> = {
  Asked: { text: 'Waiting for the answer', tone: 'info' },
  Answered: { text: 'Answered', tone: 'warn' },
  Closed: { text: 'Settled', tone: 'ok' },
  Withdrawn: { text: 'Withdrawn', tone: 'neutral' },
};

/** Questions to the provider and its answers, oldest first; a new one beside them. */
@Component({
  selector: 'dps-questions-tab',
  imports: [
    EmptyState,
    GovukButton,
    GovukCheckboxes,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukTextarea,
    NewerVersion,
    Status,
    UkDate,
    UkDateTime,
  ],
  styles: `
    .question-by {
      margin-left: 8px;
    }
  `,
  templateUrl: './questions-tab.html',
})
export class QuestionsTab {
  protected readonly open = inject(OpenApplication);
  protected readonly stages = STAGES;
  protected readonly withdrawing = signal('');

  protected readonly sectionChoices = Object.entries(SECTIONS).map(([value, label]) => ({ value, label }));

  /** The open stage with a promise; the application itself has the legal clock. */
  protected readonly holdable = computed(() => {
    const application = this.open.application();
    const stage = application.stages.find(({ status, stage }) => status === 'Open' && stage !== 'Application');
    return application.stageClock ? stage?.stage : undefined;
  });
  protected readonly pauses = computed(() => {
    const stage = this.holdable();
    return stage ? [{ value: 'pause', label: `Holds the clock of ${STAGES[stage]} until it is answered` }] : [];
  });

  protected readonly form = govukForm(
    signal({ question: '', replyBy: noDate(), pause: [] as string[], sections: [] as string[] }),
    (path) => {
      required(path.question, { message: 'Ask a question' });
      validate(path.replyBy, ({ value }) =>
        isoDateOf(value()) === undefined
          ? { kind: 'date', message: 'Enter the day to reply by, like 27 3 2027' }
          : undefined,
      );
    },
    {
      save: async ({ question, replyBy, pause, sections }) => {
        const stage = this.holdable();
        await this.open.send(applicationAskClarification, {
          question,
          replyBy: isoDateOf(replyBy) ?? '',
          stage: stage ?? null,
          pausesStage: pause.length > 0 && stage !== undefined,
          sections: sections as ApplicationSection[],
        });
        this.form.model.set({ question: '', replyBy: noDate(), pause: [], sections: [] });
        this.form.clear();
      },
      fieldNames: { pausesStage: 'pause' },
      idPrefix: 'ask',
    },
  );

  protected readonly withdrawal = govukForm(
    signal({ reason: '' }),
    (path) => {
      required(path.reason, { message: 'Say why you withdraw the question' });
    },
    {
      save: async ({ reason }) => {
        const question = this.open.application().clarifications.find(({ id }) => id === this.withdrawing());
        if (!question) return;

        await this.open.tell(
          applicationWithdrawClarification,
          { reason, version: question.version },
          { clarificationId: question.id },
        );
        this.withdrawing.set('');
        this.withdrawal.model.set({ reason: '' });
      },
      idPrefix: 'withdraw-question',
    },
  );

  protected stateOf(question: ClarificationDto): Said {
    return question.overdue ? { text: 'Reply is late', tone: 'bad' } : STATES[question.state];
  }

  protected sectionsOf(question: ClarificationDto): string {
    return question.sections.map((section) => SECTIONS[section]).join(', ');
  }

  protected close(question: ClarificationDto): void {
    void this.open.pressTo(`close-${question.id}`, () =>
      this.open.tell(applicationCloseClarification, { version: question.version }, { clarificationId: question.id }),
    );
  }
}
