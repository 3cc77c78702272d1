import type { SignLink } from '../shared/links.ts';
import { fingerprint } from '../shared/random.ts';
import { addMinutes, type Instant } from '../shared/time.ts';

/** What the challenge of a page is made of. It is derived with a key: showing a page stores nothing. */
export interface Asked {
  readonly purpose: 'prove-decision' | 'add-passkey';
  /** Drawn by lot for each page, and used once. */
  readonly nonce: string;
  /** When the page was shown, or until when it may be used. */
  readonly at: Instant;
  /** The session in which it was: no other can use it. */
  readonly session: string;
  /** What is proved. */
  readonly about: string;
}

/** What an authenticator signs, in base64url: 256 bits that only who may use the key can make. */
export const challengeOf = (sign: SignLink, { purpose, nonce, at, session, about }: Asked): Promise<string> =>
  sign({ purpose, id: nonce, generation: 1, assignee: fingerprint(at, session, about) });

/** How long a page may lie open before it is asked for anew. */
const pageMinutes = 15;

export const isFresh = (at: Instant, now: Instant): boolean => at <= now && now < addMinutes(at, pageMinutes);
