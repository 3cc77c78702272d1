import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WireAnswer } from './refusal.ts';

/** The headers of a request as they came; pages of the HTTP API also get what API Gateway adds on AWS. */
export function onwardHeaders(incoming: IncomingMessage): string[] {
  const isPage = incoming.headers.host?.includes('.execute-api.') && !incoming.headers['x-forwarded-proto'];
  return isPage ? [...incoming.rawHeaders, 'X-Forwarded-Proto', 'https'] : incoming.rawHeaders;
}

export const answerWith = (outgoing: ServerResponse, { status, headers, body }: WireAnswer): void =>
  void outgoing.writeHead(status, headers).end(body);

export const cloudIsAway = (outgoing: ServerResponse): void =>
  void outgoing.writeHead(502).end('the local cloud does not answer');
