import {
  type CloudWatchLogsClient,
  FilterLogEventsCommand,
  paginateDescribeLogGroups,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs';
import type { LogEvent } from './log-line.ts';

/** Events in one answer: below a megabyte. The local cloud gives no token for more, so that the next begin where these end. */
const atOnce = 1_000;

/** What CloudWatch picks out by itself; the local cloud gives everything, and the caller picks. */
export const faultPattern =
  '{ ($.level = "ERROR") || ($.level = "WARN") || ($.level = "FATAL") || ($.record.status = "timeout") || ($.record.status = "error") }';

/** The functions of a stage that have a log group, without the stage's prefix. */
export async function functionsWithLogs(client: CloudWatchLogsClient, stagePrefix: string): Promise<string[]> {
  const logGroupNamePrefix = `/aws/lambda/${stagePrefix}`;
  const names: string[] = [];
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, { logGroupNamePrefix })) {
    names.push(...logGroups.flatMap(({ logGroupName }) => logGroupName?.slice(logGroupNamePrefix.length) ?? []));
  }
  return names.sort();
}

/** The events of one function since a moment (Unix milliseconds), oldest first. */
export async function logEvents(
  client: CloudWatchLogsClient,
  stagePrefix: string,
  name: string,
  { since, filterPattern }: { readonly since: number; readonly filterPattern?: string },
): Promise<LogEvent[]> {
  const found = new Map<string, LogEvent>();
  let startTime = since;
  let nextToken: string | undefined;
  for (;;) {
    const page = await client
      .send(
        new FilterLogEventsCommand({
          logGroupName: `/aws/lambda/${stagePrefix}${name}`,
          startTime,
          filterPattern,
          nextToken,
          limit: atOnce,
        }),
      )
      .catch((error: unknown) => {
        if (error instanceof ResourceNotFoundException) return { events: [], nextToken: undefined };
        throw error;
      });
    const { events = [] } = page;
    const before = found.size;
    for (const { logStreamName, timestamp = 0, message = '' } of events)
      found.set(JSON.stringify([logStreamName, timestamp, message]), { function: name, at: timestamp, message });
    nextToken = page.nextToken;
    if (nextToken) continue;
    const last = events.at(-1)?.timestamp;
    if (events.length < atOnce || last === undefined || found.size === before) break;
    startTime = last;
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}
