import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginDesk } from '../../functions/desk/open-desk.ts';
import { documentsErasing } from '../../functions/documents/erase-documents.ts';
import type { UploadForm } from '../../functions/documents/signed-forms.ts';
import { mostBytes } from '../../functions/documents/slot.ts';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { documentsOnCloud, officer } from '../support/documents/documents-on-cloud.ts';
import { formOn, postFile as post } from '../support/documents/post-file.ts';
import * as files from '../support/documents/sample-files.ts';
import { eventually } from '../support/eventually.ts';
import { type Visitor, visitor } from '../support/visitor.ts';

/* What may become of documents in which order is tried in the process: test/functions/documents/. */

const firm = `firm-${process.pid}`;
const plan = `/documents/firm/${firm}/plan`;

let at: TestCloud;
let documents: Awaited<ReturnType<typeof documentsOnCloud>>;
let browser: Visitor;
beforeAll(async () => {
  at = await testCloud();
  documents = await documentsOnCloud(at);
  browser = visitor(documents.baseUrl, { lang: 'ko' });
  browser.cookies.set('firm', firm);
});
afterAll(() => documents.close());

const fileOf = (id: string) => documents.fileOf(firm, id);
const untilState = (id: string | undefined, state: string) => documents.untilState(firm, id ?? '', state);
/** A new form for the plan, from its page. */
const newForm = async (): Promise<UploadForm> => formOn(await browser.post(plan, {}));

async function desk(): Promise<Visitor> {
  const person = await at.people.get(officer);
  if (!person) throw new Error(`there is no ${officer}`);
  const cookie = await beginDesk({ sessions: at.sessions, secure: false, random: at.random }, person, at.now());
  const browserOfDesk = visitor(documents.baseUrl, { lang: 'ko' });
  browserOfDesk.cookies.set('desk', /^desk=([^;]+)/u.exec(cookie)?.[1] ?? '');
  return browserOfDesk;
}

describe('a document', () => {
  it('that the bucket does not take, or that is not as it has to be, is told so, and nothing of it is kept', async () => {
    const form = await newForm();
    const { key = '' } = form.fields;
    const pdf = await files.pdf('wrong');
    const tooLarge = Buffer.concat([pdf, Buffer.alloc(mostBytes + 1 - pdf.length)]);
    expect(await post(form, tooLarge, 'plan.pdf')).toMatchObject({
      status: 400,
      text: expect.stringContaining('EntityTooLarge'),
    });
    expect(await post(form, Buffer.alloc(0), 'plan.pdf')).toMatchObject({
      status: 400,
      text: expect.stringContaining('EntityTooSmall'),
    });
    expect(await post(form, pdf, 'plan.pdf', { key: 'f'.repeat(32) })).toMatchObject({ status: 403 });
    expect(await post(form, pdf, 'plan.pdf', { acl: 'public-read' })).toMatchObject({ status: 403 });
    const back = `${documents.baseUrl}${plan}/${key}/sent`;
    const past = await documents.forms.upload({ id: key, until: addMinutes(at.now(), -1), back }, at.now());
    expect(await post(past, pdf, 'plan.pdf')).toMatchObject({ status: 403 });
    expect(await documents.store.versions(key)).toEqual([]);
    expect(await fileOf(key)).toMatchObject({ state: 'WAITING' });

    expect((await post(form, await files.harmful(), 'plan.pdf')).status).toBe(303);
    expect(await untilState(key, 'REFUSED')).toMatchObject({ refusal: 'threat' });
    expect((await browser.get(`${plan}/${key}/sent`)).text).toContain('악성 코드가 발견되어');

    const other = await newForm();
    expect((await post(other, files.zip(), 'plan.hwpx')).status).toBe(303);
    expect(await untilState(other.fields.key, 'REFUSED')).toMatchObject({ refusal: 'type' });
    for (const id of [key, other.fields.key ?? '']) {
      await eventually('nothing is kept', async () => (await documents.store.versions(id)).length === 0);
    }
  });

  it('is sent by its form, arrives by the bucket’s event, is clean, accepted and taken; of the same form again nothing counts', async () => {
    const form = await newForm();
    const { key = '' } = form.fields;
    const content = await files.pdf('right');
    const sent = await post(form, content, '사업 계획서(최종).pdf'.normalize('NFD'));
    expect(sent.status).toBe(303);
    expect(sent.location).toContain(`${documents.baseUrl}${plan}/${key}/sent?bucket=`);
    expect((await browser.get(sent.location)).status).toBe(200);
    const clean = await untilState(key, 'CLEAN');
    expect(clean).toMatchObject({ name: '사업 계획서(최종).pdf', format: 'pdf', bytes: content.length });

    expect((await post(form, await files.pdf('again'), 'again.pdf')).status).toBe(303);
    await eventually('the first version alone', async () => {
      const versions = await documents.store.versions(key);
      return versions.length === 1 && versions[0]?.versionId === clean.versionId;
    });
    const twin = await newForm();
    expect((await post(twin, content, 'twin.pdf')).status).toBe(303);
    expect(await untilState(twin.fields.key, 'REFUSED')).toMatchObject({ refusal: 'same' });

    const atDesk = await desk();
    const done = await atDesk.post(`/desk${plan}`, { outcome: 'ACCEPT', words: '', file: key });
    expect(done.text).toContain('인정됨');
    expect((await browser.get(`/documents/firm/${firm}`)).text).toContain('인정됨: 하실 일은 없습니다');

    const lead = await atDesk.once('GET', `/desk${plan}/${key}/download`);
    const answer = await fetch(lead.headers.get('location') ?? '', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="().pdf"; filename*=UTF-8\'\'%EC%82%AC%EC%97%85%20%EA%B3%84%ED%9A%8D%EC%84%9C%28%EC%B5%9C%EC%A2%85%29.pdf',
    );
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    const told = await eventsOf(at.db, at.tables.AUDIT_TABLE, firm);
    expect(told.filter(({ type }) => type === 'DocumentDownloaded').map(({ by }) => by)).toEqual([`person:${officer}`]);
  });

  it('is looked for by the clock, and gone with all its versions once its owner is erased', async () => {
    const slot = await at.documents.slot({ owner: `firm#${firm}`, slot: 'plan' });
    const kept = slot?.files.filter(({ versionId }) => versionId !== undefined).map(({ id }) => id) ?? [];
    expect(kept.length).toBeGreaterThan(0);
    await at.commit({
      changes: await documentsErasing(at, `firm#${firm}`, at.now()),
      events: [{ subject: firm, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
    });
    const report = await at.invoke('documents-check', { time: addMinutes(at.now(), 120) });
    expect(report).toMatchObject({ kind: 'clock', failed: 0 });
    for (const id of kept) expect(await documents.store.versions(id)).toEqual([]);
    expect((await at.documents.slot({ owner: `firm#${firm}`, slot: 'plan' }))?.due).toBeUndefined();
  });
});
