import * as z from 'zod';
import { calling } from '../../local/aws-query.ts';
import type { TestCloud } from './cloud.ts';
import { eventually } from './eventually.ts';

const groupsSchema = z.object({
  logGroups: z.array(z.object({ logGroupName: z.string() })),
  nextToken: z.string().optional(),
});
const eventsSchema = z.object({ events: z.array(z.object({ timestamp: z.number(), message: z.string() })) });

/** How many events are read at once: MiniStack gives no token for more, so that the next begin where these end. */
const atOnce = 1000;

/** Every log line of all functions since a moment (Unix ms), as CloudWatch Logs has them. */
export async function logLines({ cloud }: Pick<TestCloud, 'cloud'>, since: number): Promise<string[]> {
  const send = (operation: string, input: unknown): Promise<Response> =>
    fetch(cloud.endpoint, {
      method: 'POST',
      headers: {
        ...calling(cloud, 'logs'),
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `Logs_20140328.${operation}`,
      },
      body: JSON.stringify(input),
    });
  // MiniStack answers with an internal error if a function begins to log while its logs are listed.
  const call = (operation: string, input: unknown): Promise<unknown> =>
    eventually(`the answer to ${operation}`, async () => {
      const response = await send(operation, input);
      if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`);
      return response.json();
    });
  const logGroups: { readonly logGroupName: string }[] = [];
  let nextToken: string | undefined;
  do {
    const page = groupsSchema.parse(await call('DescribeLogGroups', { limit: 50, nextToken }));
    logGroups.push(...page.logGroups);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  const lines: string[] = [];
  for (const { logGroupName } of logGroups) {
    for (let from = since; ; ) {
      const { events } = eventsSchema.parse(
        await call('FilterLogEvents', { logGroupName, startTime: from, limit: atOnce }),
      );
      lines.push(...events.map(({ message }) => message));
      const last = events.at(-1)?.timestamp;
      if (events.length < atOnce || last === undefined) break;
      if (last === from) throw new Error('more events in a millisecond than can be read');
      from = last;
    }
  }
  return lines;
}
