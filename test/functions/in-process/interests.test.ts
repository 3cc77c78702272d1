import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { followPeople } from '../../../functions/people-changes/follow-people.ts';
import { newReviewer } from '../../../functions/reviewers/reviewer.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import type { Academy } from '../../support/academy.ts';
import { answers, apply, mailsTo, proveOther } from '../../support/applicants.ts';
import { applyWithHelp } from '../../support/intake/help.ts';
import { openRequest, tooYoung, withOfficer } from '../../support/intake/intake.ts';
import { memoryAcademy } from '../../support/memory/memory-academy.ts';
import { loadDemoPeople } from '../../support/people/demo-people.ts';
import { requestLink } from '../../support/requests/asked-by-mail.ts';
import { visitor } from '../../support/visitor.ts';

let at: Academy;
let round: Round;
beforeAll(async () => {
  at = await memoryAcademy();
  round = await at.round();
}, 120_000);

const load = (change: Parameters<typeof loadDemoPeople>[2] = {}) => loadDemoPeople(at, at.now(), change);
const follow = () =>
  followPeople(at, { people: ['kim-minji', 'lee-junho', 'park-sora'], by: 'operator:test' }, at.now());
afterEach(() => load());

const bank = { affiliations: ['가온은행(본점)'] };
const card = { affiliations: ['가온카드'] };
const junho = 'junho.lee@academy.example.kr';
/** Answers for which an officer is asked, of somebody of the bank. */
const form = (about: Readonly<Record<string, string>> = {}) =>
  answers({
    'about-you': { ...tooYoung['about-you'], ...about },
    background: { organisation: '(주)가온은행 IT본부' },
  });
/** Notes that somebody declared a conflict with an application when they were asked to review it. */
async function declare(person: string, reference: string): Promise<void> {
  const reviewer = { ...newReviewer(round.id, person), declared: [reference] };
  await at.commit({
    changes: [at.screenings.saveReviewer(reviewer, undefined)],
    events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
  });
}
const heldBy = async (about?: Readonly<Record<string, string>>) => {
  const { reference } = await apply(at, round, form(about));
  const { assignee, held } = await openRequest(at, reference);
  return [assignee.person, held[0]?.why];
};

describe('an officer whose own are concerned', () => {
  it('is not asked: the next who may is, and the mail says why', async () => {
    await load({ 'kim-minji': bank });
    const { reference } = await apply(at, round, form());
    const request = await openRequest(at, reference);
    expect(request).toMatchObject({ assignee: { person: 'lee-junho' }, held: [{ why: 'conflict' }] });
    await requestLink(at, request.id, junho);
    const subjects = (await mailsTo(at, junho)).map(({ subject }) => subject);
    expect(subjects.some((subject) => subject.includes('이해관계'))).toBe(true);
  });

  it('is passed over with their deputy, and the manager is asked', async () => {
    await load({ 'kim-minji': bank, 'lee-junho': { affiliations: ['가온은행'] } });
    expect(await heldBy()).toEqual(['park-sora', 'conflict']);
  });

  it('is not asked about their own application, nor about others in a round in which they apply', async () => {
    const email = 'minji.kim.1990@naver.com';
    await load({ 'kim-minji': { email } });
    expect(await heldBy({ email })).toEqual(['lee-junho', 'conflict']);
    expect(await heldBy()).toEqual(['lee-junho', 'conflict']);
  });

  it('is asked if it only looks like it and nobody else is there', async () => {
    await load({ 'kim-minji': card });
    expect(await heldBy()).toEqual(['lee-junho', 'conflict']);
    await load({ 'kim-minji': card, 'lee-junho': bank, 'park-sora': bank });
    expect(await heldBy()).toEqual(['kim-minji', 'asked']);
  });

  it('gives up what they hold as soon as it is known', async () => {
    const { reference, link } = await withOfficer(at, round, undefined, form());
    await load({ 'kim-minji': bank });
    expect(await follow()).toMatchObject({ stranded: [] });
    expect((await openRequest(at, reference)).assignee).toEqual({ person: 'lee-junho' });
    expect((await visitor(at.baseUrl).get(link)).status).toBe(410);
  });

  it('is shown nothing of it where nobody else is there; it can be handed on, but to nobody of theirs', async () => {
    const applied = form();
    const { link, request } = await withOfficer(at, round, undefined, applied);
    await load({ 'kim-minji': bank, 'lee-junho': bank, 'park-sora': bank });
    expect(await follow()).toMatchObject({ stranded: expect.arrayContaining([request.id]) });
    const browser = visitor(at.baseUrl, { lang: 'ko' });
    const page = await browser.get(link);
    expect(page.status).toBe(403);
    expect(page.text).toContain('이해관계가 있어 결정하실 수 없는 요청입니다');
    expect(page.html).not.toContain(String(applied['about-you'].name));
    expect((await browser.post(link, { outcome: 'ACCEPT', confirmed: 'yes' })).status).toBe(403);
    const handing = await browser.get(`${link}/hand-over`);
    expect(handing.text).not.toContain('이준호');
    await load({ 'kim-minji': bank });
    expect((await browser.get(`${link}/hand-over`)).text).toContain('이준호');
    expect((await browser.post(`${link}/hand-over`, { to: 'lee-junho' })).status).toBe(410);
  });
});

describe('an officer who declared a conflict with an application while they reviewed', () => {
  it('takes part in no decision about it, and in those about others', async () => {
    const { reference, link, request } = await withOfficer(at, round, undefined, form());
    const page = () => visitor(at.baseUrl, { lang: 'ko' }).get(link);
    expect((await page()).status).toBe(200);
    await declare('kim-minji', reference);
    expect((await page()).status).toBe(403);
    expect(await follow()).toMatchObject({ stranded: [] });
    expect((await openRequest(at, reference)).assignee).toEqual({ person: 'lee-junho' });
    expect((await at.requests.get(request.id))?.assignee).toEqual({ person: 'lee-junho' });
    expect(await heldBy()).toEqual(['kim-minji', 'asked']);
  });
});

describe('an officer who applies with the help of another', () => {
  const minji = { name: '김민지', 'birthDate.year': '2012' };

  it('is not asked about it, though its mails go to the office: the name is all that tells whose it is', async () => {
    const office = await at.round({ contact: { ...round.contact, email: 'office@academy.example.kr' } });
    const { reference } = await applyWithHelp(at, office, { 'about-you': minji }, junho);
    const request = await openRequest(at, reference);
    expect([request.assignee.person, request.held[0]?.why]).toEqual(['park-sora', 'conflict']);
  });

  it('is asked about a namesake, who has proved another address, only if nobody else is there', async () => {
    expect(await heldBy(minji)).toEqual(['lee-junho', 'conflict']);
    await load({ 'lee-junho': bank, 'park-sora': bank });
    expect(await heldBy(minji)).toEqual(['kim-minji', 'asked']);
  });
});

it('an address that was the applicant’s before, or is proved and not sent yet, tells whose an application is', async () => {
  const { reference, request } = await withOfficer(at, round, undefined, form());
  const interestOf = (email: string) => load({ 'kim-minji': { email } });
  const own = 'minji.kim.1990@naver.com';
  await proveOther(at, reference, own);
  await interestOf(own);
  expect(await follow()).toMatchObject({ stranded: [] });
  expect((await at.requests.get(request.id))?.assignee).toEqual({ person: 'lee-junho' });
});
