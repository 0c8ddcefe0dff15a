import { Component, inject, input } from '@angular/core';
import { applyEach, SchemaPath, validate } from '@angular/forms/signals';
import { ServerClock } from '../../../core/server-clock';
import { ApplicationDto, InsuranceKind, InsuranceSectionDto, InsuranceStatus } from '../../../proxy/models';
import { DateParts, datePartsOf, isoDateOf, londonDate } from '../../../ui/dates';
import { DocumentField } from '../../../ui/document-field';
import { dateProblem, isBefore, tooLong } from '../../../ui/form-rules';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukRadios } from '../../../ui/govuk-radios';
import { parseWhole } from '../../../ui/money';
import { SectionFoot } from '../section-foot';
import { SectionForm } from '../section-form';
import { SectionHead } from '../section-head';
import { INSURANCES, LEAST_COVER, LEAST_POUNDS } from '../words';

interface Policy {
  kind: InsuranceKind;
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

const nameOf = (kind: InsuranceKind): string => INSURANCES[kind].toLowerCase();

/** Told on this page, at once: the check of the whole application comes much later. */
function coverProblem(text: string, kind: InsuranceKind): string | undefined {
  const pounds = parseWhole(text.replace('£', ''));
  if (pounds === undefined) return `Enter the ${nameOf(kind)} cover in whole pounds, like 5,000,000`;
  const least = LEAST_POUNDS[kind];
  return pounds < least ? `The ${nameOf(kind)} cover must be £${least.toLocaleString('en-GB')} or more` : undefined;
}

@Component({
  selector: 'dps-insurance-page',
  imports: [DocumentField, GovukDateInput, GovukFormDirective, GovukInput, GovukRadios, SectionFoot, SectionHead],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './insurance-page.html',
})
export class InsurancePage {
  private readonly today = londonDate(inject(ServerClock).now());

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
        const check = <T>(field: SchemaPath<T>, broken: (value: T, kind: InsuranceKind) => string | undefined): void =>
          validate(field, ({ value, valueOf }) => {
            const message = broken(value(), valueOf(policy.kind));
            return message ? { kind: 'rule', message } : undefined;
          });
        const whenHeld = <T>(field: SchemaPath<T>, broken: (value: T, name: string) => string | undefined): void =>
          validate(field, ({ value, valueOf }) => {
            const held = valueOf(policy.status) === 'Held';
            const message = held ? broken(value(), nameOf(valueOf(policy.kind))) : undefined;
            return message ? { kind: 'rule', message } : undefined;
          });

        check(policy.status, (value, kind) => (value ? undefined : `Say whether you hold ${nameOf(kind)} insurance`));
        check(policy.limitPounds, coverProblem);
        whenHeld(policy.insurer, (value, name) =>
          value.trim() ? tooLong(value, 120) : `Enter the insurer of the ${name} policy`,
        );
        whenHeld(policy.policyNumber, (value, name) =>
          value.trim() ? tooLong(value, 60) : `Enter the number of the ${name} policy`,
        );
        whenHeld(
          policy.expiresOn,
          (value, name) =>
            dateProblem(value, `The last day of the ${name} policy`, `Enter the last day of the ${name} policy`) ??
            (isBefore(value, this.today) ? `The ${name} policy has ended: enter one that is in force` : undefined),
        );
        whenHeld(policy.documentId, (value, name) =>
          value ? undefined : `Choose the certificate of the ${name} policy`,
        );
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
        kind,
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
