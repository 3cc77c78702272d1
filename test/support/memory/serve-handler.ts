import { createServer } from 'node:http';
import type { Context } from 'aws-lambda';
import { apiEvent, sendResult } from './api-event.ts';

/** As far as the pages look. */
const context: Context = {
  awsRequestId: 'memory',
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'memory',
  functionVersion: '1',
  invokedFunctionArn: 'memory',
  logGroupName: 'memory',
  logStreamName: 'memory',
  memoryLimitInMB: '256',
  getRemainingTimeInMillis: () => 600_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

type Event = Awaited<ReturnType<typeof apiEvent>>;
type Result = Parameters<typeof sendResult>[1];

/** Nothing is packed to be unpacked in the same process: that is a third of what a page takes. */
const uncompressed = (event: Event): Event => ({
  ...event,
  headers: { ...event.headers, 'accept-encoding': 'identity' },
});

/** Answers at a port of this machine as the API does in front of a Lambda. */
export async function serveHandler(
  port: number,
  handler: (event: Event, context: Context) => Promise<Result>,
): Promise<{ readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    apiEvent(request)
      .then((event) => handler(uncompressed(event), context))
      .then((result) => sendResult(response, result))
      .catch(() => response.writeHead(502).end('a page threw'));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  server.unref();
  return {
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
