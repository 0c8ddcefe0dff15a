import { Autosave } from './autosave';

describe('autosave', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('saves within five seconds of the first change, however long the typing goes on', async () => {
    const send = vi.fn().mockResolvedValue(true);
    const autosave = new Autosave(send);
    for (let i = 0; i < 10; i++) {
      autosave.changed();
      await vi.advanceTimersByTimeAsync(400);
    }

    expect(send).toHaveBeenCalled();
  });

  it('sends one call at a time and what changed meanwhile with the next', async () => {
    let finish: (saved: boolean) => void = () => undefined;
    const send = vi.fn(() => new Promise<boolean>((resolve) => (finish = resolve)));
    const autosave = new Autosave(send);
    autosave.changed();
    await vi.advanceTimersByTimeAsync(2000);
    autosave.changed();
    await vi.advanceTimersByTimeAsync(5000);
    expect(send).toHaveBeenCalledTimes(1);

    finish(true);
    await vi.advanceTimersByTimeAsync(2000);
    expect(send).toHaveBeenCalledTimes(2);
    finish(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.unsaved()).toBe(false);
  });

  it('keeps what was refused as unsaved and tries again on flush', async () => {
    const send = vi.fn().mockResolvedValueOnce(false).mockResolvedValueOnce(true);
    const autosave = new Autosave(send);
    autosave.changed();
    await vi.advanceTimersByTimeAsync(2000);
    expect(autosave.unsaved()).toBe(true);

    expect(await autosave.flush()).toBe(true);
    expect(autosave.unsaved()).toBe(false);
  });
});
