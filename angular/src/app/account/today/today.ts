import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../core/problem';
import { ServerClock } from '../../core/server-clock';
import { ServerSession } from '../../core/server-session';
import { Api } from '../../proxy/api';
import { todayGet } from '../../proxy/functions';
import { londonDate } from '../../ui/dates';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { PageHeader } from '../../ui/page-header';
import { UkDate } from '../../ui/uk-date';
import { dueOf } from './due';
import { paperOf, taskOf } from './words';

/** The first page after signing in: what waits for this person, the most pressing first. */
@Component({
  selector: 'dps-today',
  imports: [GovukErrorSummary, Loading, PageHeader, RouterLink, UkDate],
  host: { class: 'dps-page' },
  templateUrl: './today.html',
  styleUrl: './today.scss',
})
export class Today {
  private readonly session = inject(ServerSession);
  private readonly api = inject(Api);
  private readonly clock = inject(ServerClock);

  protected readonly today = resource({ loader: () => this.api.invoke(todayGet, {}) });
  protected readonly organisation = this.session.organisation;
  protected readonly on = computed(() =>
    this.today.hasValue() ? this.today.value().on : londonDate(this.clock.now()),
  );
  protected readonly failed = computed(() => {
    const error = this.today.error();
    return error ? problemOf(error) : undefined;
  });

  protected readonly tasks = computed(() =>
    this.items().flatMap((item) => {
      const task = taskOf(item);
      return task ? [{ ...task, due: dueOf(item, this.clock.now()) }] : [];
    }),
  );

  protected readonly papers = computed(() =>
    this.items().flatMap((item) => {
      const paper = paperOf(item);
      return paper ? [{ ...paper, name: capital(paper.name), due: dueOf(item, this.clock.now()) }] : [];
    }),
  );

  protected readonly hasRole = computed(() => this.session.roles().length > 0);

  private readonly items = computed(() => (this.today.hasValue() ? this.today.value().items : []));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
