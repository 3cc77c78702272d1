import type { OutboxDraft } from '../outbox/entry.ts';
import { ableMembers, type Deliberation } from '../selection/deliberation.ts';
import type { Dependencies } from '../selection/dependencies.ts';

/** Tells the operators that the committee cannot decide: too few members are left without a conflict. */
export async function shortNotices(
  { people }: Pick<Dependencies, 'people'>,
  deliberation: Deliberation,
): Promise<OutboxDraft[]> {
  const operators = await people.withRole('operator');
  return operators.map(({ id }) => ({
    kind: 'mail',
    template: 'operator-notice',
    to: { person: id },
    ids: {
      about: 'committee-short',
      subject: deliberation.roundId,
      detail: `${ableMembers(deliberation).length} of ${deliberation.needed}`,
    },
  }));
}
