import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { applicationDeclareInterest } from '../../../proxy/functions';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { Status } from '../../../ui/status';
import { UkDateTime } from '../../../ui/uk-date-time';
import { OpenApplication } from '../open-application';

/** The officer's own interests: one tap before the application opens, one line afterwards. */
@Component({
  selector: 'dps-interest-card',
  imports: [GovukButton, GovukErrorSummary, GovukFormDirective, GovukTextarea, RouterLink, Status, UkDateTime],
  styles: `
    .dps-interest {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
      margin: 0 0 20px;
    }
  `,
  templateUrl: './interest-card.html',
})
export class InterestCard {
  protected readonly open = inject(OpenApplication);
  protected readonly telling = signal(false);
  protected readonly changing = signal(false);
  protected readonly conflicted = computed(() =>
    (this.open.application().interests?.others ?? []).filter((other) => other.hasConflict),
  );

  protected readonly form = govukForm(signal({ details: '' }), () => undefined, {
    save: async ({ details }) => {
      await this.open.tell(applicationDeclareInterest, { hasConflict: true, details: details.trim() || null });
      this.cancel();
    },
    idPrefix: 'interest',
  });

  protected declareNone(): void {
    void this.open.pressTo('interest', () => this.open.tell(applicationDeclareInterest, { hasConflict: false }));
  }

  protected change(): void {
    this.changing.set(true);
    this.telling.set(true);
  }

  protected cancel(): void {
    this.changing.set(false);
    this.telling.set(false);
  }
}
