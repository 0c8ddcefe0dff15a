import { afterNextRender, Component, computed, inject, Injector, resource, signal } from '@angular/core';
import { linkToken } from '../../core/link-token';
import { NavigationFocus } from '../../core/navigation-focus';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { referenceGive, referenceRead } from '../../proxy/functions';
import { ReferenceReceiptDto } from '../../proxy/models';
import { needed, optional, rule } from '../../ui/form-rules';
import { GovukButton } from '../../ui/govuk-button';
import { GovukCheckboxes } from '../../ui/govuk-checkboxes';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { GovukRadios } from '../../ui/govuk-radios';
import { GovukTextarea } from '../../ui/govuk-textarea';
import { Loading } from '../../ui/loading';
import { parseWhole } from '../../ui/money';
import { GovukPanel } from '../../ui/panel';
import { UkDateTime } from '../../ui/uk-date-time';

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
const MOST_YEARS = 60;
const MOST_PLACEMENTS = 999;

/** A referee of an authority answers by a one-time link, without an account. */
@Component({
  selector: 'dps-referee-page',
  imports: [
    GovukButton,
    GovukCheckboxes,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukPanel,
    GovukRadios,
    GovukTextarea,
    Loading,
    UkDateTime,
  ],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './referee-page.html',
})
export class RefereePage {
  private readonly api = inject(Api);
  private readonly focus = inject(NavigationFocus);
  private readonly injector = inject(Injector);
  private readonly token = linkToken() || '-';

  protected readonly yesNo = YES_NO;
  protected readonly receipt = signal<ReferenceReceiptDto | undefined>(undefined);
  protected readonly question = resource({
    loader: () => this.api.invoke(referenceRead, { body: { token: this.token } }),
  });
  protected readonly problem = computed(() => (this.question.error() ? problemOf(this.question.error()) : undefined));
  protected readonly noConflict = computed(() => [
    {
      value: 'yes',
      label: `I speak for ${this.question.hasValue() ? this.question.value().authorityName : 'my authority'}, and neither I nor anyone close to me has an interest in the provider`,
    },
  ]);

  protected readonly form = govukForm(
    signal({
      years: '',
      placements: '',
      again: '',
      hasConcerns: '',
      concerns: '',
      comments: '',
      name: '',
      role: '',
      noConflict: [] as string[],
    }),
    (path) => {
      rule(path.years, (text) => !within(text, 0, MOST_YEARS) && 'Enter a number of years from 0 to 60');
      rule(
        path.placements,
        (text) => !within(text, 1, MOST_PLACEMENTS) && 'Enter a number of placements from 1 to 999',
      );
      rule(path.again, (text) => text === '' && 'Say whether you would place with the provider again');
      rule(path.hasConcerns, (text) => text === '' && 'Say whether you have concerns');
      rule(path.concerns, (text) => this.hasConcerns() && text.trim() === '' && 'Say what your concerns are');
      optional(path.concerns, 2000);
      optional(path.comments, 2000);
      needed(path.name, 'Enter your full name', 120);
      needed(path.role, 'Enter your job title', 120);
      rule(path.noConflict, (chosen) => chosen.length === 0 && 'Confirm that you have no interest in the provider');
    },
    {
      save: async (value) => {
        const receipt = await this.api.invoke(referenceGive, {
          body: {
            token: this.token,
            years: parseWhole(value.years) ?? 0,
            placements: parseWhole(value.placements) ?? 0,
            wouldPlaceAgain: value.again === 'yes',
            hasConcerns: value.hasConcerns === 'yes',
            concerns: value.hasConcerns === 'yes' ? value.concerns.trim() : null,
            comments: value.comments.trim() || null,
            name: value.name.trim(),
            role: value.role.trim(),
            noConflict: value.noConflict.length > 0,
          },
        });
        this.receipt.set(receipt);
        afterNextRender(() => this.focus.focusHeading(), { injector: this.injector });
      },
      fieldNames: { wouldPlaceAgain: 'again' },
    },
  );

  protected hasConcerns(): boolean {
    return this.form.model().hasConcerns === 'yes';
  }
}

function within(text: string, least: number, most: number): boolean {
  const number = parseWhole(text);
  return number !== undefined && number >= least && number <= most;
}
