import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { Problem, problemOf } from '../../../core/problem';
import { Api } from '../../../proxy/api';
import { schemeFileGetTemplates, schemeFileRead } from '../../../proxy/functions';
import { RecordSchemeDto, SchemeFileDto, SchemeTemplateDto } from '../../../proxy/models';
import { GovukDetails } from '../../../ui/details';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';

/** What a form can begin with, so that nobody types lots that a real scheme has used before. */
@Component({
  selector: 'dps-start-from',
  imports: [GovukButton, GovukDetails, GovukErrorSummary],
  template: `
    <govuk-error-summary [problem]="problem()" />
    <p class="dps-meta" role="status">{{ said() }}</p>
    <govuk-details summary="Start from a structure or a file">
      @if (templates.hasValue() && drafts()) {
        <ul class="govuk-list">
          @for (template of templates.value(); track template.key) {
            <li class="govuk-!-margin-bottom-4">
              <strong>{{ template.name }}</strong> <span class="dps-meta">{{ template.source }}</span>
              <p class="govuk-!-margin-bottom-2">{{ template.about }} {{ template.lots.length }} lots.</p>
              <button type="button" govukButton="secondary" small (click)="use(template)">
                Use it<span class="govuk-visually-hidden">: {{ template.name }}</span>
              </button>
            </li>
          }
        </ul>
      }
      <div class="govuk-form-group">
        <label class="govuk-label" for="scheme-file">A file that a portal exported</label>
        <div class="govuk-hint" id="scheme-file-hint">Nothing is stored before you save the form</div>
        <input
          #file
          class="govuk-file-upload"
          id="scheme-file"
          type="file"
          accept=".json,application/json"
          aria-describedby="scheme-file-hint"
          (change)="read(file)"
        />
      </div>
    </govuk-details>
  `,
})
export class StartFrom {
  private readonly api = inject(Api);

  readonly drafts = input(false);
  readonly template = output<SchemeTemplateDto>();
  readonly terms = output<RecordSchemeDto>();

  protected readonly said = signal('');
  protected readonly templates = resource({ loader: () => this.api.invoke(schemeFileGetTemplates, undefined) });
  protected readonly problem = computed<Problem | undefined>(() =>
    this.templates.error() ? problemOf(this.templates.error()) : this.refused(),
  );
  private readonly refused = signal<Problem | undefined>(undefined);

  protected use(template: SchemeTemplateDto): void {
    this.template.emit(template);
    this.say(`The lots below are those of “${template.name}”. Change what differs.`);
  }

  protected async read(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;

    this.said.set('');
    this.refused.set(undefined);
    try {
      const body = JSON.parse(await file.text()) as SchemeFileDto;
      const reading = await this.api.invoke(schemeFileRead, { body });
      if (this.drafts() && !reading.mayBeDrafted) {
        this.refuse('No new scheme of this law may be set up. Record it instead: Schemes, Record a scheme.');
        return;
      }
      this.terms.emit(reading.terms);
      const missing = reading.unknownAuthorities;
      this.say(
        `The form holds what ${file.name} says.` +
          (missing.length > 0 ? ` This portal does not have ${missing.join(', ')}.` : ''),
      );
    } catch (error) {
      if (error instanceof SyntaxError)
        this.refuse(`${file.name} is no scheme file. Choose one that a portal exported.`);
      else this.refused.set(problemOf(error));
    }
  }

  private say(text: string): void {
    this.refused.set(undefined);
    this.said.set(text);
  }

  private refuse(detail: string): void {
    this.refused.set({ status: 400, detail, errors: {} });
  }
}
