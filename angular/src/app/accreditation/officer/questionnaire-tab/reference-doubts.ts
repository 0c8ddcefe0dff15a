import { ReferenceDto } from '../../../proxy/models';

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

export type Verdict = 'yes' | 'no';

/** Only what may follow: who would not place again never counts, and what was found once is not found anew. */
export const verdictsOn = ({ permittedTriggers, answers }: ReferenceDto): Verdict[] => [
  ...(permittedTriggers.includes('Accept') && answers?.wouldPlaceAgain ? (['yes'] as const) : []),
  ...(permittedTriggers.includes('Refuse') ? (['no'] as const) : []),
];

/** What the button says that leads to the verdict, or to the choice of one. */
export function checkWords(reference: ReferenceDto): string {
  const [first, second] = verdictsOn(reference);
  if (second) return 'Check who gave it';
  if (first === 'yes') return 'It counts after all';
  return reference.verdicts.length > 0 ? 'It does not count after all' : 'It does not count';
}

/**
 * What an officer should know before a reference counts; the provider typed the name of the council and the address.
 * @param counts What the officer is about to find; nothing while that is open.
 */
export function doubtsAbout(reference: ReferenceDto, all: readonly ReferenceDto[], counts?: Verdict): string[] {
  const domain = domainOf(reference.refereeEmail);
  const never =
    reference.answers && !reference.answers.wouldPlaceAgain
      ? ['The referee would not place with the provider again: this reference cannot count.']
      : [];
  if (counts === 'no') return never;

  const twins = all.filter(
    ({ id, refereeEmail, authorityName, givenAt }) =>
      id !== reference.id &&
      givenAt !== null &&
      authorityName !== reference.authorityName &&
      domainOf(refereeEmail) === domain,
  );
  return [
    ...never,
    ...(/(^|\.)gov\.uk$/.test(domain)
      ? []
      : [`${domain} is not a gov.uk address. Ask for the referee at the council’s switchboard before it counts.`]),
    ...twins.map(({ authorityName }) => `The reference of ${authorityName} came from the same address, ${domain}.`),
  ];
}
