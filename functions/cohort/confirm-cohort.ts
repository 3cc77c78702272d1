import type { OutboxDraft } from '../outbox/entry.ts';
import { presentRunOf } from '../runs/run.ts';
import type { CountStep } from '../runs/steps.ts';
import { movedPlace } from '../seats/place.ts';
import type { Seat } from '../seats/seat.ts';
import { type Admission, changedAdmission, roundSubject } from '../selection/admission.ts';
import { type Counted, counted } from '../selection/counting.ts';
import type { SnapshotHead } from '../selection/snapshot-items.ts';
import { canonicalHash } from '../shared/database/canonical.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { cohortReaders, cohortViewOf } from './cohort-link.ts';
import { countStatistics } from './count-statistics.ts';
import type { Dependencies } from './dependencies.ts';
import type { cohortSteps } from './joints.ts';
import type { Statistics } from './statistics.ts';

type Needed = Pick<
  Dependencies,
  'admissions' | 'applications' | 'screenings' | 'seats' | 'rounds' | 'people' | 'statistics' | 'commit'
>;

/** Entries of the ranking looked at in one step, one commit for each who still waits. */
const inOnePage = 50;
/** Mails in one commit. */
const inOneCommit = 80;

/** Where the confirming stands: the entry of the ranking, then the last of the people who were told. */
type Stage = { readonly at: 'waiting'; readonly from: number } | { readonly at: 'people'; readonly after: string };

const written = (stage: Stage): string => (stage.at === 'waiting' ? `waiting:${stage.from}` : `people:${stage.after}`);

const stageOf = ({ progress }: Admission): Stage => {
  const [at, rest = ''] = (progress?.after ?? 'waiting:0').split(':', 2);
  return at === 'people' ? { at, after: rest } : { at: 'waiting', from: Number(rest) };
};

interface Page {
  readonly deps: Needed;
  readonly was: Admission;
  readonly head: SnapshotHead;
  readonly now: Instant;
}

/**
 * *Confirm the cohort*, page by page: who still waits is told that the waitlist has ended; then the cohort is as it is,
 * its numbers are counted, and those who work with it are told.
 */
export async function confirmCohort(
  deps: Needed,
  step: CountStep,
  now: Instant,
): Promise<Counted<OutcomeOf<typeof cohortSteps, 'confirm-cohort'>>> {
  return decideAgainOnConflict(async () => {
    const was = await deps.admissions.get(step.reference);
    const head = was && (await deps.admissions.snapshotHead(was.roundId, was.snapshot));
    const of = head?.count ?? 0;
    const numbers = { done: of, of, checks: step.checks };
    if (was?.state !== 'CONFIRMING' || presentRunOf(was.roundId, was) !== step.run) return counted('MOVED', numbers);
    if (!head) throw new Fault('RankingMissing', { round: was.roundId, snapshot: was.snapshot });
    const page = { deps, was, head, now };
    const stage = stageOf(was);
    if (stage.at === 'waiting') return counted('MORE', { ...numbers, done: await endWaiting(page, stage.from) });
    return counted((await tellPeople(page, stage.after)) ? 'CONFIRMED' : 'MORE', numbers);
  }, tries.contested);
}

async function endWaiting({ deps, was, head, now }: Page, from: number): Promise<number> {
  const entries = await deps.admissions.snapshotEntries(head)(from, from + inOnePage);
  let ended = 0;
  for (const { reference } of entries) if (await endPlace(deps, reference, now)) ended += 1;
  const to = from + entries.length;
  const of = head.count;
  const next: Stage = to < of ? { at: 'waiting', from: to } : { at: 'people', after: '' };
  await deps.commit({
    changes: [
      deps.admissions.save(changedAdmission(was, now, { progress: { after: written(next), done: to, of } }), was),
    ],
    events: [
      {
        subject: roundSubject(was.roundId),
        type: 'WaitlistEnded',
        by: 'system:run',
        at: now,
        data: { from, to, ended },
      },
    ],
  });
  return to;
}

async function endPlace({ seats, commit }: Needed, reference: string, now: Instant): Promise<boolean> {
  return decideAgainOnConflict(async () => {
    const was = await seats.place(reference);
    if (was?.state !== 'WAITING') return false;
    // The number is kept for the mail: afterwards nobody is on the list.
    const number = was.waitlistNumber === undefined ? undefined : await seats.waitlistNumber(was);
    await commit({
      changes: [seats.savePlace(movedPlace(was, 'end', now), was), ...seats.leaveWaitlist(was)],
      events: [{ subject: reference, type: 'WaitlistEnded', by: 'system:run', at: now }],
      outbox: [
        {
          kind: 'mail',
          template: 'waitlist-ended',
          to: { applicant: reference },
          ids: number === undefined ? {} : { number: String(number) },
        },
      ],
    });
    return true;
  }, tries.contested);
}

/** Those who get the list, then the move; true with it. */
async function tellPeople(page: Page, after: string): Promise<boolean> {
  const { deps, was, head, now } = page;
  const round = await deps.rounds.current(was.roundId);
  if (!round) throw new Fault('RoundMissing', { round: was.roundId });
  const readers = (await cohortReaders(deps, round)).filter(({ id }) => id > after);
  const some = readers.slice(0, inOneCommit);
  const mailed = after === '' ? [] : ((await deps.statistics.get(was.roundId))?.institutions ?? []);
  const institutions = [
    ...mailed,
    ...some.flatMap((person) => (cohortViewOf(person, round) === 'institution' ? [person.id] : [])),
  ];
  const outbox = some.map(
    ({ id }): OutboxDraft => ({
      kind: 'mail',
      template: 'cohort-confirmed',
      to: { person: id },
      ids: { round: was.roundId },
    }),
  );
  const seats = await deps.seats.seatsOf(was.roundId, head.seating.capacity);
  if (some.length === readers.length) {
    await confirm(page, seats, { institutions, outbox });
    return true;
  }
  const statistics = { ...(await statisticsOf(page, seats)), institutions };
  const of = head.count;
  const progress = { after: written({ at: 'people', after: some.at(-1)?.id ?? '' }), done: of, of };
  await deps.commit({
    // The mails show them.
    changes: [deps.admissions.save(changedAdmission(was, now, { progress }), was), deps.statistics.put(statistics)],
    events: [
      {
        subject: roundSubject(was.roundId),
        type: 'CohortTold',
        by: 'system:run',
        at: now,
        data: { people: some.map(({ id }) => id) },
      },
    ],
    outbox,
  });
  return false;
}

async function confirm(
  page: Page,
  seats: readonly Seat[],
  told: { readonly institutions: string[]; readonly outbox: readonly OutboxDraft[] },
): Promise<void> {
  const { deps, was, now } = page;
  const cohort = seats.flatMap(({ state, reference }) => (state === 'TAKEN' && reference ? [reference] : []));
  const statistics = { ...(await statisticsOf(page, seats)), institutions: told.institutions };
  await deps.commit({
    changes: [
      deps.admissions.save(changedAdmission(was, now, { progress: undefined }, 'confirm'), was),
      deps.statistics.put(statistics),
    ],
    events: [
      {
        subject: roundSubject(was.roundId),
        type: 'CohortConfirmed',
        by: 'system:run',
        at: now,
        data: { taken: cohort.length, seats: seats.length, references: canonicalHash([...cohort].sort()) },
      },
    ],
    outbox: told.outbox,
  });
}

/** The only part that needs the whole ranking. */
async function statisticsOf({ deps, was, now }: Page, seats: readonly Seat[]): Promise<Statistics> {
  const snapshot = await deps.admissions.snapshot(was.roundId, was.snapshot);
  if (!snapshot) throw new Fault('RankingMissing', { round: was.roundId, snapshot: was.snapshot });
  return countStatistics(deps, { admission: was, snapshot, seats }, now);
}
