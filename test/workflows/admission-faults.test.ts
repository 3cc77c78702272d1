import { beforeAll, describe, expect, it } from 'vitest';
import { startOf } from '../../functions/runs/run.ts';
import {
  type Admission,
  type AdmissionState,
  newAdmission,
  roundSubject,
} from '../../functions/selection/admission.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { faultsOf } from '../support/step-faults.ts';

/*
 * Faults of the steps of cohort-admission that work by themselves. For *Ask the committee*, whose Lambda cannot make its
 * state fail on the local cloud, see committee.test.ts.
 */

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const { ended, strike } = faultsOf('cohort-admission', () => at);

const faulty: readonly (readonly [AdmissionState, string, string])[] = [
  ['OPEN', 'See where the round stands', 'selection-tasks'],
  ['SETTLING', 'Settle open intake cases', 'selection-tasks'],
  ['ASSIGNING', 'Assign the reviewers', 'selection-tasks'],
  ['STARTING', 'Start the screenings', 'selection-tasks'],
  ['REVIEWING', 'Count the reviews', 'selection-tasks'],
  ['RANKING', 'Rank the applicants', 'selection-tasks'],
  ['RELEASING', 'Release the results', 'seats-tasks'],
  ['SEATING', 'Count the seats', 'seats-tasks'],
  ['CONFIRMING', 'Confirm the cohort', 'cohort-tasks'],
  ['CANCELLING', 'Tell everybody that it is cancelled', 'cohort-tasks'],
];

/** An admission in a state, whose round is missing, so that no step gets to its end. */
async function admissionIn(state: AdmissionState): Promise<Admission> {
  const roundId = `faulty-${process.pid}-${state.toLowerCase()}`;
  const admission = { ...newAdmission({ roundId, seed: '', seedHash: '', now: at.now() }), state, roundVersion: 1 };
  await at.commit({
    changes: [at.admissions.create(admission)],
    events: [{ subject: roundSubject(roundId), type: 'MadeByTest', by: 'operator:test', at: at.now() }],
    outbox: [startOf('cohort-admission', roundId, admission.run)],
  });
  return admission;
}

describe('a step of cohort-admission that keeps failing', () => {
  it.each(faulty)(
    'in %s (%s) is tried seven times, marked as stuck, and fails readably',
    async (state, name, lambda) => {
      const id = `faulty-${process.pid}-${state.toLowerCase()}`;
      let reads = 0;
      const sees = state === 'OPEN' || lambda !== 'selection-tasks' ? 0 : 1;
      // The selection sees the state first; what reads the admission after that fails, and once the marking does too.
      const fails = (body: string) => {
        if (!body.includes(`"${id}"`)) return false;
        reads += 1;
        return reads > sees;
      };
      const remove = strike(lambda, 'GetItem', fails, state === 'OPEN' ? 8 : 7);
      const admission = await admissionIn(state);
      const stuck = await eventually(
        `${id} is stuck`,
        async () => (await at.admissions.get(admission.roundId))?.stuck,
        {
          seconds: 90,
        },
      );
      remove();
      expect(stuck.step).toBe(id);
      await ended(id, 'FAILED');
      expect(await at.causeOf(id, 'cohort-admission')).toContain('is stuck');
      const entered = await at.statesOf(id, 'cohort-admission');
      expect(entered).toContain(name);
      expect(entered.slice(-2)).toEqual(['Mark as stuck and tell the operator', 'Stuck']);
    },
  );
});
