import { ApplicationDto } from '../../../proxy/models';
import { formatMoney } from '../../../ui/money';
import { SummaryRow } from '../../../ui/parts';
import { formatDate } from '../../../ui/uk-date';
import { PRICES } from '../rates-page/prices';
import { SectionKey } from '../sections';
import { CATEGORIES, GROUNDS, INSURANCES, LEGAL_FORMS, ROLES } from '../words';

type Row = Pick<SummaryRow, 'key' | 'value'>;

const NONE = 'Not given';
const yesNo = (value: boolean): string => (value ? 'Yes' : 'No');
const orNone = (value: string | null | undefined): string => value?.trim() || NONE;

/** The answers of one section as questions and answers; nothing when the section was not begun. */
export function summaryOf(key: SectionKey, application: ApplicationDto): Row[] {
  return READERS[key](application);
}

const READERS: Record<SectionKey, (application: ApplicationDto) => Row[]> = {
  organisation: ({ answers: { organisation: saved } }) =>
    saved
      ? [
          { key: 'Registered name', value: saved.legalName },
          ...(saved.tradingName ? [{ key: 'Trading name', value: saved.tradingName }] : []),
          { key: 'Legal form', value: LEGAL_FORMS[saved.legalForm] },
          ...(saved.companyNumber ? [{ key: 'Company number', value: saved.companyNumber }] : []),
          ...(saved.charityNumber ? [{ key: 'Charity number', value: saved.charityNumber }] : []),
          { key: 'Registered office', value: saved.registeredOffice.split('\n') },
          { key: 'Contact', value: [saved.contactName, saved.contactEmail, saved.contactPhone] },
          { key: 'Small or medium enterprise', value: yesNo(saved.smallOrMedium) },
          { key: 'Voluntary or social enterprise', value: yesNo(saved.voluntaryOrSocialEnterprise) },
        ]
      : [],
  people: ({ answers: { people } }) =>
    (people?.people ?? []).map((person) => ({
      key: person.name,
      value: [
        person.roles.map((role) => ROLES[role]).join(', '),
        person.email,
        ...(person.relevantWork ?? []).map(
          (work) =>
            `${work.post}, ${work.employer}: ${formatDate(work.from)} to ${work.until ? formatDate(work.until) : 'now'}`,
        ),
      ],
    })),
  ofsted: ({ answers: { ofsted: saved } }) =>
    saved
      ? [
          { key: 'Registered with Ofsted', value: yesNo(saved.registered) },
          ...(saved.registered
            ? [
                { key: 'URN', value: orNone(saved.urn) },
                { key: 'Registered on', value: saved.registeredOn ? formatDate(saved.registeredOn) : NONE },
                { key: 'Categories', value: saved.categories.map((category) => CATEGORIES[category]) },
                { key: 'Conditions', value: orNone(saved.conditions) },
              ]
            : []),
        ]
      : [],
  exclusionGrounds: ({ answers: { exclusionGrounds } }) =>
    (exclusionGrounds?.answers ?? []).map((answer) => ({
      key: GROUNDS[answer.ground],
      value: answer.applies ? ['Yes', orNone(answer.selfCleaning)] : 'No',
    })),
  insurance: ({ answers: { insurance } }) =>
    (insurance?.policies ?? []).map((policy) => {
      const cover = policy.limitPounds ? `£${policy.limitPounds.toLocaleString('en-GB')}` : 'No cover given';
      return {
        key: INSURANCES[policy.kind],
        value:
          policy.status === 'Held'
            ? [
                `${cover}, ${orNone(policy.insurer)}, ${orNone(policy.policyNumber)}`,
                `Until ${policy.expiresOn ? formatDate(policy.expiresOn) : 'no date given'}`,
                policy.documentName ?? 'No certificate',
              ]
            : [cover, 'Before we are awarded a placement'],
      };
    }),
  premises: ({ premises }) =>
    premises.map((home) => ({
      key: home.name,
      value: [
        `${home.outwardCode}, ${home.areaAuthority}`,
        CATEGORIES[home.category],
        `${home.placeCount} ${home.placeCount === 1 ? 'place' : 'places'}`,
      ],
    })),
  lotsAndAreas: ({ lots, answers: { lotsAndAreas } }) =>
    lotsAndAreas
      ? [
          { key: 'Lots', value: lots.map((lot) => `${lot.number} ${lot.name}`) },
          { key: 'Areas', value: [...lotsAndAreas.areas] },
        ]
      : [],
  rateCard: ({ lots, answers: { rateCard } }) =>
    (rateCard?.rates ?? []).map((rate) => {
      const lot = lots.find(({ lotId }) => lotId === rate.lotId);
      return {
        key: lot ? `Lot ${lot.number}: ${lot.name}` : 'A lot you no longer apply for',
        value: PRICES.map(({ name, label, suffix }) => `${label}: ${formatMoney(rate[name])} ${suffix}`),
      };
    }),
  declaration: ({ answers: { declaration: saved } }) =>
    saved
      ? [
          { key: 'Answers are true', value: yesNo(saved.answersAreTrue) },
          { key: 'No collusion', value: yesNo(saved.noCollusion) },
          { key: 'Terms accepted', value: yesNo(saved.acceptsTerms) },
          { key: 'Signed by', value: `${saved.signatoryName}, ${saved.signatoryRole}` },
        ]
      : [],
};
