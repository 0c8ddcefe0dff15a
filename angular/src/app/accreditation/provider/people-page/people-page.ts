import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../../core/problem';
import { ApplicationDto, PersonDto } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { EmptyState } from '../../../ui/empty-state';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Applications } from '../applications';
import { sectionOf } from '../sections';
import { ROLES } from '../words';

/** Everybody who runs the organisation; each has a page of their own. */
@Component({
  selector: 'dps-people-page',
  imports: [EmptyState, GovukBackLink, GovukButton, GovukErrorSummary, RouterLink],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './people-page.html',
})
export class PeoplePage {
  private readonly applications = inject(Applications);

  readonly application = input.required<ApplicationDto>();

  protected readonly words = sectionOf('people');
  protected readonly current = linkedSignal(() => this.application());
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly removing = signal<string | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly message = signal('');
  /** The id under which a new person is saved from the first autosave on. */
  protected readonly newId = crypto.randomUUID();

  protected readonly people = computed(() => this.current().answers.people?.people ?? []);
  protected readonly missing = computed(
    () => this.current().sections.find(({ section }) => section === 'People')?.missing ?? [],
  );

  protected rolesOf(person: PersonDto): string {
    return person.roles.map((role) => ROLES[role]).join(', ');
  }

  protected async remove(person: PersonDto): Promise<void> {
    if (this.busy()) return;

    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const { id, version } = this.current();
      const people = this.people().filter((each) => each.id !== person.id);
      this.current.set(await this.applications.save(id, { people: { people } }, version));
      this.message.set(`${person.name} was removed.`);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.removing.set(undefined);
      this.busy.set(false);
    }
  }
}
