import { Component, computed, input } from '@angular/core';
import { applyEach, SchemaPathTree, validate } from '@angular/forms/signals';
import { ApplicationDto, PeopleSectionDto, PersonDto, PersonRole } from '../../../proxy/models';
import { DateParts, datePartsOf, isBlankDate, isoDateOf, noDate } from '../../../ui/dates';
import { email, needed, realDate, rule } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { SectionFoot } from '../section-foot';
import { SectionForm } from '../section-form';
import { SectionHead } from '../section-head';
import { choicesOf, ROLES } from '../words';

interface Work {
  employer: string;
  post: string;
  from: DateParts;
  until: DateParts;
}

interface Model {
  name: string;
  email: string;
  roles: string[];
  relevantWork: Work[];
}

const noWork = (): Work => ({ employer: '', post: '', from: noDate(), until: noDate() });

const MANAGER = 'RegisteredServiceManager';

@Component({
  selector: 'dps-person-page',
  imports: [GovukButton, GovukCheckboxes, GovukDateInput, GovukFormDirective, GovukInput, SectionFoot, SectionHead],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './person-page.html',
})
export class PersonPage {
  readonly application = input.required<ApplicationDto>();
  /** The person's id; one that is not saved yet is a new person's. */
  readonly person = input.required<string>();

  protected readonly roles = choicesOf(ROLES);

  protected readonly section = new SectionForm<'people', Model>(this.application, {
    key: 'people',
    draft: () => this.person(),
    read: (saved) => read(saved?.people.find(({ id }) => id === this.person())),
    write: (value, saved) => this.write(value, saved),
    schema: (path) => {
      needed(path.name, 'Enter the full name', 80);
      email(path.email, 'Enter the email address');
      rule(path.roles, (roles) => roles.length === 0 && 'Choose at least one role');
      validate(path.relevantWork, ({ value, valueOf }) =>
        valueOf(path.roles).includes(MANAGER) && value().length === 0
          ? { kind: 'rule', message: 'Add the manager’s relevant work of the last five years' }
          : undefined,
      );
      applyEach(path.relevantWork, employment);
    },
    next: ({ id }) => ['/application', id, 'people'],
  });

  private readonly saved = computed(() =>
    this.application().answers.people?.people.find(({ id }) => id === this.person()),
  );
  protected readonly heading = computed(() => this.saved()?.name ?? 'Add a person');
  protected readonly back = computed(() => ({
    link: ['/application', this.application().id, 'people'],
    label: 'Back to directors and managers',
  }));
  protected readonly isManager = computed(() => this.section.form.model().roles.includes(MANAGER));

  protected addWork(): void {
    this.section.form.model.update((model) => ({ ...model, relevantWork: [...model.relevantWork, noWork()] }));
    this.section.form.added('relevantWork', this.section.form.model().relevantWork.length - 1, 'employer');
  }

  protected removeWork(index: number): void {
    this.section.form.model.update((model) => ({
      ...model,
      relevantWork: model.relevantWork.filter((_, each) => each !== index),
    }));
    this.section.form.removed('relevantWork', index);
  }

  private write(value: Model, saved: PeopleSectionDto | undefined): PeopleSectionDto | undefined {
    if (value.roles.length === 0) return undefined;

    const person: PersonDto = {
      id: this.person(),
      name: value.name.trim(),
      email: value.email.trim(),
      roles: value.roles as PersonRole[],
      relevantWork: value.roles.includes(MANAGER) ? value.relevantWork.flatMap(workOf) : [],
    };
    const people = saved?.people ?? [];
    return people.some(({ id }) => id === person.id)
      ? { people: people.map((each) => (each.id === person.id ? person : each)) }
      : { people: [...people, person] };
  }
}

/** Posts that are not complete yet stay in the tab. */
function workOf(work: Work): { employer: string; post: string; from: string; until: string | null }[] {
  const [from, until] = [isoDateOf(work.from), isoDateOf(work.until)];
  const [employer, post] = [work.employer.trim(), work.post.trim()];
  if (!from || !employer || !post || (!isBlankDate(work.until) && !until)) return [];

  return [{ employer, post, from, until: until ?? null }];
}

function employment(work: SchemaPathTree<Work>): void {
  needed(work.employer, 'Enter the employer', 120);
  needed(work.post, 'Enter the post', 120);
  realDate(work.from, 'The first day', 'Enter the first day');
  realDate(work.until, 'The last day');
  validate(work.until, ({ value, valueOf }) => {
    const [from, until] = [isoDateOf(valueOf(work.from)), isoDateOf(value())];
    return from && until && until < from
      ? { kind: 'rule', message: 'The last day cannot be before the first day' }
      : undefined;
  });
}

function read(saved: PersonDto | undefined): Model {
  return {
    name: saved?.name ?? '',
    email: saved?.email ?? '',
    roles: [...(saved?.roles ?? [])],
    relevantWork: (saved?.relevantWork ?? []).map((work) => ({
      employer: work.employer,
      post: work.post,
      from: datePartsOf(work.from),
      until: datePartsOf(work.until),
    })),
  };
}
