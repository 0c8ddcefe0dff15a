import { Component, computed, inject, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Problem, problemOf } from '../../../core/problem';
import { ApplicationListItemDto, SchemeListItemDto } from '../../../proxy/models';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { Applications } from '../applications';
import { ACCREDITATIONS, MEMBERSHIPS } from '../words';

/** The provider's applications, and the schemes it can join. */
@Component({
  selector: 'dps-applications-page',
  imports: [GovukButton, GovukErrorSummary, Loading, PageHeader, RouterLink, Status, UkDate],
  host: { class: 'dps-page' },
  templateUrl: './applications-page.html',
})
export class ApplicationsPage {
  private readonly applications = inject(Applications);
  private readonly router = inject(Router);

  protected readonly loaded = resource({
    loader: async () => {
      const [own, schemes] = await Promise.all([this.applications.own(), this.applications.schemes()]);
      return { own, schemes };
    },
  });
  private readonly refusal = signal<Problem | undefined>(undefined);
  protected readonly problem = computed(() => {
    const error = this.loaded.error();
    return this.refusal() ?? (error ? problemOf(error) : undefined);
  });
  protected readonly starting = signal<string | undefined>(undefined);

  protected readonly own = computed(() => (this.loaded.hasValue() ? this.loaded.value().own : []));

  /** Open schemes without an application that still runs. */
  protected readonly schemes = computed(() => {
    const taken = this.own()
      .filter(({ membership }) => membership !== 'Rejected' && membership !== 'Withdrawn')
      .map(({ schemeName }) => schemeName);
    const all = this.loaded.hasValue() ? this.loaded.value().schemes : [];
    return all.filter((scheme) => scheme.openToJoin && !taken.includes(scheme.name));
  });

  protected membershipOf(application: ApplicationListItemDto): (typeof MEMBERSHIPS)['Draft'] {
    return MEMBERSHIPS[application.membership];
  }

  protected accreditationOf(application: ApplicationListItemDto): (typeof MEMBERSHIPS)['Draft'] | undefined {
    return application.accreditation === 'NotStarted' ? undefined : ACCREDITATIONS[application.accreditation];
  }

  protected async start(scheme: SchemeListItemDto): Promise<void> {
    if (this.starting()) return;

    this.starting.set(scheme.id);
    this.refusal.set(undefined);
    try {
      const application = await this.applications.create(scheme.id);
      await this.router.navigate(['/application', application.id]);
    } catch (error) {
      this.refusal.set(problemOf(error));
    } finally {
      this.starting.set(undefined);
    }
  }
}
