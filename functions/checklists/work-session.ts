import type { PersonRequest } from '../requests/request.ts';
import { cookie, ownName } from '../shared/pages/request.ts';
import type { RandomBytes } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { workMinutes } from './work-minutes.ts';

/*
 * Documents are sent on pages that know no link: whoever goes there from the page of a request takes along a cookie,
 * which opens what that request asks for, and nothing once it is answered or with somebody else.
 */

const name = 'checklist';

const sessionsOf = (request: string): string => `checklist#${request}`;

/**
 * What has to be as it was: handed to somebody else, it opens nothing for who had it; begun at an https address, it is
 * only good under the name that no other host may set.
 */
const asNow = ({ generation }: Pick<PersonRequest, 'generation'>, secure: boolean): string =>
  `${generation}${secure ? ' secure' : ''}`;

/**
 * Opens the documents of a request in a browser.
 * @param given.mac of the request's link, by which the browser has come and goes back
 * @returns the cookie that keeps them open
 */
export async function beginWork(
  { sessions, random }: Pick<Dependencies, 'sessions'> & { readonly random: RandomBytes },
  request: Pick<PersonRequest, 'id' | 'generation'>,
  { now, secure, mac }: { readonly now: Instant; readonly secure: boolean; readonly mac: string },
): Promise<string> {
  const fixed = { begunAs: asNow(request, secure), minutes: workMinutes };
  const { secret } = await sessions.begin(sessionsOf(request.id), 'link', random, now, fixed);
  return cookie(ownName(name, { secure }), `${request.id}.${secret}.${mac}`, { maxAge: workMinutes * 60, secure });
}

/** A request whose documents a browser has open, and the path of its page; a browser of before knows none. */
export interface OpenedWork {
  readonly request: PersonRequest;
  readonly path?: string;
}

/** The request whose documents a browser has open, as long as it is open and with the same holder. */
export async function workOpenIn(
  { sessions, requests }: Pick<Dependencies, 'sessions' | 'requests'>,
  cookies: Readonly<Record<string, string>>,
  now: Instant,
): Promise<OpenedWork | undefined> {
  const secure = Object.hasOwn(cookies, ownName(name, { secure: true }));
  const kept = /^([\da-f]{32})\.([\w-]{22})(?:\.([\w-]{20,80}))?$/u.exec(cookies[ownName(name, { secure })] ?? '');
  const [, id, secret, mac] = kept ?? [];
  if (!id || !secret) return undefined;
  const [session, request] = await Promise.all([sessions.open(sessionsOf(id), secret, now), requests.get(id)]);
  if (!session || request?.state !== 'OPEN' || session.begunAs !== asNow(request, secure)) return undefined;
  return { request, ...(mac && { path: `/r/checklists/${id}/${mac}` }) };
}
