import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roundSubject } from '../../../functions/selection/admission.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { answers, mailsTo } from '../../support/applicants.ts';
import {
  committee,
  memberLink,
  press,
  rankedRound,
  sendRankingBack,
  untilAdmission,
} from '../../support/committee/committee.ts';
import { eventually } from '../../support/eventually.ts';
import { operator } from '../../support/intake/intake.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { visitor } from '../../support/visitor.ts';

let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy();
});
afterAll(() => at.close());

const [first, second, third] = committee;
const approve = (link: string) => press(at, link, 'APPROVE');
const linksOf = (roundId: string, members: readonly string[]) =>
  Promise.all(members.map((member) => memberLink(at, roundId, member)));
const times = async (roundId: string, wanted: string): Promise<number> =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, roundSubject(roundId))).filter(({ type }) => type === wanted).length;

describe('members who decide at the same moment', () => {
  it('approve together: both count, and the round goes on once', async () => {
    const { round } = await rankedRound(at);
    const links = await linksOf(round.id, [first, second]);
    await Promise.all(links.map(approve));
    await untilAdmission(at, round.id, 'RELEASING', 'SEATING');
    expect(await times(round.id, 'RankingDecided')).toBe(1);
  });

  it('press twice: one approval', async () => {
    const { round } = await rankedRound(at);
    const link = await memberLink(at, round.id, first);
    const pages = await Promise.all([approve(link), approve(link), approve(link)]);
    for (const { text } of pages) expect(text).toContain('승인하셨습니다');
    expect(await times(round.id, 'RankingApproved')).toBe(1);
    expect((await at.admissions.get(round.id))?.state).toBe('WITH_COMMITTEE');
  });

  it('approve and return: one of the two, and what the other typed is not lost', async () => {
    const { round, placed } = await rankedRound(at);
    const [one = '', two = '', three = ''] = await linksOf(round.id, committee);
    await approve(one);
    const [, back] = await Promise.all([approve(two), sendRankingBack(at, three, placed.at(-1)?.reference ?? '')]);
    const admission = await at.admissions.get(round.id);
    if (admission?.snapshot === 1) {
      expect(back.status).toBe(409);
      expect(back.text).toContain('면접에서 확인한 경력');
      await untilAdmission(at, round.id, 'RELEASING', 'SEATING');
    } else {
      expect(back.text).toContain('순위를 조정하셨습니다');
      expect(admission).toMatchObject({ state: 'WITH_COMMITTEE', snapshot: 2 });
    }
  });

  it('by a link to the ranking before: nothing happens, and its page says so', async () => {
    const { round, placed } = await rankedRound(at);
    const [one = '', two = ''] = await linksOf(round.id, [first, second]);
    await sendRankingBack(at, one, placed.at(-1)?.reference ?? '');
    await memberLink(at, round.id, second, 2);
    const late = await approve(two);
    expect(late.text).toContain('순위가 조정되어 새로 요청드렸습니다');
    expect((await visitor(at.baseUrl).get(`${two}/case/${placed[0]?.reference}`)).text).not.toContain('심사위원 A');
    expect((await at.admissions.deliberation(round.id, 2))?.approvals).toEqual([]);
    expect((await sendRankingBack(at, two, placed.at(-1)?.reference ?? '')).status).toBe(409);
  });
});

describe('conflicts near the cut', () => {
  it('keep a member out; a click takes out another, and the operators hear that too few are left', async () => {
    const { round } = await rankedRound(at, {
      applicant: (index) => ({ form: answers(index === 4 ? { background: { organisation: '가온은행' } } : {}) }),
    });
    const [one = ''] = await linksOf(round.id, [first]);
    const deliberation = await at.admissions.deliberation(round.id, 1);
    expect(deliberation?.asked.map(({ member }) => member)).toEqual([first, second]);
    expect(deliberation?.excluded).toMatchObject([{ member: third, why: 'affiliation' }]);
    const out = await press(at, one, 'CONFLICT');
    expect(out.text).toContain('이해관계가 있어 이 결정을 회피하셨습니다');
    const mail = await eventually('the notice', async () =>
      (await mailsTo(at, operator)).find(({ text }) => text.includes(round.id) && text.includes('1 of 2')),
    );
    expect(mail.text).toContain('docs/runbook.md#committee-short');
    expect((await at.admissions.get(round.id))?.state).toBe('WITH_COMMITTEE');
  });
});

describe('a conflict far from the cut', () => {
  it('keeps a member from moving the applicant: what was typed stays; moved by another, it keeps the member out', async () => {
    const { round, placed } = await rankedRound(at, {
      applicant: (index) => ({ form: answers(index === 11 ? { background: { organisation: '가온은행' } } : {}) }),
    });
    const reference = placed.at(-1)?.reference ?? '';
    const [one = '', , three = ''] = await linksOf(round.id, committee);
    const refused = await sendRankingBack(at, three, reference);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('위원님과 이해관계가 있는 지원자이므로 순위를 조정하실 수 없습니다.');
    for (const typed of [reference, '면접에서 확인한 경력']) expect(refused.html).toContain(typed);
    expect((await at.admissions.get(round.id))?.snapshot).toBe(1);
    await sendRankingBack(at, one, reference);
    await memberLink(at, round.id, second, 2);
    const deliberation = await at.admissions.deliberation(round.id, 2);
    expect(deliberation?.asked.map(({ member }) => member)).toEqual([first, second]);
    expect(deliberation?.excluded).toMatchObject([{ member: third, why: 'affiliation' }]);
  });
});
