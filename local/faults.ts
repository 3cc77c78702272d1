import { setTimeout as sleep } from 'node:timers/promises';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { formatEvent, isFault, type LogEvent } from '../ops/logs/log-line.ts';
import { functionsWithLogs, logEvents } from '../ops/logs/read-logs.ts';
import type { CloudAddress } from './aws-query.ts';
import { cloudEnvironment } from './environment.ts';
import { root } from './paths.ts';

const pauseMs = 2_000;

/** How far back each look begins: lines are stored only when a call has ended, with the time of that end. */
const overlapMs = 10_000;

/** Prints the faults of a stage's functions as they are logged. */
export async function followFaults(options: {
  readonly cloud: CloudAddress;
  /** What the names of the stage's functions begin with. */
  readonly prefix: string;
  readonly print: (text: string) => void;
}): Promise<{ stop(): Promise<void> }> {
  const { cloud, prefix, print } = options;
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = cloudEnvironment(cloud);
  const { endpoint, region } = cloud;
  const client = new CloudWatchLogsClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  const begun = Date.now();
  let printed = new Map<string, number>();

  const look = async (): Promise<void> => {
    const since = Math.max(begun, Date.now() - overlapMs);
    const names = await functionsWithLogs(client, prefix);
    const lists = await Promise.all(names.map((name) => logEvents(client, prefix, name, { since })));
    const faults = lists
      .flat()
      .filter(isFault)
      .sort((a, b) => a.at - b.at);
    for (const fault of faults) {
      if (!printed.has(keyOf(fault))) print(formatEvent(fault, root));
      printed.set(keyOf(fault), fault.at);
    }
    printed = new Map([...printed].filter(([, at]) => at >= since));
  };

  const ending = new AbortController();
  const following = (async () => {
    // A cloud that is busy answers the next time.
    while (await sleep(pauseMs, true, ending).catch(() => false)) await look().catch(() => undefined);
  })();
  return {
    stop: async () => {
      ending.abort();
      await following;
      client.destroy();
    },
  };
}

const keyOf = ({ function: name, at, message }: LogEvent): string => JSON.stringify([name, at, message]);
