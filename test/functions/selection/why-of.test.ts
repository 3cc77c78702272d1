import { beforeEach, describe, expect, it } from 'vitest';
import { lotOf } from '../../../functions/selection/lot.ts';
import { whyOf } from '../../../functions/selection/why-of.ts';
import { answers } from '../../support/applicants.ts';
import { type MemoryCommittee, memoryCommittee } from '../../support/committee/memory-committee.ts';
import { academyRound } from '../rounds/academy.ts';

let round: MemoryCommittee;
const whyAt = async (rank: number, snapshot = 1) => {
  const why = await whyOf(round.deps, { roundId: round.id, snapshot, rank });
  if (!why) throw new Error(`nobody is at ${rank}`);
  return why;
};
const referenceAt = async (place: number, snapshot = 1) =>
  (await round.snapshot(snapshot)).entries[place - 1]?.reference ?? '';

/** The academy's rules with so many seats kept for those at the beginning of their career. */
function keeping(seats: number) {
  const { admission } = academyRound();
  if (!admission) throw new Error('the academy has no admission');
  const quotas = admission.ranking.quotas.map((quota) => ({ ...quota, seats }));
  return { admission: { ...admission, ranking: { ...admission.ranking, quotas: seats > 0 ? quotas : [] } } };
}

describe('a tie that the lot decided', () => {
  const same = [
    [3, 3, 3, 3],
    [3, 3, 3, 3],
  ];

  it('is shown to who lost with both lots, which anybody can verify', async () => {
    round = await memoryCommittee(() => ({ scores: same }), keeping(0));
    await round.rank();
    const { seed } = await round.admission();
    const { cut } = await whyAt(5);
    expect(cut).toMatchObject({
      place: 4,
      tieBreak: {
        by: 'lot',
        lots: { own: lotOf(seed, await referenceAt(5)), last: lotOf(seed, await referenceAt(4)) },
      },
    });
    const { own = '', last = '' } = cut?.tieBreak?.lots ?? {};
    expect(last < own).toBe(true);
    expect((await whyAt(4)).cut?.tieBreak).toBeUndefined();
  });

  it('at the cut of a quota is shown to its members', async () => {
    const years = (index: number) => (index % 2 === 0 ? '1' : '9');
    round = await memoryCommittee(
      (index) => ({ scores: same, form: answers({ background: { years: years(index) } }) }),
      keeping(2),
    );
    await round.rank();
    const { entries, quotaCuts, cut } = await round.snapshot(1);
    const lost = entries.filter(({ outcome }) => outcome.outcome !== 'SEAT');
    const member = lost.find(({ quotas }) => quotas.length > 0);
    const other = lost.find(({ quotas }) => quotas.length === 0);
    const lotAt = (place = 0) => entries[place - 1]?.lot;
    const [quota] = (await whyAt(member?.place ?? 0)).quotas;
    expect(quota?.cut?.tieBreak?.lots).toEqual({
      own: member?.lot,
      last: lotAt(quotaCuts['early-career']?.place),
    });
    const why = await whyAt(other?.place ?? 0);
    expect(why.quotas).toEqual([]);
    expect(why.cut).toMatchObject({ open: true, tieBreak: { lots: { own: other?.lot, last: lotAt(cut?.place) } } });
  });
});

describe('an applicant whom the committee has moved', () => {
  beforeEach(async () => {
    round = await memoryCommittee();
    await round.rank();
  });

  const moveTo = async (member: string, reference: string, to: number, number: number, reason: string) => {
    await round.ask();
    expect(await round.sendRankingBack(member, [{ reference, to, reason }], number)).toMatchObject({
      kind: 'returned',
    });
  };

  it('more than once is told each move with its reason, also after moves of others', async () => {
    const [last, eighth] = [await referenceAt(12), await referenceAt(8)];
    await moveTo('jung-haneul', last, 3, 1, '면접에서 확인한 경력');
    await moveTo('kang-jiho', eighth, 1, 2, '수상 경력');
    await moveTo('yoon-areum', last, 10, 3, '경력 확인서가 취소됨');
    await moveTo('jung-haneul', await referenceAt(11, 4), 2, 4, '동점자 조정');
    const { place, moves } = await whyAt(11, 5);
    expect(await referenceAt(11, 5)).toBe(last);
    expect({ place, moves }).toEqual({
      place: 11,
      moves: [
        { from: 12, to: 3, reason: '면접에서 확인한 경력' },
        { from: 4, to: 10, reason: '경력 확인서가 취소됨' },
      ],
    });
    expect((await whyAt(12, 5)).moves).toEqual([]);
  });

  it('is told the last move if it was recorded without its snapshot, as it once was', async () => {
    const { admissions, rounds } = round.deps;
    const moved = { from: 9, reason: '수상 경력', by: 'person:jung-haneul' };
    const snapshotEntry: typeof admissions.snapshotEntry = async (head, place) => {
      const entry = await admissions.snapshotEntry(head, place);
      return entry && { ...entry, moved };
    };
    const deps = { admissions: { ...admissions, snapshotEntry }, rounds };
    const why = await whyOf(deps, { roundId: round.id, snapshot: 1, rank: 2 });
    expect(why?.moves).toEqual([{ from: 9, to: 2, reason: '수상 경력' }]);
  });
});
