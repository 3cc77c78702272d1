import { beforeEach, describe, expect, it } from 'vitest';
import { approveRanking } from '../../../functions/committee/approve-ranking.ts';
import { differences } from '../../../functions/committee/moves.ts';
import { isUnaltered } from '../../../functions/selection/snapshot.ts';
import { answers } from '../../support/applicants.ts';
import { count, type MemoryCommittee, memoryCommittee, now } from '../../support/committee/memory-committee.ts';

let round: MemoryCommittee;
beforeEach(async () => {
  round = await memoryCommittee();
});

describe('a ranking that is returned with changes', () => {
  beforeEach(async () => {
    await round.rank();
    await round.ask();
  });

  it('is a new snapshot, in which everybody is asked anew and no earlier approval counts', async () => {
    const before = await round.snapshot(1);
    await round.approve('kang-jiho');
    const move = await round.lastTo(2);
    expect(await round.sendRankingBack('jung-haneul', [move])).toEqual({ kind: 'returned', snapshot: 2 });
    const after = await round.snapshot(2);
    expect(after.entries[1]).toMatchObject({
      reference: move.reference,
      moved: { from: count, by: 'person:jung-haneul' },
    });
    expect(after.basedOn).toEqual({ number: 1, hash: before.snapshotHash });
    expect(differences(before, after)[0]).toMatchObject({ reference: move.reference, before: { place: count } });
    expect(await round.outcomes()).toEqual(['RETURN', 'APPROVE', 'SUPERSEDED']);
    expect(await round.resumptions()).toHaveLength(1);
    await round.ask();
    expect(await round.outcomes(2)).toEqual(['open', 'open', 'open']);
    await round.approve('kang-jiho', 2);
    expect((await round.admission()).state).toBe('WITH_COMMITTEE');
    await round.approve('yoon-areum', 2);
    expect(await round.admission()).toMatchObject({ state: 'RELEASING', snapshot: 2 });
  });

  it('keeps out who declared a conflict before', async () => {
    await round.declare('yoon-areum');
    await round.sendRankingBack('jung-haneul', [await round.lastTo(1)]);
    await round.ask();
    expect((await round.deliberation(2))?.asked.map(({ member }) => member)).toEqual(['jung-haneul', 'kang-jiho']);
  });

  it('is refused without changes of place that can be made, and nothing is stored', async () => {
    const { reference, to } = await round.lastTo(2);
    const refused = await round.sendRankingBack('jung-haneul', [{ reference, to, reason: ' ' }]);
    expect(refused).toEqual({ kind: 'refused', problems: [{ reference, problem: 'no-reason' }] });
    expect(await round.sendRankingBack('jung-haneul', [{ reference, to: count, reason: '그대로' }])).toEqual({
      kind: 'unchanged',
    });
    expect(await round.outcomes()).toEqual(['open', 'open', 'open']);
    expect(await round.admission()).toMatchObject({ snapshot: 1 });
  });

  it('by two members at once is returned once; the other is told', async () => {
    const move = await round.lastTo(2);
    const outcomes = await Promise.all([
      round.sendRankingBack('jung-haneul', [move]),
      round.sendRankingBack('kang-jiho', [{ ...move, to: 3 }]),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['returned', 'somebody-was-first']);
    expect(isUnaltered(await round.snapshot(2))).toBe(true);
    expect(await round.admission()).toMatchObject({ snapshot: 2 });
    expect(await round.deps.admissions.snapshot(round.id, 3)).toBeUndefined();
  });

  it('at the moment of the last approval is either approved or returned, never both', async () => {
    await round.approve('yoon-areum');
    const [approval, back] = await Promise.all([
      round.approve('jung-haneul'),
      round.sendRankingBack('kang-jiho', [await round.lastTo(2)]),
    ]);
    const admission = await round.admission();
    if (approval === 'decided') {
      expect(back.kind).toBe('somebody-was-first');
      expect(admission).toMatchObject({ state: 'RELEASING', snapshot: 1 });
    } else {
      expect([approval, back.kind]).toEqual(['somebody-was-first', 'returned']);
      expect(admission).toMatchObject({ state: 'WITH_COMMITTEE', snapshot: 2 });
      expect((await round.deliberation(2))?.approvals ?? []).toEqual([]);
    }
  });

  it('is not approved by a link to the snapshot before', async () => {
    const old = await round.answerOf('kang-jiho');
    await round.sendRankingBack('jung-haneul', [await round.lastTo(2)]);
    expect(await approveRanking(round.deps, old, now)).toBe('somebody-was-first');
    await round.ask();
    expect(await approveRanking(round.deps, old, now)).toBe('somebody-was-first');
    expect((await round.deliberation(2))?.approvals).toEqual([]);
  });
});

describe('an applicant with whom a member has a conflict', () => {
  const reason = '면접에서 확인한 경력';
  const lowest = [1, 1, 1, 1];
  /** The last of the ranking, far from the cut, works if one of the members does. */
  beforeEach(async () => {
    const last = { form: answers({ background: { organisation: '가온은행' } }), scores: [lowest, lowest] };
    round = await memoryCommittee((index) => (index === count - 1 ? last : {}));
    await round.rank();
    await round.ask();
  });

  /** Everybody else goes down by one place, so that the last one is the first. */
  const othersDown = async () =>
    (await round.snapshot(1)).entries
      .slice(0, -1)
      .map(({ reference, place }) => ({ reference, to: place + 1, reason }));

  it('is not near the cut, so that the member is asked', async () => {
    expect((await round.snapshot(1)).entries.at(-1)).toMatchObject({
      reference: round.placed.at(-1)?.reference,
      nearCut: false,
    });
    expect(await round.outcomes()).toEqual(['open', 'open', 'open']);
  });

  it('is not moved by the member, who is told, and nothing is stored', async () => {
    const move = await round.lastTo(1);
    const first = { reference: round.placed[0]?.reference ?? '', to: 2, reason: ' ' };
    expect(await round.sendRankingBack('yoon-areum', [first, move])).toEqual({
      kind: 'refused',
      problems: [
        { reference: move.reference, problem: 'conflict' },
        { reference: first.reference, problem: 'no-reason' },
      ],
    });
    expect(await round.admission()).toMatchObject({ snapshot: 1 });
    expect(await round.outcomes()).toEqual(['open', 'open', 'open']);
  });

  it('is not given a seat by the member’s moves of all others', async () => {
    const moves = await othersDown();
    expect(await round.sendRankingBack('yoon-areum', moves)).toEqual({
      kind: 'refused',
      problems: moves.map(({ reference }) => ({ reference, problem: 'conflict-behind' })),
    });
    expect(await round.admission()).toMatchObject({ snapshot: 1 });
  });

  it('may be passed by others whom the member moves', async () => {
    const [, , , , fifth] = (await round.snapshot(1)).entries;
    const moved = await round.sendRankingBack('yoon-areum', [{ reference: fifth?.reference ?? '', to: 1, reason }]);
    expect(moved.kind).toBe('returned');
  });

  it('keeps the member out once somebody else has moved them, and as long as they stay moved', async () => {
    await round.sendRankingBack('jung-haneul', [await round.lastTo(1)]);
    await round.ask();
    expect((await round.snapshot(2)).entries[0]).toMatchObject({ nearCut: false });
    expect(await round.outcomes(2)).toEqual(['open', 'open', 'open']);
    expect((await round.deliberation(2))?.asked.map(({ member }) => member)).toEqual(['jung-haneul', 'kang-jiho']);
    expect((await round.deliberation(2))?.excluded).toMatchObject([{ member: 'yoon-areum', why: 'affiliation' }]);
    const [, second] = (await round.snapshot(2)).entries;
    await round.sendRankingBack('kang-jiho', [{ reference: second?.reference ?? '', to: 12, reason }], 2);
    await round.ask();
    expect((await round.deliberation(3))?.excluded).toMatchObject([{ member: 'yoon-areum' }]);
  });

  it('keeps the member out once moves of others have given them a seat', async () => {
    await round.sendRankingBack('jung-haneul', await othersDown());
    await round.ask();
    const [first] = (await round.snapshot(2)).entries;
    expect(first).toMatchObject({ reference: round.placed.at(-1)?.reference, nearCut: false });
    expect(first?.moved).toBeUndefined();
    expect((await round.deliberation(2))?.excluded).toMatchObject([{ member: 'yoon-areum', why: 'affiliation' }]);
  });

  it('does not keep the member out if everything stays as the scores have it', async () => {
    const [, , third] = (await round.snapshot(1)).entries;
    await round.sendRankingBack('jung-haneul', [{ reference: third?.reference ?? '', to: 1, reason }]);
    await round.ask();
    expect((await round.deliberation(2))?.excluded).toEqual([]);
  });
});
