import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { PageTitle } from '../../../core/page-title';
import { Problem, problemOf } from '../../../core/problem';
import { isConcurrency } from '../../../core/refusals';
import { ServerClock } from '../../../core/server-clock';
import { PolicyDto } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { datePartsOf, isoDateOf, londonDate, noDate } from '../../../ui/dates';
import { DocumentField } from '../../../ui/document-field';
import { needed, realDate, rule } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { Loading } from '../../../ui/loading';
import { GovukNotificationBanner } from '../../../ui/notification-banner';
import { formatDate } from '../../../ui/uk-date';
import { Policies } from '../policies';
import { EVIDENCE, POLICIES } from '../policy-words';
import { reviewProblem, versionProblem } from './policy-dates';

const UNKNOWN: Problem = { status: 404, detail: 'There is no such policy in the list.', errors: {} };

const modelOf = (policy: PolicyDto | undefined) => ({
  owner: policy?.owner ?? '',
  versionOn: policy?.versionOn ? datePartsOf(policy.versionOn) : noDate(),
  reviewOn: policy?.reviewOn ? datePartsOf(policy.reviewOn) : noDate(),
  documentId: policy?.file?.documentId ?? '',
});

/** One policy: who answers for it, which version is in use and when it is read again. */
@Component({
  selector: 'dps-policy-form-page',
  imports: [
    DocumentField,
    GovukBackLink,
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukNotificationBanner,
    Loading,
  ],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './policy-form-page.html',
})
export class PolicyFormPage {
  private readonly policies = inject(Policies);
  private readonly router = inject(Router);
  private readonly clock = inject(ServerClock);
  private readonly title = inject(PageTitle);

  /** Of the route. */
  readonly kind = input.required<string>();

  private readonly loaded = resource({
    params: () => this.kind(),
    loader: ({ params }) => this.policies.find(params),
  });
  protected readonly policy = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  protected readonly loadProblem = computed(() => {
    const error = this.loaded.error();
    if (error) return problemOf(error);
    return this.loaded.status() === 'resolved' && !this.policy() ? UNKNOWN : undefined;
  });
  protected readonly name = computed(() => POLICIES[this.policy()!.kind]);
  protected readonly evidence = computed(() => EVIDENCE[this.policy()!.kind]);
  protected readonly reviewHint = computed(() => {
    const latest = this.policy()?.latestReviewOn;
    return latest
      ? `At least every 12 months: up to ${formatDate(latest)}`
      : 'The last day on which it is in time, like 1 9 2027';
  });
  private readonly version = signal(0);

  protected readonly form = govukForm(
    signal(modelOf(undefined)),
    (path) => {
      needed(path.owner, 'Enter who answers for the policy', 120);
      realDate(path.versionOn, 'The day of the version', 'Enter the day of the version in use');
      realDate(path.reviewOn, 'The day of the review', 'Enter the day of the next review');
      rule(path.versionOn, (day) => versionProblem(isoDateOf(day), londonDate(this.clock.now())));
      validate(path.reviewOn, ({ value, valueOf }) => {
        const version = isoDateOf(valueOf(path.versionOn));
        const message = reviewProblem(isoDateOf(value()), version, this.policy()?.latestReviewOn);
        return message ? { kind: 'rule', message } : undefined;
      });
    },
    {
      save: async ({ owner, versionOn, reviewOn, documentId }) => {
        const { kind } = this.policy()!;
        await this.policies.save(kind, {
          owner: owner.trim(),
          versionOn: isoDateOf(versionOn) ?? '',
          reviewOn: isoDateOf(reviewOn) ?? '',
          documentId: documentId || null,
          version: this.version(),
        });
        await this.router.navigate(['/staff/policies'], { queryParams: { saved: kind } });
      },
    },
  );
  protected readonly conflict = computed(() => isConcurrency(this.form.problem()));

  constructor() {
    effect(() => {
      const policy = this.policy();
      if (!policy) return;

      this.title.set(`${POLICIES[policy.kind]} policy`);
      untracked(() => {
        this.version.set(policy.version);
        this.form.model.set(modelOf(policy));
      });
    });
  }

  /** After a conflict: what was typed here goes over what the other person saved. */
  protected async keepMine(): Promise<void> {
    try {
      this.version.set((await this.policies.find(this.kind()))?.version ?? 0);
    } catch (error) {
      this.form.show(problemOf(error));
      return;
    }
    await this.form.submit();
  }

  protected loadNewer(): void {
    this.form.clear();
    this.loaded.reload();
  }
}
