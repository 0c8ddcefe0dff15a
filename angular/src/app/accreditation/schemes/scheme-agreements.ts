import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { required, validate } from '@angular/forms/signals';
import { problemOf } from '../../core/problem';
import { Api } from '../../proxy/api';
import { authorityGetList, schemeSaveAgreement } from '../../proxy/functions';
import { MemberAuthorityDto, SchemeDto } from '../../proxy/models';
import { DateParts, datePartsOf, isBlankDate, isoDateOf, noDate } from '../../ui/dates';
import { GovukButton } from '../../ui/govuk-button';
import { GovukDateInput } from '../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../ui/govuk-error-summary';
import { govukForm } from '../../ui/govuk-form';
import { GovukFormDirective } from '../../ui/govuk-form-directive';
import { GovukInput } from '../../ui/govuk-input';
import { GovukSelect } from '../../ui/govuk-select';
import { parseDecimal } from '../../ui/money';
import { UkDate } from '../../ui/uk-date';
import { AddAuthority } from './add-authority';

interface AgreementForm {
  authorityId: string;
  signedOn: DateParts;
  from: DateParts;
  until: DateParts;
  share: string;
}

const blank = (): AgreementForm => ({
  authorityId: '',
  signedOn: noDate(),
  from: noDate(),
  until: noDate(),
  share: '',
});

/** The authorities that may buy; their host lets them in, and keeps what was agreed. */
@Component({
  selector: 'dps-scheme-agreements',
  imports: [
    AddAuthority,
    GovukButton,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukSelect,
    UkDate,
  ],
  styleUrl: './scheme-page/scheme-page.scss',
  template: `
    <section class="dps-card">
      <h2 class="dps-card__heading">Authorities that may buy</h2>
      <ul class="dps-list-plain">
        @for (authority of scheme().memberAuthorities; track authority.authorityId) {
          <li class="scheme__authority">
            {{ authority.name }}
            <span class="dps-meta">
              from {{ authority.from | ukDate }}
              @if (authority.until) {
                to {{ authority.until | ukDate }}
              }
              @if (authority.shareBasisPoints) {
                · bears {{ authority.shareBasisPoints / 100 }}% of the costs
              }
              @if (authority.signedOn) {
                · signed {{ authority.signedOn | ukDate }}
              }
            </span>
            @if (mayChange()) {
              <button type="button" class="dps-button-link" (click)="change(authority)">
                Change<span class="govuk-visually-hidden"> the agreement with {{ authority.name }}</span>
              </button>
            }
          </li>
        } @empty {
          <li class="dps-meta">None yet</li>
        }
      </ul>
      @if (mayChange()) {
        <govuk-error-summary [problem]="problem()" />
        <govuk-error-summary [form]="form" />
        @if (opened()) {
          <form [govukForm]="form" class="govuk-!-margin-top-4">
            <h3 class="govuk-heading-s">Access agreement</h3>
            <govuk-select [field]="form.tree.authorityId" label="Authority" [choices]="choices()" />
            <govuk-date-input [field]="form.tree.from" legend="Buys from" />
            <govuk-date-input
              [field]="form.tree.until"
              legend="Until (optional)"
              hint="Leave blank for as long as the scheme lasts"
            />
            <govuk-date-input [field]="form.tree.signedOn" legend="Signed on (optional)" />
            <govuk-input
              [field]="form.tree.share"
              label="Share of the scheme’s costs (optional)"
              suffix="%"
              inputMode="decimal"
              [width]="5"
            />
            <div class="govuk-button-group">
              <button type="submit" govukButton small [busy]="form.busy()">Save the agreement</button>
              <button type="button" class="dps-button-link" (click)="opened.set(false)">Cancel</button>
            </div>
          </form>
        } @else {
          <button type="button" govukButton="secondary" small (click)="add()">Let an authority buy</button>
        }
        <dps-add-authority (added)="known.reload()" />
      }
    </section>
  `,
})
export class SchemeAgreements {
  private readonly api = inject(Api);

  readonly scheme = input.required<SchemeDto>();
  readonly mayChange = input(false);
  readonly changed = output<SchemeDto>();

  protected readonly opened = signal(false);
  protected readonly known = resource({
    params: () => (this.mayChange() ? {} : undefined),
    loader: () => this.api.invoke(authorityGetList, undefined),
  });
  protected readonly problem = computed(() => (this.known.error() ? problemOf(this.known.error()) : undefined));
  protected readonly choices = computed(() =>
    (this.known.hasValue() ? this.known.value() : []).map(({ id, name, joined }) => ({
      value: id,
      label: joined ? name : `${name} (has not joined yet)`,
    })),
  );

  protected readonly form = govukForm(
    signal(blank()),
    (path) => {
      required(path.authorityId, { message: 'Choose the authority' });
      validate(path.from, ({ value }) =>
        isoDateOf(value()) ? undefined : { kind: 'date', message: 'Enter the day from which it buys' },
      );
      for (const field of [path.until, path.signedOn]) {
        validate(field, ({ value }) =>
          isBlankDate(value()) || isoDateOf(value()) ? undefined : { kind: 'date', message: 'Enter a real date' },
        );
      }
      validate(path.share, ({ value }) =>
        value().trim() === '' || parseDecimal(value()) !== undefined
          ? undefined
          : { kind: 'number', message: 'Enter the share in per cent, like 12.5' },
      );
    },
    {
      save: async (value) => {
        const { id, version } = this.scheme();
        const share = value.share.trim() === '' ? null : Math.round((parseDecimal(value.share) ?? 0) * 100);
        const body = {
          from: isoDateOf(value.from) ?? '',
          until: isoDateOf(value.until) ?? null,
          signedOn: isoDateOf(value.signedOn) ?? null,
          shareBasisPoints: share,
          version,
        };
        const { authorityId } = value;
        this.changed.emit(await this.api.invoke(schemeSaveAgreement, { id, authorityId, body }));
        this.opened.set(false);
      },
      fieldNames: { shareBasisPoints: 'share' },
      idPrefix: 'agreement',
    },
  );

  protected add(): void {
    this.open({ ...blank(), from: datePartsOf(this.scheme().startsOn) });
  }

  protected change(authority: MemberAuthorityDto): void {
    this.open({
      authorityId: authority.authorityId,
      signedOn: datePartsOf(authority.signedOn),
      from: datePartsOf(authority.from),
      until: datePartsOf(authority.until),
      share: authority.shareBasisPoints ? String(authority.shareBasisPoints / 100) : '',
    });
  }

  private open(model: AgreementForm): void {
    this.form.model.set(model);
    this.opened.set(true);
  }
}
