import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { Problem, problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import {
  personConfirmInvitation,
  personConfirmRoles,
  personGetList,
  personRefuseInvitation,
  personRefuseRoles,
  personRemove,
  personResendInvitation,
  personResetSecondFactors,
  personRevokeInvitation,
  personWithdrawRoles,
} from '../../proxy/functions';
import { ColleagueDto, InvitationDto, PeopleDto, RoleProposalDto, RoleProposalTrigger } from '../../proxy/models';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { Loading } from '../../ui/loading';
import { GovukNotificationBanner } from '../../ui/notification-banner';
import { PageHeader } from '../../ui/page-header';
import { ScrollX } from '../../ui/scroll-x';
import { Status } from '../../ui/status';
import { UkDateTime } from '../../ui/uk-date-time';
import { InviteForm } from './invite-form';
import { RolesForm } from './roles-form';
import { roleNames } from './words';

/** Who acts for the organisation, who is invited, and as what. */
@Component({
  selector: 'dps-people-page',
  imports: [
    GovukButton,
    GovukErrorSummary,
    GovukNotificationBanner,
    InviteForm,
    Loading,
    PageHeader,
    RolesForm,
    ScrollX,
    Status,
    UkDateTime,
  ],
  host: { class: 'dps-page' },
  templateUrl: './people-page.html',
})
export class PeoplePage {
  private readonly api = inject(Api);

  private readonly loaded = resource({ loader: () => this.api.invoke(personGetList, undefined) });
  protected readonly people = linkedSignal(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  private readonly refusal = signal<Problem | undefined>(undefined);
  protected readonly problem = computed(
    () => this.refusal() ?? (this.loaded.error() ? problemOf(this.loaded.error()) : undefined),
  );
  protected readonly busy = signal<string | undefined>(undefined);
  protected readonly news = signal<string | undefined>(undefined);
  /** Whose roles are open to be changed, and whose removal waits for a second press. */
  protected readonly changing = signal<string | undefined>(undefined);
  protected readonly removing = signal<string | undefined>(undefined);
  /** Whose second step waits for a second press to be reset. */
  protected readonly resetting = signal<string | undefined>(undefined);

  protected readonly roleNames = roleNames;

  protected choose(change: string | undefined, remove: string | undefined): void {
    this.changing.set(change);
    this.removing.set(remove);
    this.resetting.set(undefined);
    this.news.set(undefined);
  }

  protected show(people: PeopleDto, news: string): void {
    this.choose(undefined, undefined);
    this.people.set(people);
    this.news.set(news);
  }

  protected showChange(people: PeopleDto, { id, name }: ColleagueDto): void {
    const waits = people.people.some((person) => person.id === id && person.proposal);
    this.show(
      people,
      waits
        ? `The new roles of ${name} count once another administrator confirms them`
        : `The roles of ${name} are changed`,
    );
  }

  /** The newest stands first. */
  protected showInvited(people: PeopleDto): void {
    this.show(
      people,
      people.invitations[0]?.state === 'Proposed'
        ? 'The invitation is sent once another administrator confirms it'
        : 'The invitation is on its way',
    );
  }

  protected readonly remove = (person: ColleagueDto) =>
    this.perform(person.id, `${person.name} has been removed`, () => this.api.invoke(personRemove, { id: person.id }));

  protected askReset(id: string): void {
    this.choose(undefined, undefined);
    this.resetting.set(id);
  }

  protected readonly reset = ({ id, name }: ColleagueDto) =>
    this.perform(id, `${name} signs in with the password and sets up a second step again`, async () => {
      await this.api.invoke(personResetSecondFactors, { id });
      return this.api.invoke(personGetList, undefined);
    });

  protected readonly resend = ({ id, email }: InvitationDto) =>
    this.perform(id, `A new link is on its way to ${email}`, () => this.api.invoke(personResendInvitation, { id }));

  protected readonly revoke = ({ id, email }: InvitationDto) =>
    this.perform(id, `The invitation of ${email} is withdrawn`, () => this.api.invoke(personRevokeInvitation, { id }));

  protected readonly confirm = ({ id, email }: InvitationDto) =>
    this.perform(id, `The invitation is on its way to ${email}`, () =>
      this.api.invoke(personConfirmInvitation, { id }),
    );

  protected readonly refuse = ({ id, email }: InvitationDto) =>
    this.perform(id, `The invitation of ${email} is refused`, () => this.api.invoke(personRefuseInvitation, { id }));

  protected readonly settleRoles = ({ name }: ColleagueDto, { id }: RoleProposalDto, trigger: RoleProposalTrigger) => {
    switch (trigger) {
      case 'Confirm':
        return this.perform(id, `The roles of ${name} are changed`, () => this.api.invoke(personConfirmRoles, { id }));
      case 'Refuse':
        return this.perform(id, `The new roles of ${name} are refused`, () =>
          this.api.invoke(personRefuseRoles, { id }),
        );
      case 'Withdraw':
        return this.perform(id, `The new roles of ${name} are withdrawn`, () =>
          this.api.invoke(personWithdrawRoles, { id }),
        );
    }
  };

  private async perform(which: string, news: string, call: () => Promise<PeopleDto>): Promise<void> {
    if (this.busy()) return;

    this.refusal.set(undefined);
    this.busy.set(which);
    try {
      this.show(await call(), news);
    } catch (error) {
      this.refusal.set(problemOf(error));
    } finally {
      this.busy.set(undefined);
    }
  }
}
