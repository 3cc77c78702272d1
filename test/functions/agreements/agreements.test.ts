import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftAgreement, renewAgreement } from '../../../functions/agreements/draft-agreement.ts';
import { withdrawAgreement } from '../../../functions/agreements/end-agreement.ts';
import { agreementsErasing } from '../../../functions/agreements/erase-agreements.ts';
import { countersignKind, signerAsked } from '../../../functions/agreements/requests.ts';
import { signAgreement } from '../../../functions/agreements/sign-agreement.ts';
import { verifyCopy } from '../../../functions/agreements/verify-copy.ts';
import { openedRequest } from '../../../functions/requests/request.ts';
import { staffPath } from '../../../functions/requests/request-link.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { newId } from '../../../functions/shared/random.ts';
import { sha256Hex } from '../../../functions/shared/sha256.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { agreementData } from '../../support/agreements/agreement-owner.ts';
import {
  type AgreementWorld,
  agreementWorld,
  director,
  directorMail,
  directorName,
} from '../../support/agreements/agreement-world.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import type { Visitor } from '../../support/visitor.ts';

let at: AgreementWorld;
beforeAll(async () => {
  at = await agreementWorld();
});
afterAll(async () => {
  await at.close();
  expect(at.faults).toEqual([]);
});

type Drafted = Awaited<ReturnType<AgreementWorld['drafted']>>;
const signFirst = async ({ email }: Drafted) => at.signAt(await at.linkTo(email), email, '김하나');
const signSecond = async () => at.signAt(await at.linkTo(directorMail), directorMail, directorName);

async function fileAt(visit: Visitor, path: string): Promise<Buffer> {
  const answer = await visit.once('GET', path);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  return Buffer.from(await answer.arrayBuffer());
}

/** What the public page says of a file, uploaded as a browser does it. */
async function checked(file: Buffer): Promise<string> {
  const body = new FormData();
  body.append('value', '');
  body.append('file', new Blob([new Uint8Array(file)]), 'agreement.pdf');
  const answer = await at.browser().once('POST', '/agreements/verify', { body });
  return (await answer.text()).replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');
}

describe('an agreement', () => {
  it('is read, signed by the first and then the director, each with a code of their own mail, and both get the copy', async () => {
    const firm = await at.drafted();
    expect((await at.mailsTo(directorMail)).length).toBe(0);
    const path = await at.linkTo(firm.email);
    const page = await at.browser().get(path);
    expect(page.text).toContain('주식회사 하나결제(사업자등록번호 123-45-67891)');
    expect(page.text).toContain('2027년 4월 30일(금) 18:00');
    const text = await fileAt(at.browser(), `${path}/text`);
    const first = await at.signAt(path, firm.email, ' 김하나 ');
    expect(first.asked.text).toContain('인증 번호를 입력하시면 서명됩니다');
    expect(first.done.text).toContain('서명하셨습니다');
    const [version] = (await at.stored(firm.agreement)).versions;
    expect(version).toMatchObject({ state: 'OPEN', sha256: sha256Hex(text), signatures: [{ signer: 'company' }] });
    const second = await signSecond();
    expect(second.done.text).toContain('계약이 성립했습니다');
    const stored = await at.stored(firm.agreement);
    expect(stored).toMatchObject({ inForce: 1, versions: [{ state: 'SIGNED' }] });
    for (const email of [firm.email, directorMail]) {
      const told = (await at.mailsTo(email)).at(-1);
      expect(told?.subject).toContain('계약이 성립했습니다');
      const [, link = ''] = /(\/r\/agreements\/[0-9a-f]{32}\/[\w-]{43})/u.exec(told?.text ?? '') ?? [];
      expect(await checked(await fileAt(at.browser(), `${link}/signed`))).toContain('지금 효력이 있는 계약서입니다');
    }
    expect(at.firms.ended).toContain(`${firm.id} 1 SIGNED`);
    const events = await eventsOf(at.db, memoryTables.AUDIT_TABLE, firm.id);
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['AgreementDrafted', 'AgreementSigned']));
    expect(JSON.stringify(events)).not.toContain('김하나');
  });

  it('is the same to the byte when it is made again from what was frozen, and another when one byte is', async () => {
    const firm = await at.drafted();
    await signFirst(firm);
    const { done, visit } = await signSecond();
    const signed = await fileAt(visit, `${done.url}/signed`);
    expect(await checked(signed)).toContain('지금 효력이 있는 계약서입니다');
    const altered = Buffer.from(signed);
    altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1;
    expect(await checked(altered)).toContain('서울 핀테크 아카데미에서 만든 파일이 아닙니다');
    expect(await checked(Buffer.concat([signed, Buffer.from('\n')]))).toContain('만든 파일이 아닙니다');
    const [version] = (await at.stored(firm.agreement)).versions;
    expect(sha256Hex(signed)).toBe(version?.signedSha256);
    const byHash = await at.browser().post('/agreements/verify', { value: ` ${sha256Hex(signed).toUpperCase()} ` });
    expect(byHash.text).toContain('지금 효력이 있는 계약서입니다');
    expect(byHash.text).not.toContain('김하나');
    const text = await at.browser().post('/agreements/verify', { value: version?.sha256 ?? '' });
    expect(text.text).toContain('서명이 없는 본문입니다');
  });

  it('is not signed without the name, both statements, the right code of this browser and the text that was shown', async () => {
    const firm = await at.drafted();
    const path = await at.linkTo(firm.email);
    const visit = at.browser();
    const page = await visit.get(path);
    const [, text = ''] = /name="text" value="([0-9a-f]{64})"/u.exec(page.html) ?? [];
    const typed = { name: '김하나', intent: 'yes', method: 'yes', text };
    expect((await visit.post(path, { text })).status).toBe(422);
    expect((await visit.post(path, { ...typed, name: '김두리' })).text).toContain('계약서에 적힌 이름과 다릅니다');
    const noMethod = await visit.post(path, { ...typed, method: '' });
    expect(noMethod.text).toContain('다른 방법으로 서명한 사본을 보내실 수 있습니다');
    expect(noMethod.html).toContain('value="김하나"');
    expect((await visit.post(path, { ...typed, text: 'f'.repeat(64) })).status).toBe(409);
    expect(await at.codeTo(firm.email)).toBe('');
    await visit.post(path, typed);
    const back = await visit.post(path, { ...typed, stage: 'code', code: '', change: 'yes' });
    expect([back.status, back.html.includes('value="김하나"')]).toEqual([200, true]);
    const english = await visit.twin().post(path, { ...typed, stage: 'code', switch: 'en' });
    expect(english.text).toContain('Enter the code to sign');
    const code = await at.codeTo(firm.email);
    expect(code).toMatch(/^\d{6}$/u);
    // Another browser, and a code without the rest.
    const other = await at.browser().post(path, { ...typed, stage: 'code', code });
    expect(other.text).toContain('이 인증 번호는 더 사용하실 수 없습니다');
    expect((await visit.post(path, { stage: 'code', code, text })).status).toBe(422);
    expect((await at.stored(firm.agreement)).versions[0]?.signatures).toEqual([]);
    const wrong = code === '000000' ? '000001' : '000000';
    const tries = [];
    for (let count = 0; count < 5; count += 1)
      tries.push((await visit.post(path, { ...typed, stage: 'code', code: wrong })).text);
    expect(tries[0]).toContain('4번 더 입력하실 수 있습니다');
    expect(tries[4]).toContain('이 인증 번호는 더 사용하실 수 없습니다');
    expect((await visit.post(path, { ...typed, stage: 'code', code })).text).toContain('더 사용하실 수 없습니다');
    const again = await visit.post(path, { ...typed, stage: 'again' });
    expect(again.text).toContain('인증 번호를 보내 드렸습니다');
    at.pass(16);
    const late = await visit.post(path, { ...typed, stage: 'code', code: await at.codeTo(firm.email) });
    expect(late.text).toContain('더 사용하실 수 없습니다');
    await visit.post(path, { ...typed, stage: 'again' });
    const done = await visit.post(path, { ...typed, stage: 'code', code: await at.codeTo(firm.email) });
    expect(done.text).toContain('서명하셨습니다');
  });

  it('is not signed by the director first, even by a link that is genuine', async () => {
    const firm = await at.drafted();
    const { requests, people, random } = at.deps;
    const stored = await at.stored(firm.agreement);
    const request = openedRequest({
      id: newId(random),
      kind: countersignKind,
      subject: firm.id,
      context: stored.context,
      askKey: `${countersignKind}/${firm.agreement}/1/lab/9`,
      outcomes: ['SIGN', 'REFUSE'],
      assignee: { person: director },
      why: 'asked',
      plan: { within: 5, remindAfter: [], lapses: true },
      now: at.now(),
    });
    await at.deps.commit({
      changes: requests.create(request),
      events: [{ subject: firm.id, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
    });
    const person = await people.get(director);
    if (!person) throw new Error('there is no director');
    const path = await staffPath(at.deps, request, person);
    const visit = at.browser();
    expect((await visit.get(path)).text).toContain('아직 서명하실 차례가 아닙니다');
    const text = stored.versions[0]?.sha256 ?? '';
    const typed = { name: directorName, intent: 'yes', method: 'yes', text };
    expect((await visit.post(path, typed)).status).toBe(403);
    expect(
      await signAgreement(
        at.deps,
        { request: request.id, generation: 1, name: directorName, sha256: text, code: 'x' },
        at.now(),
      ),
    ).toEqual({ kind: 'not-your-turn' });
    expect((await at.stored(firm.agreement)).versions[0]?.signatures).toEqual([]);
  });

  it('that is refused ends for all, and both are told the reason', async () => {
    const firm = await at.drafted();
    await signFirst(firm);
    const path = await at.linkTo(directorMail);
    const visit = at.browser();
    expect((await visit.post(`${path}/refuse`, { reason: '\u3164' })).status).toBe(422);
    const done = await visit.post(`${path}/refuse`, { reason: '공간이 <줄어> 들어 & 다시 협의해야 합니다.' });
    expect(done.text).toContain('서명하지 않기로 한 계약입니다');
    for (const email of [firm.email, directorMail]) {
      const told = (await at.mailsTo(email)).at(-1);
      expect(told?.subject).toContain('서명하지 않기로 했습니다');
      expect(told?.text).toContain('공간이 <줄어> 들어 & 다시 협의해야 합니다.');
    }
    expect(at.firms.ended).toContain(`${firm.id} 1 REFUSED`);
    const first = await at.browser().get(await at.linkTo(firm.email));
    expect(first.text).toContain('다시 협의해야 합니다');
    const stored = await at.stored(firm.agreement);
    expect(stored.inForce).toBeUndefined();
    expect(await checked(Buffer.from('x'))).toContain('만든 파일이 아닙니다');
    // It can be made once more, and is then signed from the first on.
    const renewed = await renewAgreement(
      at.deps,
      { agreement: firm.agreement, by: 'operator:test', why: '협의함' },
      at.now(),
    );
    expect(renewed).toMatchObject({ kind: 'drafted', version: 2 });
  });

  it('that is unsigned by its due date has lapsed, for the page too, and whoever is second still has some days', async () => {
    const firm = await at.drafted();
    const path = await at.linkTo(firm.email);
    const [version] = (await at.stored(firm.agreement)).versions;
    if (!version) throw new Error('there is no version');
    at.at(addMinutes(version.dueAt, 1));
    const late = await at.browser().post(path, { name: '김하나', intent: 'yes', method: 'yes', text: version.sha256 });
    expect([late.status, late.text.includes('서명 기한이 지났습니다')]).toEqual([410, true]);
    await at.chase();
    await at.chase();
    expect((await at.stored(firm.agreement)).versions[0]?.state).toBe('LAPSED');
    expect((await at.browser().get(path)).text).toContain('서명 기한이 지난 계약입니다');
    expect((await at.mailsTo(firm.email)).at(-1)?.subject).toContain('서명 기한이 지났습니다');
    expect(at.firms.ended.filter((one) => one === `${firm.id} 1 LAPSED`).length).toBe(1);

    const other = await at.drafted();
    const [due] = (await at.stored(other.agreement)).versions;
    if (!due) throw new Error('there is no version');
    at.at(addMinutes(due.dueAt, -5));
    await at.chase();
    await signFirst(other);
    at.pass(60);
    await at.chase();
    const open = (await at.stored(other.agreement)).versions[0];
    expect(open).toMatchObject({ state: 'OPEN' });
    expect((open?.dueAt ?? '') > addMinutes(due.dueAt, 5 * 24 * 60)).toBe(true);
    expect((await signSecond()).done.text).toContain('계약이 성립했습니다');
  });

  it('whose data changes between two signatures is not signed: a new version is, from the first on', async () => {
    const firm = await at.drafted();
    await signFirst(firm);
    const old = await at.linkTo(directorMail);
    const firstLink = await at.linkTo(firm.email);
    at.firms.cases.set(firm.id, { ...firm.data, values: { ...firm.data.values, desks: { ko: '6', en: '6' } } });
    const tried = await at.signAt(old, directorMail, directorName);
    expect([tried.done.status, tried.done.text.includes('계약 내용이 바뀌어 서명하지 않았습니다')]).toEqual([
      409,
      true,
    ]);
    const stored = await at.stored(firm.agreement);
    expect(stored.versions.map(({ state, signatures }) => [state, signatures.length])).toEqual([
      ['REPLACED', 1],
      ['OPEN', 0],
    ]);
    expect((await at.browser().get(firstLink)).text).toContain('2판이 이 판을 대신하며, 처음부터 다시 서명합니다');
    expect((await at.browser().get(old)).text).toContain('2판이 이 판을 대신하며');
    expect((await at.mailsTo(directorMail)).at(-1)?.subject).toContain('새 판으로 바뀌었습니다');
    const again = await at.linkTo(firm.email);
    expect(again).not.toBe(firstLink);
    expect((await at.browser().get(again)).text).toContain('좌석 6석');
    await signFirst(firm);
    await signSecond();
    expect(await at.stored(firm.agreement)).toMatchObject({ inForce: 2 });
  });

  it('whose signer is reached elsewhere by now is signed behind no link that went to the address before', async () => {
    const firm = await at.drafted();
    const old = await at.linkTo(firm.email);
    const email = `new-${firm.email}`;
    const signers = firm.data.signers.map((one) => (one.person === undefined ? { ...one, email } : one));
    at.firms.cases.set(firm.id, { ...firm.data, signers });
    expect((await at.signAt(old, firm.email, '김하나')).done.status).toBe(409);
    expect((await at.stored(firm.agreement)).versions[1]?.signatures).toEqual([]);
    expect((await at.signAt(await at.linkTo(email), email, '김하나')).done.text).toContain('서명하셨습니다');
    expect((await at.browser().get(old)).text).toContain('2판이 이 판을 대신하며');
  });

  it('that has nothing left to agree on is not signed, and taken back without a word to whoever was not asked', async () => {
    const firm = await at.drafted();
    const path = await at.linkTo(firm.email);
    at.firms.cases.delete(firm.id);
    const tried = await at.signAt(path, firm.email, '김하나');
    expect([tried.done.status, (await at.stored(firm.agreement)).versions[0]?.signatures]).toEqual([409, []]);
    const told = (await at.mailsTo(directorMail)).length;
    await withdrawAgreement(at.deps, { agreement: firm.agreement, by: 'operator:test' }, at.now());
    expect((await at.mailsTo(firm.email)).at(-1)?.subject).toContain('서명하지 않으셔도 됩니다');
    expect((await at.mailsTo(directorMail)).length).toBe(told);
    expect(await withdrawAgreement(at.deps, { agreement: firm.agreement, by: 'operator:test' }, at.now())).toBe(
      'not-open',
    );
  });

  it('is asked of the director by name if all who could sign have an interest: the signature before is kept', async () => {
    const firm = await at.drafted();
    const agreement = await at.stored(firm.agreement);
    const [version] = agreement.versions;
    const signer = version?.signers.find(({ person }) => person === director);
    if (!version || !signer) throw new Error('the director does not sign');
    const { people, kinds, random } = at.deps;
    const deps = { people, kinds, random, interestsIn: () => async () => 'surely' as const };
    const { request } = await signerAsked(deps, { agreement, version, signer }, at.now());
    expect(request).toMatchObject({ kind: countersignKind, assignee: { person: director } });
  });

  it('is handed over to another who signs for the institution, who signs in their own name', async () => {
    const firm = await at.drafted();
    await signFirst(firm);
    const path = await at.linkTo(directorMail);
    const over = await at.browser().get(`${path}/hand-over`);
    expect(over.text).toContain('정하늘');
    await at.browser().post(`${path}/hand-over`, { to: 'jung-haneul' });
    const deputy = 'haneul.jung@academy.example.kr';
    const link = await at.linkTo(deputy);
    expect((await at.signAt(link, deputy, directorName)).done.status).toBe(422);
    expect((await at.signAt(link, deputy, '정하늘')).done.text).toContain('계약이 성립했습니다');
    expect((await at.stored(firm.agreement)).versions[0]?.signatures.at(-1)?.by).toBe('person:jung-haneul');
    expect((await at.mailsTo(deputy)).at(-1)?.subject).toContain('계약이 성립했습니다');
  });

  it('that is renewed stays in force until all have signed the new version, and a copy of it says which holds', async () => {
    const firm = await at.drafted();
    await signFirst(firm);
    const { done } = await signSecond();
    const copy = await fileAt(at.browser(), `${done.url}/signed`);
    at.firms.cases.set(firm.id, {
      ...firm.data,
      values: { ...firm.data.values, lastDay: { ko: '2029년 5월 9일(수)', en: 'Wednesday, 9 May 2029' } },
    });
    const given = { agreement: firm.agreement, by: 'operator:test', why: '1년 연장' };
    expect(await renewAgreement(at.deps, given, at.now())).toMatchObject({ kind: 'drafted', version: 2 });
    expect(await renewAgreement(at.deps, given, at.now())).toEqual({ kind: 'same' });
    const page = await at.browser().get(await at.linkTo(firm.email));
    expect(page.text).toContain('모두 서명할 때까지는 1판이 효력이 있습니다');
    expect(page.text).toContain('1년 연장');
    expect(await checked(copy)).toContain('지금 효력이 있는 계약서입니다');
    await signFirst(firm);
    expect(await at.stored(firm.agreement)).toMatchObject({ inForce: 1 });
    await signSecond();
    expect(await at.stored(firm.agreement)).toMatchObject({
      inForce: 2,
      versions: [{ state: 'REPLACED' }, { state: 'SIGNED' }],
    });
    expect(await checked(copy)).toContain('2판으로 바뀌어 더 이상 효력이 없습니다');
    expect((await at.mailsTo(firm.email)).at(-1)?.text).toContain('1판은 이 판으로 바뀌어 더 이상 효력이 없습니다');
    // A version that lapses leaves the one before in force.
    at.firms.cases.set(firm.id, { ...firm.data, dueOn: agreementData(director, at.now()).dueOn });
    await renewAgreement(at.deps, given, at.now());
    const asked = await at.linkTo(firm.email);
    expect(await withdrawAgreement(at.deps, { agreement: firm.agreement, by: 'operator:test' }, at.now())).toBe(
      'withdrawn',
    );
    expect(await at.stored(firm.agreement)).toMatchObject({
      inForce: 2,
      versions: [{}, { state: 'SIGNED' }, { state: 'WITHDRAWN' }],
    });
    expect((await at.browser().get(asked)).text).toContain('서명 요청이 취소되었습니다');
  });

  it('is signed once by two at the same moment, and a link of before says what became of it', async () => {
    const firm = await at.drafted();
    const path = await at.linkTo(firm.email);
    const { visit, typed, code, done } = await at.signAt(path, firm.email, '김하나');
    expect(done.text).toContain('서명하셨습니다');
    const twice = await visit.post(path, { ...typed, stage: 'code', code });
    expect(twice.text).toContain('서명하셨습니다');
    const second = await at.linkTo(directorMail);
    const request = (await at.stored(firm.agreement)).versions[0]?.request ?? '';
    const sha256 = typed.text;
    const signing = { request, generation: 1, name: directorName, sha256, code: 'x' };
    const both = await Promise.all([
      signAgreement(at.deps, signing, at.now()),
      signAgreement(at.deps, signing, at.now()),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['closed', 'signed']);
    const stored = await at.stored(firm.agreement);
    expect(stored.versions[0]?.signatures.map(({ signer }) => signer)).toEqual(['company', 'lab']);
    expect((await eventsOf(at.db, memoryTables.AUDIT_TABLE, `firm-of-${firm.id}`)).length).toBe(1);
    expect((await at.browser().get(second)).text).toContain('계약이 성립했습니다');
  });

  it('takes nothing from a forged link, a post from elsewhere or a GET', async () => {
    const firm = await at.drafted();
    const path = await at.linkTo(firm.email);
    const forged = path.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A'));
    const before = JSON.stringify(await at.stored(firm.agreement));
    expect((await at.browser().get(forged)).status).toBe(404);
    expect((await at.browser().post(forged, { name: '김하나' })).status).toBe(404);
    expect((await at.browser().get(`${forged}/text`)).status).toBe(404);
    const crossSite = await at.browser().once('POST', `${path}/refuse`, {
      body: new URLSearchParams({ reason: 'x', confirm: 'yes' }),
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(crossSite.status).toBe(403);
    for (const part of ['', '/text', '/refuse', '/elsewhere', '/hand-over', '/signed'])
      await at.browser().get(`${path}${part}`);
    expect(JSON.stringify(await at.stored(firm.agreement))).toBe(before);
  });

  it('is not made of a case that does not say all, of what no font shows, or too late', async () => {
    const data = agreementData(director, at.now());
    const draft = async (id: string, change: Partial<typeof data>) => {
      at.firms.cases.set(id, { ...data, ...change });
      return draftAgreement(at.deps, { owner: `firm#${id}`, by: 'operator:test' }, at.now());
    };
    expect(await draft('G-1', { values: {} })).toMatchObject({ kind: 'incomplete' });
    expect(await draft('G-2', { signers: data.signers.slice(0, 1) })).toEqual({ kind: 'incomplete', missing: ['lab'] });
    expect(await draft('G-3', { values: { ...data.values, company: { ko: '\u{1F600}', en: 'x' } } })).toMatchObject({
      kind: 'not-drawable',
    });
    expect(await draft('G-4', { dueOn: agreementData(director, addMinutes(at.now(), -30 * 24 * 60)).dueOn })).toEqual({
      kind: 'overdue',
    });
    expect(await draftAgreement(at.deps, { owner: 'firm#nobody', by: 'operator:test' }, at.now())).toEqual({
      kind: 'nothing-to-sign',
    });
    expect(await draftAgreement(at.deps, { owner: 'constructor#x', by: 'operator:test' }, at.now())).toEqual({
      kind: 'nothing-to-sign',
    });
  });

  it('that is erased says nothing of anybody, and its copies can still be checked', async () => {
    const firm = await at.drafted();
    await signFirst(firm);
    const { done } = await signSecond();
    const copy = await fileAt(at.browser(), `${done.url}/signed`);
    const owner = `firm#${firm.id}`;
    await at.deps.commit({
      changes: await agreementsErasing(at.deps, owner, 'operator:test', at.now()),
      events: [{ subject: firm.id, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
    });
    const left = JSON.stringify(at.plain('agreements').filter((item) => JSON.stringify(item).includes(firm.id)));
    for (const secret of [firm.email, '김하나', '하나결제', directorName]) expect(left).not.toContain(secret);
    expect((await at.browser().get(await at.linkTo(firm.email))).status).toBe(410);
    expect((await at.browser().get(`${await at.linkTo(firm.email)}/signed`)).status).toBe(410);
    expect(await verifyCopy(at.deps, sha256Hex(copy))).toMatchObject({ kind: 'known', of: 'signed' });
  });
});
