import { ownName } from '../shared/pages/request.ts';

/** For how long whoever signs has the documents of an agreement open, in minutes. */
export const copySessionMinutes = 120;

/** What such a session opens. */
export const copySession = (agreement: string): string => `agreement#${agreement}`;

/** The cookie that has its secret. */
export const copyCookie = (agreement: string, on: { readonly secure: boolean }): string =>
  ownName(`agreement-${agreement}`, on);

/** What it keeps: the secret, and of the request's link what the way back needs. */
export const keptCopy = (of: Readonly<Record<'secret' | 'request' | 'mac', string>>): string =>
  [of.secret, of.request, of.mac].join('.');

/** What a cookie has kept; one of before has the secret only. */
export function copyKeptIn(kept: string): { readonly secret: string; readonly path?: string } {
  const [secret = '', request, mac] = kept.split('.');
  const isLink = /^[\da-f]{32}$/u.test(request ?? '') && /^[\w-]{20,80}$/u.test(mac ?? '');
  return { secret, ...(isLink && { path: `/r/agreements/${request}/${mac}/elsewhere` }) };
}
