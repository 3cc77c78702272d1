import { beforeAll, expect, it } from 'vitest';
import { seatId } from '../../../functions/seats/seat.ts';
import { verifyAudit } from '../../../ops/audit/verify-audit.ts';
import { type TestCloud, testCloud } from '../cloud.ts';
import { deployedStates } from '../deployed-states.ts';
import { mailsIn } from '../mails.ts';
import {
  everybodyHasAnAnswer,
  everySeatIsTaken,
  peopleApply,
  reviewersCount,
  reviewersReview,
  silentReviewers,
  someAmendTheirReviews,
  type Told,
  theCohortIsConfirmed,
  theCohortIsRead,
  theCommitteeApproves,
  theRoundClosesAndIsAssigned,
  theSilentAreReplacedAndAllAreRanked,
} from './round-phases.ts';
import { countRuns, roundMachines, statesOfOtherRounds } from './whole-round.ts';

/** A stopwatch for phases, which tells of each as it ends. */
function phases() {
  const begun = Date.now();
  let last = begun;
  const lines: string[] = [];
  return {
    of: async <Value>(name: string, phase: Promise<Value>): Promise<Value> => {
      const value = await phase;
      lines.push(`${name} ${((Date.now() - last) / 1000).toFixed(0)} s`);
      last = Date.now();
      process.stderr.write(`whole round: ${name} after ${((last - begun) / 1000).toFixed(0)} s\n`);
      return value;
    },
    summary: () => `${((Date.now() - begun) / 60_000).toFixed(1)} (${lines.join(', ')})`,
  };
}

/** The runs of a round, counted; fails if a state was never entered. */
async function everyStateWasEntered(at: TestCloud, { round, applicants }: Told): Promise<string[]> {
  const references = applicants.map(({ reference }) => reference);
  const counts = await countRuns(at, {
    'applicant-intake': references,
    screening: references,
    'cohort-admission': [round.id],
    'seat-offer': Array.from({ length: round.capacity }, (_, index) => seatId(round.id, index + 1)),
  });
  const missed = await Promise.all(
    roundMachines.map(async (machine) => {
      const states = Object.keys(await deployedStates(at, machine));
      const elsewhere = statesOfOtherRounds[machine];
      return states.filter((state) => !counts[machine].states.has(state) && !elsewhere.includes(state));
    }),
  );
  expect(missed.flat()).toEqual([]);
  const row = (...cells: readonly (string | number)[]) =>
    cells.map((cell, index) => (index === 0 ? `  ${cell}`.padEnd(20) : String(cell).padStart(13))).join('');
  const transitions = Object.values(counts).reduce((sum, { transitions: some }) => sum + some, 0);
  return [
    row('machine', 'runs', 'transitions', 'states'),
    ...roundMachines.map((machine) =>
      row(machine, counts[machine].runs, counts[machine].transitions, counts[machine].states.size),
    ),
    `  transitions an application: ${(transitions / applicants.length).toFixed(1)}`,
  ];
}

/**
 * One round of so many applications from its announcement to its cohort, through pages and mails alone: applicants go by
 * their mails, the staff work at their desks and open no link of a mail.
 */
export function wholeRound(size: number): void {
  let at: TestCloud;
  beforeAll(async () => {
    at = await testCloud();
  });

  it(`a round of ${size} applications and ${reviewersCount} reviewers is worked from desks alone, ends with a cohort, and everybody has an answer`, {
    timeout: 1_800_000,
  }, async () => {
    const mailsBefore = (await mailsIn(at.cloud).all()).length;
    const phase = phases();
    const told = await phase.of('applied', peopleApply(at, size));
    await phase.of('assigned', theRoundClosesAndIsAssigned(told));
    await phase.of('reviewed', reviewersReview(told));
    await phase.of('amended', someAmendTheirReviews(told));
    await phase.of('ranked', theSilentAreReplacedAndAllAreRanked(told));
    await phase.of('released', theCommitteeApproves(told));
    await phase.of('seated', everySeatIsTaken(told));
    await phase.of('confirmed', theCohortIsConfirmed(told));
    await theCohortIsRead(told);
    const ends = await everybodyHasAnAnswer(told);
    const staff = await told.desks.counted();
    expect(staff).toMatchObject({ mailedLinksOpened: 0, typed: ['/desk'] });
    expect(staff.mailedLinks).toBeGreaterThan(reviewersCount);
    const runs = await everyStateWasEntered(at, told);
    expect((await verifyAudit(at)).faults).toEqual([]);
    console.log(
      [
        `A whole round: ${size} applications, ${reviewersCount} reviewers (${silentReviewers} never answer), ${told.sent.size} reviews sent`,
        ...runs,
        `  desks: ${staff.people} people, ${staff.signIns} sign-ins, ${staff.decisions} decisions, ${staff.mailedLinksOpened} of ${staff.mailedLinks} mailed links opened`,
        `  mails: ${(await mailsIn(at.cloud).all()).length - mailsBefore}`,
        `  ends: ${[...ends].map(([end, number]) => `${end} ${number}`).join(', ')}`,
        `  minutes: ${phase.summary()}`,
      ].join('\n'),
    );
  });
}
