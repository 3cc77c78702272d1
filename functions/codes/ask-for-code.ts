import type { AddressesTable } from '../outbox/addresses-table.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import type { Store } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import { fingerprint, newId, newSecret, type RandomBytes } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Challenge, challengeUntil, expiryAt, mayMail, withCodeMailed } from './code.ts';
import type { CodesTable } from './codes-table.ts';

export interface AskDependencies {
  readonly codes: CodesTable;
  readonly addresses: Pick<AddressesTable, 'problemOf'>;
  readonly store: Store;
  readonly random: RandomBytes;
  /** How often one source may ask in an hour: a school is one address on the internet. */
  readonly codesAnHour: number;
}

export interface Asking {
  readonly email: string;
  /** What the proof is for. */
  readonly about: string;
  /** Whose codes these are, if not those of everybody: see `Challenge`. */
  readonly scope?: string;
  readonly lang: Lang;
  /** Where it was asked from. */
  readonly source: string;
  /** The mail with the code, for a challenge. */
  readonly mail: (challenge: string) => OutboxDraft;
}

export type Asked =
  /** The browser keeps id and secret; whether a mail left is on the challenge. */
  { readonly kind: 'asked'; readonly id: string; readonly secret: string } | { readonly kind: 'too-often' };

/**
 * Begins a challenge, and mails the address its code, if one may be mailed there. Knows and tells nothing of what there
 * is under the address.
 */
export async function askForCode(deps: AskDependencies, asking: Asking, now: Instant): Promise<Asked> {
  const { codes, addresses, store, random } = deps;
  if (!(await codes.countSource(networkOf(asking.source), deps.codesAnHour, now))) return { kind: 'too-often' };
  const { email, about, scope, lang } = asking;
  const to = { email, scope };
  const [id, secret] = [newId(random), newSecret(random)];
  await decideAgainOnConflict(async () => {
    const [was, problem] = await Promise.all([codes.address(to), addresses.problemOf(email)]);
    const mailed = !problem && mayMail(was, now) ? withCodeMailed(was, now, () => newId(random)) : undefined;
    const challenge: Challenge = {
      id,
      email,
      about,
      scope,
      lang,
      secret: fingerprint(secret),
      askedAt: now,
      until: challengeUntil(now),
      tries: 0,
      ...(mailed && { mailed: { at: now, code: mailed.code, linkUntil: mailed.linkUntil } }),
      expiresAt: expiryAt(now),
    };
    await store({
      changes: [codes.putChallenge(challenge), ...(mailed ? [codes.saveAddress(to, mailed.row, was)] : [])],
      outbox: mailed ? [{ id: `code.${id}`, message: asking.mail(id) }] : [],
      at: now,
    });
  }, tries.shared);
  return { kind: 'asked', id, secret };
}

/** A household has one address of IPv4, and 2^64 of IPv6, in whose spelling `::` stands for groups of zeros. */
function networkOf(source: string): string {
  if (!source.includes(':')) return source;
  const mapped = /^::ffff:([\d.]+)$/iu.exec(source)?.[1];
  if (mapped) return mapped;
  const [before = [], after] = source.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const zeros = after ? Math.max(0, 8 - before.length - after.length) : 0;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...(after ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/u, ''))
    .join(':');
}
