import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideDocument } from '../../../functions/documents/decide-document.ts';
import { ownerOf } from '../../../functions/onboarding/asked-documents.ts';
import { sendDocuments } from '../../../functions/onboarding/decide-documents.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import { releaseNow } from '../../../local/demo/lab/accept.ts';
import { apply, rankAs } from '../../../local/demo/lab/admit.ts';
import { labRound } from '../../../local/demo/lab/lab-round.ts';
import { mailsTo, mailTo } from '../../support/applicants.ts';
import { someone } from '../../support/attachments/lab-applicants.ts';
import { untilAdmission } from '../../support/committee/committee.ts';
import { eventually } from '../../support/eventually.ts';
import { haveDocuments } from '../../support/onboarding/onboarding-on-cloud.ts';
import { browserOf } from '../../support/residency-events/stored-residencies.ts';
import { manager, type WholeWorld, wholeWorld } from '../../support/residency-events/whole-world.ts';
import { offerOf, untilPlace } from '../../support/seats/released-round.ts';

/* What the steps of onboarding decide about documents is in the tests beside this one; here they are done by runs. */

const capacity = 15;

let world: WholeWorld;
beforeAll(async () => {
  world = await wholeWorld({ begins: '2027-04-09T09:00' });
});
afterAll(() => world.at.close());

it('a place whose documents do not come goes to the next of the waitlist, who has the offer once', async () => {
  const { at } = world;
  const { admission, ...fields } = labRound({
    id: 'lab-then',
    code: 'S-27H1',
    title: { ko: '시험', en: 'Trial' },
    firstDay: localDateSchema.parse('2027-05-10'),
    capacity,
  });
  const startups = Array.from({ length: capacity + 1 }, () => {
    const typed = someone('firm');
    return { email: typed.representative?.email?.[0] ?? '', lang: 'ko' as const, typed };
  });
  if (!admission) throw new Error('the Lab selects nobody');
  // Whoever is last has a score below what the Lab wants.
  const draft = { ...fields, admission: { ...admission, ranking: { ...admission.ranking, minimum: 1 } } };
  const applied = await apply(at, draft, startups);
  await rankAs(at, applied, world.now());
  await releaseNow(at, applied.round, world.now());
  await untilAdmission(at, applied.round.id, 'SEATING');
  const next = (await at.seats.nextWaiting(applied.round.id)) ?? '';
  const [first = '', ...others] = applied.references.filter((reference) => reference !== next);
  expect(others).toHaveLength(capacity - 1);
  const taken = async () =>
    (await at.seats.seatsOf(applied.round.id, capacity)).filter(({ state }) => state === 'TAKEN').length;
  const accepts = async (reference: string): Promise<void> => {
    await offerOf(at, reference);
    const { email = '' } = await at.application(reference);
    await world.answer(reference, 'seat-offer', email, { attends: 'yes' });
    await untilPlace(at, reference, 'ACCEPTED');
  };
  for (const reference of [first, ...others]) await offerOf(at, reference);
  expect((await at.seats.place(next))?.state).toBe('WAITING');
  await world.passUntil('2027-04-16T10:00');
  await accepts(first);
  // While the others have not answered yet.
  await world.asked(first, 'onboarding-documents');
  expect(await taken()).toBe(1);
  for (const reference of others) await accepts(reference);
  expect(await taken()).toBe(15);

  await sendsOldExtract(first);
  for (const reference of others) {
    const { id, generation } = await world.asked(reference, 'onboarding-documents');
    await haveDocuments(at, reference, 'CLEAN');
    expect((await sendDocuments(at, { request: id, generation }, world.now())).kind).toBe('sent');
  }
  await world.passUntil('2027-04-23T17:59');
  expect(await taken()).toBe(15);
  await world.passUntil('2027-04-23T18:05');
  await untilPlace(at, first, 'WITHDRAWN');
  expect((await world.residency(first)).state).toBe('NOT_BEGUN');
  const offer = await offerOf(at, next);
  expect(await taken()).toBe(14);
  expect(await at.agreements.of(`residency#${first}`)).toEqual([]);
  const { email = '' } = await at.application(first);
  const ended = await mailTo(at, email, '입주 절차가 끝났습니다');
  expect(ended.text).toContain('다음 대기 기업');
  expect(ended.text).toMatch(/등기사항증명서[\s\S]*승인되지 않음[\s\S]*발급일이 너무 오래되었습니다/u);
  expect(ended.text).not.toContain('화재보험');

  await accepts(next);
  expect(await taken()).toBe(15);
  await eventually(
    'the next is asked for its documents',
    async () => (await at.residencies.get(next))?.state === 'ONBOARDING',
  );
  const offers = world
    .mails()
    .filter(({ template, to }) => template === 'seat-offered' && 'applicant' in to && to.applicant === next);
  expect(offers).toHaveLength(1);
  expect((await at.requests.ofSubject(next)).filter((id) => id === offer.id)).toHaveLength(1);
});

/** All is sent on Friday, 16 April; the extract, typed as younger than it is, comes back on the same day. */
async function sendsOldExtract(id: string): Promise<void> {
  const { at, answer, send } = world;
  const { email = '' } = await at.application(id);
  const own = await browserOf(at, world.sign, { id });
  const owner = `residency/${id}`;
  const old = await send(own, { owner, slot: 'register-extract', issuedOn: '2027-01-15' });
  expect([old.status, old.text]).toEqual([422, expect.stringContaining('90일 안에 발급된')]);
  await send(own, { owner, slot: 'register-extract', issuedOn: '2027-01-16' });
  await send(own, { owner, slot: 'insurance' });
  await answer(id, 'onboarding-documents', email, { answer: 'send' });
  await world.asked(id, 'onboarding-check');
  for (const [slot, decision] of [
    ['insurance', { outcome: 'ACCEPT' }],
    ['register-extract', { outcome: 'RETURN', reason: 'too-old' }],
  ] as const) {
    const file = (await at.documents.slot({ owner: ownerOf(id), slot }))?.files.at(-1)?.id ?? '';
    expect(await decideDocument(at, { file, by: manager.id, decision }, world.now())).toBe('decided');
  }
  await answer(id, 'onboarding-check', manager.email, { outcome: 'RETURNED' });
  expect((await world.asked(id, 'onboarding-documents')).dueAt).toBe('2027-04-23T09:00:00.000Z');
  await eventually('it is told why', async () =>
    (await mailsTo(at, email)).some(({ text }) => text.includes('발급일이 너무 오래되었습니다')),
  );
}
