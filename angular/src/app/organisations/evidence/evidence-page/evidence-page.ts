import { Component, DOCUMENT, computed, inject, resource, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf } from '../../../core/problem';
import { ServerClock } from '../../../core/server-clock';
import { DocumentDto, EvidenceItemDto, EvidenceRequestDto } from '../../../proxy/models';
import { counted } from '../../../ui/counted';
import { documentState } from '../../../ui/document-field';
import { FactStrip } from '../../../ui/fact-strip';
import { GovukButton } from '../../../ui/govuk-button';
import { GovukErrorSummary } from '../../../ui/govuk-error-summary';
import { Loading } from '../../../ui/loading';
import { GovukNotificationBanner } from '../../../ui/notification-banner';
import { PageHeader } from '../../../ui/page-header';
import { Choice, Tone } from '../../../ui/parts';
import { Segmented } from '../../../ui/segmented';
import { Status } from '../../../ui/status';
import { UkDate } from '../../../ui/uk-date';
import { UploadList } from '../../../ui/upload-list';
import { Vault } from '../vault';
import { keyOf, KINDS, PLACES, STATUSES } from '../words';
import { EvidenceForm } from './evidence-form';

const DAY = 86_400_000;

interface Naming {
  readonly documentId: string;
  readonly fileName: string;
  readonly item?: EvidenceItemDto;
  readonly keepsDates: boolean;
}

/** What was given elsewhere need not be given here. */
const needsYou = ({ status, elsewhere }: EvidenceItemDto): boolean => status !== 'Current' && !elsewhere;

/** Every document once: what is in date, what runs out, what is missing, and who asks for it. */
@Component({
  selector: 'dps-evidence-page',
  imports: [
    EvidenceForm,
    FactStrip,
    GovukButton,
    GovukErrorSummary,
    GovukNotificationBanner,
    Loading,
    PageHeader,
    RouterLink,
    Segmented,
    Status,
    UkDate,
    UploadList,
  ],
  host: { class: 'dps-page', '(window:beforeunload)': 'leave($event)' },
  templateUrl: './evidence-page.html',
  styleUrl: './evidence-page.scss',
})
export class EvidencePage {
  private readonly vault = inject(Vault);
  private readonly clock = inject(ServerClock);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly list = viewChild(UploadList);

  protected readonly problemOf = problemOf;
  protected readonly kinds = KINDS;
  protected readonly statuses = STATUSES;
  protected readonly keyOf = keyOf;
  protected readonly view = signal('all');
  /** What a file was chosen for, by its name. */
  private readonly wanted = new Map<string, EvidenceItemDto>();
  /** The file that is being named. */
  protected readonly naming = signal<Naming | undefined>(undefined);
  /** The file that has just been kept. */
  protected readonly keptName = signal<string | undefined>(undefined);
  protected readonly refusal = signal<unknown>(undefined);
  protected readonly busy = signal<string | undefined>(undefined);

  protected readonly loaded = resource({ loader: () => this.vault.list() });
  /** Nothing where they cannot be read: the page is of use without them. */
  private readonly applications = resource({ loader: () => this.vault.applications().catch(() => []) });
  protected readonly appliedTo = computed(() => (this.applications.hasValue() ? this.applications.value() : []));
  protected readonly isApplying = computed(() => this.appliedTo().some(({ membership }) => membership !== 'Admitted'));
  protected readonly asked = resource({ loader: () => this.vault.requests() });
  protected readonly items = computed(() => (this.loaded.hasValue() ? this.loaded.value() : []));
  protected readonly requests = computed(() =>
    (this.asked.hasValue() ? this.asked.value() : []).filter(({ state }) => state === 'Asked'),
  );

  protected readonly facts = computed(() => {
    const items = this.items();
    const of = (...wanted: string[]): string => String(items.filter(({ status }) => wanted.includes(status)).length);
    const given = items.filter(({ elsewhere }) => !!elsewhere).length;
    const next = items
      .filter(({ status }) => status === 'ExpiresSoon')
      .map(({ versions }) => versions[0]?.expiresOn ?? '')
      .sort()[0];
    return [
      { label: 'In date', value: of('Current', 'ExpiresSoon'), note: `of ${items.length} asked for`, large: true },
      { label: 'Ran out', value: of('Expired'), note: 'replace first', large: true },
      {
        label: 'Not given yet',
        value: String(items.filter(({ status, elsewhere }) => status === 'Missing' && !elsewhere).length),
        note: given ? `${given} more given elsewhere` : 'may follow an application',
        large: true,
      },
      {
        label: 'Runs out in 60 days',
        value: of('ExpiresSoon'),
        note: next ? `first on ${new UkDate().transform(next)}` : '',
        large: true,
      },
    ];
  });

  protected readonly views = computed<Choice[]>(() => [
    { value: 'all', label: `All (${this.items().length})` },
    { value: 'needs', label: `Needs you (${this.items().filter(needsYou).length})` },
  ]);

  protected readonly groups = computed(() => {
    const shown = this.view() === 'needs' ? this.items().filter(needsYou) : this.items();
    const names = [...new Set(shown.map((item) => item.subjectName ?? ''))];
    return names.map((name) => {
      const items = shown.filter((item) => (item.subjectName ?? '') === name);
      const inDate = items.filter(({ status }) => status === 'Current' || status === 'ExpiresSoon').length;
      return { name: name || 'Your organisation', items, note: `${inDate} of ${items.length} in date` };
    });
  });

  protected stateOf(item: EvidenceItemDto): { text: string; tone: Tone } {
    const version = item.versions[0];
    if (item.elsewhere) return { text: PLACES[item.elsewhere.place], tone: 'info' };
    return version && version.documentState !== 'Ready'
      ? documentState(version.documentState, version.documentScan)
      : STATUSES[item.status];
  }

  protected leftOf(item: EvidenceItemDto): string {
    const last = (item.versions[0] ?? item.elsewhere)?.expiresOn;
    if (!last) return '';

    const days = Math.round((Date.parse(last) - Math.floor(this.clock.now() / DAY) * DAY) / DAY);
    if (days < 0) return `${counted(-days, 'day')} ago`;
    if (days === 0) return 'last day today';
    if (days <= 90) return `in ${counted(days, 'day')}`;
    return days < 700
      ? `in ${counted(Math.round(days / 30.4), 'month')}`
      : `in ${counted(Math.round(days / 365), 'year')}`;
  }

  protected usedBy(item: EvidenceItemDto): string {
    return item.givenTo > 0 ? counted(item.givenTo, 'council') : '';
  }

  protected name(document: DocumentDto): void {
    this.keptName.set(undefined);
    this.naming.set({
      documentId: document.id,
      fileName: document.name,
      item: this.wanted.get(document.name),
      keepsDates: false,
    });
  }

  /** Asks for a file; what it is for is known when it has arrived. */
  protected replace(item: EvidenceItemDto): void {
    this.list()?.open((names) => names.forEach((name) => this.wanted.set(name, item)));
  }

  protected changeDates(item: EvidenceItemDto): void {
    const version = item.versions[0];
    if (!version) return;

    this.keptName.set(undefined);
    this.naming.set({ documentId: version.documentId, fileName: version.documentName, item, keepsDates: true });
  }

  /** The same document, kept where every council looks. */
  protected keep(item: EvidenceItemDto): void {
    const paper = item.elsewhere;
    if (!paper) return;

    this.keptName.set(undefined);
    this.naming.set({ documentId: paper.documentId, fileName: paper.documentName, item, keepsDates: true });
  }

  /** A file that was not said to be anything is not in the evidence yet. */
  private unnamed(): string | undefined {
    const naming = this.naming();
    return naming?.keepsDates === false ? naming.fileName : this.list()?.waiting()[0];
  }

  mayLeave(): boolean {
    const file = this.unnamed();
    if (!file) return true;

    return (
      this.window?.confirm(
        `${file} is not in your evidence before you say what it is. If you leave now, it is lost. Leave?`,
      ) ?? true
    );
  }

  protected leave(event: BeforeUnloadEvent): void {
    if (this.unnamed()) event.preventDefault();
  }

  protected kept(documentId: string): void {
    this.keptName.set(this.naming()?.fileName);
    this.list()?.forget(documentId);
    this.naming.set(undefined);
    this.loaded.reload();
    this.asked.reload();
  }

  protected async answer(request: EvidenceRequestDto): Promise<void> {
    this.busy.set(request.id);
    this.refusal.set(undefined);
    try {
      await this.vault.answer(request.id);
      this.asked.reload();
      this.loaded.reload();
    } catch (error) {
      this.refusal.set(error);
    } finally {
      this.busy.set(undefined);
    }
  }
}
