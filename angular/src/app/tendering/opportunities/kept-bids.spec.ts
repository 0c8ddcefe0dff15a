import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ServerSession } from '../../core/server-session';
import { commitmentTo } from '../boxes/merkle';
import { bidFileOf } from '../parts/bid-file';
import { SentVersion } from './bid-copy';
import { KeptBids } from './kept-bids';

const SALT = 'a1'.repeat(32);
const textOf = (totalWeeklyPence: number): string =>
  JSON.stringify({
    callOffId: 'c1',
    reference: 'C-7QK3-9F2D',
    bid: { lines: [], answers: [] },
    totalWeeklyPence,
    wholeTermPence: 0,
  });

const sentOf = async (text: string, bidVersion = 1): Promise<SentVersion> => ({
  callOffId: 'c1',
  bidVersion,
  sha256: await commitmentTo(SALT, text),
});

describe('the bids that a browser keeps', () => {
  const organisation = signal<{ id: string } | null>({ id: 'o1' });
  let kept: KeptBids;
  const reloaded = (): KeptBids => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [{ provide: ServerSession, useValue: { organisation, user: signal({ id: 'u1' }) } }],
    });
    return TestBed.inject(KeptBids);
  };

  beforeEach(() => {
    localStorage.clear();
    organisation.set({ id: 'o1' });
    kept = reloaded();
  });
  afterEach(() => vi.restoreAllMocks());

  it('are there again after a reload, each under its version', async () => {
    kept.keep('c1', 1, bidFileOf(SALT, textOf(1)));
    kept.keep('c1', 2, bidFileOf(SALT, textOf(2)));
    kept = reloaded();

    expect((await kept.find(await sentOf(textOf(1), 1)))?.totalWeeklyPence).toBe(1);
    expect((await kept.find(await sentOf(textOf(2), 2)))?.totalWeeklyPence).toBe(2);
    expect(kept.isKept(await sentOf(textOf(2), 2))).toBe(true);
  });

  it('are shown to no other organisation', async () => {
    kept.keep('c1', 1, bidFileOf(SALT, textOf(1)));
    organisation.set({ id: 'o2' });

    expect(await kept.find(await sentOf(textOf(1)))).toBeUndefined();
  });

  it('are found although the answer was lost, by the receipt that stands for them', async () => {
    kept.begin('c1', { key: 'first', salt: SALT, text: textOf(1) });
    kept.begin('c1', { key: 'second', salt: SALT, text: textOf(2) });
    kept = reloaded();

    expect((await kept.find(await sentOf(textOf(1))))?.totalWeeklyPence).toBe(1);
    expect(Object.keys(localStorage).sort()).toEqual(['dps-bid-file:o1:c1:1', 'dps-bid-file:o1:c1:sending-second']);
  });

  it('are not there once they were refused', async () => {
    kept.begin('c1', { key: 'first', salt: SALT, text: textOf(1) });
    kept.drop('c1', 'first');

    expect(await kept.find(await sentOf(textOf(1)))).toBeUndefined();
  });

  it('are not taken for a version that they are not', async () => {
    kept.keep('c1', 1, bidFileOf(SALT, textOf(1)));

    expect(await kept.find(await sentOf(textOf(3)))).toBeUndefined();
  });

  it('are forgotten with all versions of the need, and of no other need', async () => {
    kept.begin('c1', { key: 'first', salt: SALT, text: textOf(1) });
    kept.keep('c1', 1, bidFileOf(SALT, textOf(1)));
    kept.keep('c2', 1, bidFileOf(SALT, textOf(1)));
    kept.forget('c1');

    expect(Object.keys(localStorage)).toEqual(['dps-bid-file:o1:c2:1']);
  });

  it('are held until the page is closed where the browser keeps nothing', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError');
    });
    kept.keep('c1', 1, bidFileOf(SALT, textOf(1)));
    const sent = await sentOf(textOf(1));

    expect((await kept.find(sent))?.totalWeeklyPence).toBe(1);
    expect(kept.isKept(sent)).toBe(false);
    expect(await reloaded().find(sent)).toBeUndefined();
  });

  it('stay as they were before sending where the browser has no room for another copy', async () => {
    kept.begin('c1', { key: 'first', salt: SALT, text: textOf(1) });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError');
    });
    kept.keep('c1', 1, bidFileOf(SALT, textOf(1)), 'first');
    await kept.find(await sentOf(textOf(1)));

    expect(kept.canKeep()).toBe(false);
    expect((await reloaded().find(await sentOf(textOf(1))))?.totalWeeklyPence).toBe(1);
  });

  it('stop nobody where the browser forbids to look', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('Forbidden', 'SecurityError');
    });

    expect(await kept.find(await sentOf(textOf(1)))).toBeUndefined();
  });
});
