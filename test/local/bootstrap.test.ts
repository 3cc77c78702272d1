import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { bootstrap } from '../../local/bootstrap.ts';
import { newKey } from '../../local/cloud-key.ts';

/** What CloudFormation says of the stack, one look after the other, the last again and again. */
interface Look {
  readonly status: string;
  readonly events: readonly string[];
  readonly reason?: string;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

/** A cloud whose toolkit stack is created as told; every look lasts a fifth of a second. */
async function cloud(...looks: readonly Look[]) {
  let created = 0;
  const lookNow = () => looks[Math.min(Math.floor((Date.now() - created) / 200), looks.length - 1)];
  const answer = (action: string | null): string | undefined => {
    if (action === 'CreateStack') created = Date.now();
    const look = created === 0 ? undefined : lookNow();
    if (!look) return undefined;
    if (action === 'DescribeStacks') return `<StackStatus>${look.status}</StackStatus>`;
    const events = look.events.toReversed().map((id) => `<LogicalResourceId>${id}</LogicalResourceId>`);
    return `${events.join('')}<ResourceStatusReason>${look.reason ?? ''}</ResourceStatusReason>`;
  };
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then((body) => {
      const said = answer(new URLSearchParams(body).get('Action'));
      outgoing.writeHead(said === undefined ? 400 : 200).end(said ?? 'Stack with id CDKToolkit does not exist');
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return { endpoint: `http://127.0.0.1:${port}`, region: 'ap-northeast-2', key: newKey() };
}

const limits = { everyMs: 50, looks: 20 };
const creating = (count: number): Look => ({
  status: 'CREATE_IN_PROGRESS',
  events: Array.from({ length: count }, (_, index) => `Resource${index}`),
});

it('waits for a stack that is created slowly, beyond the time that a standstill is borne', async () => {
  const started = Date.now();
  const looks = Array.from({ length: 12 }, (_, index) => creating(index));
  expect(await bootstrap(await cloud(...looks, { status: 'CREATE_COMPLETE', events: [] }), limits)).toBe('done');
  expect(Date.now() - started).toBeGreaterThan(2_300);
});

it('gives a stack up that stands still, and says what had come about', async () => {
  await expect(bootstrap(await cloud(creating(1), creating(2)), limits)).rejects.toThrow(
    /^The bootstrap of the local cloud for the CDK was given up, for it made no progress for 1 seconds; seen last: Resource0 , Resource1/,
  );
});

it('says at once that the stack failed, and why', async () => {
  const failed = { status: 'ROLLBACK_COMPLETE', events: ['FilePublishingRole'], reason: 'no such policy' };
  await expect(bootstrap(await cloud(creating(1), failed), limits)).rejects.toThrow(
    /could not be bootstrapped for the CDK \(its stack is ROLLBACK_COMPLETE: FilePublishingRole , no such policy\): .*--fresh/,
  );
});

it('says what to do about the stack that an interrupted start left', async () => {
  const address = await cloud(creating(1));
  await expect(bootstrap(address, { everyMs: 10, looks: 2 })).rejects.toThrow('was given up');
  await expect(bootstrap(address, limits)).rejects.toThrow(
    /its stack is of an earlier start, CREATE_IN_PROGRESS: .*--fresh/,
  );
});
