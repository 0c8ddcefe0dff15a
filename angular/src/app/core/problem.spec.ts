import { HttpErrorResponse } from '@angular/common/http';
import { fieldPathOf, problemOf } from './problem';

const refusal = (status: number, error: unknown): HttpErrorResponse => new HttpErrorResponse({ status, error });

describe('problemOf', () => {
  it('gives every field error a camelCase path with dots', () => {
    const problem = problemOf(
      refusal(400, { errors: { 'Prices[0].RatePence': ['Enter a rate'], Name: ['Enter a name'] } }),
    );

    expect(problem.errors).toEqual({ 'prices.0.ratePence': ['Enter a rate'], name: ['Enter a name'] });
  });

  it('reads the body of an operation without content, which arrives as text', () => {
    const body = JSON.stringify({
      code: 'Tendering:Closed',
      detail: 'The deadline has passed.',
      errors: { '$.name': ['No'] },
    });

    const problem = problemOf(refusal(409, body));

    expect(problem.code).toBe('Tendering:Closed');
    expect(problem.detail).toBe('The deadline has passed.');
    expect(problem.errors).toEqual({ name: ['No'] });
  });

  it('has a sentence of its own when the server gave none', () => {
    expect(problemOf(refusal(409, '<html>')).detail).toContain('has changed meanwhile');
    expect(problemOf(refusal(0, new ProgressEvent('error'))).detail).toContain('did not answer');
    expect(problemOf(refusal(500, null)).detail).toContain('went wrong on our side');
  });

  it('drops the full stop of a field error, and keeps sentences', () => {
    const errors = { a: ['Enter £1,234.50 or less.'], b: ['Too late. Ask the officer.'], c: ['Enter a name'] };
    expect(problemOf(refusal(400, { errors })).errors).toEqual({
      a: ['Enter £1,234.50 or less'],
      b: ['Too late. Ask the officer.'],
      c: ['Enter a name'],
    });
  });

  it('leaves a path that is already in camelCase as it is', () => {
    expect(fieldPathOf('contactEmail')).toBe('contactEmail');
    expect(fieldPathOf('$')).toBe('');
  });
});
