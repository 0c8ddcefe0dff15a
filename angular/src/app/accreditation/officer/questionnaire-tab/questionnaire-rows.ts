import { TO_OFFICER } from '../../lot-concerns';
import { ApplicationDto, EmploymentDto, PersonDto } from '../../../proxy/models';
import { SummaryRow } from '../../../ui/parts';
import { formatDate } from '../../../ui/uk-date';
import { ROLES } from '../words';
import { CATEGORIES, GROUNDS, LEGAL_FORMS } from '../../provider/words';

type Answers = ApplicationDto['answers'];

const row = (key: string, value: string | readonly string[] | null | undefined): SummaryRow[] =>
  value === null || value === undefined || value.length === 0 ? [] : [{ key, value }];

const yesNo = (value: boolean): string => (value ? 'Yes' : 'No');

export function organisationRows({ organisation }: Answers): SummaryRow[] {
  if (!organisation) return [];

  return [
    ...row('Legal name', organisation.legalName),
    ...row('Trading name', organisation.tradingName),
    ...row('Legal form', LEGAL_FORMS[organisation.legalForm]),
    ...row('Company number', organisation.companyNumber),
    ...row('Charity number', organisation.charityNumber),
    ...row('Registered office', organisation.registeredOffice),
    ...row('Contact', [organisation.contactName, organisation.contactEmail, organisation.contactPhone]),
    ...row('Small or medium enterprise', yesNo(organisation.smallOrMedium)),
    ...row('Voluntary or social enterprise', yesNo(organisation.voluntaryOrSocialEnterprise)),
  ];
}

export function ofstedRows({ ofsted }: Answers): SummaryRow[] {
  if (!ofsted) return [];

  return [
    ...row('Registered', yesNo(ofsted.registered)),
    ...row('Unique reference number', ofsted.urn),
    ...row('Registered on', ofsted.registeredOn && formatDate(ofsted.registeredOn)),
    ...row(
      'Categories',
      ofsted.categories.map((category) => CATEGORIES[category]),
    ),
    ...row('Conditions of registration', ofsted.conditions),
  ];
}

export function peopleRows({ people }: Answers): SummaryRow[] {
  return (people?.people ?? []).map((person) => ({
    key: person.name,
    value: [rolesOf(person), person.email, ...(person.relevantWork ?? []).map(workOf)],
  }));
}

const rolesOf = (person: PersonDto): string => person.roles.map((role) => ROLES[role]).join(', ');

const workOf = ({ post, employer, from, until }: EmploymentDto): string =>
  `${post}, ${employer}: ${formatDate(from)} to ${until ? formatDate(until) : 'today'}`;

/** Grounds that apply come first, with what was done; the others are one line together. */
export function exclusionRows({ exclusionGrounds }: Answers): SummaryRow[] {
  if (!exclusionGrounds) return [];

  const applying = exclusionGrounds.answers.filter((answer) => answer.applies);
  const others = exclusionGrounds.answers.filter((answer) => !answer.applies);
  return [
    ...applying.map((answer) => ({
      key: GROUNDS[answer.ground],
      value: ['Applies', answer.selfCleaning ?? 'Nothing said about what was put right'],
    })),
    ...row(
      applying.length > 0 ? 'Do not apply' : 'None applies',
      others.map((answer) => GROUNDS[answer.ground]),
    ),
  ];
}

export function lotsRows({ answers, lots }: ApplicationDto): SummaryRow[] {
  return [
    ...row(
      'Lots',
      lots.flatMap((lot) => [`${lot.number}. ${lot.name}`, ...lot.concerns.map((each) => `⚠ ${TO_OFFICER[each]}`)]),
    ),
    ...row('Areas', answers.lotsAndAreas?.areas.join(', ')),
  ];
}

export function declarationRows({ declaration }: Answers): SummaryRow[] {
  if (!declaration) return [];

  return [
    ...row('Answers are true', yesNo(declaration.answersAreTrue)),
    ...row('No collusion', yesNo(declaration.noCollusion)),
    ...row('Accepts the terms', yesNo(declaration.acceptsTerms)),
    ...row('Signed by', `${declaration.signatoryName}, ${declaration.signatoryRole}`),
  ];
}
