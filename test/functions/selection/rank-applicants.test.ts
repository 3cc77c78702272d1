import { beforeEach, describe, expect, it } from 'vitest';
import { changedApplication } from '../../../functions/applications/application.ts';
import { rankApplicants } from '../../../functions/selection/rank-applicants.ts';
import { isUnaltered } from '../../../functions/selection/snapshot.ts';
import {
  announced,
  count,
  type MemoryCommittee,
  memoryCommittee,
  now,
} from '../../support/committee/memory-committee.ts';
import { memoryRound } from '../../support/memory/memory-round.ts';
import { toRanking } from '../../support/selection/ranked-round.ts';

let round: MemoryCommittee;
beforeEach(async () => {
  round = await memoryCommittee();
});

describe('ranking', () => {
  it('freezes everybody in the selection, with hash, inputs and versions, and hands over to the committee', async () => {
    expect(await round.rank()).toBe('WITH_COMMITTEE');
    const frozen = await round.snapshot(1);
    expect(isUnaltered(frozen)).toBe(true);
    expect(frozen.entries.map(({ reference }) => reference).sort()).toEqual(
      round.placed.map((one) => one.reference).sort(),
    );
    expect(frozen.entries.every(({ reviews }) => reviews === 2)).toBe(true);
    expect(frozen).toMatchObject({ number: 1, roundVersion: 1, seedHash: (await round.admission()).seedHash });
    expect(await round.admission()).toMatchObject({ state: 'WITH_COMMITTEE', snapshot: 1 });
  });

  it('leaves out who withdrew, and what was not sent', async () => {
    const [first] = round.placed;
    const application = await round.deps.applications.get(first?.reference ?? '');
    if (!application) throw new Error('the application is missing');
    await round.deps.commit({
      changes: [round.deps.applications.save(changedApplication(application, now, {}, 'withdraw'), application)],
      events: [{ subject: application.reference, type: 'MadeByTest', by: 'operator:test', at: now }],
    });
    await round.rank();
    expect((await round.snapshot(1)).entries).toHaveLength(count - 1);
  });

  it('is done once, however often the step is', async () => {
    await round.rank();
    expect(await round.rank()).toBe('MOVED');
    expect((await round.types()).filter((type) => type === 'ApplicantsRanked')).toHaveLength(1);
  });

  it('that was interrupted before its head was stored starts over and leaves nothing half', async () => {
    const { commit } = round.deps;
    let commits = 0;
    const interrupted = {
      ...round.deps,
      commit: async (given: Parameters<typeof commit>[0]) => {
        commits += 1;
        if (commits === 2) throw new Error('made by the test');
        await commit(given);
      },
    };
    await expect(rankApplicants(interrupted, await round.step(), now)).rejects.toThrow('made by the test');
    expect(await round.deps.admissions.snapshot(round.id, 1)).toBeUndefined();
    expect(await round.rank()).toBe('WITH_COMMITTEE');
    expect((await round.snapshot(1)).entries).toHaveLength(count);
  });

  it('of nobody ends the round', async () => {
    const empty = await memoryRound(announced);
    await toRanking(empty.deps, empty.round, now);
    expect(await rankApplicants(empty.deps, await empty.step(), now)).toBe('EMPTY');
    expect((await empty.admission()).state).toBe('EMPTY');
  });

  it('by a run that another has replaced does nothing', async () => {
    expect(await rankApplicants(round.deps, { reference: round.id, run: 'another' }, now)).toBe('MOVED');
  });
});
