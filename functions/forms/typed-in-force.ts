import { isDeepStrictEqual } from 'node:util';
import type { Round } from '../rounds/round.ts';
import type { RoundsTable } from '../rounds/rounds-table.ts';
import type { TypedPages } from './answers.ts';
import { consentField } from './consents.ts';

/**
 * What was typed, less the consents whose words have changed since they were given: a consent holds for what was read
 * (PIPA art. 15 and 22), so the person is asked again.
 */
export async function typedInForce(
  rounds: Pick<RoundsTable, 'version'>,
  { typed, consentsUnder }: { readonly typed: TypedPages; readonly consentsUnder?: number },
  round: Round,
): Promise<TypedPages> {
  if (consentsUnder === undefined || consentsUnder === round.version || !typed.consents) return typed;
  const read = await rounds.version(round.id, consentsUnder);
  const changed = round.consents
    .filter(
      (consent) =>
        !isDeepStrictEqual(
          consent,
          read?.consents.find(({ id }) => id === consent.id),
        ),
    )
    .map(({ id }) => consentField(id));
  const kept = Object.entries(typed.consents).filter(([field]) => !changed.includes(field));
  return { ...typed, consents: Object.fromEntries(kept) };
}
