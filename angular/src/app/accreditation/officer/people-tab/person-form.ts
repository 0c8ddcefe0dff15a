import { Component, computed, inject, input, linkedSignal, OnInit, output, signal } from '@angular/core';
import { applyEach, required, validate } from '@angular/forms/signals';
import { applicationRecordFitness } from '../../../proxy/functions';
import {
  CheckResult,
  DbsCertificateDto,
  EvidenceFileDto,
  FitnessCheckDto,
  FitnessOutcome,
  PersonFitnessDto,
} from '../../../proxy/models';
import { isBlankDate } from '../../../ui/dates';
import { realDate } from '../../../ui/form-rules';
import { counted } from '../../../ui/counted';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { ScrollX } from '../../../ui/scroll-x';
import { Status } from '../../../ui/status';
import { formatDate, UkDate } from '../../../ui/uk-date';
import { DBS_LEVELS } from '../../staff/words';
import { NewerVersion } from '../newer-version';
import { OpenApplication } from '../open-application';
import { CHECK_GROUNDS, CHECK_NOTES, CHECKS, FITNESS, RESULTS, REOPENED, ROLES } from '../words';
import { bodyOf, CheckModel, hasCertificate, modelOf } from './check-model';
import { CheckRecord } from './check-record';

/** Months of relevant work in the last five years that a registered service manager needs. SI 2023/416, reg. 12. */
const MONTHS_NEEDED = 24;

/** Errors that are shown at the result of the check; those of its day and its record stand at their own fields. */
const ERRORS = ['result', 'kind', 'documentId', 'dbs'];

/** One person: the checks as a table, and the outcome that is proposed. Saved as far as it has come. */
@Component({
  selector: 'dps-person-form',
  imports: [
    CheckRecord,
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukRadios,
    GovukTextarea,
    NewerVersion,
    ScrollX,
    Status,
    UkDate,
  ],
  templateUrl: './person-form.html',
  styleUrl: './person-form.scss',
})
export class PersonForm implements OnInit {
  private readonly open = inject(OpenApplication);

  readonly person = input.required<PersonFitnessDto>();
  readonly editable = input.required<boolean>();
  /** Files that may be named as evidence. */
  readonly evidence = input.required<readonly EvidenceFileDto[]>();
  readonly proposed = output<void>();

  protected readonly checkWords = CHECKS;
  protected readonly checkNotes = CHECK_NOTES;
  protected readonly resultWords = RESULTS;
  protected readonly fitnessWords = FITNESS;
  protected readonly reopenedWords = REOPENED;
  protected readonly results = (Object.entries(RESULTS) as [NonNullable<CheckResult>, { text: string }][]).map(
    ([value, said]) => ({
      value,
      label: said.text,
    }),
  );
  protected readonly monthsNeeded = MONTHS_NEEDED;
  protected readonly counted = counted;
  /** As last saved: any change makes another of it. */
  private readonly kept = signal<object | undefined>(undefined);
  protected readonly saved = computed(() => this.kept() === this.form.model());

  /** Only what the portal leaves to people: relevant work is counted from the application. */
  protected readonly checks = linkedSignal(() => this.person().checks);
  protected readonly roles = computed(() =>
    this.person()
      .roles.map((role) => ROLES[role])
      .join(', '),
  );
  protected readonly clear = computed(() => this.checks().filter((check) => check.result === 'Clear').length);
  /** What officers choose is in the form; what the portal finds, such as an interview, changes beside it. */
  private readonly found = computed(() =>
    this.checks().map((check, index) =>
      this.computedBy(check) ? check.result : this.form.model().checks[index]?.result,
    ),
  );
  protected readonly blocked = computed(() => this.found().some((result) => !result || result === 'Failed'));
  protected readonly hasConcern = computed(() => this.found().includes('Concern'));
  /** What keeps the person from a better outcome, as saved. */
  protected readonly because = computed(() =>
    this.person().derived.because.map(({ kind, ground }) => `${CHECKS[kind]} ${CHECK_GROUNDS[ground]}`),
  );
  protected readonly outcomes = computed(() => [
    {
      value: 'Fit',
      label: 'Fit',
      hint: this.blocked()
        ? 'Not while a check is open or fails'
        : this.hasConcern()
          ? 'Not while a check raises a concern'
          : '',
      disabled: this.blocked() || this.hasConcern(),
    },
    {
      value: 'FitWithConditions',
      label: 'Fit, with conditions',
      hint: this.blocked() ? 'Not while a check is open or fails' : 'Say which in the reasons',
      disabled: this.blocked(),
    },
    { value: 'NotFit', label: 'Not fit', hint: 'The provider may name somebody else' },
    { value: 'MoreInformation', label: 'More information', hint: 'Say what is missing' },
  ]);

  protected readonly form = govukForm(
    signal({ checks: [] as CheckModel[], outcome: '', reasons: '' }),
    (path) => {
      required(path.reasons, {
        message: 'Give the reasons, in the words the provider will read',
        when: ({ valueOf }) => !['', 'Fit'].includes(valueOf(path.outcome)),
      });
      validate(path.outcome, ({ value }) =>
        ['Fit', 'FitWithConditions'].includes(value()) && this.blocked()
          ? { kind: 'blocked', message: 'A check is still open or fails: choose another outcome, or none yet' }
          : undefined,
      );
      applyEach(path.checks, (check) => {
        validate(check.dbs.number, ({ value, valueOf }) =>
          hasCertificate(valueOf(check)) && !/^\d{12}$/.test(value().replace(/\s/g, ''))
            ? { kind: 'number', message: 'Enter the 12 digits of the DBS certificate' }
            : undefined,
        );
        validate(check.dbs.issuedOn, ({ value, valueOf }) =>
          hasCertificate(valueOf(check)) && isBlankDate(value())
            ? { kind: 'issued', message: 'Enter the day the certificate was issued' }
            : undefined,
        );
        realDate(check.checkedOn, 'The day of the check');
        realDate(check.expiresOn, 'The last day it counts');
        realDate(check.dbs.issuedOn, 'The day the certificate was issued');
        realDate(check.dbs.updateCheckedOn, 'The day the update service was checked');
      });
    },
    { save: (value) => this.save(value), idPrefix: 'person' },
  );

  ngOnInit(): void {
    const { checks, outcome, reasons } = this.person();
    this.form.model.set({ checks: checks.map(modelOf), outcome: outcome ?? '', reasons: reasons ?? '' });
  }

  protected edit(index: number, change: Partial<CheckModel>): void {
    this.form.model.update((model) => ({
      ...model,
      checks: model.checks.map((check, at) => (at === index ? { ...check, ...change } : check)),
    }));
  }

  protected computedBy = (check: FitnessCheckDto): boolean => ['RelevantExperience', 'Interview'].includes(check.kind);
  protected toneOf = (result: string) => (result ? RESULTS[result as NonNullable<CheckResult>].tone : 'neutral');
  protected errorAt = (index: number): string | undefined =>
    ERRORS.map((field) => this.form.errorAt(`checks.${index}.${field}`)).find(Boolean);

  protected fieldErrors =
    (index: number) =>
    (field: string): string | undefined =>
      this.form.errorAt(`checks.${index}.${field}`);

  protected certificateInWords({ number, level, issuedOn, updateCheckedOn }: DbsCertificateDto): string {
    const issued = `No. ${number}, ${DBS_LEVELS[level].toLowerCase()}, issued ${formatDate(issuedOn)}`;
    const updated = updateCheckedOn ? `, update service checked ${formatDate(updateCheckedOn)}` : '';
    return `${issued}${updated}. No file is kept.`;
  }

  protected clearOutcome(): void {
    this.form.model.update((model) => ({ ...model, outcome: '' }));
  }

  private async save(value: { checks: CheckModel[]; outcome: string; reasons: string }): Promise<void> {
    this.kept.set(undefined);
    const checks = this.person().checks.map((check, index) => bodyOf(check, value.checks[index]!));
    await this.open.send(
      applicationRecordFitness,
      { checks, outcome: (value.outcome || null) as FitnessOutcome | null, reasons: value.reasons.trim() || null },
      { personId: this.person().personId },
    );
    // From the answer itself: the input still holds the person as before the save.
    const people = this.open.application().fitAndProperTest?.people ?? [];
    const saved = people.find((person) => person.personId === this.person().personId);
    if (saved) this.form.model.update((model) => ({ ...model, checks: saved.checks.map(modelOf) }));
    this.kept.set(this.form.model());
    if (value.outcome) this.proposed.emit();
  }
}
