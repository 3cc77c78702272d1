import { changedClaim, unpaidStates } from '../claim-rules/claim.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { addDays, type Instant, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';

type Reach = Pick<Dependencies, 'claims' | 'commit' | 'people'>;

/**
 * Tells lecturer and operators of each claim whose promised day has passed, once: why, and who has it, is in the mail.
 * @returns how many
 */
export async function tellLate(deps: Reach, now: Instant): Promise<number> {
  const until = addDays(seoulDateOf(now), -1);
  let told = 0;
  for (const state of unpaidStates) {
    for (const id of await deps.claims.idsByState(state, until)) {
      if (await decideAgainOnConflict(() => tellOne(deps, id, now), tries.contested)) told += 1;
    }
  }
  return told;
}

async function tellOne({ claims, commit, people }: Reach, id: string, now: Instant): Promise<boolean> {
  const was = await claims.get(id);
  if (!was || was.toldLate || !unpaidStates.includes(was.state) || was.promisedPayDate >= seoulDateOf(now))
    return false;
  const operators = await people.withRole('operator');
  await commit({
    changes: [claims.save(changedClaim(was, now, { toldLate: now }), was)],
    events: [
      {
        subject: was.id,
        type: 'ClaimLate',
        by: 'system:clock',
        at: now,
        data: { promised: was.promisedPayDate, state: was.state, held: was.held !== undefined },
      },
    ],
    outbox: [
      { kind: 'mail', template: 'wage-late', to: { lecturer: was.lecturer }, ids: { claim: was.id } },
      ...operators.map(
        ({ id: person }): OutboxDraft => ({
          kind: 'mail',
          template: 'operator-notice',
          to: { person },
          ids: { about: 'wage-late', subject: was.id, detail: was.held ? `${was.state}, held` : was.state },
        }),
      ),
    ],
  });
  return true;
}
