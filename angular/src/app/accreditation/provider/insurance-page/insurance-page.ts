import { Component, input } from '@angular/core';
import { applyEach, SchemaPath, validate } from '@angular/forms/signals';
import { ApplicationDto, InsuranceKind, InsuranceSectionDto, InsuranceStatus } from '../../../proxy/models';
import { DateParts, datePartsOf, isoDateOf } from '../../../ui/dates';
import { DocumentField } from '../../../ui/document-field';
import { dateProblem, rule, tooLong } from '../../../ui/form-rules';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukRadios } from '../../../ui/govuk-radios';
import { parseWhole } from '../../../ui/money';
import { SectionFoot } from '../section-foot';
import { SectionForm } from '../section-form';
import { SectionHead } from '../section-head';
import { INSURANCES, LEAST_COVER } from '../words';

interface Policy {
  status: string;
  insurer: string;
  policyNumber: string;
  limitPounds: string;
  expiresOn: DateParts;
  documentId: string;
}

interface Model {
  policies: Policy[];
}

const KINDS = Object.keys(INSURANCES) as InsuranceKind[];

@Component({
  selector: 'dps-insurance-page',
  imports: [DocumentField, GovukDateInput, GovukFormDirective, GovukInput, GovukRadios, SectionFoot, SectionHead],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './insurance-page.html',
})
export class InsurancePage {
  readonly application = input.required<ApplicationDto>();

  protected readonly statuses = [
    { value: 'Held', label: 'We hold it' },
    { value: 'CommittedBeforeAward', label: 'We will have it before we are awarded a placement' },
  ];

  protected readonly section = new SectionForm<'insurance', Model>(this.application, {
    key: 'insurance',
    read,
    write,
    schema: (path) => {
      applyEach(path.policies, (policy) => {
        const whenHeld = <T>(field: SchemaPath<T>, broken: (value: T) => string | undefined): void =>
          validate(field, ({ value, valueOf }) => {
            const message = valueOf(policy.status) === 'Held' ? broken(value()) : undefined;
            return message ? { kind: 'rule', message } : undefined;
          });

        rule(policy.status, (value) => !value && 'Say whether you hold this insurance');
        rule(policy.limitPounds, (value) =>
          parseWhole(value.replace('£', '')) === undefined
            ? 'Enter the cover in whole pounds, like 5,000,000'
            : undefined,
        );
        whenHeld(policy.insurer, (value) => (value.trim() ? tooLong(value, 120) : 'Enter the insurer'));
        whenHeld(policy.policyNumber, (value) => (value.trim() ? tooLong(value, 60) : 'Enter the policy number'));
        whenHeld(policy.expiresOn, (value) => dateProblem(value, 'The last day', 'Enter the last day of the policy'));
        whenHeld(policy.documentId, (value) => (value ? undefined : 'Choose the certificate'));
      });
    },
  });

  protected titleOf(index: number): string {
    const kind = KINDS[index];
    return kind ? INSURANCES[kind] : '';
  }

  protected kindOf(index: number): InsuranceKind | undefined {
    return KINDS[index];
  }

  protected leastOf(index: number): string {
    const kind = KINDS[index];
    return kind ? LEAST_COVER[kind] : '';
  }
}

function read(saved: InsuranceSectionDto | undefined): Model {
  return {
    policies: KINDS.map((kind) => {
      const policy = saved?.policies.find((each) => each.kind === kind);
      return {
        status: policy?.status ?? '',
        insurer: policy?.insurer ?? '',
        policyNumber: policy?.policyNumber ?? '',
        limitPounds: policy?.limitPounds?.toLocaleString('en-GB') ?? '',
        expiresOn: datePartsOf(policy?.expiresOn),
        documentId: policy?.documentId ?? '',
      };
    }),
  };
}

/** A kind without a status is left out, so that a draft can be saved. */
function write(value: Model): InsuranceSectionDto {
  const policies = KINDS.flatMap((kind, index) => {
    const policy = value.policies[index];
    if (!policy?.status) return [];

    const held = policy.status === 'Held';
    return [
      {
        kind,
        status: policy.status as InsuranceStatus,
        limitPounds: parseWhole(policy.limitPounds.replace('£', '')) ?? null,
        insurer: held ? policy.insurer.trim() || null : null,
        policyNumber: held ? policy.policyNumber.trim() || null : null,
        expiresOn: held ? (isoDateOf(policy.expiresOn) ?? null) : null,
        documentId: held ? policy.documentId || null : null,
      },
    ];
  });
  return { policies };
}
