import { Component, computed, effect, inject, input, resource, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { ApplicationDto } from '../../../proxy/models';
import { EmptyState } from '../../../ui/empty-state';
import { rule } from '../../../ui/form-rules';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { Loading } from '../../../ui/loading';
import { Applications } from '../applications';
import { SectionFoot } from '../section-foot';
import { SectionForm } from '../section-form';
import { SectionHead } from '../section-head';
import { CATEGORIES } from '../words';

/** Which of the provider's homes the application is about. The homes themselves have pages of their own. */
@Component({
  selector: 'dps-premises-page',
  imports: [
    EmptyState,
    GovukButton,
    GovukCheckboxes,
    GovukErrorSummary,
    GovukFormDirective,
    Loading,
    RouterLink,
    SectionFoot,
    SectionHead,
  ],
  host: { class: 'dps-page dps-page--form' },
  template: `
    <dps-section-head [section]="section" />
    <p class="govuk-body">We visit every home you choose here. You can add more homes after you have joined.</p>
    <p role="status" [class.govuk-visually-hidden]="!justSaved()">
      @if (justSaved(); as home) {
        <strong>{{ home.name }} is saved and chosen below.</strong>
      }
    </p>
    @if (homes.isLoading() && !homes.hasValue()) {
      <dps-loading text="Loading your homes" />
    } @else if (homes.error(); as error) {
      <govuk-error-summary [problem]="problemOf(error)" />
    } @else {
      <form [govukForm]="section.form">
        @if (choices().length > 0) {
          <govuk-checkboxes
            [field]="section.form.tree.premisesIds"
            legend="Homes in this application"
            [choices]="choices()"
          />
          <p class="govuk-body">
            <a class="govuk-link" routerLink="/homes/new" [queryParams]="here()">Add another home</a>
          </p>
          <dps-section-foot [section]="section" />
        } @else {
          <dps-empty-state heading="No homes yet">
            <p>Add a home with its bedrooms, then choose it here.</p>
            <a
              govukButton
              class="govuk-!-margin-top-4 govuk-!-margin-bottom-0"
              routerLink="/homes/new"
              [queryParams]="here()"
              >Add a home</a
            >
          </dps-empty-state>
        }
      </form>
    }
  `,
})
export class PremisesPage {
  private readonly applications = inject(Applications);

  readonly application = input.required<ApplicationDto>();

  /** A home that was recorded a moment ago, on the way here. */
  readonly saved = input<string>();

  protected readonly problemOf = problemOf;
  protected readonly homes = resource({ loader: () => this.applications.homes() });
  protected readonly here = computed(() => ({ returnTo: `/application/${this.application().id}/homes` }));

  protected readonly choices = computed(() =>
    (this.homes.hasValue() ? this.homes.value() : []).map((home) => {
      const tooSmall = home.places.filter(({ bedroomLargeEnough }) => !bedroomLargeEnough).map(({ name }) => name);
      return {
        value: home.id,
        label: `${home.name}, ${home.outwardCode}`,
        hint: [
          `${CATEGORIES[home.category]}. ${home.places.length} ${home.places.length === 1 ? 'place' : 'places'}`,
          ...(tooSmall.length > 0 ? [`Too small for the people it is for: ${tooSmall.join(', ')}`] : []),
        ].join('. '),
      };
    }),
  );
  protected readonly justSaved = computed(() =>
    this.homes.hasValue() ? this.homes.value().find(({ id }) => id === this.saved()) : undefined,
  );

  protected readonly section = new SectionForm<'premises', { premisesIds: string[] }>(this.application, {
    key: 'premises',
    read: (saved) => ({ premisesIds: [...(saved?.premisesIds ?? [])] }),
    write: (value) => value,
    schema: (path) => rule(path.premisesIds, (ids) => ids.length === 0 && 'Choose at least one home'),
  });

  constructor() {
    effect(() => {
      const home = this.justSaved();
      if (home) untracked(() => this.choose(home.id));
    });
  }

  private choose(id: string): void {
    this.section.form.model.update(({ premisesIds }) => ({ premisesIds: [...new Set([...premisesIds, id])] }));
  }
}
