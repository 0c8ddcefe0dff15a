import { Component, computed, inject, resource, signal } from '@angular/core';
import { required } from '@angular/forms/signals';
import { Problem, problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { appealConfirm, appealGetList, appealPropose, appealSendBack } from '../../../proxy/functions';
import { AppealDto, AppealsDto, AppealState, AppealSubject } from '../../../proxy/models';
import { EmptyState } from '../../../ui/empty-state';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Loading } from '../../../ui/loading';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { UkDateTime } from '../../../ui/uk-date-time';
import { OpenApplication } from '../open-application';
import { Said } from '../words';

const SUBJECTS: Readonly<Record<AppealSubject, string>> = {
  Rejection: 'Against the refusal of membership',
  Refusal: 'Against the refusal of accreditation',
  Suspension: 'Against the suspension',
  Removal: 'Against the removal',
  AccreditationSuspension: 'Against the suspension of accreditation',
  Revocation: 'Against the revocation of accreditation',
};

const STATES: Readonly<Record<AppealState, Said>> = {
  Lodged: { text: 'To answer', tone: 'info' },
  OutcomeProposed: { text: 'Outcome to confirm', tone: 'warn' },
  Upheld: { text: 'Decision upheld', tone: 'neutral' },
  Overturned: { text: 'Decision overturned', tone: 'ok' },
};

/** Appeals of the provider; their panel is two officers who took no part in the decision. */
@Component({
  selector: 'dps-appeals-tab',
  imports: [
    EmptyState,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukRadios,
    GovukTextarea,
    Loading,
    Status,
    UkDate,
    UkDateTime,
  ],
  styles: `
    .appeal-due {
      margin-left: 8px;
    }
  `,
  templateUrl: './appeals-tab.html',
})
export class AppealsTab {
  private readonly api = inject(Api);
  private readonly open = inject(OpenApplication);
  private readonly refusal = signal<Problem | undefined>(undefined);

  protected readonly subjects = SUBJECTS;
  protected readonly states = STATES;
  protected readonly outcomes = { Uphold: 'The decision stands', Overturn: 'The decision is overturned' } as const;
  protected readonly choices = [
    { value: 'Uphold', label: 'The decision stands', hint: 'The provider is told why' },
    {
      value: 'Overturn',
      label: 'The decision is overturned',
      hint: 'It is undone, or made again where it needs judgement',
    },
  ];
  protected readonly busy = signal('');
  protected readonly returning = signal('');

  protected readonly appeals = resource({
    params: () => ({ id: this.open.application().id }),
    loader: ({ params }) => this.api.invoke(appealGetList, params),
  });
  protected readonly problem = computed(
    () => this.refusal() ?? (this.appeals.error() ? problemOf(this.appeals.error()) : undefined),
  );

  protected readonly form = govukForm(
    signal({ outcome: '', reasons: '' }),
    (path) => {
      required(path.outcome, { message: 'Choose the outcome' });
      required(path.reasons, { message: 'Give the reasons, in the words the provider will read' });
    },
    {
      save: async ({ outcome, reasons }) => {
        const appeal = this.find(({ mayPropose }) => mayPropose);
        if (!appeal) return;

        const body = { outcome: outcome === 'Overturn' ? ('Overturn' as const) : ('Uphold' as const), reasons };
        this.take(
          await this.api.invoke(appealPropose, { ...this.of(appeal), body: { ...body, version: appeal.version } }),
        );
        this.form.model.set({ outcome: '', reasons: '' });
        this.form.clear();
      },
      idPrefix: 'appeal',
    },
  );

  protected readonly sendBack = govukForm(
    signal({ reason: '' }),
    (path) => {
      required(path.reason, { message: 'Say what has to change' });
    },
    {
      save: async ({ reason }) => {
        const appeal = this.find(({ id }) => id === this.returning());
        if (!appeal) return;

        const body = { reason, version: appeal.version };
        this.take(await this.api.invoke(appealSendBack, { ...this.of(appeal), body }));
        this.returning.set('');
        this.sendBack.model.set({ reason: '' });
      },
      idPrefix: 'appeal-back',
    },
  );

  protected async confirm(appeal: AppealDto): Promise<void> {
    if (this.busy()) return;

    this.busy.set(appeal.id);
    this.refusal.set(undefined);
    try {
      this.take(await this.api.invoke(appealConfirm, { ...this.of(appeal), body: { version: appeal.version } }));
    } catch (error) {
      this.refusal.set(problemOf(error));
    } finally {
      this.busy.set('');
    }
  }

  private find(which: (appeal: AppealDto) => boolean): AppealDto | undefined {
    return this.appeals.hasValue() ? this.appeals.value().appeals.find(which) : undefined;
  }

  private of(appeal: AppealDto): { id: string; appealId: string } {
    return { id: this.open.application().id, appealId: appeal.id };
  }

  /** The answer becomes the page; the application may have gone back a step. */
  private take(appeals: AppealsDto): void {
    this.appeals.set(appeals);
    this.open.reload();
  }
}
