import type { Leaving, Left } from '../applications/leaving.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import { changedAdmission, roundSubject } from '../selection/admission.ts';
import { cohortReaderIds } from './cohort-link.ts';
import type { Dependencies } from './dependencies.ts';
import type { Statistics } from './statistics.ts';

const nothing: Left = { changes: [], events: [], outbox: [] };

/**
 * Makes the next revision of list and numbers if somebody gives up a place of a cohort that is confirmed, and tells all
 * who work with it, in the commit of the withdrawal. The admission takes part, so that of two who leave at once the
 * second counts from the first.
 */
export const cohortLeaving =
  (deps: Pick<Dependencies, 'admissions' | 'people' | 'rounds' | 'seats' | 'statistics'>): Leaving =>
  async (reference, { by, now }) => {
    const place = await deps.seats.place(reference);
    if (place?.state !== 'ACCEPTED') return nothing;
    const admission = await deps.admissions.get(place.roundId);
    if (admission?.state !== 'CONFIRMED') return nothing;
    const [was, round] = await Promise.all([deps.statistics.get(place.roundId), deps.rounds.current(place.roundId)]);
    if (!was || !round) return nothing;
    const { managers, institutions: all } = await cohortReaderIds(deps, round);
    const institutions = all.filter((id) => was.institutions?.includes(id) ?? true);
    const { revised: before } = was;
    const revised = { number: (before?.number ?? 1) + 1, at: now, givenUp: (before?.givenUp ?? 0) + 1 };
    const stages: Statistics['stages'] = {
      ...was.stages,
      taken: Math.max(0, (was.stages.taken ?? 0) - 1),
      withdrawn: (was.stages.withdrawn ?? 0) + 1,
    };
    return {
      changes: [
        deps.admissions.save(changedAdmission(admission, now, {}), admission),
        deps.statistics.put({ ...was, stages, revised, institutions: was.institutions ?? institutions }),
      ],
      events: [
        {
          subject: roundSubject(place.roundId),
          type: 'CohortChanged',
          by,
          at: now,
          data: { revision: revised.number, taken: stages.taken, reference },
        },
      ],
      outbox: [...new Set([...managers, ...institutions])].sort().map(
        (person): OutboxDraft => ({
          kind: 'mail',
          template: 'cohort-changed',
          to: { person },
          ids: { round: place.roundId },
        }),
      ),
    };
  };
