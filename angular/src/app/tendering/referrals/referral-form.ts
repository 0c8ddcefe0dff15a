import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { FormField, required, SchemaPath, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { problemOf } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { UnsavedWork } from '../../core/unsaved-work';
import { GovukBackLink } from '../../ui/back-link';
import { DateParts, isBlankDate, isoDateOf } from '../../ui/dates';
import { GovukButton } from '../../ui/govuk-button';
import { GovukCheckboxes } from '../../ui/govuk-checkboxes';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorMessage } from '../../ui/govuk-error-message';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { GovukRadios } from '../../ui/govuk-radios';
import { GovukSelect } from '../../ui/govuk-select';
import { Loading } from '../../ui/loading';
import { parseDecimal, parseWhole } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { atField } from '../errors';
import { londonOf } from '../london-time';
import { parseOutwardCodes } from '../outward-codes';
import { NewerVersion } from '../parts/newer-version';
import { Referrals } from '../referrals';
import {
  ALONGSIDE,
  CATEGORIES,
  choicesOf,
  EDUCATION,
  GENDERS,
  LEGAL_BASES,
  NIGHT_COVERS,
  OCCUPANCIES,
  RISK_LEVELS,
  RISKS,
  SKILL_LEVELS,
  SKILLS,
  SUPPORT_LEVELS,
  UASC,
  URGENCIES,
  urgencyOn,
  WISHES,
} from '../words';
import {
  ageOn,
  noReferral,
  referralFieldNames,
  referralValueOf,
  ReferralValue,
  saveDraftOf,
  saveReferralOf,
} from './referral-value';

const DOL_CODE = 'Tendering:DeprivationOfLiberty';
const CHOOSE: readonly [keyof ReferralValue, string][] = [
  ['deprivationOfLiberty', 'Say whether a deprivation of liberty order applies'],
  ['gender', 'Choose the gender'],
  ['legalBasis', 'Choose the legal basis'],
  ['categoryWanted', 'Choose the kind of home'],
  ['supportLevel', 'Choose the level of support'],
  ['nightCover', 'Choose the cover at night'],
  ['occupancy', 'Choose shared or alone'],
  ['education', 'Choose education or work'],
];

/** One page in groups: what stays with the council, and the coded answers that providers will read. */
@Component({
  selector: 'dps-referral-form',
  imports: [
    FormField,
    GovukBackLink,
    GovukButton,
    GovukCheckboxes,
    GovukDateInput,
    GovukErrorMessage,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukRadios,
    GovukSelect,
    Loading,
    NewerVersion,
    PageHeader,
  ],
  host: { class: 'dps-page dps-page--officer' },
  templateUrl: './referral-form.html',
  styleUrl: './referral-form.scss',
})
export class ReferralForm {
  private readonly referrals = inject(Referrals);
  private readonly router = inject(Router);
  private readonly clock = inject(ServerClock);
  private readonly unsaved = inject(UnsavedWork);

  /** Absent for a new one. */
  readonly id = input<string>();

  protected readonly existing = resource({
    params: () => this.id(),
    loader: ({ params }) => this.referrals.get(params),
  });
  protected readonly loadProblem = computed(() =>
    this.existing.error() ? problemOf(this.existing.error()) : undefined,
  );
  protected readonly isReady = computed(() => !this.id() || this.existing.hasValue());
  private readonly model = signal(noReferral());
  /** Set by the button that was pressed: a draft may leave anything open. */
  protected readonly isDraft = signal(false);
  private readonly today = computed(() => londonOf(this.clock.now()).date);

  protected readonly form = govukForm(
    this.model,
    (path) => {
      for (const [field, message] of CHOOSE)
        required(path[field] as SchemaPath<string>, { message, when: () => !this.isDraft() });
      validate(path.dateOfBirth, ({ value }) => this.dateOfBirthError(value()));
      validate(path.coreHoursPerWeek, ({ value }) => this.unlessOpen(value(), hoursError('core')));
      validate(path.additionalHoursPerWeek, ({ value }) => this.unlessOpen(value(), hoursError('one-to-one')));
      validate(path.risks, ({ value }) =>
        !this.isDraft() && value().some(({ level }) => level === '')
          ? { kind: 'risks', message: 'Answer each risk, also when none is known' }
          : undefined,
      );
      validate(path.preferredAreas, ({ value }) =>
        areasError(value(), this.isDraft() ? undefined : 'Enter at least one area, like HA9'),
      );
      validate(path.excludedAreas, ({ value, valueOf }) => {
        const both = parseOutwardCodes(valueOf(path.preferredAreas)).codes;
        const clash = parseOutwardCodes(value()).codes.find((code) => both.includes(code));
        return clash
          ? { kind: 'clash', message: `${clash} cannot be both wanted and avoided` }
          : areasError(value(), undefined);
      });
      validate(path.wishesAskedOn, ({ value }) => {
        if (this.isOpen(value())) return undefined;

        const day = isoDateOf(value());
        if (!day) return { kind: 'date', message: 'Enter the day the young person was asked' };
        return day > this.today()
          ? { kind: 'date', message: 'The day they were asked cannot be in the future' }
          : undefined;
      });
      validate(path.moveInFrom, ({ value }) =>
        this.isOpen(value()) ? undefined : dateError(value(), 'Enter the first day they could move in'),
      );
      validate(path.moveInBy, ({ value, valueOf }) => {
        if (this.isOpen(value())) return undefined;

        const [from, by] = [isoDateOf(valueOf(path.moveInFrom)), isoDateOf(value())];
        if (from && by && by < from) return { kind: 'date', message: 'The last day cannot be before the first' };

        return by && by < this.today()
          ? { kind: 'date', message: 'This day is past. Enter the last day they could move in now' }
          : dateError(value(), 'Enter the last day they could move in');
      });
      validate(path.expectedWeeks, ({ value }) => {
        if (this.isDraft() && value().trim() === '') return undefined;

        const weeks = parseWhole(value());
        return weeks && weeks <= 260 ? undefined : { kind: 'weeks', message: 'Enter the expected weeks, 1 to 260' };
      });
    },
    { save: (value) => this.save(value), fieldNames: referralFieldNames() },
  );

  /** Not complete on the server yet, so that it can be put aside. */
  protected readonly mayBeDraft = computed(
    () => !this.id() || (this.existing.hasValue() && this.existing.value().state === 'Draft'),
  );
  protected readonly urgency = computed(() => {
    const from = isoDateOf(this.model().moveInFrom);
    return from ? URGENCIES[urgencyOn(this.today(), from)] : undefined;
  });
  protected readonly underSixteen = computed(() => {
    const born = isoDateOf(this.model().dateOfBirth);
    return born !== undefined && born <= this.today() && ageOn(this.today(), born) < 16;
  });
  protected readonly isRefused = computed(() => this.underSixteen() || this.model().deprivationOfLiberty === 'yes');
  protected readonly unanswered = computed(() => this.model().risks.filter(({ level }) => level === '').length);
  /** The error summary leads here. */
  protected readonly firstUnanswered = computed(() =>
    Math.max(
      0,
      this.model().risks.findIndex(({ level }) => level === ''),
    ),
  );

  protected readonly yesNo = [
    { value: 'no', label: 'No' },
    { value: 'yes', label: 'Yes' },
  ];
  protected readonly flags = [
    { value: 'singleGenderSetting', label: 'Needs a single-gender home' },
    { value: 'interpreterNeeded', label: 'Interpreter needed' },
    { value: 'unaccompaniedAsylumSeeking', label: UASC },
    { value: 'parentAndChild', label: 'Parent and child' },
    { value: 'stepFreeAccess', label: 'Step-free access needed' },
    { value: 'mustKeepEducationPlace', label: 'Must keep the present college, school or job' },
  ];
  protected readonly genders = choicesOf(GENDERS);
  protected readonly legalBases = choicesOf(LEGAL_BASES);
  protected readonly categories = choicesOf(CATEGORIES);
  protected readonly supportLevels = choicesOf(SUPPORT_LEVELS);
  protected readonly nightCovers = choicesOf(NIGHT_COVERS);
  protected readonly occupancies = choicesOf(OCCUPANCIES);
  protected readonly alongside = choicesOf(ALONGSIDE);
  protected readonly education = choicesOf(EDUCATION);
  protected readonly wishes = choicesOf(WISHES);
  protected readonly riskWords = RISKS;
  protected readonly riskLevels = RISK_LEVELS;
  protected readonly skillWords = SKILLS;
  protected readonly skillLevels = SKILL_LEVELS.map((label, score) => ({
    value: String(score),
    label: `${score} ${label}`,
  }));

  /** As text, what the server has; undefined once what is typed is on its way there. */
  private stored: string | undefined = JSON.stringify(noReferral());

  constructor() {
    this.unsaved.watch(() => this.stored !== undefined && JSON.stringify(this.model()) !== this.stored);
    effect(() => {
      if (!this.existing.hasValue()) return;
      const value = referralValueOf(this.existing.value());
      this.stored = JSON.stringify(value);
      untracked(() => this.model.set(value));
    });
  }

  /** Saves a click for each risk that nobody has reason to fear; those already answered stay. */
  protected restIsUnknown(): void {
    this.model.update((value) => ({
      ...value,
      risks: value.risks.map((risk) => (risk.level === '' ? { ...risk, level: '0' } : risk)),
    }));
  }

  protected async saveDraft(): Promise<void> {
    this.isDraft.set(true);
    await this.form.submit();
  }

  private isOpen(parts: DateParts): boolean {
    return this.isDraft() && isBlankDate(parts);
  }

  private unlessOpen<T>(text: string, rule: (text: string) => T | undefined): T | undefined {
    return this.isDraft() && text.trim() === '' ? undefined : rule(text);
  }

  private dateOfBirthError(parts: DateParts): { kind: string; message: string } | undefined {
    const kept = (this.id() !== undefined || this.isDraft()) && isBlankDate(parts);
    if (kept) return undefined;

    const born = isoDateOf(parts);
    if (!born || born > this.today()) return { kind: 'date', message: 'Enter the date of birth, like 27 3 2009' };
    return ageOn(this.today(), born) < 16
      ? { kind: 'age', message: 'They are under 16. Supported accommodation is only for those aged 16 and over' }
      : undefined;
  }

  private async save(value: ReferralValue): Promise<void> {
    const version = this.existing.hasValue() ? this.existing.value().version : undefined;
    try {
      const { id } = this.isDraft()
        ? await this.referrals.saveDraft(this.id(), saveDraftOf(value, version))
        : await this.referrals.save(this.id(), saveReferralOf(value, version));
      this.stored = undefined;
      await this.router.navigate(['/referrals', id], { state: { saved: true } });
    } catch (error) {
      throw atField(error, {
        'Tendering:UnderSixteen': 'dateOfBirth',
        'Tendering:DuplicateSearch': 'caseNumber',
        [DOL_CODE]: 'deprivationOfLiberty',
      });
    }
  }
}

const dateError = (parts: DateParts, message: string): { kind: string; message: string } | undefined =>
  isoDateOf(parts) ? undefined : { kind: 'date', message };

const hoursError =
  (what: string) =>
  (text: string): { kind: string; message: string } | undefined => {
    const hours = parseDecimal(text);
    return hours !== undefined && hours <= 168
      ? undefined
      : { kind: 'hours', message: `Enter the ${what} hours a week from 0 to 168, like 10 or 7.5` };
  };

function areasError(text: string, whenEmpty: string | undefined): { kind: string; message: string } | undefined {
  const { codes, problem } = parseOutwardCodes(text);
  const message = problem ?? (codes.length === 0 ? whenEmpty : undefined);
  return message ? { kind: 'areas', message } : undefined;
}
