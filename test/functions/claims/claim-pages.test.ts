import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdClaim, releaseClaim } from '../../../functions/claims/hold-claim.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { mailsTo, mailTo } from '../../support/applicants.ts';
import {
  asTaught,
  claimLink,
  draftedClaim,
  finance,
  manager,
  type Taught,
  untilClaim,
} from '../../support/claims/claims.ts';
import { eventually } from '../../support/eventually.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { decideProved, sentUnproved } from '../../support/second-factor/proved.ts';
import { everythingStored } from '../../support/stored.ts';
import { visitor } from '../../support/visitor.ts';

let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy();
});
afterAll(() => at.close());

const browser = () => visitor(at.baseUrl, { lang: 'ko' });
const lecturerLink = ({ id, lecturer }: Taught) => claimLink(at, id, 'wage-claim', lecturer.email);
const revisionOf = async (id: string): Promise<string> => String((await at.claims.get(id))?.revision);
/** Answers, and gives the path of the manager's link. */
async function answered(taught: Taught, fields: Record<string, string> = asTaught()): Promise<string> {
  await browser().post(await lecturerLink(taught), { ...fields, confirm: 'yes' });
  return claimLink(at, taught.id, 'wage-manager', manager);
}
const decide = async (path: string, id: string, fields: Record<string, string>) =>
  decideProved(at, browser(), path, { ...fields, revision: await revisionOf(id) });
const refusals = async (id: string) =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, id)).flatMap(({ type, by, data }) =>
    type === 'ClaimDecisionRefused' ? [{ by, why: data?.why, outcome: data?.outcome }] : [],
  );

describe('the pages of a claim', () => {
  it('lead from the lecturer over the manager to finance, each of whom sees the calculation, and the lecturer is told when it is paid', async () => {
    const taught = await draftedClaim(at, { days: 2 });
    const { id, lecturer } = taught;
    const path = await lecturerLink(taught);
    const asked = await mailTo(at, lecturer.email, '강의 내역을 확인해 주십시오');
    expect(asked.text).toContain('지급 예정일');
    const page = await browser().get(path);
    expect(page.text).toContain('첫 시간 1시간(시간당 250,000원), 추가 2시간(시간당 120,000원)');
    const answer = { 'taught-L01': 'TAUGHT', 'taught-L02': 'OTHER', 'hours-L02': '9:00 ~ 10:00', reason: '회선 장애' };
    const sure = await browser().choose(path, answer);
    expect(sure.text).toContain('740,000원');
    expect(sure.text).toContain('9:00 ~ 10:00');
    for (const taught of ['TAUGHT', 'NOT']) {
      const both = await browser().choose(path, { ...answer, 'taught-L02': taught });
      expect([both.status, both.text]).toEqual([422, expect.stringContaining('실제 시간을 적으셨습니다')]);
    }
    const raised = await browser().choose(path, { ...answer, 'hours-L02': '9:00 ~ 1⁰:00' });
    expect([raised.status, raised.text]).toEqual([422, expect.stringContaining('19:00-21:30처럼 적어 주십시오')]);
    expect((await at.claims.get(id))?.state).toBe('ASKED');
    const sent = await browser().post(path, { ...answer, confirm: 'yes' });
    expect(sent.text).toContain('강의 내역을 받았습니다');

    const managers = await claimLink(at, id, 'wage-manager', manager);
    const shown = await browser().get(managers);
    for (const words of [
      '다른 시간에 했다고 합니다. 이유: 회선 장애',
      '쓸 수 있는 계좌가 없습니다',
      '지난달에는 지급할 것이 없었습니다',
      '4,260,000원',
    ]) {
      expect(shown.text).toContain(words);
    }
    expect((await browser().choose(managers, { outcome: 'APPROVE', revision: await revisionOf(id) })).text).toContain(
      '이렇게 결정하시겠습니까?',
    );
    expect((await at.claims.get(id))?.state).toBe('CHECKED');
    expect((await decide(managers, id, { outcome: 'APPROVE' })).text).toContain('결정되었습니다: 승인');
    const officers = await claimLink(at, id, 'wage-finance', finance);
    expect((await browser().get(officers)).text).toContain('박소라');
    await decide(officers, id, { outcome: 'APPROVE' });
    await untilClaim(at, id, 'APPROVED');
    const told = await mailTo(at, lecturer.email, '강사료 지급이 승인되었습니다');
    expect(told.text).toContain('740,000원');
    expect((await browser().get(path)).text).toContain('강의 내역을 받았습니다');
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, id)).toEqual([]);
  });

  it('show nothing of a claim by the link of another lecturer', async () => {
    const [own, other] = [await draftedClaim(at), await draftedClaim(at)];
    const [path, others] = [await lecturerLink(own), await lecturerLink(other)];
    const mac = others.split('/').at(-1) ?? '';
    const forged = path.replace(/[^/]+$/u, mac);
    expect((await browser().get(forged)).status).toBe(404);
    expect((await browser().post(forged, { ...asTaught(), confirm: 'yes' })).status).toBe(404);
    expect((await at.claims.get(own.id))?.state).toBe('ASKED');
  });

  it('take no other decision than those that they offer, and the audit says that one was posted', async () => {
    const taught = await draftedClaim(at);
    const path = await answered(taught);
    const before = await at.claims.get(taught.id);
    expect((await decide(path, taught.id, { outcome: 'ASK_MANAGER', question: '?' })).status).toBe(422);
    expect((await decide(path, taught.id, { outcome: 'PAY' })).status).toBe(422);
    expect(await at.claims.get(taught.id)).toEqual(before);
    expect(await refusals(taught.id)).toEqual([
      { by: 'person:park-sora', why: 'outcome', outcome: 'ASK_MANAGER' },
      { by: 'person:park-sora', why: 'outcome', outcome: 'PAY' },
    ]);
  });

  it('are closed to the claimant: a decision posted by whoever is the lecturer is not taken, and the audit says so', async () => {
    const taught = await draftedClaim(at);
    const path = await answered(taught);
    const before = await at.claims.get(taught.id);
    const lecturer = await at.lecturers.get(taught.lecturer.id);
    if (!lecturer) throw new Error('no lecturer');
    await at.commit({
      changes: at.lecturers.save({ ...lecturer, email: manager, revision: lecturer.revision + 1 }, lecturer),
      events: [{ subject: `lecturer#${lecturer.id}`, type: 'LecturerLoaded', by: 'operator:test', at: at.now() }],
    });
    expect((await decide(path, taught.id, { outcome: 'APPROVE' })).status).toBe(403);
    expect(await at.claims.get(taught.id)).toEqual(before);
    expect(await refusals(taught.id)).toEqual([{ by: 'person:park-sora', why: 'interest', outcome: 'APPROVE' }]);
  });

  it('say that a claim is on hold, and take the decision once it is released', async () => {
    const taught = await draftedClaim(at);
    const path = await answered(taught);
    const given = { claim: taught.id, by: 'operator:test', reason: '계약서를 확인하고 있습니다' };
    await holdClaim(at, given, at.now());
    expect((await browser().get(path)).text).toContain('계약서를 확인하고 있습니다');
    expect((await decide(path, taught.id, { outcome: 'APPROVE' })).status).toBe(409);
    await releaseClaim(at, given, at.now());
    await decide(path, taught.id, { outcome: 'APPROVE' });
    await untilClaim(at, taught.id, 'MANAGER_APPROVED');
  });

  it('want of finance that it adds what is short, and say of what there is nothing left', async () => {
    const taught = await draftedClaim(at, { reserved: 0 });
    await decide(await answered(taught), taught.id, { outcome: 'APPROVE' });
    const path = await claimLink(at, taught.id, 'wage-finance', finance);
    const short = await browser().get(path);
    expect(short.text).toContain('이 과정에 배정한 금액이 부족합니다');
    expect(short.text).toContain('2026 강사료: 항목에 남은 예산');
    const refused = await decide(path, taught.id, { outcome: 'APPROVE' });
    expect([refused.status, (await at.claims.get(taught.id))?.state]).toEqual([422, 'MANAGER_APPROVED']);
    const adding = { outcome: 'APPROVE', adding: 'yes' };
    const { proving } = await sentUnproved(browser(), path, { ...adding, revision: await revisionOf(taught.id) });
    // What is added is proved with it: a proof of a plain approval adds nothing.
    expect(proving?.decision).toMatchObject({
      outcome: 'APPROVE.adding',
      words: { outcome: { ko: '승인, 부족액 추가 배정' } },
    });
    await decide(path, taught.id, adding);
    await untilClaim(at, taught.id, 'APPROVED');
  });

  it.each(['12,3', '1,2345', '교통비 24000', '24.000', '-5', '5000001', 'about 3'])(
    'keep an amount that is none, %s, and say how to write it',
    async (travel) => {
      const taught = await draftedClaim(at);
      const page = await browser().choose(await lecturerLink(taught), { ...asTaught(), travel });
      expect([page.status, page.text]).toEqual([422, expect.stringContaining('24,000처럼 숫자로만')]);
      expect(page.html).toContain(`value="${travel}"`);
    },
  );

  it.each(['24000', '24,000', '２４,０００원', ' 24,000 won ', '₩24,000'])(
    'take an amount as people write it: %s',
    async (travel) => {
      const taught = await draftedClaim(at);
      await answered(taught, { ...asTaught(), travel });
      expect((await at.claims.get(taught.id))?.extras).toEqual([{ kind: 'travel', lesson: 'L01', amount: 24_000 }]);
    },
  );

  it('take no travel of a lesson that was not taught, and keep what was typed', async () => {
    const taught = await draftedClaim(at);
    const typed = { 'taught-L01': 'NOT', reason: '휴강', travel: '24,000' };
    const page = await browser().choose(await lecturerLink(taught), typed);
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('하지 않은 수업의 교통비는')]);
    expect(page.html).toContain('value="24,000"');
    await answered(taught, { ...typed, travel: '', manuscript: '10000' });
    expect((await at.claims.get(taught.id))?.extras).toEqual([{ kind: 'manuscript', lesson: 'L01', amount: 10_000 }]);
  });

  it('let the manager add, change and take away travel with a reason, which lecturer and finance read, and then decide', async () => {
    const taught = await draftedClaim(at);
    const { id, lecturer } = taught;
    const path = await answered(taught);
    const extras = `${path}/extras`;
    const page = await browser().get(extras);
    for (const words of ['travel, 비과세', 'lecturers, 과세, 상한에 포함']) expect(page.text).toContain(words);
    const change = async (amount: string, reason: string, revision?: string) =>
      browser().postStale(extras, {
        kind: 'travel',
        lesson: 'L01',
        amount,
        reason,
        revision: revision ?? (await revisionOf(id)),
      });
    const first = await revisionOf(id);
    const shown = await change('20,000원', '부산에서 오셨습니다.');
    expect(shown.text).toContain('L01 수업의 교통비 20,000원을 더했습니다. 이유: 부산에서 오셨습니다.');
    expect(await at.claims.get(id)).toMatchObject({
      state: 'CHECKED',
      asks: 1,
      calculation: { gross: 510_000, paid: 493_830 },
    });
    expect((await change('30000', '두 번째 화면', first)).status).toBe(409);
    const wrong = await change('30000', '');
    expect([wrong.status, wrong.html.includes('value="30000"')]).toEqual([422, true]);
    expect((await change('20000', '같은 금액')).status).toBe(422);
    expect((await change('0', '영수증이 없습니다.')).text).toContain(
      '교통비 20,000원을 뺐습니다. 이유: 영수증이 없습니다.',
    );
    await change('10000', '영수증을 받았습니다.');
    await eventually('the mail about the last change', async () =>
      (await mailsTo(at, lecturer.email)).find(
        ({ subject, text }) => subject.includes('원고료나 교통비가 변경') && text.includes('영수증을 받았습니다.'),
      ),
    );
    await decide(path, id, { outcome: 'APPROVE' });
    const officers = await claimLink(at, id, 'wage-finance', finance);
    const seen = await browser().get(officers);
    for (const words of ['10,000원을 더했습니다. 이유: 영수증을 받았습니다.', '500,000원'])
      expect(seen.text).toContain(words);
    expect((await browser().get(`${officers}/extras`)).status).toBe(404);
    expect((await change('50000', '승인한 뒤')).text).toContain('결정되었습니다');
    expect(await at.claims.get(id)).toMatchObject({ state: 'MANAGER_APPROVED', calculation: { gross: 500_000 } });
    const changes = (await eventsOf(at.db, at.tables.AUDIT_TABLE, id)).filter(
      ({ type }) => type === 'ClaimExtraChanged',
    );
    expect(changes.map(({ by, data }) => [by, data?.extra, data?.before])).toEqual([
      ['person:park-sora', 'travel L01 20000', 0],
      ['person:park-sora', 'travel L01 0', 20_000],
      ['person:park-sora', 'travel L01 10000', 0],
    ]);
  });

  it('take no extra by whoever is the lecturer, though they are asked as the manager', async () => {
    const taught = await draftedClaim(at);
    const path = await answered(taught);
    const revision = await revisionOf(taught.id);
    const before = await at.claims.get(taught.id);
    const lecturer = await at.lecturers.get(taught.lecturer.id);
    if (!lecturer) throw new Error('no lecturer');
    await at.commit({
      changes: at.lecturers.save({ ...lecturer, email: manager, revision: lecturer.revision + 1 }, lecturer),
      events: [{ subject: `lecturer#${lecturer.id}`, type: 'LecturerLoaded', by: 'operator:test', at: at.now() }],
    });
    const extra = { kind: 'travel', lesson: 'L01', amount: '500000', reason: '제 교통비입니다.', revision };
    expect((await browser().postStale(`${path}/extras`, extra)).status).toBe(403);
    expect(await at.claims.get(taught.id)).toEqual(before);
  });

  it('call courses by their titles, in mails too', async () => {
    const taught = await draftedClaim(at);
    const lesson = (await at.timetables.get(taught.round.id))?.lessons[0];
    const shown = await browser().get(await lecturerLink(taught));
    expect(shown.text).toContain(`, ${lesson?.titleKo}:`);
    expect(shown.text).not.toContain(lesson?.course);
    const managers = await browser().get(await answered(taught));
    expect(managers.text).toContain(lesson?.titleKo);
    expect(managers.text).not.toContain(lesson?.course);
  });

  it('lead back to the manager with the question of finance, who reads the answer before it approves', async () => {
    const taught = await draftedClaim(at);
    const { id } = taught;
    await decide(await answered(taught), id, { outcome: 'APPROVE' });
    await decide(await claimLink(at, id, 'wage-finance', finance), id, {
      outcome: 'ASK_MANAGER',
      question: '누가 들었습니까?',
    });
    await untilClaim(at, id, 'CHECKED');
    const path = await claimLink(at, id, 'wage-manager', manager);
    expect((await browser().get(path)).text).toContain('재무 담당자의 질문');
    const without = await decide(path, id, { outcome: 'APPROVE' });
    expect([without.status, without.text]).toEqual([422, expect.stringContaining('재무 담당자의 질문에 대한 답변을')]);
    await decide(path, id, { outcome: 'APPROVE', reply: '출석부에 열두 명이 있습니다.' });
    await untilClaim(at, id, 'MANAGER_APPROVED');
    const seen = await browser().get(await claimLink(at, id, 'wage-finance', finance));
    for (const words of ['과정 책임자에게 한 질문과 답변', '출석부에 열두 명이 있습니다.']) {
      expect(seen.text).toContain(words);
    }
  });

  it('lead back to the lecturer with a question, and to the end with a refusal, whose words they read', async () => {
    const taught = await draftedClaim(at);
    const first = await lecturerLink(taught);
    await decide(await answered(taught), taught.id, { outcome: 'RETURN', question: '세 시간이 맞습니까?' });
    const asked = await mailTo(at, taught.lecturer.email, '강의 내역에 대한 질문이 있습니다');
    expect(asked.text).toContain('세 시간이 맞습니까?');
    await untilClaim(at, taught.id, 'ASKED');
    const old = await browser().get(first);
    expect(old.text).toContain('그 뒤에 드린 질문이 있습니다');
    expect(old.text).not.toContain('하실 일은 없습니다');
    const again = await browser().get(await lecturerLink(taught));
    expect(again.html).toMatch(/value="TAUGHT" checked/u);
    const unanswered = await browser().choose(await lecturerLink(taught), asTaught());
    expect([unanswered.status, unanswered.text]).toEqual([422, expect.stringContaining('질문에 대한 답변을 적어')]);
    const path = await answered(taught, { ...asTaught(), reply: '네, 쉬는 시간 없이 했습니다.' });
    const seen = await browser().get(path);
    for (const words of ['강사에게 한 질문과 답변', '세 시간이 맞습니까?', '네, 쉬는 시간 없이 했습니다.']) {
      expect(seen.text).toContain(words);
    }
    expect((await browser().get(first)).text).not.toContain('그 뒤에 드린 질문이 있습니다');
    expect(seen.text).not.toContain('재무 담당자의 질문');
    await decide(path, taught.id, { outcome: 'REFUSE', reason: '열리지 않은 수업입니다.' });
    expect((await mailTo(at, taught.lecturer.email, '강사료를 지급하지 않기로 했습니다')).text).toContain(
      '열리지 않은 수업입니다.',
    );
  });
});

describe('a number of a resident', () => {
  it.each(['900101-1234567', '９００１０１ １２３４５６７'])(
    'in the words of a lecturer or a manager is stopped, and kept nowhere: %s',
    async (number) => {
      const taught = await draftedClaim(at);
      const path = await lecturerLink(taught);
      const typed = { ...asTaught(), 'taught-L01': 'NOT', reason: `교체했습니다 ${number}` };
      const page = await browser().post(path, typed);
      expect([page.status, page.text]).toEqual([422, expect.stringContaining('주민등록번호나 외국인등록번호')]);
      const managers = await answered(taught);
      const revision = await revisionOf(taught.id);
      const refused = await browser().post(managers, { outcome: 'REFUSE', reason: `본인 ${number}`, revision });
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('주민등록번호나 외국인등록번호')]);
      const digits = JSON.stringify(await everythingStored(at))
        .normalize('NFKC')
        .replace(/\D/gu, '');
      expect(digits).not.toContain('9001011234567');
    },
  );
});
