import { Component, computed, inject, input } from '@angular/core';
import { validate } from '@angular/forms/signals';
import { ServerClock } from '../../../core/server-clock';
import { ApplicationDto, OfstedCategory, OfstedSectionDto } from '../../../proxy/models';
import { DateParts, datePartsOf, isoDateOf, londonDate } from '../../../ui/dates';
import { dateProblem, isAfter, optional, rule } from '../../../ui/form-rules';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { SectionFoot } from '../section-foot';
import { SectionForm } from '../section-form';
import { SectionHead } from '../section-head';
import { CATEGORIES, choicesOf } from '../words';
import { YES_NO, yesNo } from '../yes-no';

interface Model {
  registered: string;
  urn: string;
  registeredOn: DateParts;
  categories: string[];
  conditions: string;
}

@Component({
  selector: 'dps-ofsted-page',
  imports: [
    GovukCheckboxes,
    GovukDateInput,
    GovukFormDirective,
    GovukInput,
    GovukRadios,
    GovukTextarea,
    SectionFoot,
    SectionHead,
  ],
  host: { class: 'dps-page dps-page--form' },
  template: `
    <dps-section-head [section]="section" />
    <form [govukForm]="section.form">
      <govuk-radios
        [field]="section.form.tree.registered"
        legend="Are you registered with Ofsted as a provider of supported accommodation?"
        hint="Lots that take 16 and 17 year olds need it"
        layout="inline"
        [choices]="yesNo"
      />
      @if (registered()) {
        <govuk-input
          [field]="section.form.tree.urn"
          label="Unique reference number (URN)"
          hint="7 digits, as on your Ofsted certificate. An officer looks it up when assessing you"
          inputMode="numeric"
          [width]="10"
        />
        <govuk-date-input
          [field]="section.form.tree.registeredOn"
          legend="Registered on"
          hint="For example, 27 3 2024"
        />
        <govuk-checkboxes
          [field]="section.form.tree.categories"
          legend="Categories you are registered for"
          [choices]="categories"
        />
        <govuk-textarea
          [field]="section.form.tree.conditions"
          label="Conditions of registration (optional)"
          [rows]="3"
        />
      }
      <dps-section-foot [section]="section" />
    </form>
  `,
})
export class OfstedPage {
  private readonly today = londonDate(inject(ServerClock).now());

  readonly application = input.required<ApplicationDto>();

  protected readonly categories = choicesOf(CATEGORIES);
  protected readonly yesNo = YES_NO;

  protected readonly section = new SectionForm<'ofsted', Model>(this.application, {
    key: 'ofsted',
    read,
    write,
    schema: (path) => {
      rule(path.registered, (value) => !value && 'Say whether you are registered with Ofsted');
      validate(path.urn, ({ value, valueOf }) => {
        if (valueOf(path.registered) !== 'yes' || /^\d{7}$/.test(value().trim())) return undefined;
        const message = value().trim() ? 'The URN must be 7 digits, like 9000014' : 'Enter the URN';
        return { kind: 'rule', message };
      });
      validate(path.registeredOn, ({ value, valueOf }) => {
        const message =
          dateProblem(value(), 'The date of registration', 'Enter the date of registration') ??
          (isAfter(value(), this.today) ? 'The date of registration must be today or in the past' : undefined);
        return valueOf(path.registered) === 'yes' && message ? { kind: 'rule', message } : undefined;
      });
      validate(path.categories, ({ value, valueOf }) =>
        valueOf(path.registered) === 'yes' && value().length === 0
          ? { kind: 'rule', message: 'Choose at least one category' }
          : undefined,
      );
      optional(path.conditions, 500);
    },
  });

  protected readonly registered = computed(() => this.section.form.model().registered === 'yes');
}

function read(saved: OfstedSectionDto | undefined): Model {
  return {
    registered: yesNo(saved?.registered),
    urn: saved?.urn ?? '',
    registeredOn: datePartsOf(saved?.registeredOn),
    categories: [...(saved?.categories ?? [])],
    conditions: saved?.conditions ?? '',
  };
}

function write(value: Model): OfstedSectionDto | undefined {
  if (!value.registered) return undefined;

  const registered = value.registered === 'yes';
  return {
    registered,
    urn: registered ? value.urn.trim() || null : null,
    registeredOn: registered ? (isoDateOf(value.registeredOn) ?? null) : null,
    categories: registered ? (value.categories as OfstedCategory[]) : [],
    conditions: registered ? value.conditions.trim() || null : null,
  };
}
