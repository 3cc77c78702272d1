import { presentRunOf } from '../runs/run.ts';
import type { CountStep } from '../runs/steps.ts';
import { seatEvent } from '../seats/offer.ts';
import { changedSeat } from '../seats/seat.ts';
import { type Admission, changedAdmission, roundSubject } from '../selection/admission.ts';
import { type Counted, counted } from '../selection/counting.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { cancelApplication } from './cancel-application.ts';
import { askedStaff } from './cancelled-staff.ts';
import type { Dependencies } from './dependencies.ts';
import type { cohortSteps } from './joints.ts';

type Needed = Pick<
  Dependencies,
  'admissions' | 'applications' | 'requests' | 'screenings' | 'seats' | 'people' | 'rounds' | 'commit'
>;

/** Applicants told in one step, one commit each; staff told, and seats closed, in one commit. */
const inOnePage = 25;
const inOneCommit = 40;

/** Where the telling stands: the staff first, while it still shows who was asked; then the applicants; then the seats. */
type Stage =
  | { readonly at: 'staff'; readonly after: string }
  /** `found` says whether this pass over the applicants has told anybody: the last pass tells nobody. */
  | { readonly at: 'applicants'; readonly found: boolean; readonly after: string }
  | { readonly at: 'seats' };

const written = (stage: Stage): string => {
  if (stage.at === 'staff') return `staff:${stage.after}`;
  return stage.at === 'seats' ? 'seats' : `applicants:${stage.found ? 'found' : 'none'}:${stage.after}`;
};

const stageOf = ({ progress }: Admission): Stage => {
  const [at, first = '', after = ''] = (progress?.after ?? 'staff:').split(':', 3);
  if (at === 'applicants') return { at, found: first === 'found', after };
  return at === 'seats' ? { at } : { at: 'staff', after: first };
};

/**
 * *Tell everybody that it is cancelled*, page by page: reviewers and members of the committee who were asked get one
 * mail each; every application that was neither refused nor withdrawn ends, with all that is open about it. Who applied
 * in the very moment of the cancellation is found by another pass.
 */
export async function tellCancelled(
  deps: Needed,
  step: CountStep,
  now: Instant,
): Promise<Counted<OutcomeOf<typeof cohortSteps, 'tell-cancelled'>>> {
  return decideAgainOnConflict(async () => {
    const was = await deps.admissions.get(step.reference);
    const { done = 0, of = 0 } = was?.progress ?? {};
    const numbers = { done, of, checks: step.checks };
    if (was?.state !== 'CANCELLING' || !was.cancelled || presentRunOf(was.roundId, was) !== step.run) {
      return counted('MOVED', numbers);
    }
    // Who sends in this very moment is found by the passes below, or is not sent.
    if (!was.latchedAt) await deps.admissions.closeLatches(was.roundId);
    const page = { deps, was, by: was.cancelled.by, now };
    const stage = stageOf(was);
    switch (stage.at) {
      case 'staff':
        return counted('MORE', { ...numbers, ...(await tellStaff(page, stage.after)) });
      case 'applicants':
        return counted('MORE', { ...numbers, ...(await tellApplicants(page, stage)) });
      case 'seats': {
        const closed = await closeSeats(page);
        return counted(closed ? 'CANCELLED' : 'MORE', numbers);
      }
    }
  }, tries.contested);
}

interface Page {
  readonly deps: Needed;
  readonly was: Admission;
  readonly by: string;
  readonly now: Instant;
}
interface Numbers {
  readonly done: number;
  readonly of: number;
}

const goOn = ({ deps, was, now }: Page, stage: Stage, numbers: Numbers) =>
  deps.admissions.save(
    changedAdmission(was, now, {
      latchedAt: was.latchedAt ?? now,
      progress: { after: written(stage), ...numbers },
    }),
    was,
  );

async function tellStaff(page: Page, after: string): Promise<Numbers> {
  const { deps, was, by, now } = page;
  const staff = (await askedStaff(deps, was)).filter((id) => id > after);
  const some = staff.slice(0, inOneCommit);
  const last = some.length === staff.length;
  const numbers = { done: 0, of: last ? await countSent(deps, was.roundId) : 0 };
  await deps.commit({
    changes: [
      goOn(
        page,
        last ? { at: 'applicants', found: false, after: '' } : { at: 'staff', after: some.at(-1) ?? after },
        numbers,
      ),
    ],
    events: [
      { subject: roundSubject(was.roundId), type: 'StaffToldOfCancellation', by, at: now, data: { people: some } },
    ],
    outbox: some.map((person) => ({
      kind: 'mail',
      template: 'round-cancelled-staff',
      to: { person },
      ids: { round: was.roundId },
    })),
  });
  return numbers;
}

async function tellApplicants(page: Page, stage: Extract<Stage, { at: 'applicants' }>): Promise<Numbers> {
  const { deps, was, by, now } = page;
  const { references, after } = await deps.applications.sentIn(was.roundId, stage.after || undefined, inOnePage);
  let told = 0;
  for (const reference of references) if (await cancelApplication(deps, reference, by, now)) told += 1;
  const found = stage.found || told > 0;
  const { done = 0, of = 0 } = was.progress ?? {};
  const numbers = { done: done + told, of };
  const next: Stage =
    after === undefined
      ? found
        ? { at: 'applicants', found: false, after: '' }
        : { at: 'seats' }
      : { at: 'applicants', found, after };
  await deps.commit({
    changes: [goOn(page, next, numbers)],
    events: [{ subject: roundSubject(was.roundId), type: 'ApplicantsToldOfCancellation', by, at: now, data: { told } }],
  });
  return numbers;
}

async function countSent({ applications }: Needed, roundId: string): Promise<number> {
  let [sent, after]: [number, string | undefined] = [0, undefined];
  do {
    const page: Awaited<ReturnType<typeof applications.sentIn>> = await applications.sentIn(roundId, after, 1000);
    sent += page.references.length;
    after = page.after;
  } while (after !== undefined);
  return sent;
}

/** Closes the seats that nobody had; true with the last of them, and the move. */
async function closeSeats({ deps, was, by, now }: Page): Promise<boolean> {
  const round = was.releasedAt ? await deps.rounds.version(was.roundId, was.roundVersion ?? 0) : undefined;
  const seats = round ? await deps.seats.seatsOf(was.roundId, round.capacity) : [];
  const open = seats.filter(({ state }) => state !== 'CLOSED');
  const some = open.slice(0, inOneCommit);
  const last = some.length === open.length;
  const { done = 0 } = was.progress ?? {};
  await deps.commit({
    changes: [
      ...some.map((seat) =>
        deps.seats.saveSeat(changedSeat(seat, now, { idle: false, stuck: undefined }, 'close'), seat),
      ),
      ...(last ? [deps.admissions.save(changedAdmission(was, now, { progress: undefined }, 'tell'), was)] : []),
    ],
    events: [
      {
        subject: roundSubject(was.roundId),
        type: last ? 'CancellationTold' : 'SeatsClosed',
        by,
        at: now,
        data: { applicants: done, seats: some.length },
      },
      ...some.map((seat) => seatEvent(seat, 'SeatClosed', by, now, { why: 'round cancelled' })),
    ],
  });
  return last;
}
