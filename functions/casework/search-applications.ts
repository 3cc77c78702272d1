import type { Application } from '../applications/application.ts';
import { emailKey, identityKeys } from '../applications/identity.ts';
import { foldedName } from '../rounds/in-round.ts';
import type { Round } from '../rounds/round.ts';
import { parseReference } from '../shared/references.ts';
import { normaliseEmail, normalisePhone } from '../shared/text/normalise.ts';
import { normaliseLine } from '../shared/text/text.ts';
import type { Dependencies } from './dependencies.ts';

type Needed = Pick<Dependencies, 'applications' | 'lists'>;

/** Whoever finds more than so many by a name has to say more of it. */
export const mostFound = 200;

/** As long as any name or address may be. */
export const longestSearch = 254;

export type Found =
  | { readonly kind: 'nothing-asked' }
  | { readonly kind: 'found'; readonly applications: readonly Application[]; readonly more: boolean };

/**
 * The applications of a round that somebody means by a reference, an e-mail address, a mobile number or a part of a name,
 * last sent first. The first three are looked up by their keys; a name is looked for in the round's index by time.
 */
export async function searchApplications(deps: Needed, round: Pick<Round, 'id'>, typed: string): Promise<Found> {
  const asked = normaliseLine(typed);
  const references = await referencesOf(deps, round.id, asked);
  if (!references) return { kind: 'nothing-asked' };
  const found = await deps.applications.many(references.slice(0, mostFound));
  const own = found.filter(({ roundId, version }) => roundId === round.id && version > 0);
  return {
    kind: 'found',
    applications: own.toSorted((a, b) => ((a.sentAt ?? '') < (b.sentAt ?? '') ? 1 : -1)),
    more: references.length > mostFound,
  };
}

/** Nothing, if nothing is left of what was typed that could be looked for. */
async function referencesOf(
  { applications, lists }: Needed,
  roundId: string,
  asked: string,
): Promise<string[] | undefined> {
  const reference = parseReference(asked);
  if (reference) return [reference];
  if (asked.includes('@')) {
    const key = emailKey(roundId, normaliseEmail(asked));
    const [holder, contacts] = await Promise.all([applications.reservationOf(key), applications.underContact(key)]);
    return [...new Set([...(holder === undefined ? [] : [holder]), ...contacts])];
  }
  const mobile = normalisePhone(asked);
  if (mobile !== undefined) {
    const { phone } = identityKeys(roundId, { mobile });
    return (await applications.siblings('phone', phone)).map((sibling) => sibling.reference);
  }
  const named = foldedName(asked);
  if (named === '') return undefined;
  const references: string[] = [];
  for await (const listed of lists.listedIn({ roundId, order: 'newest', named })) {
    references.push(listed.reference);
    if (references.length > mostFound) break;
  }
  return references;
}
