import { describe, expect, it } from 'vitest';
import { doubling, retrying } from '../../../functions/shared/retry.ts';

/** Fails so often, and then gives how often it was called. */
function failing(times: number, error: Error) {
  let calls = 0;
  const act = async (): Promise<number> => {
    calls += 1;
    if (calls <= times) throw error;
    return calls;
  };
  return { act, calls: () => calls };
}
const passing = new Error('busy');
const how = { tries: 3, mayPass: (error: unknown) => error === passing, pause: () => 0 };

describe('what is tried again', () => {
  it('ends with the first try that succeeds', async () => {
    expect(await retrying(failing(2, passing).act, how)).toBe(3);
  });

  it('is done as often as it says, the first time included, and then fails as it did', async () => {
    const { act, calls } = failing(9, passing);
    await expect(retrying(act, how)).rejects.toBe(passing);
    expect(calls()).toBe(3);
  });

  it('is not done again after an error that does not pass', async () => {
    const { act, calls } = failing(9, new Error('no'));
    await expect(retrying(act, how)).rejects.toThrow('no');
    expect(calls()).toBe(1);
  });

  it('waits about twice as long each time', () => {
    const pauses = [1, 2, 3].map(doubling(10));
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(10 * 2 ** index);
      expect(pause).toBeLessThan(30 * 2 ** index);
    }
  });
});
