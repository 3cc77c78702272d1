import { expect, it } from 'vitest';
import { Problem } from '../../local/problem.ts';
import { openSession } from '../../local/session.ts';

const thing = (name: string, stopped: string[]) => ({ stop: async () => void stopped.push(name) });

it('stops what was started in the opposite order, and ends well when it was asked to', async () => {
  const stopped: string[] = [];
  const session = openSession(() => {});
  await session.own('cloud', thing('cloud', stopped));
  await session.own('front door', thing('front door', stopped));
  session.end();
  expect(await session.closed()).toBe(0);
  expect(stopped).toEqual(['front door', 'cloud']);
});

it('says the reason and ends with an exit code when something went wrong', async () => {
  const said: string[] = [];
  const session = openSession((text) => said.push(text));
  session.end(new Problem('The inbox ended by itself.'));
  expect(await session.closed()).toBe(1);
  expect(said.join()).toContain('The inbox ended by itself.');
});

it('stops what comes up after the end as well', async () => {
  const stopped: string[] = [];
  const session = openSession(() => {});
  session.end();
  await expect(session.own('cloud', thing('cloud', stopped))).rejects.toThrow();
  expect(await session.closed()).toBe(0);
  expect(stopped).toEqual(['cloud']);
});
