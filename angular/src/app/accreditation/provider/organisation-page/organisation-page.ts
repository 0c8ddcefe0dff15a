import { Component, computed, input } from '@angular/core';
import { validate } from '@angular/forms/signals';
import { ApplicationDto, LegalForm, OrganisationSectionDto } from '../../../proxy/models';
import { email, needed, optional, phone, rule } from '../../../ui/form-rules';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukSelect } from '../../../ui/govuk-select';
import { GovukTextarea } from '../../../ui/govuk-textarea';
import { SectionFoot } from '../section-foot';
import { SectionForm } from '../section-form';
import { SectionHead } from '../section-head';
import { choicesOf, LEGAL_FORMS, WITH_COMPANY_NUMBER } from '../words';
import { YES_NO, yesNo } from '../yes-no';

interface Model {
  legalName: string;
  tradingName: string;
  legalForm: string;
  companyNumber: string;
  charityNumber: string;
  registeredOffice: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  smallOrMedium: string;
  voluntaryOrSocialEnterprise: string;
}

@Component({
  selector: 'dps-organisation-page',
  imports: [GovukFormDirective, GovukInput, GovukRadios, GovukSelect, GovukTextarea, SectionFoot, SectionHead],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './organisation-page.html',
})
export class OrganisationPage {
  readonly application = input.required<ApplicationDto>();

  protected readonly legalForms = choicesOf(LEGAL_FORMS);
  protected readonly yesNo = YES_NO;

  protected readonly section = new SectionForm<'organisation', Model>(this.application, {
    key: 'organisation',
    read: (saved, application) => read(saved, application),
    write,
    schema: (path) => {
      needed(path.legalName, 'Enter the registered name', 120);
      optional(path.tradingName, 120);
      rule(path.legalForm, (value) => !value && 'Choose the legal form');
      validate(path.companyNumber, ({ value, valueOf }) => {
        const asked = WITH_COMPANY_NUMBER.includes(valueOf(path.legalForm));
        return asked && !/^[A-Z0-9]{8}$/i.test(value().trim())
          ? { kind: 'rule', message: 'Company number must be 8 characters, like ZZ000001' }
          : undefined;
      });
      validate(path.charityNumber, ({ value, valueOf }) =>
        valueOf(path.legalForm) === 'Charity' && value().trim() === ''
          ? { kind: 'rule', message: 'Enter the charity number' }
          : undefined,
      );
      optional(path.charityNumber, 12);
      needed(path.registeredOffice, 'Enter the registered office', 200);
      needed(path.contactName, 'Enter the name of your contact', 80);
      email(path.contactEmail, 'Enter the contact email');
      phone(path.contactPhone, 'Enter the contact phone number');
      rule(path.smallOrMedium, (value) => !value && 'Say whether you are a small or medium enterprise');
      rule(
        path.voluntaryOrSocialEnterprise,
        (value) => !value && 'Say whether you are a voluntary organisation or social enterprise',
      );
    },
  });

  private readonly legalForm = computed(() => this.section.form.model().legalForm);
  protected readonly asksCompanyNumber = computed(() => WITH_COMPANY_NUMBER.includes(this.legalForm()));
  protected readonly asksCharityNumber = computed(() => this.legalForm() === 'Charity');
}

const read = (saved: OrganisationSectionDto | undefined, application: ApplicationDto): Model => ({
  legalName: saved?.legalName ?? application.providerName,
  tradingName: saved?.tradingName ?? '',
  legalForm: saved?.legalForm ?? '',
  companyNumber: saved?.companyNumber ?? '',
  charityNumber: saved?.charityNumber ?? '',
  registeredOffice: saved?.registeredOffice ?? '',
  contactName: saved?.contactName ?? '',
  contactEmail: saved?.contactEmail ?? '',
  contactPhone: saved?.contactPhone ?? '',
  smallOrMedium: yesNo(saved?.smallOrMedium),
  voluntaryOrSocialEnterprise: yesNo(saved?.voluntaryOrSocialEnterprise),
});

function write(value: Model): OrganisationSectionDto | undefined {
  if (!value.legalForm || !value.smallOrMedium || !value.voluntaryOrSocialEnterprise) return undefined;

  return {
    legalName: value.legalName.trim(),
    tradingName: value.tradingName.trim() || null,
    legalForm: value.legalForm as LegalForm,
    companyNumber: WITH_COMPANY_NUMBER.includes(value.legalForm)
      ? value.companyNumber.trim().toUpperCase() || null
      : null,
    charityNumber: value.legalForm === 'Charity' ? value.charityNumber.trim() || null : null,
    registeredOffice: value.registeredOffice.trim(),
    contactName: value.contactName.trim(),
    contactEmail: value.contactEmail.trim(),
    contactPhone: value.contactPhone.trim(),
    smallOrMedium: value.smallOrMedium === 'yes',
    voluntaryOrSocialEnterprise: value.voluntaryOrSocialEnterprise === 'yes',
  };
}
