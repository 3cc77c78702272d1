import { beforeAll, expect, it } from 'vitest';
import { roundSubject } from '../../functions/admission/admission.ts';
import { closeRound } from '../../functions/admission/close-round.ts';
import { closeWaitlist } from '../../functions/admission/close-waitlist.ts';
import { seatId } from '../../functions/admission/seat.ts';
import { machineNames } from '../../functions/runs/machines.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { verifyAudit } from '../../ops/audit/verify-audit.ts';
import { mailsTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { deployedStates } from '../support/deployed-states.ts';
import { eventually } from '../support/eventually.ts';
import { officer, requestLink } from '../support/intake.ts';
import { declining } from '../support/released-round.ts';
import { onlyReviewers, untilAdmission } from '../support/screening.ts';
import { visitor } from '../support/visitor.ts';
import {
  amendSome,
  countRuns,
  daysGoBy,
  enrolling,
  everybodyApplies,
  forAll,
  isTooYoung,
  newOffers,
  officersDecide,
  openReviews,
  reviewAll,
  seatsOf,
  statesOfOtherRounds,
} from '../support/whole-round.ts';

const size = Number(process.env.SFA_ROUND_SIZE ?? 300);
const reviewersCount = 20;
/** These never answer their mails. */
const silentReviewers = 2;

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const operator = { by: 'operator:test', reason: 'test' };

it(`a round of ${size} applications and ${reviewersCount} reviewers ends with a cohort, and everybody has an answer`, async () => {
  const begun = Date.now();
  const phases: [string, number][] = [];
  const phase = (name: string) => {
    phases.push([name, Date.now()]);
    process.stderr.write(`whole round: ${name} after ${((Date.now() - begun) / 1000).toFixed(0)} s\n`);
  };
  const mailsBefore = (await at.cloud.messages()).length;

  const round = await at.round({ closesAt: addMinutes(at.now(), 24 * 60) }, { admission: true });
  const reviewers = await onlyReviewers(
    at,
    Array.from({ length: reviewersCount }, () => ({})),
  );
  const applicants = await everybodyApplies(at, round, size);
  phase('applied');
  const [changesMind = applicants[0], leavesLater = applicants[0]] = [applicants[1], applicants[2]];
  await changesMind?.browser.post('/application/withdraw', {});
  await closeRound(at, round.id, operator, at.now());
  await officersDecide(
    at,
    applicants.filter(({ number }) => isTooYoung(number)),
    officer,
    'junho.lee@academy.example.kr',
  );
  await untilAdmission(at, round, 'REVIEWING');
  phase('assigned');

  const sent = new Set<string>();
  await eventually('all reviewers have their mail', async () => {
    const mails = await at.cloud.messages();
    return reviewers.every(({ email }) => mails.some(({ to }) => to.includes(email)));
  });
  await leavesLater?.browser.post('/application/withdraw', {});
  const answering = reviewers.slice(silentReviewers);
  const severity = (index: number) => ((index % 5) - 2) * 0.3;
  const everyoneReviews = () =>
    forAll(answering, async (reviewer, index) => {
      await reviewAll(at, round, reviewer, severity(index), sent);
    });
  await everyoneReviews();
  phase('reviewed');
  await amendSome(at, applicants, 3);
  // Those who never answer are reminded, and then others are asked in their place.
  await daysGoBy(at, [9, 13, 30, 40]);
  await eventually(
    'the round is ranked',
    async () => {
      await everyoneReviews();
      const { state, stuck } = (await at.admissions.get(round.id)) ?? {};
      if (stuck) throw new Error(`the round is stuck: ${stuck.error}`);
      if (state === 'WITH_COMMITTEE') return true;
      throw new Error(`${state}; still open: ${(await openReviews(at, applicants)).join(', ')}`);
    },
    { seconds: 120, every: 500 },
  );
  phase('ranked');

  const members = (await at.people.withRole('committee')).slice(0, 2);
  const asked = await eventually('the committee is asked', async () => {
    const found = await Promise.all(
      (await at.requests.ofSubject(roundSubject(round.id))).map((id) => at.requests.get(id)),
    );
    const open = found.flatMap((request) => (request?.state === 'OPEN' ? [request] : []));
    return open.length >= members.length && open;
  });
  for (const { id, email } of members) {
    const request = asked.find(({ assignee }) => 'person' in assignee && assignee.person === id);
    if (!request) throw new Error(`${id} was not asked`);
    await visitor(at.baseUrl).post(await requestLink(at, request.id, email), { outcome: 'APPROVE' });
  }
  await untilAdmission(at, round, 'SEATING');
  phase('released');

  const seen = new Set<string>();
  let accepted = 0;
  let givenBack = 0;
  let day = 5.5;
  const silent = new Set<string>();
  await eventually(
    'every seat is taken, or nobody waits',
    async () => {
      const offers = await newOffers(at, applicants, seen);
      await forAll(offers, async ({ applicant, link }) => {
        const mood = applicant.number % 10;
        if (mood === 3) {
          silent.add(applicant.reference);
          return;
        }
        if (mood === 4) {
          expect((await visitor(at.baseUrl).post(link, declining)).status).toBe(200);
          return;
        }
        const answered = await visitor(at.baseUrl).post(link, enrolling(round));
        if (answered.status !== 200) throw new Error(`accepting was answered ${answered.status}: ${answered.text}`);
        accepted += 1;
        if (mood === 5 && givenBack === 0) {
          givenBack += 1;
          await applicant.browser.post('/application/withdraw', {});
        }
      });
      if (offers.length > 0) return false;
      const seats = await seatsOf(at, round);
      const open = seats.filter(({ state }) => state !== 'TAKEN');
      if (seats.length === round.capacity && open.length === 0) return true;
      // The clock goes on only once nobody but the silent has an offer: they are reminded, and then the seat goes on.
      if (open.every(({ state, reference }) => state === 'OFFERED' && silent.has(reference ?? ''))) {
        await daysGoBy(at, [day]);
        day += 3;
      }
      throw new Error(
        open.map(({ number, state, idle, reference }) => `${number} ${state} ${idle} ${reference}`).join(', '),
      );
    },
    { seconds: 240, every: 200 },
  );
  const taken = (await seatsOf(at, round)).map(({ reference }) => reference);
  expect(new Set(taken).size).toBe(round.capacity);
  expect(accepted - givenBack).toBe(round.capacity);
  phase('seated');

  await closeWaitlist(at, round.id, operator, at.now());
  await untilAdmission(at, round, 'CONFIRMED');
  phase('confirmed');

  const ends = new Map<string, number>();
  await forAll(applicants, async ({ reference }) => {
    const [application, place] = await Promise.all([at.applications.get(reference), at.seats.place(reference)]);
    const end = application?.state === 'ACCEPTED' ? (place?.state ?? 'no answer') : (application?.state ?? 'gone');
    ends.set(end, (ends.get(end) ?? 0) + 1);
  });
  const final = ['ACCEPTED', 'DECLINED', 'LAPSED', 'ENDED', 'NOT_SELECTED', 'REFUSED', 'WITHDRAWN'];
  expect([...ends.keys()].filter((end) => !final.includes(end))).toEqual([]);
  expect(ends.get('ACCEPTED')).toBe(round.capacity);

  const mails = await eventually(
    'everybody has a mail beside the receipt and the acceptance',
    async () => {
      const all = await at.cloud.messages();
      const counts = Map.groupBy(all, ({ to }) => to[0] ?? '');
      return applicants.every(({ email }) => (counts.get(email)?.length ?? 0) >= 2) && all;
    },
    { seconds: 60 },
  );
  for (const { email } of applicants.slice(10, 13)) expect((await mailsTo(at, email)).length).toBeGreaterThan(1);

  const references = applicants.map(({ reference }) => reference);
  const counts = await countRuns(at, {
    'applicant-intake': references,
    screening: references,
    'cohort-admission': [round.id],
    'seat-offer': Array.from({ length: round.capacity }, (_, index) => seatId(round.id, index + 1)),
  });
  const transitions = Object.values(counts).reduce((sum, { transitions: some }) => sum + some, 0);
  let before = begun;
  const minutes = phases.map(([name, time]) => {
    const line = `${name} ${((time - before) / 1000).toFixed(0)} s`;
    before = time;
    return line;
  });
  const missed = await Promise.all(
    machineNames.map(async (machine) => {
      const states = Object.keys(await deployedStates(at, machine));
      const elsewhere = statesOfOtherRounds[machine];
      return states.filter((state) => !counts[machine].states.has(state) && !elsewhere.includes(state));
    }),
  );
  const row = (...cells: readonly (string | number)[]) =>
    cells.map((cell, index) => (index === 0 ? `  ${cell}`.padEnd(20) : String(cell).padStart(13))).join('');
  console.log(
    [
      `A whole round: ${size} applications, ${reviewersCount} reviewers (${silentReviewers} never answer), ${sent.size} reviews sent`,
      row('machine', 'runs', 'transitions', 'states'),
      ...machineNames.map((machine) =>
        row(machine, counts[machine].runs, counts[machine].transitions, counts[machine].states.size),
      ),
      `  transitions an application: ${(transitions / size).toFixed(1)}`,
      `  mails: ${mails.length - mailsBefore}`,
      `  ends: ${[...ends].map(([end, number]) => `${end} ${number}`).join(', ')}`,
      `  minutes: ${((Date.now() - begun) / 60_000).toFixed(1)} (${minutes.join(', ')})`,
    ].join('\n'),
  );
  expect(missed.flat()).toEqual([]);
  expect((await verifyAudit(at)).faults).toEqual([]);
}, 900_000);
