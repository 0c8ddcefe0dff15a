import { ApplicationSection, QuestionnaireDto } from '../../proxy/models';

export type SectionKey = keyof QuestionnaireDto;

/** One page of questions: its name on the server, in the answers, in the address and on the screen. */
export interface SectionWords {
  readonly section: ApplicationSection;
  readonly key: SectionKey;
  readonly slug: string;
  readonly title: string;
  readonly group: string;
}

const section = (
  name: ApplicationSection,
  key: SectionKey,
  slug: string,
  title: string,
  group: string,
): SectionWords => ({ section: name, key, slug, title, group });

const ORGANISATION = 'Your organisation';
const STANDING = 'Standing and insurance';
export const OFFER = 'What you offer';
const DECLARE = 'Declare and submit';

/** In the order of the task list. */
export const SECTIONS: readonly SectionWords[] = [
  section('Organisation', 'organisation', 'organisation', 'Organisation details', ORGANISATION),
  section('People', 'people', 'people', 'Directors and managers', ORGANISATION),
  section('Ofsted', 'ofsted', 'ofsted', 'Ofsted registration', ORGANISATION),
  section('ExclusionGrounds', 'exclusionGrounds', 'exclusion-grounds', 'Exclusion grounds', STANDING),
  section('Insurance', 'insurance', 'insurance', 'Insurance', STANDING),
  section('Premises', 'premises', 'homes', 'Homes and bedrooms', OFFER),
  section('LotsAndAreas', 'lotsAndAreas', 'lots', 'Lots and areas', OFFER),
  section('RateCard', 'rateCard', 'rates', 'Weekly rate card', OFFER),
  section('Declaration', 'declaration', 'declaration', 'Declaration', DECLARE),
];

export const GROUPS: readonly string[] = [ORGANISATION, STANDING, OFFER, DECLARE];

export function sectionOf(key: SectionKey): SectionWords {
  const found = SECTIONS.find((each) => each.key === key);
  if (!found) throw new Error(`No section ${key}`);
  return found;
}

const firstPart = (path: string): string => path.split('.')[0] ?? path;

/** Where a control stands for several of the server's fields. */
const FIELDS: Partial<Record<SectionKey, (path: string) => string>> = {
  people: (path) => path.replace(/^people\.\d+\./, ''),
  premises: firstPart,
  lotsAndAreas: firstPart,
  declaration: (path) => (path.startsWith('signatory') ? path : 'agreed'),
};

/** Where a problem the server found in the whole application is put right. */
export interface SectionPlace {
  readonly words: SectionWords;
  /** Path within the section, `policies.0.expiresOn`; empty for the section as a whole. */
  readonly path: string;
  /** Path of the control on the section's page. */
  readonly field: string;
}

/** `answers.insurance.policies.0.expiresOn` is `policies.0.expiresOn` of the insurance page. */
export function placeOf(serverPath: string): SectionPlace | undefined {
  const [, key, ...rest] = serverPath.split('.');
  const words = SECTIONS.find((each) => each.key === key);
  if (!words || !serverPath.startsWith('answers.')) return undefined;

  const path = rest.join('.');
  return { words, path, field: path === '' ? '' : (FIELDS[words.key]?.(path) ?? path) };
}
