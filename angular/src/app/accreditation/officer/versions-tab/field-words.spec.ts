import { fieldInWords } from './field-words';

describe('the name of a changed answer', () => {
  it('is its path in words, counted from one', () => {
    expect(fieldInWords('answers.insurance.policies[0].expiresOn')).toBe('Insurance, policies 1, expires on');
    expect(fieldInWords('documents[1].sha256')).toBe('Documents 2, sha256');
    expect(fieldInWords('answers.declaration.signatoryRole')).toBe('Declaration, signatory role');
  });
});
