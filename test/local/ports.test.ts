import { expect, it } from 'vitest';
import { canBeAsked, freePort } from '../../local/ports.ts';
import { readStartOptions } from '../../local/start-options.ts';

/** fetch says so before it asks. */
const refusedByFetch = async (port: number): Promise<boolean> => {
  const error: unknown = await fetch(`http://127.0.0.1:${port}`).catch((reason: unknown) => reason);
  return error instanceof Error && error.cause instanceof Error && error.cause.message === 'bad port';
};

it('knows the ports that fetch refuses', async () => {
  const known = Array.from({ length: 11_000 - 1_024 }, (_, index) => 1_024 + index).filter((port) => !canBeAsked(port));
  expect(known).toEqual(expect.arrayContaining([1719, 6000, 6566, 6669, 10_080]));
  for (const port of known) expect([port, await refusedByFetch(port)]).toEqual([port, true]);
});

it('says for which port an offset is bad, and which one is good', () => {
  expect(() => readStartOptions(['--port-offset', '2000'], {})).toThrow(
    'Browsers do not open port 10080 and port 6566: take "npm start -- --port-offset 2010".',
  );
  const bad = Array.from({ length: 6_000 }, (_, offset) => String(offset)).filter((offset) => {
    try {
      return !Object.values(readStartOptions(['--port-offset', offset], {}).ports);
    } catch (error) {
      const next = /--port-offset (\d+)"/u.exec(String(error))?.[1] ?? 'none';
      expect(Number(next)).toBeGreaterThan(Number(offset));
      expect(readStartOptions(['--port-offset', next], {}).ports.cloud).toBe(4566 + Number(next));
      return true;
    }
  });
  expect(bad).toEqual(expect.arrayContaining(['1434', '2000', '2055', '1990']));
  expect(bad.length).toBeLessThan(60);
});

it('finds a free port that can be asked', async () => {
  for (let times = 0; times < 50; times += 1) expect(canBeAsked(await freePort())).toBe(true);
});
