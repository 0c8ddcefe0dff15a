import { placeOf } from './sections';

describe('placeOf', () => {
  it.each([
    ['answers.insurance.policies.0.expiresOn', 'insurance', 'policies.0.expiresOn'],
    ['answers.people.people.2.relevantWork', 'people', 'relevantWork'],
    ['answers.people.people.2.relevantWork.1.until', 'people', 'relevantWork.1.until'],
    ['answers.premises.premisesIds.3', 'homes', 'premisesIds'],
    ['answers.lotsAndAreas.lotIds.0', 'lots', 'lotIds'],
    ['answers.declaration.noCollusion', 'declaration', 'agreed'],
    ['answers.declaration.signatoryName', 'declaration', 'signatoryName'],
    ['answers.organisation', 'organisation', ''],
  ])('%s is put right on the page %s at the control %s', (path, slug, field) => {
    const place = placeOf(path);

    expect(place?.words.slug).toBe(slug);
    expect(place?.field).toBe(field);
  });

  it('knows no place for a problem of the whole application', () => {
    expect(placeOf('version')).toBeUndefined();
    expect(placeOf('insurance.policies')).toBeUndefined();
  });
});
