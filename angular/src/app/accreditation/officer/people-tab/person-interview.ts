import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { applyEach, required } from '@angular/forms/signals';
import { ServerSession } from '../../../core/server-session';
import { applicationAgreeInterview, applicationScoreInterview } from '../../../proxy/functions';
import { InterviewMarkDto, InterviewQuestion, PersonFitnessDto } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukSelect } from '../../../ui/govuk-select';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { ScrollX } from '../../../ui/scroll-x';
import { Status } from '../../../ui/status';
import { NewerVersion } from '../newer-version';
import { OpenApplication } from '../open-application';
import { QUESTIONS } from '../words';

const ALL = Object.keys(QUESTIONS) as InterviewQuestion[];

const marksOf = (scores: string): { score: string }[] => scores.split(',').map((score) => ({ score }));

/** The interview: scored by two officers or more, each before seeing the others', then agreed. */
@Component({
  selector: 'dps-person-interview',
  imports: [
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukSelect,
    GovukTextarea,
    NewerVersion,
    ScrollX,
    Status,
  ],
  templateUrl: './person-interview.html',
  styles: `
    .marks {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: 0 16px;
    }

    dps-scroll-x {
      margin-bottom: 16px;
    }
  `,
})
export class PersonInterview {
  private readonly open = inject(OpenApplication);
  private readonly session = inject(ServerSession);

  readonly person = input.required<PersonFitnessDto>();

  protected readonly questions = ALL;
  protected readonly words = QUESTIONS;
  protected readonly interview = computed(() => this.person().interview);
  protected readonly agreeing = signal(false);
  private readonly reviews = this.session.may('Applications.Review');
  protected readonly mayScore = computed(() => this.person().mayScore && this.reviews);
  protected readonly mayAgree = computed(() => this.person().mayAgree && this.reviews);
  /** Agreed already: to agree anew, the officer says so first. */
  protected readonly isAsked = computed(
    () => this.mayScore() || (this.mayAgree() && (!this.interview()?.agreed || this.agreeing())),
  );
  protected readonly shown = computed(() => (this.interview()?.given ?? []).filter(({ marks }) => marks));
  protected readonly hidden = computed(() => (this.interview()?.given ?? []).filter(({ marks }) => !marks));
  protected readonly choices = [0, 1, 2, 3, 4, 5].map((score) => ({ value: String(score), label: String(score) }));

  /**
   * What was agreed before, or what everybody gave alike, by question; empty where neither is, and for whoever still
   * scores alone.
   */
  private readonly alike = computed(() => ALL.map((question) => this.alikeOn(question)).join());
  protected readonly hasAlike = computed(() => /\d/.test(this.alike()));

  protected readonly form = govukForm(
    // By value: what is typed stays when the person is read again.
    linkedSignal<string, { marks: { score: string }[]; reasons: string }>({
      source: this.alike,
      computation: (alike, before) => ({
        marks: marksOf(alike),
        reasons: before?.value.reasons ?? this.agreedReasons(),
      }),
    }),
    (path) => {
      applyEach(path.marks, (mark) => {
        required(mark.score, { message: 'Choose a score from 0 to 5' });
      });
      required(path.reasons, {
        message: () => (this.mayScore() ? 'Say what you heard' : 'Say why the panel agrees on this'),
      });
    },
    {
      save: (value) => this.save(value),
      idPrefix: 'interview',
      nameOf: (path) => {
        const question = ALL[Number(/^marks\.(\d+)/.exec(path)?.[1])];
        return question && QUESTIONS[question];
      },
    },
  );

  protected scoreOf = (marks: readonly InterviewMarkDto[], question: InterviewQuestion): number | undefined =>
    marks.find((mark) => mark.question === question)?.score;

  private agreedReasons(): string {
    return this.mayAgree() && !this.mayScore() ? (this.interview()?.agreed?.reasons ?? '') : '';
  }

  private alikeOn(question: InterviewQuestion): string {
    const scores = this.shown().map(({ marks }) => this.scoreOf(marks ?? [], question));
    const [first] = scores;
    const agree = scores.length > 1 && scores.every((score) => score === first);
    const score = this.scoreOf(this.interview()?.agreed?.marks ?? [], question) ?? (agree ? first : undefined);
    return this.mayAgree() && !this.mayScore() && score !== undefined ? String(score) : '';
  }

  private async save(value: { marks: { score: string }[]; reasons: string }): Promise<void> {
    const marks = ALL.map((question, index) => ({ question, score: Number(value.marks[index]?.score) }));
    await this.open.send(
      this.mayScore() ? applicationScoreInterview : applicationAgreeInterview,
      { marks, reasons: value.reasons },
      { personId: this.person().personId },
    );
    this.agreeing.set(false);
    this.form.model.set({ marks: marksOf(this.alike()), reasons: this.agreedReasons() });
  }
}
