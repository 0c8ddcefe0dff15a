import { describe, expect, it } from 'vitest';
import { ReferenceDto } from '../../../proxy/models';
import { checkWords, doubtsAbout, verdictsOn } from './reference-doubts';

const given = (
  id: string,
  authorityName: string,
  refereeEmail: string,
  more: Partial<ReferenceDto> = {},
): ReferenceDto => ({
  id,
  refereeName: 'Mina Okafor',
  refereeEmail,
  authorityName,
  setting: 'Block contract',
  claim: 'Six places.',
  state: 'Given',
  askedAt: '2026-11-25T10:00:00Z',
  linkExpiresAt: null,
  expired: false,
  resendsLeft: 3,
  givenAt: '2026-11-26T10:00:00Z',
  countsUntil: null,
  counts: false,
  answers: null,
  verdicts: [],
  version: 2,
  permittedTriggers: ['Accept', 'Refuse'],
  ...more,
});

describe('what an officer should know of a reference', () => {
  it('is nothing where it comes from a council’s own address', () => {
    const one = given('1', 'Kingsferry LBC', 'mina@kingsferry.gov.uk');
    expect(doubtsAbout(one, [one, given('2', 'Harrowmere LBC', 'al@harrowmere.gov.uk')])).toEqual([]);
  });

  it.each(['mina@kingsferry.org.uk', 'mina@kingsferry-gov.uk', 'mina@notgov.uk', 'mina@gov.uk.example.org'])(
    'is that %s is no gov.uk address',
    (address) => {
      const one = given('1', 'Kingsferry LBC', address);
      expect(doubtsAbout(one, [one]).join()).toContain('is not a gov.uk address');
    },
  );

  it('is that two councils write from one address', () => {
    const one = given('1', 'Kingsferry LBC', 'mina@Shared.gov.uk');
    const other = given('2', 'Harrowmere LBC', 'al@shared.gov.uk');
    expect(doubtsAbout(one, [one, other])).toEqual([
      'The reference of Harrowmere LBC came from the same address, shared.gov.uk.',
    ]);
  });

  it('is nothing of an address where it is about not to count', () => {
    const one = given('1', 'Kingsferry LBC', 'mina@kingsferry.org.uk');
    expect(doubtsAbout(one, [one, given('2', 'Harrowmere LBC', 'al@kingsferry.org.uk')], 'no')).toEqual([]);
  });

  it('is that the referee would not place again', () => {
    const one = given('1', 'Kingsferry LBC', 'mina@kingsferry.gov.uk', {
      answers: {
        years: 2,
        placements: 3,
        wouldPlaceAgain: false,
        hasConcerns: false,
        concerns: null,
        comments: null,
        givenByName: 'Mina Okafor',
        givenByRole: 'Manager',
        givenAt: '2026-11-26T10:00:00Z',
      },
    });
    expect(doubtsAbout(one, [one])[0]).toContain('cannot count');
  });
});

describe('what an officer may find of a reference', () => {
  const answers = { wouldPlaceAgain: true } as ReferenceDto['answers'];
  const verdicts = [{ reason: 'Rang the switchboard.' } as ReferenceDto['verdicts'][number]];

  it.each<[string, string[], Partial<ReferenceDto>]>([
    ['Check who gave it', ['yes', 'no'], { answers }],
    ['It does not count', ['no'], { answers: { wouldPlaceAgain: false } as ReferenceDto['answers'] }],
    ['It does not count after all', ['no'], { answers, verdicts, permittedTriggers: ['Refuse'] }],
    ['It counts after all', ['yes'], { answers, verdicts, permittedTriggers: ['Accept'] }],
  ])('is offered as “%s”', (words, verdicts, more) => {
    const one = given('1', 'Kingsferry LBC', 'mina@kingsferry.gov.uk', more);
    expect(checkWords(one)).toBe(words);
    expect(verdictsOn(one)).toEqual(verdicts);
  });
});
