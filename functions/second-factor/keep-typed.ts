import { isDeepStrictEqual } from 'node:util';
import { keepingTyped, type PersonRequest } from '../requests/request.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Typed } from '../shared/pages/form.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Decision } from './decision.ts';

export interface KeepReach {
  readonly requests: Pick<RequestsTable, 'get' | 'save'>;
  readonly commit: Commit;
}

/**
 * Keeps with a request what its holder has typed, while they prove their decision: on the way they may have to sign in.
 * The audit says what was about to be decided; nothing is.
 */
export async function keepTypedMeanwhile(
  { requests, commit }: KeepReach,
  given: {
    readonly request: Pick<PersonRequest, 'id' | 'generation'>;
    readonly typed: Typed;
    readonly decision: Decision;
  },
  now: Instant,
): Promise<void> {
  const { request, typed, decision } = given;
  const { person, outcome, revision, amount } = decision;
  await decideAgainOnConflict(async () => {
    const was = await requests.get(request.id);
    if (was?.state !== 'OPEN' || was.generation !== request.generation) return;
    const next = keepingTyped(was, typed);
    // A second press of one button.
    if (isDeepStrictEqual(next.typed, was.typed)) return;
    await commit({
      changes: [requests.save(next, was)],
      events: [
        {
          subject: was.subject,
          type: 'DecisionToBeProved',
          by: `person:${person}`,
          at: now,
          data: { request: was.id, revision, outcome, amount },
        },
      ],
    });
  }, tries.contested);
}
