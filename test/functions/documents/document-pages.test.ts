import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginDesk } from '../../../functions/desk/open-desk.ts';
import { refusals, returnReasons } from '../../../functions/documents/document.ts';
import { refusalText, returnReasonTexts } from '../../../functions/documents/pages/document-texts.ts';
import { signedForms } from '../../../functions/documents/signed-forms.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { addDays, addMinutes, seoulDateOf } from '../../../functions/shared/time.ts';
import { extractSlot, firms, planSlot } from '../../support/documents/document-owner.ts';
import { type DocumentWorld, documentWorld, firstMorning } from '../../support/documents/document-world.ts';
import * as files from '../../support/documents/sample-files.ts';
import { serveDocuments } from '../../support/documents/served-documents.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { loadDemoPeople } from '../../support/people/demo-people.ts';
import { type Page, type Visitor, visitor } from '../../support/visitor.ts';

const officer = 'kim-minji';
const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };
const bucketOrigin = 'https://documents.s3.ap-northeast-2.amazonaws.com';
const closesAt = addMinutes(firstMorning, 3 * 24 * 60);

let at: DocumentWorld;
let served: Awaited<ReturnType<typeof serveDocuments>>;
beforeAll(async () => {
  at = documentWorld();
  const config = { region: async () => 'ap-northeast-2', credentials: async () => key };
  await loadDemoPeople(at.deps, at.now());
  served = await serveDocuments(
    { ...parts(), owners: firms(officer, { closesAt }), forms: signedForms({ config }, 'documents') },
    at.now,
  );
});
afterAll(() => served.close());

const parts = () => ({
  documents: at.deps.documents,
  commit: at.deps.commit,
  random: at.deps.random,
  people: at.deps.people,
  sessions: at.deps.sessions,
});

/** The browser of a firm, which has nothing but its cookie. */
function firm(id: string, lang = 'ko'): Visitor {
  const browser = visitor(served.baseUrl, { lang });
  browser.cookies.set('firm', id);
  return browser;
}

async function atDesk(person = officer): Promise<Visitor> {
  const browser = visitor(served.baseUrl, { lang: 'ko' });
  const found = await at.deps.people.get(person);
  if (!found) throw new Error(`there is no ${person}`);
  const cookie = await beginDesk({ ...parts(), secure: false }, found, at.now());
  const [, value = ''] = /^desk=([^;]+)/u.exec(cookie) ?? [];
  browser.cookies.set('desk', value);
  return browser;
}

const fileOn = ({ url }: Page): string => /\/([0-9a-f]{32})(?:\/|$)/u.exec(url)?.[1] ?? '';

/** What the page of a file says, where the bucket leads back to. */
const back = (browser: Visitor, path: string) => browser.get(`${path}/sent?bucket=documents&key=x&etag=y`);

/** Sends a file by the form of a page, as the bucket takes it. @returns where it is */
async function send(
  browser: Visitor,
  slot: string,
  content: Buffer,
  name = 'plan.pdf',
  scanned = true,
): Promise<string> {
  const page = await browser.post(slot, {});
  const id = fileOn(page);
  at.bucket.post(id, content, name);
  await at.tell(id);
  if (scanned) await at.scan(id);
  return page.url;
}

describe('whoever sends documents', () => {
  it('sees what is wanted, how far it is, and the limits before anything is chosen', async () => {
    const browser = firm('hana');
    const list = await browser.get('/documents/firm/hana');
    expect(list.text).toMatch(/사업계획서 \(필수\) 아직 보내지 않음 .*발표 자료 \(선택\) 아직 보내지 않음/u);
    const slot = await browser.get('/documents/firm/hana/plan');
    expect(slot.text).toContain('PDF, 한글(HWP), 한글(HWPX)');
    expect(slot.text).toContain('20MB까지');
    expect(slot.text).toContain('2027년 4월 19일(월) 09:00까지');
    expect((await at.deps.documents.of('firm#hana')).length).toBe(0);
  });

  it('gets a form to the bucket, which is allowed on that page only, and has the file last and no named button', async () => {
    const browser = firm('form');
    const slot = await browser.get('/documents/firm/form/plan');
    expect(slot.headers.get('content-security-policy')).toContain("form-action 'self';");
    const page = await browser.post('/documents/firm/form/plan', {});
    expect(page.url).toMatch(/^\/documents\/firm\/form\/plan\/[0-9a-f]{32}$/u);
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${bucketOrigin};`);
    const [, form = ''] = /(<form id="upload".*?<\/form>)/su.exec(page.html) ?? [];
    expect(form).toContain(`action="${bucketOrigin}/" enctype="multipart/form-data"`);
    expect(form).toMatch(/type="file" id="file" name="file" required accept="\.pdf,\.hwp,\.hwpx"/u);
    expect([...form.matchAll(/ name="([^"]+)"/gu)].map(([, name]) => name)).toEqual([
      'key',
      'success_action_redirect',
      'x-amz-algorithm',
      'x-amz-credential',
      'x-amz-date',
      'x-amz-meta-name',
      'policy',
      'x-amz-signature',
      'file',
    ]);
    expect(form).toContain(`value="${served.baseUrl}${page.url}/sent"`);
    expect(page.text).toContain('2027년 4월 16일(금) 09:30까지');
  });

  it('is told what becomes of the file, whatever the bucket leads back with', async () => {
    const browser = firm('told');
    const begun = await browser.post('/documents/firm/told/plan', {});
    const id = fileOn(begun);
    expect((await back(browser, begun.url)).text).toContain('도착했는지 확인하고 있습니다');
    at.bucket.post(id, await files.pdf(), '계획.pdf');
    await at.tell(id);
    expect((await back(browser, begun.url)).text).toContain('악성 코드가 있는지 검사하고 있습니다');
    expect((await browser.get('/documents/firm/told')).text).toContain('파일 검사 중');
    await at.scan(id);
    expect((await back(browser, begun.url)).text).toContain('파일을 접수했습니다');
    const slot = await browser.get('/documents/firm/told/plan');
    expect(slot.text).toMatch(/1번째 파일: 접수됨 .* 계획\.pdf PDF · 1KB/u);
  });

  it.each([
    ['ko', '먼저 도착한 파일 하나만 받습니다', '그 파일은 받지 않았으므로'],
    ['en', 'One form takes one file: the first that arrives', 'we did not take it'],
  ])(
    'and uses one form twice is told in %s which file counts, and that the other does not',
    async (lang, said, not) => {
      const browser = firm(`twice-${lang}`, lang);
      const begun = await browser.post(`/documents/firm/twice-${lang}/plan`, {});
      const id = fileOn(begun);
      expect((await back(browser, begun.url)).text).not.toContain(said);
      at.bucket.post(id, await files.pdf('first'), '첫째.pdf');
      await at.tell(id);
      await at.scan(id);
      at.bucket.post(id, await files.pdf('second'), '둘째.pdf');
      await at.tell(id);
      const page = await back(browser, begun.url);
      for (const one of ['첫째.pdf', said, not]) expect(page.text).toContain(one);
      expect(page.text).not.toContain('둘째.pdf');
      expect(
        at.bucket
          .objects()
          .get(id)
          ?.map(({ sent }) => sent),
      ).toEqual(['첫째.pdf']);
    },
  );

  it.each([
    ['type', () => files.zip(), '파일 이름만 바꾸면 형식은 바뀌지 않습니다'],
    ['threat', () => files.harmful(), '악성 코드가 발견되어'],
    ['locked', () => files.lockedPdf(), '암호가 걸린 파일이라'],
  ])('is told why a file was not taken, and may send another: %s', async (kind, content, said) => {
    const browser = firm(`why-${kind}`);
    const path = await send(browser, `/documents/firm/why-${kind}/plan`, await content());
    const page = await back(browser, path);
    expect(page.text).toContain(said);
    expect(page.html).toContain(`href="/documents/firm/why-${kind}/plan"`);
    expect((await browser.get(`/documents/firm/why-${kind}`)).text).toContain('받지 못한 파일: 다시 보내 주십시오');
  });

  it('says when a register extract was issued, and is told at once if that is too long ago', async () => {
    const browser = firm('extract');
    const path = '/documents/firm/extract/extract';
    const dated = (days: number) => {
      const [year = '', month = '', day = ''] = addDays(seoulDateOf(at.now()), -days).split('-');
      return { 'issued.year': year, 'issued.month': month, 'issued.day': day };
    };
    expect((await browser.get(path)).text).toContain('90일 안에 발급된 서류여야 합니다');
    const old = await browser.post(path, dated(91));
    expect([old.status, old.url]).toEqual([422, path]);
    expect(old.text).toContain('2027년 1월 16일(토) 이후에 발급된 서류를 새로 받아 주십시오');
    expect((await browser.post(path, dated(-1))).text).toContain('발급일이 오늘보다 뒤입니다');
    expect((await browser.post(path, {})).text).toContain('발급일을 입력해 주십시오');
    expect(await at.deps.documents.of('firm#extract')).toEqual([]);
    expect((await browser.post(path, dated(90))).url).toMatch(/\/extract\/[0-9a-f]{32}$/u);
  });

  it('sees nothing of what is somebody else’s, and that it is nobody’s reads the same', async () => {
    const path = await send(firm('mine'), '/documents/firm/mine/plan', await files.pdf('mine'));
    const other = firm('other');
    const unknown = await other.get('/documents/firm/other/nothing');
    for (const asked of [
      '/documents/firm/mine',
      '/documents/firm/mine/plan',
      path,
      `${path}/download`,
      '/documents/none/x',
      '/documents/firm/nobody',
      '/documents/constructor/x',
    ]) {
      const page = await other.get(asked);
      expect([asked, page.status, page.title]).toEqual([asked, 404, unknown.title]);
    }
    expect((await other.post('/documents/firm/mine/plan', {})).status).toBe(404);
    expect((await at.deps.documents.of('firm#mine'))[0]?.files).toHaveLength(1);
  });

  it('gets no form after the deadline, and the one that is open takes nothing any more', async () => {
    const late = documentWorld();
    await loadDemoPeople(late.deps, late.now());
    const config = { region: async () => 'ap-northeast-2', credentials: async () => key };
    const { baseUrl, close } = await serveDocuments(
      {
        documents: late.deps.documents,
        commit: late.deps.commit,
        random: late.deps.random,
        people: late.deps.people,
        sessions: late.deps.sessions,
        owners: firms(officer, { closesAt: addMinutes(firstMorning, 10) }),
        forms: signedForms({ config }, 'documents'),
      },
      late.now,
    );
    const browser = visitor(baseUrl, { lang: 'ko' });
    browser.cookies.set('firm', 'late');
    const begun = await browser.post('/documents/firm/late/plan', {});
    late.pass(10);
    expect((await browser.get(begun.url)).html).not.toContain('enctype');
    const page = await browser.post('/documents/firm/late/plan', {});
    expect(page.text).toContain('제출 기한이 지나 더 보내실 수 없습니다');
    expect(page.html).not.toContain('id="begin"');
    await close();
  });
});

describe('whoever decides', () => {
  const choose = (outcome: string, more = {}) => ({ outcome, reason: [], words: '', ...more });
  const shownFile = ({ html }: Page): string => /name="file" value="([0-9a-f]+)"/u.exec(html)?.[1] ?? '';

  it('accepts by two acts, and whoever sent it sees that', async () => {
    const browser = firm('good');
    await send(browser, '/documents/firm/good/plan', await files.pdf('good'));
    const desk = await atDesk();
    expect((await desk.get('/desk/documents/firm/good')).text).toContain('담당자가 확인합니다');
    const slot = await desk.get('/desk/documents/firm/good/plan');
    const file = shownFile(slot);
    const asked = await desk.choose('/desk/documents/firm/good/plan', choose('ACCEPT', { file }));
    expect(asked.text).toContain('이 서류를 인정하시겠습니까?');
    expect((await at.deps.documents.of('firm#good'))[0]?.files[0]?.state).toBe('CLEAN');
    const done = await desk.post('/desk/documents/firm/good/plan', choose('ACCEPT', { file }));
    expect([done.status, done.url]).toEqual([200, '/desk/documents/firm/good/plan']);
    expect(done.text).toContain('1번째 파일: 인정됨');
    expect((await browser.get('/documents/firm/good')).text).toContain('인정됨: 하실 일은 없습니다');
    expect((await browser.get('/documents/firm/good/plan')).text).toContain('인정되어 더 보내실 필요가 없습니다');
  });

  it('returns with a reason, in words if none fits, and the sender reads both', async () => {
    const browser = firm('poor');
    const path = '/desk/documents/firm/poor/plan';
    await send(browser, '/documents/firm/poor/plan', await files.pdf('poor'));
    const desk = await atDesk();
    const file = shownFile(await desk.get(path));
    expect((await desk.post(path, choose('RETURN', { file }))).text).toContain(
      '보완을 요청하는 이유를 선택해 주십시오',
    );
    expect((await desk.post(path, choose('RETURN', { file, reason: 'other' }))).text).toContain(
      '보내신 분께 알릴 내용을 입력해 주십시오',
    );
    await desk.post(path, choose('RETURN', { file, reason: 'incomplete', words: '3쪽이 없습니다.' }));
    const page = await browser.get('/documents/firm/poor/plan');
    expect(page.text).toContain('빠진 부분이 있습니다.');
    expect(page.text).toContain('3쪽이 없습니다.');
    expect((await browser.get('/documents/firm/poor')).text).toContain('보완 필요: 수정하여 다시 보내 주십시오');
  });

  it('decides on the file that the page shows, and on none that came since', async () => {
    const browser = firm('newer');
    const path = '/desk/documents/firm/newer/plan';
    await send(browser, '/documents/firm/newer/plan', await files.pdf('first'));
    const desk = await atDesk();
    const file = shownFile(await desk.get(path));
    at.pass(31);
    await send(browser, '/documents/firm/newer/plan', await files.pdf('second'));
    const late = await desk.post(path, choose('ACCEPT', { file }));
    expect(late.status).toBe(409);
    expect(late.text).toContain('그사이 다른 파일이 도착했거나 이미 결정된 서류입니다');
    expect((await at.deps.documents.of('firm#newer'))[0]?.files.map(({ state }) => state)).toEqual(['CLEAN', 'CLEAN']);
  });

  it('has a desk open, and is entitled', async () => {
    expect((await visitor(served.baseUrl).get('/desk/documents/firm/good')).url).toBe('/desk/address');
    const other = await atDesk('park-sora');
    for (const path of ['', '/plan', `/plan/${'0'.repeat(32)}/download`]) {
      expect((await other.get(`/desk/documents/firm/good${path}`)).status).toBe(404);
    }
  });

  it('takes a document as a file to be saved; each is in the audit, by ids', async () => {
    const browser = firm('taken');
    const path = await send(browser, '/documents/firm/taken/plan', await files.pdf('taken'), '홍길동.pdf');
    const id = path.split('/').at(-1) ?? '';
    const desk = await atDesk();
    for (const [who, asked] of [
      [browser, `${path}/download`],
      [desk, `/desk${path}/download`],
    ] as const) {
      const answer = await who.once('GET', asked);
      expect(answer.status).toBe(303);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const url = new URL(answer.headers.get('location') ?? '');
      expect([url.origin, url.pathname]).toEqual([bucketOrigin, `/${id}`]);
      expect(url.searchParams.get('response-content-disposition')).toContain(
        'attachment; filename="document.pdf"; filename*=UTF-8\'\'',
      );
    }
    const events = await eventsOf(at.db, memoryTables.AUDIT_TABLE, 'taken');
    const downloads = events.filter(({ type }) => type === 'DocumentDownloaded');
    expect(downloads.map(({ by, data }) => [by, data.file])).toEqual([
      ['applicant', id],
      [`person:${officer}`, id],
    ]);
    expect(served.lines).toContainEqual(expect.objectContaining({ message: 'access', account: officer, of: 'taken' }));
    expect(JSON.stringify([served.lines, at.plain('audit')])).not.toContain('홍길동');
  });

  it('and whoever sent it get nothing that is not clean', async () => {
    const browser = firm('early');
    const path = await send(browser, '/documents/firm/early/plan', await files.harmful(), 'plan.pdf', false);
    const desk = await atDesk();
    expect((await browser.get(`${path}/download`)).status).toBe(404);
    expect((await desk.get(`/desk${path}/download`)).status).toBe(404);
    expect((await desk.get('/desk/documents/firm/early/plan')).html).not.toContain('/download');
    await at.scan(path.split('/').at(-1) ?? '');
    expect((await browser.get(`${path}/download`)).status).toBe(404);
  });
});

it('every refusal and every reason has words of its own in both languages', () => {
  const texts = [
    ...refusals.map((refusal) => refusalText(refusal, planSlot.formats)),
    ...returnReasons.map((reason) => returnReasonTexts[reason]),
  ];
  for (const lang of ['ko', 'en'] as const) expect(new Set(texts.map((text) => text[lang])).size).toBe(texts.length);
  expect(extractSlot.issuedWithinDays).toBe(90);
});
