import { createServer } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sweepWaker } from '../../../functions/outbox/wake-sweep.ts';
import { freePort } from '../../../local/ports.ts';
import { memorySlots } from '../../support/memory/memory-slots.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0)) await close();
});

/** Lambda as far as the waker calls it. */
async function lambda(status = 202) {
  const calls: { readonly path: string; readonly type: unknown }[] = [];
  const server = createServer((request, response) => {
    calls.push({ path: `${request.method} ${request.url}`, type: request.headers['x-amz-invocation-type'] });
    response.writeHead(status).end();
  });
  const port = await freePort();
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  closing.push(() => server.close());
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
  return calls;
}

function waker() {
  let now = Date.parse('2027-01-29T08:59:00Z');
  const warnings: string[] = [];
  const slots = memorySlots();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const wake = sweepWaker({
    slots: slots.table,
    client: { config: { region: async () => 'ap-northeast-2', credentials } },
    name: 'sfa-test-outbox-sweep',
    clock: () => now,
    logger: { warn: (_, { error }) => void warnings.push(error) },
  });
  const pass = (seconds: number) => {
    now += 1000 * seconds;
  };
  return { wake, pass, slots, warnings, now: () => now };
}

describe('the dispatcher', () => {
  it('calls the sweep by its name and does not wait for it, once until it has begun', async () => {
    const calls = await lambda();
    const { wake, pass, warnings } = waker();
    for (let time = 0; time < 5; time += 1) await wake();
    expect(calls).toEqual([{ path: 'POST /2015-03-31/functions/sfa-test-outbox-sweep/invocations', type: 'Event' }]);
    pass(21);
    await wake();
    expect([calls.length, warnings]).toEqual([2, []]);
  });

  it('calls none while one is at work, and one as soon as that has ended', async () => {
    const calls = await lambda();
    const { wake, pass, slots, now } = waker();
    await slots.table.setAwake(now() + 240_000);
    pass(200);
    await wake();
    expect(calls).toHaveLength(0);
    await slots.table.setAsleep();
    await wake();
    expect(calls).toHaveLength(1);
  });

  it('calls one as soon as the last has ended, though its own clock is behind that one’s', async () => {
    const calls = await lambda();
    const { wake, pass, slots } = waker();
    await wake();
    pass(-1);
    await slots.table.setAsleep();
    await wake();
    expect(calls).toHaveLength(2);
  });

  it('calls one if a clock that goes ahead has said that one is at work for hours', async () => {
    const calls = await lambda();
    const { wake, slots, now } = waker();
    await slots.table.setAwake(now() + 3_600_000);
    await wake();
    expect(calls).toHaveLength(1);
  });

  it('goes on if the sweep cannot be called: it comes on the clock', async () => {
    await lambda(500);
    const { wake, pass, warnings } = waker();
    await wake();
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
    pass(60);
    await wake();
    expect(warnings).toEqual(['500', 'TypeError']);
  });
});
