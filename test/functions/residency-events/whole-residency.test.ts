import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideDocument } from '../../../functions/documents/decide-document.ts';
import { ownerOf } from '../../../functions/onboarding/asked-documents.ts';
import { firstOf } from '../../../functions/residencies/residency.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { addDays, localDateSchema } from '../../../functions/shared/time.ts';
import { occupancyOn } from '../../../functions/spaces/occupancy.ts';
import { admitted, type DemoStartup, waiting } from '../../../local/demo/lab/startups.ts';
import { verifyAudit } from '../../../ops/audit/verify-audit.ts';
import { beginByCode, mailTo } from '../../support/applicants.ts';
import { fillIn } from '../../support/attachments/lab-applicants.ts';
import { fillList } from '../../support/checklists/fill-list.ts';
import { committee, memberLink, press, untilAdmission } from '../../support/committee/committee.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { eventually } from '../../support/eventually.ts';
import { browserOf } from '../../support/residency-events/stored-residencies.ts';
import { director, manager, type WholeWorld, wholeWorld } from '../../support/residency-events/whole-world.ts';
import { labDraft } from '../../support/rounds/lab.ts';
import { renewalDraft, renewalTyped } from '../../support/rounds/lab-renewal.ts';
import { reviewNumber, reviewPath, sendReview } from '../../support/screening/reviewed-round.ts';
import { offerOf } from '../../support/seats/released-round.ts';
import { dayFields } from '../../support/spaces/spaces-visits.ts';
import { hiddenIn } from '../../support/visitor.ts';

/* One startup from its application to the day on which it leaves, beside another that is not extended. */

const day = (date: string) => localDateSchema.parse(date);
/** At an address that the pages take. */
const reachedAt = (startup: DemoStartup, email: string): DemoStartup => ({
  ...startup,
  email,
  typed: { ...startup.typed, representative: { ...startup.typed.representative, email: [email] } },
});
/** Stays, and writes Korean. */
const staying = reachedAt(admitted, 'saebom@example.com');
/** Leaves after a year, and writes English. */
const leaving: DemoStartup = { ...reachedAt(waiting, 'dure@example.com'), lang: 'en' };
const nameOf = ({ typed }: DemoStartup): string => typed.representative?.name?.[0] ?? '';

let world: WholeWorld;
let round: Round;
let renewal: Round;
let stays = '';
let leaves = '';

beforeAll(async () => {
  world = await wholeWorld({ begins: '2026-11-20T09:00' });
});
afterAll(() => world.at.close());

/** Each is reviewed by two, who read some words beside it, and the committee is asked. */
async function reviewed(
  of: Round,
  scores: readonly (readonly [reference: string, score: number])[],
  words: readonly string[],
): Promise<void> {
  const { at } = world;
  await untilAdmission(at, of.id, 'REVIEWING');
  for (const [reference, score] of scores) {
    for (const number of [1, 2]) {
      const review = await reviewNumber(at, reference, number);
      const shown = await world.browser().get(await reviewPath(at, of, review));
      for (const one of words) expect(shown.text).toContain(one);
      const page = await sendReview(at, of, review, score);
      expect(page.status, page.text).toBe(200);
    }
  }
  await untilAdmission(at, of.id, 'WITH_COMMITTEE');
}

/** Two of the committee approve the ranking, and the results come out. */
async function approved({ id }: Round): Promise<void> {
  for (const member of committee.slice(0, 2)) {
    await press(world.at, await memberLink(world.at, id, member), 'APPROVE');
  }
  await untilAdmission(world.at, id, 'SEATING');
}

async function accepts(reference: string): Promise<void> {
  const offer = await offerOf(world.at, reference);
  const application = await world.at.application(reference);
  const page = await world.answer(reference, offer.kind, application.email ?? '', { attends: 'yes' });
  expect(page.status, page.text).toBe(200);
  await eventually(
    `${reference} has accepted`,
    async () => (await world.at.seats.place(reference))?.state === 'ACCEPTED',
  );
}

const agreementOf = async (id: string) => firstOf(await world.residency(id)).agreement;
const agreementIn = async (event: string) => (await world.at.residencyEvents.get(event))?.agreement;
const doneEvent = (event: string) =>
  eventually(`${event} is done`, async () => (await world.at.residencyEvents.get(event))?.state === 'DONE');

/** A startup reports a quarter by its mailed link. */
async function reports(id: string, quarter: string, staff: number): Promise<void> {
  const { email } = (await world.residency(id)).startup;
  const page = await world.answer(`${id}-${quarter.replace('-', '')}`, 'quarterly-report', email, {
    staff: String(staff),
    revenue: '12,000,000',
    investment: '0',
    jobs: '1',
    reached: '가게 100곳',
    next: '가게 200곳',
  });
  expect(page.status, page.text).toBe(200);
  await doneEvent(`${id}-${quarter.replace('-', '')}`);
}

describe('a residency', () => {
  it('begins with an application by the form of the Lab, reviews, a committee and an offer', async () => {
    round = await world.load(labDraft());
    await world.passUntil('2027-02-15T10:00');
    const references: string[] = [];
    for (const startup of [staying, leaving]) {
      const browser = world.browser(startup.lang);
      await beginByCode(world.at, round, startup.email, browser);
      const [, reference = ''] = browser.cookies.get('application')?.split('.') ?? [];
      const check = await fillIn(browser, startup.typed);
      expect(check.status, check.text).toBe(200);
      references.push(reference);
      const owner = `application/${reference}`;
      await world.send(browser, { owner, slot: 'business-plan' });
      await world.send(browser, { owner, slot: 'register-extract', issuedOn: '2027-02-01' });
      const sent = await browser.post('/apply/send', {});
      expect(sent.url, sent.text).toBe('/application/sent');
      await world.at.untilState(reference, 'ACCEPTED');
    }
    [stays = '', leaves = ''] = references;
    await world.passUntil('2027-03-05T18:01');
    await reviewed(
      round,
      [
        [stays, 5],
        [leaves, 4],
      ],
      ['business-plan.pdf'],
    );
    await world.passUntil('2027-04-09T10:00');
    await approved(round);
    for (const reference of references) await offerOf(world.at, reference);
    await world.passUntil('2027-04-16T10:00');
    for (const reference of references) await accepts(reference);
    expect((await world.residency(stays)).documentsDueOn).toBe('2027-04-23');
  });

  it('asks for documents: an extract that is 91 days old comes back with that reason, and a new one is in time', async () => {
    const { at, answer, send, signs } = world;
    const [own, other] = [
      await browserOf(at, world.sign, { id: stays }),
      await browserOf(at, world.sign, { id: leaves }, 'en'),
    ];
    await world.asked(stays, 'onboarding-documents');
    // Of 15 January, 91 days before: the form says so, and keeps nothing.
    const old = await send(own, { owner: `residency/${stays}`, slot: 'register-extract', issuedOn: '2027-01-15' });
    expect([old.status, old.text]).toEqual([422, expect.stringContaining('90일')]);
    // The startup types a later day than is on the paper.
    for (const [browser, id] of [
      [own, stays],
      [other, leaves],
    ] as const) {
      await send(browser, { owner: `residency/${id}`, slot: 'register-extract', issuedOn: '2027-01-16' });
      await send(browser, { owner: `residency/${id}`, slot: 'insurance' });
      await answer(id, 'onboarding-documents', (await world.residency(id)).startup.email, { answer: 'send' });
      await world.asked(id, 'onboarding-check');
    }
    const decide = async (id: string, slot: string, decision: Parameters<typeof decideDocument>[1]['decision']) => {
      const file = (await at.documents.slot({ owner: ownerOf(id), slot }))?.files.at(-1)?.id ?? '';
      expect(await decideDocument(at, { file, by: manager.id, decision }, world.now())).toBe('decided');
    };
    await decide(stays, 'insurance', { outcome: 'ACCEPT' });
    await decide(stays, 'register-extract', { outcome: 'RETURN', reason: 'too-old' });
    for (const slot of ['insurance', 'register-extract']) await decide(leaves, slot, { outcome: 'ACCEPT' });
    await answer(stays, 'onboarding-check', manager.email, { outcome: 'RETURNED' });
    await answer(leaves, 'onboarding-check', manager.email, { outcome: 'ACCEPTED' });
    await world.passUntil('2027-04-20T10:00');
    const asked = await own.get(await world.link(stays, 'onboarding-documents', staying.email));
    expect(asked.text).toContain('발급일');
    expect((await world.asked(stays, 'onboarding-documents')).dueAt).toBe('2027-04-23T09:00:00.000Z');
    await send(own, { owner: `residency/${stays}`, slot: 'register-extract', issuedOn: '2027-04-20' });
    await answer(stays, 'onboarding-documents', staying.email, { answer: 'send' });
    await world.asked(stays, 'onboarding-check');
    await decide(stays, 'register-extract', { outcome: 'ACCEPT' });
    await answer(stays, 'onboarding-check', manager.email, { outcome: 'ACCEPTED' });
    for (const [id, startup] of [
      [stays, staying],
      [leaves, leaving],
    ] as const) {
      await signs(() => agreementOf(id), { name: nameOf(startup), email: startup.email });
      await signs(() => agreementOf(id), director);
    }
  });

  it('gets a space and its services, and begins on its first day', async () => {
    for (const [id, space] of [
      [stays, 'annex-301'],
      [leaves, 'annex-302'],
    ] as const) {
      const page = await world.answer(id, 'space-allotment', manager.email, { space, reason: '가까운 공간입니다.' });
      expect(page.status, page.text).toBe(200);
    }
    const own = await browserOf(world.at, world.sign, { id: stays });
    await fillList(world.at, {
      owner: ownerOf(stays),
      name: 'services',
      email: staying.email,
      manager: 'sejin.han@lab.example.kr',
      send: (browser, owner, slot) => world.send(browser, { owner, slot }),
    });
    expect((await own.get('/residency')).text).toContain('10건 중 10건 완료');
    await world.settle(ownerOf(leaves), 'services');
    await world.passUntil('2027-05-09T23:59');
    for (const id of [stays, leaves]) expect((await world.residency(id)).state).toBe('ONBOARDING');
    await world.passUntil('2027-05-10T00:00');
    for (const id of [stays, leaves]) {
      await eventually(`${id} is in the Lab`, async () => (await world.residency(id)).state === 'RESIDENT');
      expect(firstOf(await world.residency(id))).toMatchObject({ from: '2027-05-10', to: '2028-05-09' });
    }
  });

  it('reports each quarter, one of them late, which moves neither its day nor the next', async () => {
    const dueOf = async (about: string) => (await world.at.residencyEvents.get(`${stays}-${about}`))?.report?.dueAt;
    await world.passUntil('2027-07-10T10:00');
    for (const id of [stays, leaves]) await reports(id, '2027-Q2', 5);
    await world.passUntil('2027-10-18T17:00');
    await reports(leaves, '2027-Q3', 4);
    expect(await dueOf('2027Q3')).toBe('2027-10-18T09:00:00.000Z');
    await world.passUntil('2027-10-25T11:00');
    await reports(stays, '2027-Q3', 7);
    expect(await dueOf('2027Q3')).toBe('2027-10-18T09:00:00.000Z');
    const late = world
      .mails()
      .filter(({ template, to }) => template.startsWith('report-') && 'applicant' in to && to.applicant === stays);
    expect(late.length).toBeGreaterThan(0);
    await world.passUntil('2028-01-05T10:00');
    expect(await dueOf('2027Q4')).toBe('2028-01-14T09:00:00.000Z');
    for (const id of [stays, leaves]) await reports(id, '2027-Q4', 8);
  });

  it('is asked with all others of its window whether it stays, and both are judged by their figures', async () => {
    const { at } = world;
    renewal = await world.load(renewalDraft());
    await world.passUntil('2028-01-20T10:00');
    expect(world.begun.filter((id) => id.endsWith('-R2')).toSorted()).toEqual(
      [`${stays}-R2`, `${leaves}-R2`].toSorted(),
    );
    const applied: string[] = [];
    for (const [id, startup] of [
      [stays, staying],
      [leaves, leaving],
    ] as const) {
      const browser = world.browser(startup.lang);
      const path = await world.link(`${id}-R2`, 'renewal-invitation', startup.email);
      expect((await browser.get(path)).status).toBe(200);
      await browser.post(path, { answer: 'apply' });
      const typed = renewalTyped(startup.email);
      const { firmName = [] } = startup.typed.firm ?? {};
      const { name = [], mobile = [] } = startup.typed.representative ?? {};
      const check = await fillIn(browser, {
        ...typed,
        startup: { ...typed.startup, startupName: firmName, name, mobile },
      });
      const sent = await browser.post('/apply/send', {
        version: /name="version" value="(\d+)"/u.exec(check.html)?.[1] ?? '',
      });
      expect(sent.url, sent.text).toBe('/application/sent');
      const [, reference = ''] = browser.cookies.get('application')?.split('.') ?? [];
      applied.push(reference);
      await at.untilState(reference, 'ACCEPTED');
      await doneEvent(`${id}-R2`);
    }
    const [again = '', another = ''] = applied;
    expect((await at.application(again)).renews).toBe(stays);
    await world.passUntil('2028-02-25T18:01');
    await reviewed(
      renewal,
      [
        [again, 4],
        [another, 2],
      ],
      ['2027년 2분기', '2027년 3분기', '2027년 4분기', '가게 100곳'],
    );
    await world.passUntil('2028-03-24T10:00');
    await approved(renewal);
    await offerOf(at, again);
    expect((await at.seats.place(another))?.state).toBe('NOT_SELECTED');
    const result = await mailTo(at, leaving.email, 'The result about your extension');
    for (const told of ['below 3.00', 'Growth in the reports (weight 25%): 2.00', 'look again']) {
      expect(result.text).toContain(told);
    }
    await world.passUntil('2028-03-27T10:00');
    await accepts(again);
    const event = `${stays}-X2`;
    await signsEvent(event);
    const { contracts } = await world.residency(stays);
    expect(contracts).toMatchObject([{ to: '2028-05-09' }, { from: '2028-05-10', to: '2029-05-09' }]);
    expect((await at.spaces.get('annex-301'))?.holdings).toMatchObject([{ from: '2027-05-10', to: '2029-05-09' }]);
    await world.passUntil('2028-04-12T10:00');
    for (const id of [stays, leaves]) await reports(id, '2028-Q1', 9);
  });

  it('ends for the other, whose keys come two days late: told on the day after, free from the day after they came', async () => {
    const { at } = world;
    const event = `${leaves}-E1`;
    expect(world.begun.filter((id) => /-E\d+(?:T\d+)?$/u.test(id))).toEqual([event]);
    await world.settle(`exit#${event}`, 'exit');
    await world.passUntil('2028-05-09T20:00');
    expect(world.told).toEqual([]);
    await world.passUntil('2028-05-11T15:00');
    expect(world.told).toEqual(['2028-05-10']);
    await givesBack('annex-302', '2028-05-11');
    await eventually('it has ended', async () => (await world.residency(leaves)).state === 'ENDED');
    await doneEvent(event);
    await world.passUntil('2028-05-12T10:00');
    expect(world.told).toEqual(['2028-05-10']);
    expect(
      await Promise.all(
        ['2028-05-09', '2028-05-10', '2028-05-11', '2028-05-12'].map((date) => stateOf('annex-302', date)),
      ),
    ).toEqual(['occupied', 'staying', 'staying', 'free']);
    await mailTo(at, leaving.email, 'Your residency has ended');
  });

  it('changes its contract by an addendum, gives notice, and ends', async () => {
    const { at } = world;
    await world.passUntil('2028-06-05T10:00');
    const own = await browserOf(at, world.sign, { id: stays });
    const change = await own.get('/residency/change');
    const sure = await own.choose('/residency/change', {
      ...hiddenIn(change.html),
      ...typedIn(change.html),
      desks: '5',
      reason: '한 사람이 더 왔습니다.',
    });
    await own.choose('/residency/change', hiddenIn(sure.html));
    await world.answer(stays, 'addendum-request', manager.email, { outcome: 'CONFIRM' });
    await signsEvent(`${stays}-D1`);
    expect((await world.residency(stays)).desks).toBe(5);
    await world.passUntil('2028-07-10T10:00');
    await reports(stays, '2028-Q2', 10);
    await world.passUntil('2028-09-01T10:00');
    const later = await browserOf(at, world.sign, { id: stays });
    const notice = await later.get('/residency/notice');
    const meant = await later.choose('/residency/notice', {
      ...hiddenIn(notice.html),
      ...dayFields('day', '2028-10-02'),
      reason: '',
    });
    await later.choose('/residency/notice', hiddenIn(meant.html));
    expect((await world.residency(stays)).contracts.at(-1)).toMatchObject({ number: 2, to: '2028-10-02' });
    const event = `${stays}-E2`;
    await eventually('the exit waits', async () => (await at.residencyEvents.get(event))?.callback);
    await world.settle(`exit#${event}`, 'exit');
    await world.passUntil('2028-10-02T17:00');
    await givesBack('annex-301', '2028-10-02');
    expect((await world.residency(stays)).state).toBe('RESIDENT');
    await world.passUntil('2028-10-03T00:00');
    await eventually('it has ended', async () => (await world.residency(stays)).state === 'ENDED');
    await doneEvent(event);
    await world.passUntil('2028-10-20T10:00');
  });

  it('leaves spaces whose days add up, chains that verify, nothing open, and no mail twice', async () => {
    const { at } = world;
    const spaces = await at.spaces.all();
    for (let date = day('2027-05-01'); date <= '2028-10-20'; date = addDays(date, 1)) {
      const held = spaces.flatMap(({ id, holdings }) =>
        holdings.filter(({ from, to, returnedOn }) => from <= date && date <= (returnedOn ?? to)).map(() => id),
      );
      expect(new Set(held).size, date).toBe(held.length);
      const here = (from: string, to: string) => from <= date && date <= to;
      const expected = [
        ...(here('2027-05-10', '2028-10-02') ? ['annex-301'] : []),
        ...(here('2027-05-10', '2028-05-11') ? ['annex-302'] : []),
      ];
      expect(held.toSorted(), date).toEqual(expected);
      expect(
        occupancyOn(spaces, date, day('2028-10-20')).filter(({ state }) => state === 'free'),
        date,
      ).toHaveLength(3 - expected.length);
    }
    for (const id of [stays, leaves]) {
      const events = await at.residencyEvents.of(id);
      expect(events.filter(({ state }) => state === 'OPEN').map(({ id: open }) => open)).toEqual([]);
      for (const subject of [id, ...events.map((event) => event.id)]) {
        const open = await at.requests.stillOpen(await at.requests.ofSubject(subject));
        expect(
          open.map(({ kind }) => kind),
          subject,
        ).toEqual([]);
      }
    }
    expect((await verifyAudit(at)).faults).toEqual([]);
    const mails = world.mails();
    expect(mails.filter(({ state }) => state !== 'DONE' && state !== 'DROPPED')).toEqual([]);
    // What is reminded of, or told of as overdue, is so on more than one day.
    const isAgain = (template: string) => template.endsWith('-reminder') || template === 'operator-notice';
    const all = mails.map(({ template, to, ids, on }) =>
      JSON.stringify([template, to, ids, isAgain(template) ? on : 'once']),
    );
    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
    const stored = ['residencies', 'residencyEvents', 'seats'].flatMap((table) => at.plain(table));
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.filter(({ stuck }) => stuck !== undefined)).toEqual([]);
  });
});

/** Both sides sign what an event is about, and it comes into force. */
async function signsEvent(event: string): Promise<void> {
  await world.signs(() => agreementIn(event), { name: nameOf(staying), email: staying.email });
  await world.signs(() => agreementIn(event), director);
  await doneEvent(event);
}

/** The manager confirms at the desk that a space was given back. */
async function givesBack(space: string, on: string): Promise<void> {
  const { browser } = await signIn(world.at, manager.email);
  const page = await browser.choose(`/desk/spaces/of/${space}/return`, {
    ...dayFields('on', on),
    holding: '1',
    confirm: 'yes',
  });
  expect(page.status, page.text).toBe(200);
  expect((await world.at.spaces.get(space))?.holdings[0]?.returnedOn).toBe(on);
}

const stateOf = async (space: string, date: string) =>
  occupancyOn(await world.at.spaces.all(), day(date), day('2028-05-12')).find((row) => row.space.id === space)?.state;

/** What a form has typed in, by its names. */
const typedIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input(?=[^>]* name="([^"]*)")(?=[^>]* value="([^"]*)")[^>]* type="(?:text|tel|email)"/gu)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
