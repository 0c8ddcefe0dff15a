import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { ServerClock } from '../../../core/server-clock';
import { UnsavedWork } from '../../../core/unsaved-work';
import { CertificateKind, EvidenceKind, OfstedCategory, PremisesDto, SavePremisesDto } from '../../../proxy/models';
import { GovukBackLink } from '../../../ui/back-link';
import { datePartsOf, isoDateOf, londonDate, noDate } from '../../../ui/dates';
import { DocumentField } from '../../../ui/document-field';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukCheckboxes } from '../../../ui/govuk-checkboxes';
import { GovukDateInput } from '../../../ui/govuk-date-input';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { govukForm } from '../../../ui/govuk-form';
import { GovukFormDirective } from '../../../ui/govuk-form-directive';
import { GovukInput } from '../../../ui/govuk-input';
import { GovukRadios } from '../../../ui/govuk-radios';
import { GovukSelect } from '../../../ui/govuk-select';
import { Loading } from '../../../ui/loading';
import { parseDecimal } from '../../../ui/money';
import { GovukNotificationBanner } from '../../../ui/notification-banner';
import { Homes } from '../homes';
import { areaWarning, CATEGORIES, CERTIFICATES, choicesOf, ROOM_RULE, WITH_STATED_END } from '../words';
import { HomeModel, homeRules } from './home-rules';

/** A new home, or one that has changed. */
@Component({
  selector: 'dps-home-form-page',
  imports: [
    DocumentField,
    GovukBackLink,
    GovukButton,
    GovukCheckboxes,
    GovukDateInput,
    GovukErrorSummary,
    GovukFormDirective,
    GovukInput,
    GovukNotificationBanner,
    GovukRadios,
    GovukSelect,
    Loading,
  ],
  host: { class: 'dps-page dps-page--form' },
  templateUrl: './home-form-page.html',
  styles: `
    .dps-too-small {
      margin: -20px 0 24px;
      color: var(--warn);
      font-weight: 600;

      &:empty {
        display: none;
      }
    }
  `,
})
export class HomeFormPage {
  private readonly homes = inject(Homes);
  private readonly router = inject(Router);
  private readonly today = londonDate(inject(ServerClock).now());

  /** Absent for a new home. */
  readonly id = input<string>();

  /** Certificates are called the same in the evidence vault, but for the insurance of the whole organisation. */
  protected evidenceOf(kind: string): EvidenceKind | undefined {
    return kind === 'LiabilityInsurance' ? 'PublicLiability' : ((kind || undefined) as EvidenceKind | undefined);
  }
  /** A page of the portal to go back to, such as the application. */
  readonly returnTo = input<string>();

  protected readonly roomRule = ROOM_RULE;
  protected readonly warningOf = areaWarning;
  protected readonly statedEnd = WITH_STATED_END;
  protected readonly categories = choicesOf(CATEGORIES);
  protected readonly kinds = choicesOf(CERTIFICATES);
  protected readonly facts = [
    { value: 'onOfstedList', label: 'This home is on the list we gave to Ofsted' },
    { value: 'hasGas', label: 'This home has gas', hint: 'It needs a gas safety record every year' },
  ];
  protected readonly occupants = [
    { value: '1', label: 'One person' },
    { value: '2', label: 'Two people' },
  ];

  protected readonly areas = resource({ loader: () => this.homes.authorities() });
  protected readonly areaChoices = computed(() => {
    const names = this.areas.hasValue() ? this.areas.value() : [];
    const own = this.form.model().areaAuthority;
    return [...new Set([...names, ...(own ? [own] : [])])].map((name) => ({ value: name, label: name }));
  });

  protected readonly loaded = resource({
    params: () => this.id(),
    loader: ({ params }) => this.homes.get(params),
  });
  protected readonly loadProblem = computed(() => {
    const error = this.loaded.error();
    return error ? problemOf(error) : undefined;
  });
  protected readonly ready = computed(() => this.id() === undefined || this.loaded.hasValue());
  private readonly version = signal<number | undefined>(undefined);

  protected readonly form = govukForm(signal(modelOf(undefined)), homeRules(this.today), {
    save: (value) => this.save(value),
    fieldNames: (name) => (name === 'onOfstedList' || name === 'hasGas' ? 'facts' : name),
  });
  protected readonly conflict = computed(() => this.form.problem()?.code === 'DpsPortal:Concurrency');
  protected readonly back = computed(() => {
    const id = this.id();
    const path = this.safeReturn();
    if (path) return { link: path, label: 'Back to your application' };
    return id ? { link: `/homes/${id}`, label: 'Back to the home' } : { link: '/homes', label: 'Back to your homes' };
  });

  /** What the form held when it was shown; undefined once it is saved. */
  private shown: string | undefined = JSON.stringify(modelOf(undefined));

  constructor() {
    inject(UnsavedWork).watch(() => this.shown !== undefined && JSON.stringify(this.form.model()) !== this.shown);
    effect(() => {
      const home = this.loaded.hasValue() ? this.loaded.value() : undefined;
      if (home) untracked(() => this.show(home));
    });
  }

  protected addPlace(): void {
    this.form.model.update((model) => ({ ...model, places: [...model.places, newPlace(model.places.length + 1)] }));
    this.form.added('places', this.form.model().places.length - 1, 'name');
  }

  protected removePlace(index: number): void {
    this.form.model.update((model) => ({ ...model, places: model.places.filter((_, each) => each !== index) }));
    this.form.removed('places', index);
  }

  protected addCertificate(): void {
    const certificate = { kind: '', issuedOn: noDate(), expiresOn: noDate(), documentId: '' };
    this.form.model.update((model) => ({ ...model, certificates: [...model.certificates, certificate] }));
    this.form.added('certificates', this.form.model().certificates.length - 1, 'kind');
  }

  protected removeCertificate(index: number): void {
    this.form.model.update((model) => ({
      ...model,
      certificates: model.certificates.filter((_, each) => each !== index),
    }));
    this.form.removed('certificates', index);
  }

  /** After a conflict: what was typed here goes over what the other person saved. */
  protected async keepMine(): Promise<void> {
    const id = this.id();
    if (id) this.version.set((await this.homes.get(id)).version);
    await this.form.submit();
  }

  protected loadNewer(): void {
    this.form.clear();
    this.loaded.reload();
  }

  private show(home: PremisesDto): void {
    this.version.set(home.version);
    this.form.model.set(modelOf(home));
    this.shown = JSON.stringify(this.form.model());
  }

  private async save(value: HomeModel): Promise<void> {
    const home = await this.homes.save(this.id(), bodyOf(value, this.version()));
    this.shown = undefined;
    const back = this.safeReturn();
    await this.router.navigateByUrl(back ? `${back}?saved=${home.id}` : `/homes/${home.id}`);
  }

  /** Only a path within the portal is followed. */
  private safeReturn(): string | undefined {
    const path = this.returnTo();
    return path && /^\/application\/[\w-]+\/homes$/.test(path) ? path : undefined;
  }
}

const newPlace = (number: number): HomeModel['places'][number] => ({
  id: '',
  name: `Room ${number}`,
  bedroomArea: '',
  maxOccupants: '1',
});

function modelOf(home: PremisesDto | undefined): HomeModel {
  return {
    name: home?.name ?? '',
    addressLine: home?.addressLine ?? '',
    town: home?.town ?? '',
    postcode: home?.postcode ?? '',
    areaAuthority: home?.areaAuthority ?? '',
    category: home?.category ?? '',
    facts: [...((home?.onOfstedList ?? false) ? ['onOfstedList'] : []), ...((home?.hasGas ?? true) ? ['hasGas'] : [])],
    places: home?.places.map((place) => ({
      id: place.id,
      name: place.name,
      bedroomArea: place.bedroomArea.toFixed(2),
      maxOccupants: String(place.maxOccupants),
    })) ?? [newPlace(1)],
    certificates:
      home?.certificates.map((certificate) => ({
        kind: certificate.kind,
        issuedOn: datePartsOf(certificate.issuedOn),
        expiresOn: WITH_STATED_END.includes(certificate.kind) ? datePartsOf(certificate.expiresOn) : noDate(),
        documentId: certificate.documentId ?? '',
      })) ?? [],
  };
}

function bodyOf(value: HomeModel, version: number | undefined): SavePremisesDto {
  return {
    name: value.name.trim(),
    addressLine: value.addressLine.trim(),
    town: value.town.trim(),
    postcode: value.postcode.trim(),
    areaAuthority: value.areaAuthority,
    category: value.category as OfstedCategory,
    onOfstedList: value.facts.includes('onOfstedList'),
    hasGas: value.facts.includes('hasGas'),
    places: value.places.map((place) => ({
      id: place.id || null,
      name: place.name.trim(),
      bedroomArea: parseDecimal(place.bedroomArea) ?? 0,
      maxOccupants: Number(place.maxOccupants),
    })),
    certificates: value.certificates.map((certificate) => ({
      kind: certificate.kind as CertificateKind,
      issuedOn: isoDateOf(certificate.issuedOn) ?? '',
      expiresOn: WITH_STATED_END.includes(certificate.kind) ? (isoDateOf(certificate.expiresOn) ?? null) : null,
      documentId: certificate.documentId || null,
    })),
    version: version ?? null,
  };
}
