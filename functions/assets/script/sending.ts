import { isObject, isTexts, readJson } from './read-json.ts';

/*
 * Whether a form that was sent has arrived. The server answers a form that it has taken with a redirect, and one that it
 * has not with a page: where the first leads, the copy of what was typed is not needed any more.
 */

/** A form on its way: the keys of the copies that go with it, and the page that it was sent from. */
export interface Sending {
  readonly keys: readonly string[];
  readonly from: string;
}

/** What a browser says of how a page came to be shown. */
export interface Arrival {
  /** `navigate`, `reload`, `back_forward`, … */
  readonly type: string;
  readonly redirects: number;
  /** The page before, if the browser came from there. */
  readonly referrer: string;
}

/** What a page is the answer to; nothing if it was opened in another way, by which nothing was sent. */
export function answeredBy(
  noted: string | null,
  { type, redirects, referrer }: Arrival,
): { readonly keys: readonly string[]; readonly isTaken: boolean } | undefined {
  const sending = readJson(noted);
  if (!isObject(sending) || type !== 'navigate' || referrer !== sending.from) return undefined;
  return isTexts(sending.keys) ? { keys: sending.keys, isTaken: redirects > 0 } : undefined;
}
