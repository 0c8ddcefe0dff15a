import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router } from '@angular/router';
import { ServerSession } from '../../../core/server-session';
import { problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { memberGet, memberLeave, memberRepresent } from '../../../proxy/functions';
import { ApplicationDto, MemberActionDto, MemberState } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { needed } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Loading } from '../../../ui/loading';
import { Tone } from '../../../ui/parts';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { OwnAccreditation } from '../../standing/own-accreditation';

const LOTS: Readonly<Record<MemberState, { text: string; tone: Tone }>> = {
  Admitted: { text: 'Member', tone: 'ok' },
  Suspended: { text: 'Suspended', tone: 'bad' },
  Removed: { text: 'Removed', tone: 'bad' },
  Left: { text: 'Left', tone: 'neutral' },
};

/** The provider's lots, a notice it may answer, and the way out. */
@Component({
  selector: 'dps-membership-page',
  imports: [
    GovukBackLink,
    GovukButton,
    GovukErrorSummary,
    GovukFormDirective,
    GovukTextarea,
    Loading,
    OwnAccreditation,
    Status,
    UkDate,
  ],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './membership-page.html',
})
export class MembershipPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(ServerSession);

  readonly application = input.required<ApplicationDto>();

  protected readonly lots = LOTS;
  protected readonly leaving = signal(false);
  protected readonly mayAct = computed(() => this.session.may('Applications.Apply'));
  protected readonly member = resource({
    params: () => ({ id: this.application().id }),
    loader: ({ params }) => this.api.invoke(memberGet, params),
  });
  protected readonly problem = computed(() => (this.member.error() ? problemOf(this.member.error()) : undefined));
  /** The notice that can still be answered. */
  protected readonly notice = computed(() =>
    this.member.hasValue() ? this.member.value().actions.find(({ mayRepresent }) => mayRepresent) : undefined,
  );

  protected readonly answer = govukForm(
    signal({ text: '' }),
    (path) => needed(path.text, 'Say why you should stay a member', 4000),
    { save: ({ text }) => this.represent(text.trim(), this.notice()), idPrefix: 'answer' },
  );

  protected readonly leave = govukForm(
    signal({ reason: '' }),
    (path) => needed(path.reason, 'Say why you are leaving', 2000),
    {
      save: async ({ reason }) => {
        const { id } = this.application();
        await this.api.invoke(memberLeave, { id, body: { reason: reason.trim() } });
        await this.router.navigate(['/application', id]);
      },
      idPrefix: 'leave',
    },
  );

  private async represent(text: string, notice: MemberActionDto | undefined): Promise<void> {
    if (!notice) return;

    const body = { text, version: notice.version };
    this.member.set(await this.api.invoke(memberRepresent, { id: this.application().id, actionId: notice.id, body }));
    this.answer.model.set({ text: '' });
    this.answer.clear();
  }
}
