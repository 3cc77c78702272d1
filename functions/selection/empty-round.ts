import type { OutboxDraft } from '../outbox/entry.ts';
import type { PeopleTable } from '../people/people-table.ts';
import { managerRoleOf } from '../rounds/manager-role.ts';
import type { RoundsTable } from '../rounds/rounds-table.ts';
import { Fault } from '../shared/errors.ts';

/** For the commit in which a round ends with nobody to choose from: its managers are told. */
export async function emptyRoundMails(
  { people, rounds }: { readonly people: PeopleTable; readonly rounds: RoundsTable },
  roundId: string,
): Promise<OutboxDraft[]> {
  const round = await rounds.current(roundId);
  if (!round) throw new Fault('RoundMissing', { round: roundId });
  const managers = await people.withRole(managerRoleOf(round));
  return managers.map(({ id }) => ({
    kind: 'mail',
    template: 'round-empty',
    to: { person: id },
    ids: { round: roundId },
  }));
}
