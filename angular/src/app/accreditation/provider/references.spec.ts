import { describe, expect, it } from 'vitest';
import { ReferenceDto, ReferencesDto } from '../../proxy/models';
import { referencesRow, referenceStatus } from './references';

const reference = (more: Partial<ReferenceDto>): ReferenceDto => ({
  id: '1',
  refereeName: 'Mina Okafor',
  refereeEmail: 'mina@kingsferry.example.org',
  authorityName: 'Kingsferry MBC',
  setting: 'Block contract',
  claim: 'Six places.',
  state: 'Asked',
  askedAt: '2026-11-25T10:00:00Z',
  linkExpiresAt: null,
  expired: false,
  resendsLeft: 3,
  givenAt: null,
  countsUntil: null,
  counts: false,
  answers: null,
  verdicts: [],
  version: 1,
  permittedTriggers: [],
  ...more,
});

const list = (counting: number, ...references: ReferenceDto[]): ReferencesDto => ({
  counting,
  needed: 2,
  mayAsk: true,
  references,
});

describe('references', () => {
  it('say whether one waits, has run out, is being checked, counts, is too old or was withdrawn', () => {
    expect(referenceStatus(reference({})).text).toBe('Waiting');
    expect(referenceStatus(reference({ expired: true })).text).toBe('Link has run out');
    expect(referenceStatus(reference({ state: 'Given' })).text).toBe('Being checked');
    expect(referenceStatus(reference({ state: 'Accepted', counts: true })).text).toBe('Counts');
    expect(referenceStatus(reference({ state: 'Accepted' })).text).toBe('Too old to count');
    expect(referenceStatus(reference({ state: 'Refused' })).text).toBe('Does not count');
    expect(referenceStatus(reference({ state: 'Revoked' })).text).toBe('Withdrawn');
  });

  it('are not started, then counted, then received at two', () => {
    expect(referencesRow([], list(0)).status).toBe('Not started');
    expect(referencesRow([], list(0, reference({}))).status).toBe('0 of 2 count');
    expect(referencesRow([], list(0, reference({ state: 'Given' }))).status).toBe('0 of 2 count');
    expect(referencesRow([], list(1)).status).toBe('1 of 2 count');
    expect(referencesRow([], list(2)).status).toBe('Received');
    expect(referencesRow([], list(3)).status).toBe('Received');
  });
});
