import { isClaimId, type WageClaim } from '../claim-rules/claim.ts';
import type { Lecturer } from '../lecturers/lecturer.ts';
import type { VerifyLink } from '../shared/links.ts';
import type { Dependencies } from './dependencies.ts';

const target = ({ id, lecturer }: Pick<WageClaim, 'id' | 'lecturer'>, own: number) => ({
  path: '/statement',
  purpose: 'statement',
  id,
  generation: 1,
  assignee: lecturer,
  own,
});

/** What the link to the statement of a claim opens, for the lecturer who was paid, as long as the mailbox is theirs. */
export const statementLink = (
  claim: Pick<WageClaim, 'id' | 'lecturer'>,
  { linkGeneration = 0 }: Pick<Lecturer, 'linkGeneration'>,
) => target(claim, linkGeneration);

export type StatementLinkState =
  | { readonly kind: 'current'; readonly claim: WageClaim; readonly lecturer: Lecturer }
  /** Genuine, and mailed to a mailbox of before: another one was mailed since. */
  | { readonly kind: 'renewed'; readonly claim: WageClaim }
  /** Never ours, of somebody else, of who was erased, or tampered with: nothing more is said. */
  | { readonly kind: 'unknown' };

const unknown = { kind: 'unknown' } as const;

/** Reads the link of a paid claim; changes nothing. It opens for as long as the claim is kept. */
export async function openStatementLink(
  { claims, lecturers, verifyLink }: Pick<Dependencies, 'claims' | 'lecturers'> & { readonly verifyLink: VerifyLink },
  id: string,
  mac: string,
): Promise<StatementLinkState> {
  const claim = isClaimId(id) ? await claims.get(id) : undefined;
  const lecturer = claim?.state === 'PAID' ? await lecturers.get(claim.lecturer) : undefined;
  if (!claim || !lecturer || lecturer.erasedAt) return unknown;
  const present = lecturer.linkGeneration ?? 0;
  for (let own = present; own >= 0; own -= 1) {
    if (!(await verifyLink(target(claim, own), mac))) continue;
    return own === present ? { kind: 'current', claim, lecturer } : { kind: 'renewed', claim };
  }
  return unknown;
}
