import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Documents } from '../../../core/documents';
import { ApplicationDto, SectionDto } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { PageHeader } from '../../../ui/page-header';
import { TaskRow, Tone } from '../../../ui/parts';
import { Progress } from '../../../ui/progress';
import { Stages } from '../../../ui/stages';
import { GovukTaskList } from '../../../ui/task-list';
import { UkDate } from '../../../ui/uk-date';
import { UkDateTime } from '../../../ui/uk-date-time';
import { Applications } from '../applications';
import { evidenceRow } from '../evidence-row';
import { referencesRow } from '../references';
import { GROUPS, OFFER, SECTIONS, SectionWords } from '../sections';
import { stageSteps } from '../stage-steps';

const STATUSES: Readonly<Record<SectionDto['status'], { status: string; tone: Tone }>> = {
  NotStarted: { status: 'Not started', tone: 'neutral' },
  InProgress: { status: 'In progress', tone: 'info' },
  Completed: { status: 'Completed', tone: 'plain' },
};

/** A draft application: what is done, what is left, and when it would be decided. */
@Component({
  selector: 'dps-task-list-page',
  imports: [GovukButton, GovukTaskList, PageHeader, Progress, RouterLink, Stages, UkDate, UkDateTime],
  host: { class: 'dps-page' },
  templateUrl: './task-list-page.html',
})
export class TaskListPage {
  private readonly applications = inject(Applications);
  private readonly documents = inject(Documents);

  readonly application = input.required<ApplicationDto>();

  private readonly scheme = resource({
    params: () => this.application().schemeId,
    loader: ({ params }) => this.applications.scheme(params),
  });
  private readonly references = resource({
    params: () => this.application().id,
    loader: ({ params }) => this.applications.references(params),
  });
  private readonly evidence = resource({ loader: () => this.documents.evidence() });
  protected readonly terms = computed(() => (this.scheme.hasValue() ? this.scheme.value() : undefined));

  protected readonly steps = computed(() => stageSteps(this.application()));
  protected readonly total = SECTIONS.length;
  protected readonly done = computed(
    () => this.application().sections.filter(({ status }) => status === 'Completed').length,
  );
  protected readonly label = computed(() => `${this.done()} of ${this.total} tasks complete`);

  /** What is listed beside the tasks: an application is complete without it. */
  protected readonly notCounted = 'Not counted: references and documents, which may follow, and the check at the end.';

  protected readonly groups = computed(() =>
    GROUPS.map((heading, index) => {
      const rows = SECTIONS.filter(({ group }) => group === heading).map((words) => this.rowOf(words));
      if (index === GROUPS.length - 1) return { heading, rows: [...rows, this.checkRow()] };

      return { heading, rows: heading === OFFER ? [...rows, this.referencesRow(), this.evidenceRow()] : rows };
    }),
  );

  protected readonly next = computed(() => {
    const open = SECTIONS.find((words) => this.statusOf(words)?.status !== 'Completed' && !this.waits(words));
    return open
      ? { label: open.title, link: ['/application', this.application().id, open.slug] }
      : { label: 'Check your answers', link: ['/application', this.application().id, 'check'] };
  });

  private statusOf({ section }: SectionWords): SectionDto | undefined {
    return this.application().sections.find((each) => each.section === section);
  }

  /** Prices are per lot, so lots come first. */
  private waits({ section }: SectionWords): boolean {
    return section === 'RateCard' && this.application().lots.length === 0;
  }

  private rowOf(words: SectionWords): TaskRow {
    if (this.waits(words)) {
      return {
        title: words.title,
        hint: 'Available when lots are chosen',
        status: 'Cannot start yet',
        tone: 'plain',
      };
    }
    const found = this.statusOf(words);
    return {
      title: words.title,
      hint: found?.status === 'InProgress' ? found.missing[0] : this.countOf(words),
      link: ['/application', this.application().id, words.slug],
      ...STATUSES[found?.status ?? 'NotStarted'],
    };
  }

  /** Beside the tasks, for others do it: an application is complete without them. */
  private referencesRow(): TaskRow {
    return referencesRow(
      ['/application', this.application().id, 'references'],
      this.references.hasValue() ? this.references.value() : undefined,
    );
  }

  private evidenceRow(): TaskRow {
    return evidenceRow(this.evidence.hasValue() ? this.evidence.value() : undefined);
  }

  private checkRow(): TaskRow {
    const ready = this.done() === this.total;
    return {
      title: 'Check your answers and submit',
      status: ready ? 'Ready' : 'Cannot start yet',
      tone: ready ? 'info' : 'plain',
      ...(ready && { link: ['/application', this.application().id, 'check'] }),
    };
  }

  private countOf({ section }: SectionWords): string | undefined {
    const { answers, lots } = this.application();
    const count = (number: number | undefined, one: string, many: string): string | undefined =>
      number ? `${number} ${number === 1 ? one : many} added` : undefined;
    switch (section) {
      case 'People':
        return count(answers.people?.people.length, 'person', 'people');
      case 'Premises':
        return count(answers.premises?.premisesIds.length, 'home', 'homes');
      case 'LotsAndAreas':
        return lots.length > 0
          ? `${lots.length === 1 ? 'Lot' : 'Lots'} ${lots.map(({ number }) => number).join(', ')}`
          : undefined;
      default:
        return undefined;
    }
  }
}
