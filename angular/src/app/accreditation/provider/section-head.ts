import { afterNextRender, Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { GovukBackLink } from '../../ui/back-link';
import { GovukButton } from '../../ui/govuk-button';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { GovukNotificationBanner } from '../../ui/notification-banner';
import { SectionPage } from './section-form';

/** Milliseconds: after the heading has had the focus, as on every page. */
const ARRIVAL = 300;

/** Above the questions: the way back, what is wrong, and the heading. */
@Component({
  selector: 'dps-section-head',
  imports: [GovukBackLink, GovukButton, GovukErrorSummary, GovukNotificationBanner],
  template: `
    <govuk-back-link [link]="back().link" [label]="back().label" />
    <govuk-error-summary [form]="section().form" />
    @if (section().conflict()) {
      <govuk-notification-banner heading="This application was changed meanwhile" tone="warn">
        <p>By somebody else, or by you in another window. What you typed is still here.</p>
        <div class="govuk-button-group govuk-!-margin-top-3">
          <button type="button" govukButton small (click)="section().keepMine()">Save what I typed</button>
          <button type="button" govukButton="secondary" small (click)="section().loadNewer()">
            Load their answers
          </button>
        </div>
      </govuk-notification-banner>
    }
    @if (section().restored() && section().form.lines().length === 0) {
      <govuk-notification-banner heading="Not saved yet">
        <p>These answers hold text that you typed earlier. Complete it, then save.</p>
      </govuk-notification-banner>
    }
    <p class="dps-caption">{{ section().words.group }}</p>
    <h1 class="govuk-heading-l">{{ heading() ?? section().words.title }}</h1>
  `,
})
export class SectionHead {
  private readonly route = inject(ActivatedRoute);
  private readonly document = inject(DOCUMENT);

  readonly section = input.required<SectionPage>();
  readonly heading = input<string>();
  readonly backTo = input<{ readonly link: readonly unknown[]; readonly label: string }>();

  protected readonly back = computed(() => {
    const id = this.section().current().id;
    if (this.route.snapshot.queryParamMap.get('from') === 'check') {
      return { link: ['/application', id, 'check'], label: 'Back to check your answers' };
    }
    return this.backTo() ?? { link: ['/application', id], label: 'Back to your application' };
  });

  constructor() {
    const field = this.route.snapshot.fragment;
    if (field) afterNextRender(() => setTimeout(() => this.document.getElementById(field)?.focus(), ARRIVAL));
  }
}
