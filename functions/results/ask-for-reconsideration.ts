import { mailTo } from '../requests/ask.ts';
import { requestToStaff } from '../requests/ask-staff.ts';
import type { InterestsIn } from '../requests/interests.ts';
import type { Kinds } from '../requests/kind.ts';
import { assigneeId } from '../requests/request.ts';
import type { Dependencies } from '../seats/dependencies.ts';
import { admittingRound } from '../selection/admitting-round.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import {
  reconsiderationKey,
  reconsiderationKind,
  reconsiderationOutcomes,
  reconsiderationPhase,
} from './reconsideration.ts';

/** Opens the request for reconsideration in the applicant's words, once and in time. */
export async function askForReconsideration(
  deps: Pick<Dependencies, 'seats' | 'admissions' | 'rounds' | 'requests' | 'people' | 'commit' | 'random'> & {
    readonly kinds: Kinds;
    readonly interestsIn: InterestsIn;
  },
  reference: string,
  words: string,
  now: Instant,
): Promise<'opened' | 'asked' | 'late' | 'not-applicable'> {
  return decideAgainOnConflict(async () => {
    const place = await deps.seats.place(reference);
    const admission = place && (await deps.admissions.get(place.roundId));
    if (!place || !admission?.releasedAt || admission.cancelled) return 'not-applicable';
    const { rules } = await admittingRound(deps, admission);
    const { officer, deputy, within, decideWithin, remindAfter } = rules.lookAgain;
    const phase = reconsiderationPhase(place, admission.releasedAt, within, now);
    if (phase !== 'open') return phase;
    const plan = { within: decideWithin, remindAfter: [...remindAfter], deputy, deputyWithin: decideWithin };
    const request = await requestToStaff(
      deps,
      {
        kind: reconsiderationKind,
        subject: reference,
        context: place.roundId,
        askKey: reconsiderationKey(reference),
        outcomes: reconsiderationOutcomes,
        person: officer,
        plan,
        question: { text: words, pages: [] },
      },
      now,
    );
    await deps.commit({
      changes: [
        ...deps.requests.create(request),
        deps.seats.savePlace({ ...place, revision: place.revision + 1, lookAgain: request.id }, place),
        deps.seats.openReconsideration(place),
      ],
      events: [
        {
          subject: reference,
          type: 'LookAgainAsked',
          by: 'applicant',
          at: now,
          data: {
            request: request.id,
            snapshot: place.snapshot,
            assignee: assigneeId(request.assignee),
            due: request.dueAt,
          },
        },
      ],
      outbox: [
        mailTo(request, 'request-opened'),
        { kind: 'mail', template: 'look-again-received', to: { applicant: reference }, ids: { request: request.id } },
      ],
    });
    return 'opened';
  }, tries.contested);
}
