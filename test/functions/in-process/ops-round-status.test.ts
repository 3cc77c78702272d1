import { beforeEach, describe, expect, it } from 'vitest';
import {
  type AdmissionState,
  admissionStates,
  changedAdmission,
  roundSubject,
} from '../../../functions/selection/admission.ts';
import { type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { intakeText } from '../../../ops/commands/round-status.ts';
import { counted, roundWaits } from '../../../ops/commands/round-waits.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';

const now: Instant = instantSchema.parse('2027-01-11T01:00:00Z');

let at: MemoryRound;
beforeEach(async () => {
  at = await memoryRound(now);
});

/** Whom the round waits for in a state, as if its run had come so far. */
async function waits(state: AdmissionState, change: object = {}): Promise<readonly string[]> {
  const was = await at.admission();
  const next = { ...changedAdmission(was, now, change), state };
  await at.deps.commit({
    changes: [at.deps.admissions.save(next, was)],
    events: [{ subject: roundSubject(at.round.id), type: 'MadeByTest', by: 'operator:test', at: now }],
  });
  return roundWaits(at.deps, await at.admission());
}

describe('whom a round waits for', () => {
  it.each(admissionStates)('is said in the state %s', async (state) => {
    expect(await waits(state)).not.toEqual([]);
  });

  it('are applicants until it closes, its own run while that works, and nobody once it has ended', async () => {
    expect((await waits('OPEN'))[0]).toMatch(/^applicants until /u);
    expect(await waits('RANKING')).toEqual(['nobody: its run is at work']);
    expect(await waits('CONFIRMED')).toEqual(['nobody: it has ended']);
  });

  it('are applicants to the end of a day, if it closes at midnight', async () => {
    const rounds = {
      ...at.deps.rounds,
      current: async () => ({ ...at.round, closesAt: instantSchema.parse('2027-01-30T00:00+09:00') }),
    };
    const open = { ...(await at.admission()), state: 'OPEN' as const };
    expect(await roundWaits({ ...at.deps, rounds }, open)).toContain(
      'applicants until Friday, 29 January 2027, midnight (24:00 KST)',
    );
  });

  it('is an operator if it is stuck', async () => {
    const stuck = { at: now, step: at.round.id, error: 'RankingMissing' };
    expect(await waits('RANKING', { stuck })).toEqual(['an operator: it is stuck, redrive it']);
  });

  it('is told once of somebody who is asked the same several times', () => {
    expect(counted(['a until noon', 'b', 'a until noon'])).toEqual(['a until noon (2)', 'b']);
  });
});

it('counts nobody who withdrew as decided', () => {
  expect(intakeText({ sent: 7, open: 1, accepted: 3, gone: 2 })).toBe('4 of 5 decided, 3 accepted; 2 withdrawn');
  expect(intakeText({ sent: 7, open: 1, accepted: 6, gone: 0 })).toBe('6 of 7 decided, 6 accepted');
});
