import { Component, computed, inject, input, resource } from '@angular/core';
import { problemOf } from '../../../core/problem';
import { ApplicationDto } from '../../../proxy/models';
import { rule } from '../../../ui/form-rules';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { Loading } from '../../../ui/loading';
import { concernsOf, TO_PROVIDER } from '../../lot-concerns';
import { Applications } from '../applications';
import { SectionFoot } from '../section-foot';
import { SectionForm } from '../section-form';
import { SectionHead } from '../section-head';
import { CATEGORIES } from '../words';

interface Model {
  lotIds: string[];
  areas: string[];
}

@Component({
  selector: 'dps-lots-page',
  imports: [GovukCheckboxes, GovukErrorSummary, GovukFormDirective, Loading, SectionFoot, SectionHead],
  host: { class: 'dps-page dps-page--form' },
  styleUrl: '../warning.scss',
  template: `
    <dps-section-head [section]="section" />
    @if (scheme.isLoading()) {
      <dps-loading text="Loading the lots" />
    } @else if (scheme.error(); as error) {
      <govuk-error-summary [problem]="problemOf(error)" />
    } @else {
      <form [govukForm]="section.form">
        <govuk-checkboxes
          [field]="section.form.tree.lotIds"
          legend="Lots you want to join"
          hint="You are invited to every call-off in a lot you are admitted to"
          [choices]="lots()"
        />
        <div role="status">
          @if (concerns().length > 0) {
            <div class="dps-inset-warning">
              <p><strong>You can apply, but expect to be asked:</strong></p>
              <ul class="govuk-list govuk-list--bullet">
                @for (line of concerns(); track line) {
                  <li>{{ line }}</li>
                }
              </ul>
            </div>
          }
        </div>
        <govuk-checkboxes
          [field]="section.form.tree.areas"
          legend="Areas where you have homes or can open them"
          small
          [choices]="areas()"
        />
        <dps-section-foot [section]="section" />
      </form>
    }
  `,
})
export class LotsPage {
  private readonly applications = inject(Applications);

  readonly application = input.required<ApplicationDto>();

  protected readonly problemOf = problemOf;
  protected readonly scheme = resource({
    params: () => this.application().schemeId,
    loader: ({ params }) => this.applications.scheme(params),
  });

  protected readonly lots = computed(() =>
    (this.scheme.hasValue() ? this.scheme.value().lots : []).map((lot) => ({
      value: lot.id,
      label: `Lot ${lot.number}: ${lot.name}`,
      hint: `${CATEGORIES[lot.category]}. ${lot.admits16To17 ? 'From age 16' : 'From age 18'}`,
    })),
  );

  /** Of the lots that are ticked; a warning, no error. */
  protected readonly concerns = computed(() => {
    const chosen = this.section.form.model().lotIds;
    return (this.scheme.hasValue() ? this.scheme.value().lots : [])
      .filter(({ id }) => chosen.includes(id))
      .flatMap((lot) =>
        concernsOf(lot, this.application()).map((each) => `Lot ${lot.number}, ${lot.name}: ${TO_PROVIDER[each]}`),
      );
  });

  /** Areas saved earlier stay, though an authority has left the scheme since. */
  protected readonly areas = computed(() => {
    const scheme = this.scheme.hasValue() ? this.scheme.value() : undefined;
    const members = scheme ? [scheme.hostAuthorityName, ...scheme.memberAuthorities.map(({ name }) => name)] : [];
    const saved = this.application().answers.lotsAndAreas?.areas ?? [];
    return [...new Set([...members, ...saved])].map((name) => ({ value: name, label: name }));
  });

  protected readonly section = new SectionForm<'lotsAndAreas', Model>(this.application, {
    key: 'lotsAndAreas',
    read: (saved) => ({ lotIds: [...(saved?.lotIds ?? [])], areas: [...(saved?.areas ?? [])] }),
    write: (value) => value,
    schema: (path) => {
      rule(path.lotIds, (ids) => ids.length === 0 && 'Choose at least one lot');
      rule(path.areas, (areas) => areas.length === 0 && 'Choose at least one area');
    },
  });
}
