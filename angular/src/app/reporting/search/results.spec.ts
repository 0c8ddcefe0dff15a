import { SearchResultsDto } from '../../proxy/models';
import { countOf, groupsOf, roleInWords } from './results';

const NOTHING = { totalCount: 0, items: [] };
const EMPTY: SearchResultsDto = { providers: NOTHING, people: NOTHING, premises: NOTHING, documents: NOTHING };
const PERSON = {
  id: 'p1',
  name: 'Owen Finch',
  roles: ['RegisteredServiceManager', 'Director'],
  applicationId: 'a1',
  reference: 'APP-26-0001',
  providerName: 'Harbour Steps Housing CIC',
  isTested: true,
};
const HOME = {
  id: 'h1',
  name: 'Quay House',
  outwardCode: 'SE13',
  areaAuthority: 'Eastmarsh LBC',
  address: null,
  providerId: 'o1',
  providerName: 'Harbour Steps Housing CIC',
};

describe('results of a search', () => {
  it('names the kinds in which something was found and leaves out the others', () => {
    const groups = groupsOf({ ...EMPTY, premises: { totalCount: 12, items: [HOME] } });

    expect(groups.map(({ kind, total, found }) => [kind, total, found.length])).toEqual([['Premises', 12, 1]]);
  });

  it('leads to the test of a person once it has begun, and to the answers before', () => {
    const leadsTo = (isTested: boolean) =>
      groupsOf({ ...EMPTY, people: { totalCount: 1, items: [{ ...PERSON, isTested }] } })[0]?.found[0]?.link?.join('/');

    expect(leadsTo(true)).toBe('/accreditation/applications/a1/people/p1');
    expect(leadsTo(false)).toBe('/accreditation/applications/a1/questionnaire');
  });

  it('says of a home that was not shown that its address is not known', () => {
    const lineOf = (address: string | null) =>
      groupsOf({ ...EMPTY, premises: { totalCount: 1, items: [{ ...HOME, address }] } })[0]?.found[0]?.lines[0];

    expect(lineOf('1 Quay Street, London, SE13 0ZZ')).toBe('1 Quay Street, London, SE13 0ZZ');
    expect(lineOf(null)).toBe('SE13. The provider has not shown you the address.');
  });

  it('says "or more" where the server stopped looking, and a count below', () => {
    expect(countOf({ kind: 'Documents', total: 199 })).toBe('199');
    expect(countOf({ kind: 'Documents', total: 200 })).toBe('200 or more');
    expect(countOf({ kind: 'Providers', total: 200 })).toBe('200');
  });

  it('reads a role as words', () => {
    expect(roleInWords('RegisteredServiceManager')).toBe('registered service manager');
    expect(roleInWords('Director')).toBe('director');
  });
});
