import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { closeWaitlist } from '../../functions/seats/close-waitlist.ts';
import { closeRound } from '../../functions/selection/close-round.ts';
import { faultsAbout } from '../../functions/shared/database/audit.ts';
import { answers, codeIn, consentsTo, mailTo, referenceOn, sendVersion } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { signIn } from '../support/desk/sign-in.ts';
import { eventually } from '../support/eventually.ts';
import { makeDue, officer, openRequest, replyOf } from '../support/intake/intake.ts';
import { upgradeFrom } from '../support/recorded/recorded-state.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import { scored } from '../support/screening/reviewed-round.ts';
import { accepting } from '../support/seats/released-round.ts';
import { type FormFields, type Page, visitor } from '../support/visitor.ts';

/*
 * A stage with the state of each recorded release is deployed over: its runs are under way by the definitions of that
 * release, its links were mailed, and the code is that of today. In the order of the tests, as one story.
 */

const releases = readdirSync(join(import.meta.dirname, 'recorded'));
const by = { by: 'operator:test', reason: 'test' };

describe.each(releases)('a stage of %s that is deployed over', (release) => {
  let at: TestCloud;
  let was: Awaited<ReturnType<typeof upgradeFrom>>;
  beforeAll(async () => {
    at = await testCloud();
    was = await upgradeFrom(at, release);
  });

  /** The recorded rounds by what goes on in them. */
  const phases = ['intake', 'reviews', 'committee', 'seats'] as const;
  type Phase = (typeof phases)[number];
  const roundId = (phase: Phase): string => {
    const ids = was.tables.ROUNDS_TABLE?.map(({ pk }) => String(pk)) ?? [];
    return ids.find((id) => id.endsWith(`-${phase}`)) ?? '';
  };
  const round = async (phase: Phase): Promise<Round> => {
    const found = await at.rounds.current(roundId(phase));
    if (!found) throw new Error(`there is no round ${phase}`);
    return found;
  };
  const references = () =>
    was.tables.APPLICATIONS_TABLE?.flatMap(({ sk, pk }) => (sk === 'application' ? [String(pk)] : [])) ?? [];
  const chains = async () => {
    const subjects = [...references(), ...phases.map((phase) => `round#${roundId(phase)}`)];
    return (await Promise.all(subjects.map((about) => faultsAbout(at.db, at.tables.AUDIT_TABLE, about)))).flat();
  };

  /** The open request of a kind about something of a round, with the path of its link as it was mailed. */
  const open = async (kind: string, phase: Phase) => {
    for (const { path } of was.links) {
      const [, id] = /^\/r\/(?:[a-z]+\/)?([0-9a-f]{32})\//u.exec(path) ?? [];
      const request = id && (await at.requests.get(id));
      if (!request || request.kind !== kind || request.context !== roundId(phase)) continue;
      if (request.state === 'OPEN') return { request, path };
    }
    throw new Error(`nobody was asked for ${kind} of ${phase}`);
  };
  /** Sends a form by an old path: a browser sends it once more to where it is answered now. */
  const send = (path: string, fields: FormFields): Promise<Page> => visitor(at.baseUrl).post(path, fields);
  const admissionIs = (phase: Phase, state: string) =>
    eventually(
      `the round of ${phase} is ${state}`,
      async () => (await at.admissions.get(roundId(phase)))?.state === state,
    );
  const runEnds = (name: string, machine: Parameters<typeof at.runStatus>[1]) =>
    eventually(`${name} has ended`, async () => (await at.runStatus(name, machine)) === 'SUCCEEDED');

  it('has runs of its own definitions that wait, and chains that verify', async () => {
    for (const { name, machine } of was.runs) expect(await at.runStatus(name, machine), name).toBe('RUNNING');
    expect(references().length).toBeGreaterThan(10);
    expect(await chains()).toEqual([]);
  });

  it('is opened by the links that were mailed: to requests, to applications, and to the reviews of a round', async () => {
    const byKind = Map.groupBy(was.links, ({ path }) => path.slice(0, 3));
    const opened = [...byKind].flatMap(([kind, links]) => (kind === '/r/' ? links : links.slice(0, 3)));
    for (const { path } of opened) {
      // As it stands in a mail to somebody who reads English, whose browser says Korean.
      const browser = visitor(at.baseUrl, { lang: 'ko' });
      const first = await browser.once('GET', `${path}?lang=en`);
      const moved = /^\/r\/[0-9a-f]{32}\//u.test(path);
      if (moved) expect(first.status, path).toBe(308);
      const page = await browser.get(moved ? (first.headers.get('location') ?? '') : path);
      expect(page.status, path).toBe(200);
      expect(page.html, path).toContain('<html lang="en">');
    }
  });

  it('opens the desk of a reviewer whom that release stored without their mailbox', async () => {
    const emails = was.tables.PEOPLE_TABLE?.flatMap(({ email }) => (typeof email === 'string' ? [email] : [])) ?? [];
    const [email = ''] = emails;
    expect(await at.people.withMailbox(email)).toBeUndefined();
    const { page } = await signIn(at, email);
    expect([page.status, page.url]).toEqual([200, '/desk']);
  });

  it('sends the mail that was waiting', async () => {
    const [waiting] = was.tables.OUTBOX_TABLE ?? [];
    await makeDue(at, String(waiting?.id));
    await at.sweep();
    const [reference = ''] = String(waiting?.id).split('.');
    const { email = '' } = await at.application(reference.replace(/\/.*$/u, ''));
    await mailTo(at, email, '취소');
  });

  it('goes on with the draft that was begun, in the browser that has it', async () => {
    const browser = visitor(at.baseUrl);
    browser.cookies.set('application', was.draft.session);
    expect((await browser.get('/apply/background')).html).toContain('value="bachelor"');
    const { why, attendance } = answers();
    await browser.post('/apply/why', why);
    await browser.post('/apply/attendance', attendance);
    await browser.post('/apply/consents', consentsTo(await round('intake')));
    const check = await browser.get('/apply/check');
    const unproved = await browser.post('/apply/send', { version: sendVersion(check) });
    expect(unproved.url).toBe('/apply/code');
    const reference = was.draft.session.split('.')[1] ?? '';
    const { email = '' } = await at.application(reference);
    await browser.post('/apply/code', { code: codeIn(await mailTo(at, email, '인증 번호')) });
    const sent = await browser.post('/apply/send', { version: sendVersion(check) });
    expect(referenceOn(sent)).toBe(reference);
    await at.untilState(reference, 'ACCEPTED');
  });

  it('takes the decision and the answer from pages that were opened before, and its runs end', async () => {
    const decision = await open('intake-decision', 'intake');
    expect((await send(decision.path, { outcome: 'ACCEPT' })).status).toBe(200);
    await at.untilState(decision.request.subject, 'ACCEPTED');
    await runEnds(decision.request.subject, 'applicant-intake');
    const question = await open('intake-question', 'intake');
    const { email = '' } = await at.application(question.request.subject);
    expect((await send(question.path, replyOf({ email }, '맞습니다.'))).status).toBe(200);
    const again = await openRequest(at, question.request.subject, question.request.id);
    await send(await requestLink(at, again.id, officer), { outcome: 'ACCEPT' });
    await at.untilState(question.request.subject, 'ACCEPTED');
    await runEnds(question.request.subject, 'applicant-intake');
  });

  it('closes the round that was open, and asks its reviewers', async () => {
    expect(await closeRound(at, roundId('intake'), by, at.now())).toMatchObject({ kind: 'closed' });
    await admissionIs('intake', 'REVIEWING');
  });

  it('takes the reviews that are missing, and asks the committee', async () => {
    const reviews = await round('reviews');
    for (const reference of references()) {
      const screening = await at.screenings.get(reference);
      if (screening?.roundId !== reviews.id) continue;
      for (const { id, reviewer, state } of screening.reviews) {
        if (state === 'SENT') continue;
        const list = was.links.find(({ path }) => path.startsWith(`/v/${reviews.id}.${reviewer}/`));
        expect((await visitor(at.baseUrl).post(`${list?.path}/${id}`, scored(reviews, 4))).status).toBe(200);
      }
      await runEnds(reference, 'screening');
    }
    await admissionIs('reviews', 'WITH_COMMITTEE');
  });

  it('counts the approval of before with the one of now, and releases the results', async () => {
    const { path } = await open('committee-approval', 'committee');
    expect((await send(path, { outcome: 'APPROVE' })).status).toBe(200);
    await admissionIs('committee', 'SEATING');
  });

  it('gives the seat that was offered, decides the reconsideration, and confirms the cohort', async () => {
    const look = await open('look-again', 'seats');
    expect((await send(look.path, { outcome: 'REFUSE', reason: '점수가 맞습니다.' })).status).toBe(200);
    const offer = await open('seat-offer', 'seats');
    expect((await send(offer.path, accepting)).text).toContain('참여가 확정되었습니다');
    for (const { name } of was.runs.filter(
      ({ name, machine }) => machine === 'seat-offer' && name.startsWith(roundId('seats')),
    )) {
      await runEnds(name, 'seat-offer');
    }
    expect(await closeWaitlist(at, roundId('seats'), by, at.now())).toBe('closed');
    await admissionIs('seats', 'CONFIRMED');
  });

  it('has chains that verify, old and new events', async () => {
    expect(await chains()).toEqual([]);
  });
});
