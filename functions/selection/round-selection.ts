import type { RoundSelection } from '../rounds/round-selection.ts';
import { startOf } from '../runs/run.ts';
import type { RandomBytes } from '../shared/random.ts';
import { type AdmissionState, changedAdmission, newAdmission } from './admission.ts';
import type { AdmissionsTable } from './admissions-table.ts';
import { seedHashOf } from './lot.ts';

/** States in which what reviewers sent may still be changed: until the round is ranked. */
const reviewing: readonly AdmissionState[] = ['STARTING', 'REVIEWING'];

/** What those before the selection are told of it. */
export const roundSelection = (deps: {
  readonly admissions: AdmissionsTable;
  readonly random: RandomBytes;
}): RoundSelection => ({
  of: async (roundId) => {
    const was = await deps.admissions.get(roundId);
    return (
      was && {
        state: was.state,
        open: was.state === 'OPEN',
        reviewing: reviewing.includes(was.state),
        roundVersion: was.roundVersion,
        stillOpen: () => deps.admissions.isStill(roundId, 'OPEN'),
        stillTakes: (reference) => deps.admissions.stillTakes(roundId, reference),
        asItWas: (now) => deps.admissions.save(changedAdmission(was, now, {}), was),
      }
    );
  },
  /** The hash of the seed of a round's lot is public from the moment that the round is announced. */
  announce: (roundId, now) => {
    const seed = Buffer.from(deps.random(32)).toString('hex');
    const admission = newAdmission({ roundId, seed, seedHash: seedHashOf(seed), now });
    return {
      changes: [deps.admissions.create(admission)],
      outbox: [startOf('cohort-admission', roundId, admission.run)],
      data: { lotSeedHash: admission.seedHash },
    };
  },
});
