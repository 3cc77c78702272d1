import type { OutboxDraft } from '../outbox/entry.ts';
import type { PeopleTable } from '../people/people-table.ts';

/** For the commit in which a round ends with nobody to choose from: its managers are told. */
export async function emptyRoundMails(
  { people }: { readonly people: PeopleTable },
  roundId: string,
): Promise<OutboxDraft[]> {
  const managers = await people.withRole('academy-manager');
  return managers.map(({ id }) => ({
    kind: 'mail',
    template: 'round-empty',
    to: { person: id },
    ids: { round: roundId },
  }));
}
