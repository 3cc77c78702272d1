import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Fault } from '../../../functions/shared/errors.ts';
import { faultNoter, redactErrors } from '../../../functions/shared/redact-errors.ts';

const secret = 'canary@example.com';
const reference = 'A-27H1-7K3Q-9MX4';
class RoundMissing extends Error {
  override readonly name = 'RoundMissing';
}

/** What a handler that throws logs and throws on, whether or not faults are shown. */
async function failing(fault: unknown, event: unknown, showsFaults?: boolean) {
  const lines: { message: string; extra: Record<string, unknown> }[] = [];
  const log = (message: string, extra: Record<string, unknown>) => void lines.push({ message, extra });
  const handler = redactErrors({ showsFaults, error: log, warn: log }, async () => {
    throw fault;
  });
  const thrown: unknown = await handler(event).catch((error: unknown) => error);
  if (!(thrown instanceof Error)) throw new Error('nothing was thrown');
  return { line: lines[0], thrown };
}

describe('the fault of a step', () => {
  const fault = new RoundMissing(`no round for ${secret}`, { cause: new TypeError(`bad ${secret}`) });

  it('is logged by its names, its place and the ids of the step, and thrown on by its name, without a word of it', async () => {
    const { line, thrown } = await failing(fault, { step: 'check', run: `${reference}_2`, reference: secret });
    expect(line?.message).toBe('failed');
    expect(line?.extra).toMatchObject({ error: 'RoundMissing < TypeError' });
    expect(JSON.stringify(line)).toContain('redact-errors.test.ts');
    expect(thrown.name).toBe('RoundMissing');
    expect(JSON.stringify([line, thrown.message, thrown.stack])).not.toContain('canary');
  });

  it('names the run that it stopped, if the event says one', async () => {
    const { line } = await failing(fault, { step: 'check', run: `${reference}_2` });
    expect(line?.extra).toMatchObject({ step: 'check', run: `${reference}_2` });
  });

  it('keeps its message and those of its causes if faults are shown', async () => {
    const { line, thrown } = await failing(fault, {}, true);
    expect(line?.extra.errorMessage).toBe(`no round for ${secret} < bad ${secret}`);
    expect(thrown).toMatchObject({ name: 'RoundMissing', message: line?.extra.errorMessage });
  });

  it('is told in a line for each thing that a schema refused, if faults are shown', async () => {
    const refused = z.object({ state: z.literal('OPEN'), count: z.number() }).safeParse({ state: secret, count: '1' });
    const { line } = await failing(refused.error, {}, true);
    expect(line?.extra.errorMessage).toMatch(/^✖ Invalid .*\n {2}→ at state\n✖ Invalid .*\n {2}→ at count$/u);
  });

  it('of our own shows its code on every stage, and its ids on those that show faults', async () => {
    for (const shows of [false, true]) {
      const { line, thrown } = await failing(new Fault('ApplicationMissing', { reference }), {}, shows);
      expect([line?.extra.error, thrown.name]).toEqual(['ApplicationMissing', 'ApplicationMissing']);
      expect(thrown.message).toBe(shows ? `the application is gone, reference ${reference}` : 'the log says where');
      expect(JSON.stringify(line?.extra.stack)).toContain('redact-errors.test.ts');
    }
  });

  it('has its place even if it has no message', async () => {
    const { line } = await failing(new RoundMissing(), {});
    expect(JSON.stringify(line?.extra.stack)).toContain('redact-errors.test.ts');
  });
});

describe('the fault of one of many', () => {
  it('is logged with the id of the one, and without its message', () => {
    const lines: unknown[] = [];
    const log = (...line: unknown[]) => void lines.push(line);
    faultNoter({ error: log, warn: log }, 'request')(new RoundMissing(secret), 'request-1');
    expect(lines).toMatchObject([['one failed', { request: 'request-1', error: 'RoundMissing' }]]);
    expect(JSON.stringify(lines)).not.toContain('canary');
  });
});
