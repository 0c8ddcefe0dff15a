import { SearchKind, SearchResultsDto } from '../../proxy/models';
import { formatDate } from '../../ui/uk-date';

export interface Found {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Where the portal shows it; a document has an address to download it from instead. */
  readonly link?: readonly string[];
  readonly download?: string;
  /** Whose it is, where the title leads elsewhere. */
  readonly provider?: { readonly id: string; readonly name: string };
}

export interface Group {
  readonly kind: SearchKind;
  readonly heading: string;
  /** "Show all 12 …" */
  readonly name: string;
  readonly total: number;
  readonly found: readonly Found[];
}

/** `NominatedIndividual` reads "nominated individual". */
export const roleInWords = (role: string): string =>
  role
    .replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());

const sentence = (words: readonly string[]): string => {
  const text = words.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** No more documents, or applications that name somebody, are looked up by the server: the count ends there. */
const MOST = 200;

export const countOf = ({ kind, total }: Pick<Group, 'kind' | 'total'>): string =>
  isCut({ kind, total }) ? `${total} or more` : String(total);

export const isCut = ({ kind, total }: Pick<Group, 'kind' | 'total'>): boolean =>
  (kind === 'People' || kind === 'Documents') && total >= MOST;

/** The kinds in which something was found, in their order. */
export function groupsOf({ providers, people, premises, documents }: SearchResultsDto): readonly Group[] {
  const groups: readonly Group[] = [
    {
      kind: 'Providers',
      heading: 'Providers',
      name: 'providers',
      total: providers.totalCount,
      found: providers.items.map(({ id, name, companyNumber, charityNumber, references }) => ({
        id,
        title: name,
        lines: [
          [companyNumber && `Company ${companyNumber}`, charityNumber && `Charity ${charityNumber}`, ...references]
            .filter((part) => !!part)
            .join(' · '),
        ],
        link: ['/accreditation/providers', id],
      })),
    },
    {
      kind: 'People',
      heading: 'People',
      name: 'people',
      total: people.totalCount,
      found: people.items.map((person) => ({
        id: `${person.applicationId} ${person.id}`,
        title: person.name,
        lines: [sentence(person.roles.map(roleInWords)), `${person.providerName} · ${person.reference}`],
        link: person.isTested
          ? ['/accreditation/applications', person.applicationId, 'people', person.id]
          : ['/accreditation/applications', person.applicationId, 'questionnaire'],
      })),
    },
    {
      kind: 'Premises',
      heading: 'Homes',
      name: 'homes',
      total: premises.totalCount,
      found: premises.items.map((home) => ({
        id: home.id,
        title: home.name,
        lines: [
          home.address ?? `${home.outwardCode}. The provider has not shown you the address.`,
          `${home.areaAuthority} · ${home.providerName}`,
        ],
        link: ['/accreditation/providers', home.providerId],
      })),
    },
    {
      kind: 'Documents',
      heading: 'Documents',
      name: 'documents',
      total: documents.totalCount,
      found: documents.items.map((document) => ({
        id: document.id,
        title: document.name,
        lines: [`Uploaded ${formatDate(document.uploadedAt)}`],
        download: `/api/documents/${document.id}/content`,
        provider: { id: document.providerId, name: document.providerName },
      })),
    },
  ];
  return groups.filter(({ total }) => total > 0);
}
