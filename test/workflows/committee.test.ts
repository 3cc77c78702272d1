import { SendTaskFailureCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { mailsTo, mailsWith } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import {
  askedOf,
  committee,
  memberLink,
  press,
  rankedRound,
  runAgain,
  untilAdmission,
} from '../support/committee/committee.ts';
import { eventually } from '../support/eventually.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const [first, second, third] = committee;
const approve = (link: string) => press(at, link, 'APPROVE');
const linksOf = (roundId: string, members: readonly string[]) =>
  Promise.all(members.map((member) => memberLink(at, roundId, member)));
const count = (all: readonly string[], wanted: string): number => all.filter((type) => type === wanted).length;
const types = async (roundId: string) =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, `round#${roundId}`)).map(({ type }) => type);

describe('a round whose reviews are in', () => {
  it('is ranked, shown to the committee, returned with a change, shown anew with the difference, and approved twice', async () => {
    const { round, placed } = await rankedRound(at);
    const link = await memberLink(at, round.id, first);
    const member = visitor(at.baseUrl);
    const page = await member.get(link);
    expect(page.status).toBe(200);
    expect(page.text).toContain('선발 기준선');
    for (const { reference, name } of placed) {
      expect(page.text).toContain(reference);
      expect(page.text).toContain(name);
    }
    const best = placed[0]?.reference ?? '';
    const opened = await member.get(`${link}/case/${best}`);
    expect(opened.text).toContain('심사위원 A');
    expect(opened.text).toContain('1번 지원서에 대한 의견 2');
    expect(opened.text).toContain('핀테크 서비스를 직접 만들어 보고 싶어');

    const last = placed.at(-1)?.reference ?? '';
    await approve(await memberLink(at, round.id, second));
    const returned = await member.post(`${link}/return`, {
      rows: '3',
      'who-1': last,
      'to-1': '2',
      'why-1': '면접에서 확인한 경력을 반영합니다.',
    });
    expect(returned.text).toContain('순위를 조정하셨습니다');

    const anew = await memberLink(at, round.id, second, 2);
    const shown = await visitor(at.baseUrl).get(anew);
    expect(shown.text).toContain('앞의 순위표와 달라진 점');
    expect(shown.text).toContain('면접에서 확인한 경력을 반영합니다.');
    expect(shown.text).toContain('정하늘');
    expect((await visitor(at.baseUrl).get(await memberLink(at, round.id, second))).text).toContain('승인하셨습니다');
    await approve(anew);
    const late = await approve(await memberLink(at, round.id, third));
    expect(late.text).toContain('순위가 조정되어 새로 요청드렸습니다');
    expect((await at.admissions.deliberation(round.id, 2))?.approvals).toHaveLength(1);
    expect((await at.admissions.get(round.id))?.state).toBe('WITH_COMMITTEE');
    await approve(await memberLink(at, round.id, third, 2));
    await untilAdmission(at, round.id, 'RELEASING', 'SEATING');
    expect((await visitor(at.baseUrl).get(await memberLink(at, round.id, first, 2))).text).toContain(
      '이미 결정되었습니다',
    );
    const done = await types(round.id);
    expect(done.filter((type) => type === 'RankingDecided')).toHaveLength(1);
    expect(done.filter((type) => type === 'ApplicantsRanked')).toHaveLength(1);
  });
});

describe('the run of a round that is with the committee', () => {
  it('stopped midway and started again asks nobody twice, and goes on', async () => {
    const { round } = await rankedRound(at);
    const links = await Promise.all(committee.map((member) => memberLink(at, round.id, member)));
    const before = await Promise.all(committee.map((member) => askedOf(at, round.id, member)));
    // The members have their mails before the run that asked them waits.
    const waits = (runs: number) =>
      eventually(`run ${runs} waits`, async () => count(await types(round.id), 'RunAttached') >= runs);
    await waits(1);
    await runAgain(at, round.id);
    await waits(2);
    const after = await Promise.all(committee.map((member) => askedOf(at, round.id, member)));
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const mails = (await mailsTo(at, 'jiho.kang@academy.example.kr')).filter(({ text }) =>
      text.includes(before[1]?.id ?? ''),
    );
    expect(mails).toHaveLength(1);
    await approve(links[0] ?? '');
    await approve(links[1] ?? '');
    await untilAdmission(at, round.id, 'RELEASING', 'SEATING');
  });
});

describe('a fault while the run waits for the committee', () => {
  const tokenOf = (roundId: string, other?: string) =>
    eventually(`another callback of ${roundId}`, async () => {
      const { callback = '' } = (await at.admissions.get(roundId)) ?? {};
      return callback !== other && (await at.requests.callback(callback));
    });

  it('is tried again with the same requests; if it stays the round is stuck, the links live on, and the decision starts the next run', async () => {
    const { round } = await rankedRound(at);
    const [one = '', two = ''] = await linksOf(round.id, [first, second]);
    const asked = await askedOf(at, round.id, first);
    let before: string | undefined;
    for (let tries = 1; tries <= 7; tries += 1) {
      const { id, token } = await tokenOf(round.id, before);
      before = id;
      await at.sfn.send(new SendTaskFailureCommand({ taskToken: token, error: 'States.TaskFailed' }));
    }
    await eventually('it is stuck', async () => (await at.admissions.get(round.id))?.stuck);
    expect((await askedOf(at, round.id, first)).id).toBe(asked.id);
    expect(await mailsWith(at, asked.id)).toHaveLength(1);
    await approve(one);
    await approve(two);
    expect((await untilAdmission(at, round.id, 'RELEASING', 'SEATING')).stuck).toBeUndefined();
  });
});
