import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { EvidenceItemDto, EvidenceKind } from '../../../proxy/models';
import { DateParts, datePartsOf, isBlankDate, isoDateOf, noDate } from '../../../ui/dates';
import { dateProblem, optional, rule, tooLong } from '../../../ui/form-rules';
import { govukForm } from '../../../ui/govuk-form';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukSelect } from '../../../ui/govuk-select';
import { Choice } from '../../../ui/parts';
import { Vault } from '../vault';
import { keyOf, KINDS, nameOf, OTHER_HOME_KINDS, OTHER_KINDS, PERSON_KINDS } from '../words';

interface Model {
  what: string;
  person: string;
  issuer: string;
  reference: string;
  issuedOn: DateParts;
  expiresOn: DateParts;
}

const EMPTY: Model = { what: '', person: '', issuer: '', reference: '', issuedOn: noDate(), expiresOn: noDate() };

const dateIfAny = (parts: DateParts, subject: string): string | undefined =>
  isBlankDate(parts) ? undefined : dateProblem(parts, subject);

/** What an uploaded file is: of which kind and home, and until when. With an item given, its dates are changed. */
@Component({
  selector: 'dps-evidence-form',
  imports: [GovukButton, GovukDateInput, GovukErrorSummary, GovukFormDirective, GovukInput, GovukSelect],
  template: `
    <form [govukForm]="form" class="dps-card dps-card--lead">
      <h2 class="dps-card__heading" tabindex="-1" #heading>{{ fileName() }}</h2>
      <govuk-error-summary [form]="form" />
      <govuk-select [field]="form.tree.what" label="What is it?" [choices]="choices()" empty="Choose" />
      @if (forPerson()) {
        <govuk-input [field]="form.tree.person" label="Whose is it?" hint="First and last name" [width]="20" />
      }
      <govuk-input [field]="form.tree.issuer" label="Who issued it? (optional)" [width]="20" />
      <govuk-input [field]="form.tree.reference" label="Its number (optional)" [width]="20" [spellcheck]="false" />
      <govuk-date-input [field]="form.tree.issuedOn" legend="Day it was issued (optional)" />
      <govuk-date-input
        [field]="form.tree.expiresOn"
        legend="Last day it is valid"
        hint="Leave blank if it does not run out"
      />
      <div class="govuk-button-group">
        <button type="submit" govukButton [busy]="form.busy()">Keep it in your evidence</button>
        <button type="button" class="dps-link-button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
})
export class EvidenceForm {
  private readonly vault = inject(Vault);

  readonly documentId = input.required<string>();
  readonly fileName = input.required<string>();
  readonly items = input.required<readonly EvidenceItemDto[]>();
  /** The line it was sent for or whose dates change. */
  readonly item = input<EvidenceItemDto>();
  /** Keeps the dates of the version in force: they are what is changed. */
  readonly keepsDates = input(false);
  readonly kept = output<string>();
  readonly cancelled = output();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly form = govukForm(
    signal<Model>(EMPTY),
    (path) => {
      rule(path.what, (value) => !value && 'Choose what the file is');
      rule(path.person, (value) =>
        this.forPerson() && !value.trim() ? 'Enter the person’s name' : tooLong(value, 120),
      );
      optional(path.issuer, 120);
      optional(path.reference, 120);
      rule(path.issuedOn, (value) => dateIfAny(value, 'The day it was issued'));
      rule(path.expiresOn, (value) => dateIfAny(value, 'The last day'));
    },
    { save: (value) => this.save(value), fieldNames: { premisesId: 'what', kind: 'what' } },
  );

  protected readonly forPerson = computed(() => PERSON_KINDS.some((kind) => this.form.model().what === `${kind}|`));

  protected readonly choices = computed<Choice[]>(() => {
    const homes = new Map(this.items().flatMap((i) => (i.premisesId ? [[i.premisesId, i.subjectName ?? '']] : [])));
    const more = [
      ...PERSON_KINDS.map((kind) => ({ value: `${kind}|`, label: `${KINDS[kind]} of a person` })),
      ...OTHER_KINDS.map((kind) => ({ value: `${kind}|`, label: KINDS[kind] })),
      ...[...homes].flatMap(([id, name]) =>
        OTHER_HOME_KINDS.map((kind) => ({ value: `${kind}|${id}`, label: `${KINDS[kind]}, ${name}` })),
      ),
    ];
    const listed = this.items().map((item) => ({ value: keyOf(item), label: nameOf(item) }));
    return [...listed, ...more.filter(({ value }) => !listed.some((each) => each.value === value))];
  });

  constructor() {
    // The form opens away from the button that asked for it: it takes the focus, and so comes into view.
    effect(() => {
      this.documentId();
      this.item();
      this.heading().nativeElement.focus();
    });
    effect(() => {
      const item = this.item();
      const version = item?.versions[0] ?? item?.elsewhere;
      const dates = this.keepsDates();
      untracked(() =>
        this.form.model.set({
          ...EMPTY,
          what: item ? keyOf(item) : '',
          issuer: version?.issuer ?? '',
          reference: version?.reference ?? '',
          issuedOn: dates ? datePartsOf(version?.issuedOn) : noDate(),
          expiresOn: dates ? datePartsOf(version?.expiresOn) : noDate(),
        }),
      );
    });
  }

  private async save(value: Model): Promise<void> {
    const details = {
      documentId: this.documentId(),
      issuer: value.issuer.trim() || null,
      reference: value.reference.trim() || null,
      issuedOn: isoDateOf(value.issuedOn) ?? null,
      expiresOn: isoDateOf(value.expiresOn) ?? null,
    };
    const item = this.items().find((each) => keyOf(each) === value.what);
    if (item?.id) {
      await this.vault.addVersion(item.id, details);
    } else {
      const [kind, about] = value.what.split('|') as [EvidenceKind, string];
      const person = this.forPerson() ? value.person.trim() : null;
      await this.vault.add({ ...details, kind, premisesId: about || null, person });
    }
    this.kept.emit(this.documentId());
  }
}
