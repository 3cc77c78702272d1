import { normaliseLine } from '../shared/text/text.ts';
import { businessDayEnd, type Instant } from '../shared/time.ts';
import {
  type Agreement,
  type Signature,
  type Signer,
  type Version,
  versionLifecycle,
  withVersion,
} from './agreement.ts';

/** Whose turn it is: the first in the declared order who has not signed. */
export const nextSigner = ({ signers, signatures }: Pick<Version, 'signers' | 'signatures'>): Signer | undefined =>
  signers.find(({ id }) => signatures.every(({ signer }) => signer !== id));

/** Whether two names are the same as people write them: spaces, letter case and how Hangul is stored do not matter. */
export const sameName = (a: string, b: string): boolean => folded(a) === folded(b);
const folded = (name: string): string => normaliseLine(name).normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();

/** Why a signature is not taken. */
export type NotSigned =
  /** It was refused, lapsed, was taken back or replaced, or all have signed. */
  | 'closed'
  /** What was read is another text than the one that is to be signed. */
  | 'other-text'
  | 'not-your-turn'
  | 'late'
  | 'name-differs';

export type Signed =
  | { readonly kind: 'signed'; readonly version: Version; readonly next: Signer | undefined }
  | { readonly kind: NotSigned };

/**
 * A version with one more signature. It stays open until the last has signed; whoever comes next has some days at least.
 * @param expected the name of who has to sign
 */
export function sign(was: Version, signature: Signature, expected: string): Signed {
  if (was.state !== 'OPEN' || was.copy) return { kind: 'closed' };
  if (signature.sha256 !== was.sha256) return { kind: 'other-text' };
  if (nextSigner(was)?.id !== signature.signer) return { kind: 'not-your-turn' };
  if (signature.at > was.dueAt) return { kind: 'late' };
  if (!sameName(signature.name, expected)) return { kind: 'name-differs' };
  const signed: Version = { ...was, signatures: [...was.signatures, signature], request: undefined };
  const next = nextSigner(signed);
  if (!next) return { kind: 'signed', version: signed, next };
  const state = versionLifecycle.moved(was.state, 'sign');
  const dueAt = later(was.dueAt, businessDayEnd(signature.at, was.signingDays));
  return { kind: 'signed', version: { ...signed, state, dueAt }, next };
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** The agreement once all have signed a version: that one is in force, and the one before no more. */
export function completed(was: Agreement, version: Version, at: Instant): Agreement {
  const complete: Version = {
    ...version,
    state: versionLifecycle.moved(version.state, 'complete'),
    request: undefined,
    endedAt: at,
  };
  const next = withVersion(was, complete, { inForce: version.number });
  return {
    ...next,
    versions: next.versions.map((one) =>
      one.number === was.inForce ? { ...one, ...replacedBy(one, version.number) } : one,
    ),
  };
}

/** What changes of a version that a later one replaces. */
export const replacedBy = ({ state }: Version, number: number): Pick<Version, 'state' | 'replacedBy' | 'request'> => ({
  state: versionLifecycle.moved(state, 'replace'),
  replacedBy: number,
  request: undefined,
});

/** A version that ends unsigned. */
export const ended = (was: Version, how: 'refuse' | 'lapse' | 'withdraw', at: Instant): Version => ({
  ...was,
  state: versionLifecycle.moved(was.state, how),
  request: undefined,
  endedAt: at,
});
