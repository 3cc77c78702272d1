import { expect, it } from 'vitest';
import { ownerOf } from '../../functions/attachments/attachments.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { begin } from '../support/applicants.ts';
import { fillIn, labFields, someone } from '../support/attachments/lab-applicants.ts';
import { testCloud } from '../support/cloud.ts';
import { signIn } from '../support/desk/sign-in.ts';
import { formOn, postFile } from '../support/documents/post-file.ts';
import * as samples from '../support/documents/sample-files.ts';
import { eventually } from '../support/eventually.ts';
import { changeRound } from '../support/rounds/change-round.ts';
import { labDraft } from '../support/rounds/lab.ts';
import { onlyReviewers, reviewNumber, reviewPath, untilAdmission } from '../support/screening/reviewed-round.ts';
import { visitor } from '../support/visitor.ts';

/* What may become of the documents of an application is tried in the process: test/functions/attachments/. */

it('an application is sent with a document, which its reviewer and its officer take from the bucket', async () => {
  const at = await testCloud();
  await onlyReviewers(at, [{}, {}]);
  const fields = { ...labFields(), admission: labDraft().admission, closesAt: addMinutes(at.now(), 20) };
  const round = await at.round(fields, { admission: true });
  const typed = someone('founder');
  const browser = await begin(at, round, typed.representative?.email?.[0] ?? '');
  const [, reference = ''] = browser.cookies.get('application')?.split('.') ?? [];
  expect((await fillIn(browser, typed)).text).toContain('아직 보내지 않은 필수 서류가 있습니다 사업계획서');

  const plan = `/documents/application/${reference}/business-plan`;
  const content = await samples.pdf('on the cloud');
  expect(await postFile(formOn(await browser.post(plan, {})), content, '사업 계획.pdf')).toMatchObject({ status: 303 });
  await eventually('the document is clean', async () => {
    const stored = await at.documents.slot({ owner: ownerOf(reference), slot: 'business-plan' });
    return stored?.files.some(({ state }) => state === 'CLEAN');
  });
  expect((await browser.post('/apply/send', {})).url).toBe('/application/sent');
  await at.untilState(reference, 'ACCEPTED');

  const { browser: desk } = await signIn(at, 'junho.lee@academy.example.kr');
  expect((await desk.get(`/desk${plan}`)).text).toContain('사업 계획.pdf');

  await changeRound(at, round, { closesAt: addMinutes(at.now(), -1) });
  await untilAdmission(at, round, 'REVIEWING');
  const review = await reviewNumber(at, reference, 1);
  const path = await reviewPath(at, round, review);
  const reviewer = visitor(at.baseUrl, { lang: 'ko' });
  expect((await reviewer.get(path)).text).toContain('사업 계획.pdf');
  const taken = await reviewer.once('GET', `${path}/documents/business-plan`);
  expect(taken.status).toBe(303);
  const file = await fetch(taken.headers.get('location') ?? '');
  const given = Buffer.from(await file.arrayBuffer());
  expect(given, given.subarray(0, 300).toString()).toEqual(content);
  expect(file.headers.get('content-disposition')).toContain('attachment');
});
