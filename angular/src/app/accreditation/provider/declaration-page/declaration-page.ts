import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ApplicationDto, DeclarationSectionDto } from '../../../proxy/models';
import { needed, rule } from '../../../ui/form-rules';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { SectionFoot } from '../section-foot';
import { SectionForm } from '../section-form';
import { SectionHead } from '../section-head';

interface Model {
  agreed: string[];
  signatoryName: string;
  signatoryRole: string;
}

const STATEMENTS = [
  { value: 'answersAreTrue', label: 'The answers are true and complete, and I may sign for the organisation' },
  { value: 'noCollusion', label: 'We have not discussed our prices or answers with another provider' },
  { value: 'acceptsTerms', label: 'We accept the terms of the scheme' },
];

@Component({
  selector: 'dps-declaration-page',
  imports: [GovukCheckboxes, GovukFormDirective, GovukInput, RouterLink, SectionFoot, SectionHead],
  host: { class: 'dps-page dps-page--form' },
  template: `
    <dps-section-head [section]="section" />
    <p class="govuk-body">
      Read
      <a class="govuk-link" [routerLink]="['/schemes', application().schemeId]" target="_blank"
        >the scheme’s lots, rules and dates (opens in a new tab)</a
      >
      before you accept its terms.
    </p>
    <form [govukForm]="section.form">
      <govuk-checkboxes [field]="section.form.tree.agreed" legend="We declare that" [choices]="statements" />
      <govuk-input [field]="section.form.tree.signatoryName" label="Your name" autocomplete="name" />
      <govuk-input
        [field]="section.form.tree.signatoryRole"
        label="Your role in the organisation"
        autocomplete="organization-title"
      />
      <dps-section-foot [section]="section" />
    </form>
  `,
})
export class DeclarationPage {
  readonly application = input.required<ApplicationDto>();

  protected readonly statements = STATEMENTS;

  protected readonly section = new SectionForm<'declaration', Model>(this.application, {
    key: 'declaration',
    read,
    write,
    schema: (path) => {
      rule(path.agreed, (agreed) => agreed.length < STATEMENTS.length && 'Tick all three statements');
      needed(path.signatoryName, 'Enter your name', 80);
      needed(path.signatoryRole, 'Enter your role', 80);
    },
  });
}

function read(saved: DeclarationSectionDto | undefined): Model {
  return {
    agreed: STATEMENTS.map(({ value }) => value).filter((name) => saved?.[name as 'noCollusion']),
    signatoryName: saved?.signatoryName ?? '',
    signatoryRole: saved?.signatoryRole ?? '',
  };
}

function write(value: Model): DeclarationSectionDto {
  return {
    answersAreTrue: value.agreed.includes('answersAreTrue'),
    noCollusion: value.agreed.includes('noCollusion'),
    acceptsTerms: value.agreed.includes('acceptsTerms'),
    signatoryName: value.signatoryName.trim(),
    signatoryRole: value.signatoryRole.trim(),
  };
}
