import type { Application } from '../applications/application.ts';
import { changedApplication } from '../applications/application.ts';
import { presentRunOf } from '../runs/run.ts';
import type { CountStep } from '../runs/steps.ts';
import { type Admission, changedAdmission, roundSubject } from '../selection/admission.ts';
import { type Counted, counted } from '../selection/counting.ts';
import type { SnapshotEntry } from '../selection/snapshot.ts';
import type { SnapshotHead } from '../selection/snapshot-items.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { seatsSteps } from './joints.ts';
import { newPlace } from './new-place.ts';
import type { Place } from './place.ts';
import type { Page, Progress, ReleaseDependencies } from './release-page.ts';
import { releaseSeats } from './release-seats.ts';

/** Results written in one commit: of the 100 items of a transaction each takes five, and one for each of its quotas. */
const inOneCommit = ({ seating }: SnapshotHead): number => Math.max(1, Math.floor(95 / (5 + seating.quotas.length)));
/** Mails put into the outbox in one commit. */
const mailsInOneCommit = 80;
/** Commits of one step: far from the time that its Lambda has. */
const inOneStep = 15;

/**
 * *Release the results*, page by page: first the place of everybody in the approved ranking, seen by nobody; then the
 * seats with the moment of the release, in one commit, so that all results are out at once; then the mails to those who
 * have no seat. Who has one gets the offer's.
 */
export async function releaseResults(
  deps: ReleaseDependencies,
  step: CountStep,
  now: Instant,
): Promise<Counted<OutcomeOf<typeof seatsSteps, 'release-results'>>> {
  let ranking: Pick<Page, 'head' | 'entries'> | undefined;
  for (let page = 1; ; page += 1) {
    const result = await decideAgainOnConflict(async () => {
      const was = await deps.admissions.get(step.reference);
      if (was?.state !== 'RELEASING' || presentRunOf(step.reference, was) !== step.run) return 'moved';
      ranking ??= await rankingOf(deps, was);
      return writePage(deps, was, ranking, now);
    }, tries.ofRound);
    const numbers = { checks: step.checks, of: ranking?.head.count ?? 0 };
    if (result === 'moved') return counted('MOVED', { ...numbers, done: numbers.of });
    if (page >= inOneStep) return counted('MORE', { ...numbers, done: result.done });
  }
}

/** What a step reads of the ranking. All of it, to see that it is as it was frozen, before anything is written. */
async function rankingOf({ admissions }: ReleaseDependencies, was: Admission): Promise<Pick<Page, 'head' | 'entries'>> {
  const { roundId, snapshot } = was;
  const { phase, done } = progressOf(was);
  if (phase === 'places' && done === 0) await admissions.snapshot(roundId, snapshot);
  const head = await admissions.snapshotHead(roundId, snapshot);
  if (!head) throw new Fault('RankingMissing', { round: roundId, snapshot });
  return { head, entries: admissions.snapshotEntries(head) };
}

async function writePage(
  deps: ReleaseDependencies,
  was: Admission,
  ranking: Pick<Page, 'head' | 'entries'>,
  now: Instant,
): Promise<{ done: number }> {
  const { phase, done } = progressOf(was);
  const page: Page = {
    deps,
    was,
    ...ranking,
    from: done,
    now,
    next: (progress, change = {}) => {
      const after = `${progress.phase}/${progress.done}`;
      return changedAdmission(was, now, {
        ...change,
        progress: { after, done: progress.done, of: ranking.head.count },
      });
    },
  };
  await pages[phase](page);
  return { done };
}

const progressOf = ({ progress }: Admission): Progress => {
  const [phase, done = '0'] = (progress?.after ?? '').split('/', 2);
  return { phase: phase === 'seats' || phase === 'mails' ? phase : 'places', done: Number(done) };
};

const pages = { places: writePlaces, seats: releaseSeats, mails: writeMails } as const satisfies Record<
  Progress['phase'],
  (page: Page) => Promise<void>
>;

async function writePlaces({ deps, head, entries: read, from, now, was, next }: Page): Promise<void> {
  const entries = await read(from, from + inOneCommit(head));
  const found = await Promise.all(
    entries.map(async (entry) => ({ entry, application: await deps.applications.get(entry.reference) })),
  );
  const staying = found.flatMap(({ entry, application }) =>
    application?.state === 'ACCEPTED' ? [{ application, place: newPlace(head, entry, now) }] : [],
  );
  const to = from + entries.length;
  const last = to >= head.count;
  await deps.commit({
    changes: [
      deps.admissions.save(next(last ? { phase: 'seats', done: 0 } : { phase: 'places', done: to }), was),
      ...staying.flatMap(({ application, place }) => placeChanges(deps, application, place, now)),
    ],
    events: [
      {
        subject: roundSubject(was.roundId),
        type: 'ResultsWritten',
        by: 'system:run',
        at: now,
        data: { snapshot: head.number, from, to, places: staying.length },
      },
      ...staying.map(
        ({ place }): EventDraft => ({
          subject: place.reference,
          type: 'PlaceGiven',
          by: 'system:run',
          at: now,
          data: { snapshot: place.snapshot, rank: place.rank, state: place.state },
        }),
      ),
    ],
  });
}

/** The application is saved again unchanged, so that somebody who withdraws in this moment gets no place. */
const placeChanges = (
  { applications, seats }: ReleaseDependencies,
  application: Application,
  place: Place,
  now: Instant,
) => [
  applications.save(changedApplication(application, now, {}), application),
  seats.createPlace(place),
  ...(place.waitlistNumber === undefined ? [] : seats.enterWaitlist(place)),
];

/** A mail finds the truth of its moment: what no longer holds by then is not sent. */
async function writeMails({ deps, head, entries: read, from, now, was, next }: Page): Promise<void> {
  const entries = await read(from, from + mailsInOneCommit);
  const to = from + entries.length;
  const last = to >= head.count;
  const after = last
    ? changedAdmission(was, now, { progress: undefined }, 'release')
    : next({ phase: 'mails', done: to });
  await deps.commit({
    changes: [deps.admissions.save(after, was)],
    events: [
      {
        subject: roundSubject(was.roundId),
        type: last ? 'ResultsTold' : 'ResultsMailed',
        by: 'system:run',
        at: now,
        data: { from, to },
      },
    ],
    outbox: entries.flatMap((entry) => mailOf(entry)),
  });
}

const templates = { SEAT: undefined, WAITLIST: 'waitlisted', NOT_SELECTED: 'not-selected' } as const;

const mailOf = ({ reference, outcome }: SnapshotEntry) => {
  const template = templates[outcome.outcome];
  return template ? [{ kind: 'mail' as const, template, to: { applicant: reference }, ids: {} }] : [];
};
