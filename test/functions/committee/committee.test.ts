import { beforeEach, describe, expect, it } from 'vitest';
import { machinesOf } from '../../../functions/app/machines.ts';
import { approveRanking } from '../../../functions/committee/approve-ranking.ts';
import { cancelDeliberation } from '../../../functions/committee/committee-requests.ts';
import { redrive } from '../../../functions/runs/redrive.ts';
import { answers } from '../../support/applicants.ts';
import { type MemoryCommittee, members, memoryCommittee, now } from '../../support/committee/memory-committee.ts';
import { reserve } from '../../support/selection/reserve.ts';

let round: MemoryCommittee;
beforeEach(async () => {
  round = await memoryCommittee();
});

describe('the committee is asked', () => {
  it('each member once, however often the step runs', async () => {
    await round.rank();
    await round.ask();
    await round.ask();
    expect((await round.mails('request-opened')).map(({ to }) => to)).toEqual(members.map((person) => ({ person })));
    expect(await round.admission()).toMatchObject({ news: false });
    expect((await round.deliberation())?.needed).toBe(2);
  });

  it('but for members with a conflict on a case near the cut', async () => {
    round = await memoryCommittee((index) => ({
      form: answers(index === 4 ? { background: { organisation: '(주) 가온은행' } } : {}),
    }));
    await round.rank();
    await round.ask();
    expect((await round.deliberation())?.asked.map(({ member }) => member)).toEqual(['jung-haneul', 'kang-jiho']);
    expect((await round.deliberation())?.excluded).toMatchObject([{ member: 'yoon-areum', why: 'affiliation' }]);
  });

  it('but for a member who applies in the round, however far from the cut', async () => {
    const email = 'haneul.jung@academy.example.kr';
    round = await memoryCommittee((index) => (index === 11 ? { form: answers({ 'about-you': { email } }) } : {}));
    await reserve(round.deps, round.id, email);
    await round.rank();
    await round.ask();
    expect((await round.deliberation())?.asked.map(({ member }) => member)).toEqual(['kang-jiho', 'yoon-areum']);
    expect((await round.deliberation())?.excluded).toMatchObject([{ member: 'jung-haneul', why: 'applies' }]);
  });

  it('and a member whose employer only looks like an applicant’s: they declare it if it is one', async () => {
    round = await memoryCommittee((index) => ({
      form: answers(index === 4 ? { background: { organisation: '가온카드' } } : {}),
    }));
    await round.rank();
    await round.ask();
    expect((await round.deliberation())?.asked.map(({ member }) => member)).toContain('yoon-areum');
  });

  it('also members who were loaded later, as soon as the step runs again', async () => {
    await round.rank();
    await round.ask();
    await round.loadMember('late-member', ['committee']);
    await redrive(round.deps.commit, machinesOf(round.deps)['cohort-admission'], round.id, 'operator:test', now);
    await round.ask();
    expect(await round.requestTo('late-member')).toMatchObject({ state: 'OPEN' });
    expect(await round.mails('request-opened')).toHaveLength(4);
  });

  it('and somebody who left the committee may not decide', async () => {
    await round.rank();
    await round.ask();
    await round.loadMember('kang-jiho', []);
    expect(await round.approve('kang-jiho')).toBe('excluded');
    expect((await round.deliberation())?.approvals).toEqual([]);
  });

  it('is told to the operators once, if too few are left', async () => {
    await round.rank();
    await round.ask();
    expect(await round.declare('jung-haneul')).toBe('declared');
    expect(await round.mails('operator-notice')).toHaveLength(0);
    expect(await round.declare('kang-jiho')).toBe('declared');
    await round.ask();
    expect(await round.mails('operator-notice')).toMatchObject([
      { ids: { about: 'committee-short', detail: '1 of 2' } },
    ]);
  });
});

describe('two approvals of the same ranking', () => {
  beforeEach(async () => {
    await round.rank();
    await round.ask();
  });

  it('release the results; what the third member was asked is done with', async () => {
    expect(await round.approve('jung-haneul')).toBe('approved');
    expect((await round.admission()).state).toBe('WITH_COMMITTEE');
    expect(await round.approve('yoon-areum')).toBe('decided');
    expect((await round.admission()).state).toBe('RELEASING');
    expect(await round.outcomes()).toEqual(['APPROVE', 'SUPERSEDED', 'APPROVE']);
    expect(await round.resumptions()).toHaveLength(1);
    const events = await round.events();
    expect(events.at(-1)).toMatchObject({
      type: 'RankingDecided',
      data: { snapshot: 1, hash: (await round.snapshot(1)).snapshotHash, approvedBy: ['jung-haneul', 'yoon-areum'] },
    });
  });

  it('given at the same moment both count', async () => {
    const outcomes = await Promise.all([round.approve('jung-haneul'), round.approve('kang-jiho')]);
    expect(outcomes.sort()).toEqual(['approved', 'decided']);
    expect((await round.deliberation())?.approvals).toHaveLength(2);
    expect((await round.admission()).state).toBe('RELEASING');
  });

  it('are of two members: a double click counts once', async () => {
    const answer = await round.answerOf('jung-haneul');
    const outcomes = await Promise.all([1, 2, 3].map(() => approveRanking(round.deps, answer, now)));
    expect(outcomes.filter((outcome) => outcome === 'approved')).toHaveLength(1);
    expect((await round.deliberation())?.approvals).toHaveLength(1);
    expect((await round.admission()).state).toBe('WITH_COMMITTEE');
  });

  it('start the next run themselves, if the round is stuck', async () => {
    const was = await round.admission();
    await round.deps.commit({
      changes: [
        round.deps.admissions.save(
          { ...was, revision: was.revision + 1, stuck: { at: now, step: 'x', error: 'x' } },
          was,
        ),
      ],
      events: [{ subject: 'round#x', type: 'MadeByTest', by: 'operator:test', at: now }],
    });
    await round.approve('jung-haneul');
    await round.approve('kang-jiho');
    expect(await round.admission()).toMatchObject({ state: 'RELEASING', run: 2 });
    expect(
      (await round.outbox()).some(({ errand }) => errand.kind === 'start' && errand.name === `${round.id}_2`),
    ).toBe(true);
  });

  it('count only while the round is with the committee', async () => {
    const was = await round.admission();
    await round.deps.commit({
      changes: [
        round.deps.admissions.save({ ...was, state: 'CANCELLING', revision: was.revision + 1 }, was),
        ...(await cancelDeliberation(round.deps, was, 'operator:test', now)),
      ],
      events: [{ subject: 'round#x', type: 'MadeByTest', by: 'operator:test', at: now }],
    });
    expect(await round.approve('jung-haneul')).toBe('somebody-was-first');
    expect(await round.outcomes()).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
  });
});
