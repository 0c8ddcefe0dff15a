import { HttpErrorResponse } from '@angular/common/http';
import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { PageTitle } from '../../../core/page-title';
import { Problem, problemOf } from '../../../core/problem';
import { isConcurrency } from '../../../core/refusals';
import { GovukBackLink } from '../../../ui/back-link';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukSelect } from '../../../ui/govuk-select';
import { Loading } from '../../../ui/loading';
import { GovukNotificationBanner } from '../../../ui/notification-banner';
import { Staff } from '../staff';
import { choicesOf, DBS_LEVELS, ENGAGEMENTS } from '../words';
import { TrainingFields } from './training-fields';
import { bodyOf, modelOf, PersonModel, personRules } from './person-model';

const GONE: Problem = { status: 404, detail: 'This person is not in your record.', errors: {} };

/** One line of the single central record: somebody new, or somebody whose file has changed. */
@Component({
  selector: 'dps-person-form-page',
  imports: [
    GovukBackLink,
    GovukButton,
    GovukCheckboxes,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukNotificationBanner,
    GovukRadios,
    GovukSelect,
    Loading,
    TrainingFields,
  ],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './person-form-page.html',
})
export class PersonFormPage {
  private readonly staff = inject(Staff);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);

  /** Absent for somebody new. */
  readonly id = input<string>();

  protected readonly engagements = choicesOf(ENGAGEMENTS);
  protected readonly levels = choicesOf(DBS_LEVELS);
  protected readonly tick = (label: string, hint?: string) => [{ value: 'yes', label, hint }];
  protected readonly ticks = {
    lead: this.tick('Safeguarding lead or deputy', 'Needs safeguarding training every year, not every 2 years'),
    abroad: this.tick('Lived abroad for 3 months or more in the last 5 years'),
    risk: this.tick('A written risk assessment covered any days before the certificate'),
    employer: this.tick('One reference is from the latest employer'),
    letter: this.tick('We hold the agency’s letter that its checks are done'),
  };

  private readonly loaded = resource({ params: () => this.id(), loader: ({ params }) => this.staff.find(params) });
  private readonly person = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  protected readonly loadProblem = computed(() => {
    const error = this.loaded.error();
    if (error) return problemOf(error);
    return this.loaded.status() === 'resolved' && !this.person() ? GONE : undefined;
  });
  protected readonly ready = computed(() => this.id() === undefined || this.person() !== undefined);
  private readonly version = signal(0);

  protected readonly form = govukForm(signal(modelOf(undefined)), personRules, {
    save: (value) => this.save(value),
    fieldNames: (name) => name.replace(/^vetting\./, ''),
  });
  protected readonly conflict = computed(() => isConcurrency(this.form.problem()));

  constructor() {
    effect(() => {
      const person = this.person();
      if (!person) return;

      this.title.set(person.name);
      untracked(() => {
        this.version.set(person.version);
        this.form.model.set(modelOf(person));
      });
    });
  }

  /** After a conflict: what was typed here goes over what the other person saved. */
  protected async keepMine(): Promise<void> {
    try {
      const person = await this.staff.find(this.id() ?? '');
      if (person) this.version.set(person.version);
    } catch (error) {
      this.form.show(problemOf(error));
      return;
    }
    await this.form.submit();
  }

  protected loadNewer(): void {
    this.form.clear();
    this.loaded.reload();
  }

  private async save(value: PersonModel): Promise<void> {
    try {
      await this.staff.save(this.id(), bodyOf(value, this.version()));
    } catch (error) {
      throw atNumber(error);
    }
    await this.router.navigateByUrl('/staff');
  }
}

/** The server's general sentence about a duplicate, said of the one field that can be one. */
function atNumber(error: unknown): unknown {
  const { code, status } = problemOf(error);
  if (code !== 'DpsPortal:Duplicate') return error;

  const detail = 'Another person in your record has this number. Give each person their own.';
  return new HttpErrorResponse({ status, error: { code, detail, errors: { number: [detail] } } });
}
