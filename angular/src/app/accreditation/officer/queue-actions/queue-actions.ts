import { Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import { Problem, problemOf } from '../../../core/problem';
import { ServerSession } from '../../../core/server-session';
import { Api } from '../../../proxy/api';
import { applicationAssign, queueGetOfficers, queueRemind } from '../../../proxy/functions';
import { ApplicationListItemDto, NotRemindedReason, RemindersDto } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { GovukNotificationBanner } from '../../../ui/notification-banner';

const NONE_CHOSEN: Problem = { status: 400, detail: 'Choose at least one application in the table', errors: {} };

const NOT_REMINDED: Readonly<Record<NotRemindedReason, string>> = {
  NothingOwed: 'owes nothing',
  RemindedToday: 'was reminded today already',
  NobodyToTell: 'has nobody with an account to tell',
  ConflictDeclared: 'you declared a conflict of interest',
};

/** What is done with the ticked rows of the queue: give them to an officer, or remind their providers. */
@Component({
  selector: 'dps-queue-actions',
  imports: [GovukButton, GovukErrorSummary, GovukNotificationBanner],
  styles: `
    .actions {
      margin-top: 0;

      .govuk-button {
        margin: 0;
      }
    }

    .count {
      min-width: 5.5rem;
      align-self: center;
    }
  `,
  template: `
    <govuk-error-summary [problem]="problem()" />
    @if (said().length > 0) {
      <govuk-notification-banner [heading]="heading()" tone="ok">
        @for (line of said(); track line) {
          <p>{{ line }}</p>
        }
      </govuk-notification-banner>
    }
    <div class="dps-toolbar actions" role="group" aria-label="With the chosen applications">
      <span class="dps-meta count" role="status">{{ chosen().length }} chosen</span>
      <button type="button" govukButton="secondary" small [busy]="busy()" (click)="assign(me)">Assign to me</button>
      <div>
        <label class="govuk-visually-hidden" for="assign-to">Officer to assign to</label>
        <select class="govuk-select" id="assign-to" #officer>
          <option value="">Nobody, to be taken</option>
          @for (each of others(); track each.id) {
            <option [value]="each.id">{{ each.name }}</option>
          }
        </select>
      </div>
      <button type="button" govukButton="secondary" small [busy]="busy()" (click)="assign(officer.value)">
        Assign
      </button>
      <button type="button" govukButton="secondary" small [busy]="busy()" (click)="remind()">Send reminders</button>
    </div>
  `,
})
export class QueueActions {
  private readonly api = inject(Api);

  readonly chosen = input.required<readonly ApplicationListItemDto[]>();
  /** Rows are no longer as the page shows them. */
  readonly changed = output();

  protected readonly me = inject(ServerSession).user()?.id ?? '';
  protected readonly busy = signal(false);
  protected readonly heading = signal('');
  protected readonly said = signal<readonly string[]>([]);
  private readonly refusal = signal<Problem | undefined>(undefined);

  /** True from the first row that is ticked on: nobody else needs the list. */
  private readonly wanted = linkedSignal<boolean, true | undefined>({
    source: () => this.chosen().length > 0,
    computation: (any, before) => (any ? true : before?.value),
  });
  private readonly officers = resource({
    params: () => this.wanted(),
    loader: () => this.api.invoke(queueGetOfficers),
  });
  protected readonly others = computed(() =>
    (this.officers.hasValue() ? this.officers.value() : []).filter(({ id }) => id !== this.me),
  );
  protected readonly problem = computed(
    () => this.refusal() ?? (this.officers.error() ? problemOf(this.officers.error()) : undefined),
  );

  /** Each on its own, so that one refusal does not hold up the others. */
  protected assign(officerId: string): Promise<void> {
    return this.work(async (rows) => {
      const given: string[] = [];
      const refused: string[] = [];
      for (const { id, reference, providerName } of rows) {
        try {
          await this.api.invoke(applicationAssign, { id, body: { officerId: officerId || null } });
          given.push(`${providerName}, ${reference}`);
        } catch (error) {
          refused.push(`${providerName}, ${reference}: ${problemOf(error).detail}`);
        }
      }
      if (refused.length > 0)
        this.refusal.set({ status: 409, detail: `Not assigned. ${refused.join(' ')}`, errors: {} });
      const to = officerId === this.me ? 'you' : this.others().find(({ id }) => id === officerId)?.name;
      this.say(to ? `Assigned to ${to}` : 'Put back for anybody to take', given);
    });
  }

  protected remind(): Promise<void> {
    return this.work(async (rows) => {
      const applicationIds = rows.map(({ id }) => id);
      const { sent, notSent }: RemindersDto = await this.api.invoke(queueRemind, { body: { applicationIds } });
      this.say(sent.length > 0 ? 'Reminders sent' : 'No reminder sent', [
        ...sent.map(({ providerName, owed }) => `${providerName}: ${owed === 1 ? '1 thing' : `${owed} things`} owed.`),
        ...notSent.map(({ providerName, reason }) => `${providerName} gets none: ${NOT_REMINDED[reason]}.`),
      ]);
    });
  }

  private say(heading: string, lines: readonly string[]): void {
    this.heading.set(heading);
    this.said.set(lines);
  }

  private async work(what: (rows: readonly ApplicationListItemDto[]) => Promise<void>): Promise<void> {
    if (this.busy()) return;

    this.say('', []);
    this.refusal.set(undefined);
    if (this.chosen().length === 0) {
      this.refusal.set({ ...NONE_CHOSEN });
      return;
    }

    this.busy.set(true);
    try {
      await what(this.chosen());
      this.changed.emit();
    } catch (error) {
      this.refusal.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
