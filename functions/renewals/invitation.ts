import type { PersonRequest } from '../requests/request.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import type { Residency } from '../residencies/residency.ts';
import type { ResidencyEvent } from '../residencies/residency-event.ts';
import type { Round } from '../rounds/round.ts';
import { Fault } from '../shared/errors.ts';

export const invitationKind = 'renewal-invitation';

/** Names the one question of a round of renewal to a startup. */
export const invitationKey = (residency: string, roundId: string): string =>
  `${invitationKind}/${residency}/${roundId}`;

/** What an invitation is about. */
export interface Invitation {
  readonly event: ResidencyEvent;
  readonly residency: Residency;
  /** As it is now. */
  readonly round: Round;
}

/** The event, the residency and the round of an invitation. */
export async function invitationIn(
  { residencies, residencyEvents, rounds }: Pick<Dependencies, 'residencies' | 'residencyEvents' | 'rounds'>,
  { subject, context }: Pick<PersonRequest, 'subject' | 'context'>,
): Promise<Invitation> {
  const event = await residencyEvents.get(subject);
  const residency = event && (await residencies.get(event.residency));
  if (!event || !residency) throw new Fault('ResidencyMissing', { reference: subject });
  const round = await rounds.current(context);
  if (!round) throw new Fault('RoundMissing', { round: context });
  return { event, residency, round };
}
