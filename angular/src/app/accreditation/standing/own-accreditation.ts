import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { ServerSession } from '../../core/server-session';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { standingGet, standingRepresent } from '../../proxy/functions';
import { StandingActionDto } from '../../proxy/models';
import { needed } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { Loading } from '../../ui/loading';
import { Status } from '../../ui/status';
import { UkDate } from '../../ui/uk-date';
import { STANDINGS } from './words';

/** What the provider sees of its accreditation, and a notice of revocation it may answer. */
@Component({
  selector: 'dps-own-accreditation',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukTextarea, Loading, Status, UkDate],
  template: `
    <govuk-error-summary [problem]="problem()" [form]="answer" />
    @if (standing.hasValue()) {
      @let it = standing.value();
      @if (it.lots.length > 0) {
        <h2 class="govuk-heading-m govuk-!-margin-top-6">Your accreditation</h2>
        <ul class="dps-rows">
          @for (lot of it.lots; track lot.lotId) {
            <li class="dps-row">
              <div class="dps-row__main">
                <p class="dps-row__title govuk-!-margin-0">Lot {{ lot.number }}. {{ lot.name }}</p>
                @if (lot.from) {
                  <p class="dps-meta">From {{ lot.from | ukDate }} until {{ lot.until | ukDate }}</p>
                }
                @if (!lot.awardable) {
                  <p class="dps-meta">You are invited and may bid. Nothing can be awarded to you here for now.</p>
                }
              </div>
              <dps-status [text]="states[lot.state].text" [tone]="states[lot.state].tone" />
            </li>
          }
        </ul>
        @if (it.conditions.length > 0) {
          <h3 class="govuk-heading-s govuk-!-margin-top-4">Conditions</h3>
          <ul class="dps-rows">
            @for (condition of it.conditions; track condition.id) {
              <li class="dps-row">
                <div class="dps-row__main">
                  <p class="dps-typed govuk-!-margin-0">{{ condition.text }}</p>
                  <p class="dps-meta">
                    @if (condition.metAt) {
                      Met on {{ condition.metAt | ukDate }}
                    } @else {
                      Due by {{ condition.dueOn | ukDate: 'weekday' }}
                    }
                  </p>
                </div>
                <dps-status
                  [text]="condition.metAt ? 'Met' : condition.overdue ? 'Overdue' : 'Open'"
                  [tone]="condition.metAt ? 'ok' : condition.overdue ? 'bad' : 'warn'"
                />
              </li>
            }
          </ul>
        }
        <h3 class="govuk-heading-s govuk-!-margin-top-4">Homes it covers</h3>
        <ul class="dps-rows">
          @for (home of it.homes; track home.premisesId) {
            <li class="dps-row">
              <div class="dps-row__main">
                <p class="dps-row__title govuk-!-margin-0">{{ home.name }}</p>
                @if (home.until) {
                  <p class="dps-meta">Until {{ home.until | ukDate }}; visited again before</p>
                }
              </div>
              <dps-status [text]="home.covered ? 'Covered' : 'Not covered'" [tone]="home.covered ? 'ok' : 'bad'" />
            </li>
          }
        </ul>
      }
      @if (notice(); as notice) {
        <h2 class="govuk-heading-m govuk-!-margin-top-6">We mean to revoke your accreditation</h2>
        <p class="govuk-body dps-typed">{{ notice.reasons }}</p>
        <p class="govuk-body">
          Nothing has changed yet. Tell us by {{ notice.representationsUntil | ukDate: 'weekday' }} why you should stay
          accredited.
        </p>
        @if (notice.representations) {
          <h3 class="govuk-heading-s">What you told us</h3>
          <p class="govuk-body dps-typed">{{ notice.representations }}</p>
        }
        @if (mayAct()) {
          <form [govukForm]="answer">
            <govuk-textarea
              [field]="answer.tree.text"
              [label]="
                notice.representations ? 'Tell us anew; this takes the place of it' : 'Why you should stay accredited'
              "
              [rows]="6"
            />
            <button type="submit" govukButton [busy]="answer.busy()">Send</button>
          </form>
        }
      }
    } @else if (!problem()) {
      <dps-loading />
    }
  `,
})
export class OwnAccreditation {
  private readonly api = inject(Api);
  private readonly session = inject(ServerSession);

  readonly applicationId = input.required<string>();

  protected readonly states = STANDINGS;
  protected readonly mayAct = computed(() => this.session.may('Applications.Apply'));
  protected readonly standing = resource({
    params: () => ({ id: this.applicationId() }),
    loader: ({ params }) => this.api.invoke(standingGet, params),
  });
  protected readonly problem = computed(() => (this.standing.error() ? problemOf(this.standing.error()) : undefined));
  /** The notice that can still be answered. */
  protected readonly notice = computed(() =>
    this.standing.hasValue() ? this.standing.value().actions.find(({ mayRepresent }) => mayRepresent) : undefined,
  );

  protected readonly answer = govukForm(
    signal({ text: '' }),
    (path) => needed(path.text, 'Say why you should stay accredited', 4000),
    { save: ({ text }) => this.represent(text.trim(), this.notice()), idPrefix: 'revocation' },
  );

  private async represent(text: string, notice: StandingActionDto | undefined): Promise<void> {
    if (!notice) return;

    const body = { text, version: notice.version };
    this.standing.set(
      await this.api.invoke(standingRepresent, { id: this.applicationId(), actionId: notice.id, body }),
    );
    this.answer.model.set({ text: '' });
    this.answer.clear();
  }
}
