import { describe, expect, it } from 'vitest';
import { concernsOf } from './lot-concerns';

type Application = Parameters<typeof concernsOf>[1];

const application = (ofsted: unknown, homes: string[]) =>
  ({ answers: { ofsted }, premises: homes.map((category) => ({ category })) }) as unknown as Application;

const registered = { registered: true, categories: ['SelfContained'] };

describe('what speaks against a lot', () => {
  it('is nothing within the registration and with a home of its kind', () => {
    const lot = { category: 'SelfContained', admits16To17: true } as const;
    expect(concernsOf(lot, application(registered, ['SelfContained']))).toEqual([]);
  });

  it('is a category that the registration lacks, where children are taken', () => {
    const lot = { category: 'PrivateResidence', admits16To17: true } as const;
    expect(concernsOf(lot, application(registered, []))).toEqual(['OutsideRegistration']);
    expect(concernsOf({ ...lot, admits16To17: false }, application(registered, []))).toEqual([]);
  });

  it('is a missing home of its kind, once homes are chosen', () => {
    const lot = { category: 'PrivateResidence', admits16To17: false } as const;
    expect(concernsOf(lot, application(undefined, ['SelfContained']))).toEqual(['NoHomeOfItsKind']);
  });
});
