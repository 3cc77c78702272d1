import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseApplication } from '../../../functions/retention/erase-application.ts';
import { addDays, addMinutes, seoulDateOf } from '../../../functions/shared/time.ts';
import { decoded, linkIn, mailsTo } from '../../support/applicants.ts';
import { fillIn, someone } from '../../support/attachments/lab-applicants.ts';
import { type LabInMemory, labInMemory } from '../../support/attachments/lab-in-memory.ts';
import * as samples from '../../support/documents/sample-files.ts';
import { eventually } from '../../support/eventually.ts';
import { changeRound } from '../../support/rounds/change-round.ts';
import { visitor } from '../../support/visitor.ts';

let lab: LabInMemory;
beforeAll(async () => {
  lab = await labInMemory();
});
afterAll(() => lab.at.close());

const today = () => seoulDateOf(lab.at.now());
const plan = 'business-plan';
const extract = 'register-extract';

/** The mails that tell somebody of a file that was not taken. */
const refusedMails = async (email: string) =>
  (await mailsTo(lab.at, email)).filter(({ subject }) => decoded(subject).includes('제출 서류를 받지 못했습니다'));

/** Somebody with a whole form, and no document. */
async function filledIn(kind: Parameters<typeof someone>[0] = 'founder', lang: 'ko' | 'en' = 'ko') {
  const round = await lab.round();
  const typed = someone(kind);
  const who = await lab.begun(round, typed, lang);
  return { ...who, round, typed, check: await fillIn(who.browser, typed) };
}

/** Somebody who has sent it with the business plan. */
async function sent() {
  const who = await filledIn();
  await lab.send(who.browser, who.reference, plan, await samples.pdf(who.reference));
  const page = await who.browser.post('/apply/send', {});
  expect(page.url).toBe('/application/sent');
  return who;
}

describe('the documents of an application', () => {
  it('are asked by who applies: a founder has no register extract', async () => {
    const founder = await filledIn();
    expect(founder.check.text).toContain('사업계획서 (필수) 아직 보내지 않음');
    expect(founder.check.text).not.toContain('등기사항증명서 또는');
    const firm = await filledIn('firm', 'en');
    expect(firm.check.text).toContain(
      'Register extract or certificate of business registration (required) Not sent yet',
    );
    expect((await founder.browser.get(`/documents/application/${founder.reference}/${extract}`)).status).toBe(404);
  });

  it('are opened in another window beside every page of the form, and nothing typed is lost', async () => {
    const { browser, reference, typed } = await filledIn();
    const page = await browser.get('/apply/product');
    expect(page.html).toContain(`href="/documents/application/${reference}" target="_blank" rel="noopener"`);
    const beside = browser.twin();
    const list = await beside.get(`/documents/application/${reference}`);
    expect(list.text).toMatch(/사업계획서 \(필수\) 아직 보내지 않음 .*발표 자료 \(선택\)/u);
    await lab.send(beside, reference, plan, await samples.pdf('beside'));
    const product = { ...typed.product, customers: ['고객을 만나 알게 된 것을 여기에 더 자세히 적습니다. '.repeat(3)] };
    expect((await browser.post('/apply/product', product)).url).toBe('/apply/residency');
    const check = await browser.get('/apply/check');
    expect(check.text).toContain('고객을 만나 알게 된 것을');
    expect(check.text).toContain('사업계획서 (필수) 접수됨');
  });

  it('have to be there before it can be sent: what is missing is named, and a form that is posted sends nothing', async () => {
    const { browser, reference, check } = await filledIn('firm');
    expect(check.text).toMatch(/아직 보내지 않은 필수 서류가 있습니다 사업계획서 등기사항증명서 또는 사업자등록증명/u);
    expect(check.html).not.toContain('action="/apply/send"');
    const posted = await browser.post('/apply/send', { version: '1' });
    expect([posted.status, (await lab.at.application(reference)).version]).toEqual([422, 0]);
    await lab.send(browser, reference, plan, await samples.pdf('firm'));
    expect((await browser.get('/apply/check')).text).toMatch(/필수 서류가 있습니다 등기사항증명서 또는/u);
    await lab.send(browser, reference, extract, samples.jpeg(), { name: 'extract.jpg', issuedOn: today() });
    expect((await browser.post('/apply/send', {})).url).toBe('/application/sent');
  });

  it('of an extract that is 91 days old are none, and of one of 90 days are', async () => {
    const { browser, reference } = await filledIn('firm');
    const old = await lab.send(browser, reference, extract, samples.png(), { issuedOn: addDays(today(), -91) });
    expect([old.status, old.text]).toEqual([422, expect.stringContaining('90일 안에 발급된 서류만')]);
    await lab.send(browser, reference, extract, samples.png(), { issuedOn: addDays(today(), -90) });
    expect(await lab.stored(reference, extract)).toMatchObject([{ state: 'CLEAN' }]);
  });

  it('may still be checked when it is sent; a bad end is mailed, and the application stands', async () => {
    const { browser, reference, email } = await filledIn();
    await lab.send(browser, reference, plan, await samples.harmful(), { scanned: false });
    const check = await browser.get('/apply/check');
    expect(check.text).toContain('검사 중인 파일이 있어도 지원서를 제출하실 수 있습니다');
    expect((await browser.post('/apply/send', {})).url).toBe('/application/sent');
    const [file] = await lab.stored(reference, plan);
    await lab.files.scan(file?.id ?? '');
    const mail = await eventually('the mail about it', async () => (await refusedMails(email))[0]);
    expect(decoded(mail.subject)).toMatch(/제출 서류를 받지 못했습니다: .+까지 다시 보내 주십시오/u);
    expect(mail.text).toMatch(/악성 코드가 발견되어[\s\S]*다시 제출하실 필요는 없습니다/u);
    expect((await lab.at.application(reference)).version).toBe(1);
    await lab.send(browser, reference, plan, await samples.pdf('again'));
    expect(await lab.stored(reference, plan)).toMatchObject([{ state: 'REFUSED' }, { state: 'CLEAN' }]);
  });

  it('are told by mail to nobody who has not sent it, nor of a file beside a good one', async () => {
    const draft = await filledIn();
    await lab.send(draft.browser, draft.reference, plan, await samples.lockedPdf());
    const good = await sent();
    await lab.send(good.browser, good.reference, plan, await samples.lockedPdf());
    expect(await lab.stored(good.reference, plan)).toMatchObject([{ state: 'CLEAN' }, { state: 'REFUSED' }]);
    await eventually('the receipt', async () => (await mailsTo(lab.at, good.email))[0]);
    for (const { email } of [draft, good]) expect(await refusedMails(email)).toEqual([]);
  });
});

describe('a file of an application', () => {
  it.each([
    ['a text under the name of a PDF', async () => Buffer.from('hello'), '파일 이름만 바꾸면 형식은 바뀌지 않습니다'],
    ['a ZIP under the name of a HWPX', async () => samples.zip(), '받을 수 있는 형식이 아닙니다'],
    ['one that has a password', samples.lockedPdf, '암호가 걸린 파일'],
    ['one with macros', async () => samples.docm(), '매크로가 들어 있는 파일'],
    ['one that harms', samples.harmful, '악성 코드가 발견되어'],
    ['one of another slot', async () => samples.png(), '받을 수 있는 형식이 아닙니다'],
  ])(
    'that is %s is not taken: it says why, keeps nothing, and leaves the answers as they are',
    async (_, make, words) => {
      const { browser, reference, check } = await filledIn();
      const page = await lab.send(browser, reference, plan, await make());
      expect(page.text).toContain(words);
      const [file] = await lab.stored(reference, plan);
      expect(file?.state).toBe('REFUSED');
      expect(file?.name).toBeUndefined();
      expect(lab.files.bucket.objects().has(file?.id ?? '')).toBe(false);
      const after = await browser.get('/apply/check');
      expect(after.text).toContain('아직 보내지 않은 필수 서류가 있습니다');
      const answersOf = (text: string) => text.slice(text.indexOf('누가 지원하십니까?'), text.indexOf('제출 서류'));
      expect(answersOf(after.text)).toBe(answersOf(check.text));
    },
  );

  it('of no byte never comes, its form takes another, and the same file twice is told', async () => {
    const { browser, reference } = await filledIn();
    const none = await lab.send(browser, reference, plan, Buffer.alloc(0));
    expect(none.text).toContain('파일이 도착했는지 확인하고 있습니다');
    const content = await samples.pdf('twice');
    await lab.send(browser, reference, plan, content);
    const again = await lab.send(browser, reference, plan, content);
    expect(again.text).toContain('앞서 보내신 것과 똑같은 파일입니다');
    expect((await lab.stored(reference, plan)).map(({ state }) => state)).toEqual(['CLEAN', 'REFUSED']);
  });

  it.each([
    ['C:\\fakepath\\사업계획서.pdf', '사업계획서.pdf'],
    ['../../etc/계획.pdf', '계획.pdf'],
    ['사업계획서.pdf'.normalize('NFD'), '사업계획서.pdf'],
    ['계획\u202efdp.exe.pdf', '계획fdp.exe.pdf'],
  ])('called %j is kept as %s', async (name, kept) => {
    const { browser, reference } = await filledIn();
    await lab.send(browser, reference, plan, await samples.pdf(kept), { name });
    expect((await lab.stored(reference, plan))[0]?.name).toBe(kept);
    const list = await browser.get(`/documents/application/${reference}/${plan}`);
    expect(list.text).toContain(kept);
  });
});

describe('the deadline', () => {
  it('ends the sending of documents with the round', async () => {
    const { browser, reference, round } = await sent();
    await changeRound(lab.at, round, { closesAt: addMinutes(lab.at.now(), -1) });
    const page = await lab.send(browser, reference, plan, await samples.pdf('late'));
    expect(page.text).toContain('제출 기한이 지나 더 보내실 수 없습니다');
    expect(await lab.stored(reference, plan)).toHaveLength(1);
    expect(page.text).toContain('plan.pdf');
  });

  it('is over for who has withdrawn', async () => {
    const { browser, reference } = await sent();
    await browser.post('/application/withdraw', {});
    const page = await lab.send(browser, reference, plan, await samples.pdf('withdrawn'));
    expect(page.text).toContain('제출 기한이 지나 더 보내실 수 없습니다');
  });

  it('asks by the rules under which it was sent, once the round has closed', async () => {
    const { browser, reference, round } = await sent();
    const [first, ...others] = round.documents ?? [];
    if (!first) throw new Error('the Lab asks for documents');
    const documents = [{ ...first, label: { ko: '새 계획서', en: 'New plan' } }, ...others];
    await changeRound(lab.at, round, { documents });
    expect((await browser.get(`/documents/application/${reference}`)).text).toContain('새 계획서');
    await changeRound(lab.at, round, { documents, closesAt: addMinutes(lab.at.now(), -1) });
    expect((await browser.get(`/documents/application/${reference}`)).text).toContain('사업계획서');
  });
});

describe('whoever comes by the link of a mail', () => {
  it('has the documents too, from the page on which the application stands', async () => {
    const { reference, email } = await sent();
    const mail = await eventually('the receipt', async () => (await mailsTo(lab.at, email))[0]);
    const browser = visitor(lab.at.baseUrl, { lang: 'ko' });
    const status = await browser.get(linkIn(mail, lab.at.baseUrl));
    expect(status.html).toContain(`href="/documents/application/${reference}"`);
    expect((await browser.get(`/documents/application/${reference}`)).text).toContain('사업계획서 (필수) 접수됨');
  });
});

describe('whoever is not the applicant', () => {
  it('sees and sends nothing: a stranger, another applicant, a forged cookie', async () => {
    const { reference } = await sent();
    const other = await filledIn();
    const stranger = visitor(lab.at.baseUrl, { lang: 'ko' });
    const forged = visitor(lab.at.baseUrl, { lang: 'ko' });
    forged.cookies.set('application', `s.${reference}.${'a'.repeat(43)}`);
    for (const browser of [stranger, other.browser, forged]) {
      for (const path of ['', `/${plan}`]) {
        expect((await browser.get(`/documents/application/${reference}${path}`)).status).toBe(404);
      }
      expect((await browser.post(`/documents/application/${reference}/${plan}`, {})).status).toBe(404);
    }
    for (const id of ['nobody', 'S-27H1-0000-0000', '%2e%2e', 'a'.repeat(300)]) {
      expect((await stranger.get(`/documents/application/${id}`)).status).toBe(404);
    }
    expect(await lab.stored(reference, plan)).toHaveLength(1);
  });
});

describe('what is kept of documents', () => {
  it('goes with the person, all versions', async () => {
    const { browser, reference } = await sent();
    await browser.post('/application/withdraw', {});
    const [file] = await lab.stored(reference, plan);
    await eraseApplication(lab.at, reference, { by: 'operator:test', reason: 'asked' }, lab.files.now());
    expect(await lab.stored(reference, plan)).toEqual([expect.not.objectContaining({ name: expect.anything() })]);
    await lab.files.clock();
    expect(lab.files.bucket.objects().has(file?.id ?? '')).toBe(false);
    expect((await browser.get(`/documents/application/${reference}`)).status).toBe(404);
  });

  it('of a draft that is never sent goes when the draft does, and not before', async () => {
    const { browser, reference, round } = await filledIn();
    await lab.send(browser, reference, plan, await samples.pdf('draft'));
    const slot = async () => (await lab.files.deps.documents.of(`application#${reference}`))[0];
    const was = await lab.at.application(reference);
    expect((await slot())?.ownerDueAt).toBe(new Date((was.expiresAt ?? 0) * 1000).toISOString());
    await changeRound(lab.at, round, { closesAt: addMinutes(round.closesAt, 24 * 60) });
    await browser.post('/apply/product', { ...someone('founder').product, stage: 'idea' });
    lab.files.pass((Date.parse((await slot())?.ownerDueAt ?? '') - Date.parse(lab.files.now())) / 60_000);
    await lab.files.clock();
    expect((await slot())?.files).toMatchObject([{ state: 'CLEAN' }]);
    lab.files.pass(24 * 60 + 1);
    await lab.files.clock();
    await lab.files.clock();
    expect((await slot())?.files).toMatchObject([{ state: 'ERASED' }]);
    const [file] = (await slot())?.files ?? [];
    expect(lab.files.bucket.objects().has(file?.id ?? '')).toBe(false);
    expect(lab.files.faults).toEqual([]);
  });
});
