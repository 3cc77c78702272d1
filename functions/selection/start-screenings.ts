import type { Application } from '../applications/application.ts';
import type { AdmissionRules } from '../rounds/admission-rules.ts';
import { presentRunOf, runShardOf, startOf } from '../runs/run.ts';
import type { CountStep } from '../runs/steps.ts';
import { openedReview } from '../screening/open-review.ts';
import type { Screening } from '../screening/screening.ts';
import type { Commitment } from '../shared/database/commit.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { newId } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Admission, changedAdmission, roundSubject } from './admission.ts';
import { admittingRound } from './admitting-round.ts';
import type { Plan, Planned } from './assignment-plan.ts';
import { type Counted, counted } from './counting.ts';
import type { Dependencies } from './dependencies.ts';
import type { selectionSteps } from './joints.ts';

/** The items of a transaction, without those of the round itself. */
const inOneCommit = 96;
/** What a screening takes beside its reviews: itself, its place among the open ones, its event and its start. */
const ofScreening = 4;
/** What a review takes: itself, its place on the reviewer's list, the request, its key, and the events of both. */
const ofReview = 6;
/** Mails to reviewers stored at a time. */
const mailsInOneCommit = 80;
/** Milliseconds after which an invocation lets the next one go on. */
const startTimeoutMs = 15_000;

type Needed = Pick<
  Dependencies,
  'admissions' | 'applications' | 'screenings' | 'requests' | 'rounds' | 'commit' | 'random'
>;

/**
 * *Start the screenings*, in the order of the plan, a few at a time; then one mail to each reviewer with all of their
 * reviews. What is stored says how far it is, so that another invocation, or another run, goes on there.
 */
export async function startScreenings(
  deps: Needed,
  { reference: roundId, run }: CountStep,
  now: Instant,
): Promise<Counted<OutcomeOf<typeof selectionSteps, 'start-screenings'>>> {
  const until = performance.now() + startTimeoutMs;
  return decideAgainOnConflict(async () => {
    const found = await deps.admissions.get(roundId);
    const plan = await deps.admissions.plan(roundId);
    if (found?.state !== 'STARTING' || presentRunOf(roundId, found) !== run) return progressOf('MOVED', found);
    if (!plan) throw new Fault('PlanMissing', { round: roundId });
    const { rules } = await admittingRound(deps, found);
    let was = found;
    do {
      const place = placeOf(was, plan);
      was =
        place.mail === undefined
          ? await startSome(deps, was, place, rules, now)
          : await mailSome(deps, was, plan, place.mail, now);
    } while (was.state === 'STARTING' && performance.now() < until);
    return progressOf(was.state === 'STARTING' ? 'MORE' : 'REVIEWING', was);
  }, tries.contested);
}

const progressOf = <const Outcome extends string>(
  outcome: Outcome,
  admission: Admission | undefined,
): Counted<Outcome> =>
  counted(outcome, { done: admission?.progress?.done ?? 0, of: admission?.progress?.of ?? 0, checks: 0, seconds: 0 });

/** Where it goes on: an application of a page of the plan, or a mail; both counted from 0, pages from 1. */
interface Place {
  readonly page: number;
  readonly index: number;
  readonly mail?: number;
}

function placeOf({ progress }: Admission, plan: Plan): Place {
  const [kind, first = '1', second = '0'] = (progress?.after || 'page/1/0').split('/');
  const page = kind === 'page' ? Number(first) : plan.pages + 1;
  if (page <= plan.pages) return { page, index: Number(second) };
  return { page, index: 0, mail: kind === 'mail' ? Number(first) : 0 };
}

/** As many applications of one page of the plan as fit into one transaction. */
async function startSome(
  deps: Needed,
  was: Admission,
  { page: number, index }: Place,
  rules: AdmissionRules,
  now: Instant,
): Promise<Admission> {
  const page = await deps.admissions.planPage(was.roundId, number);
  if (!page) throw new Fault('PlanMissing', { round: was.roundId, page: number });
  const some = fitting(page.applications.slice(index));
  const applications = await deps.applications.many(some.map(({ reference }) => reference));
  const started = some.flatMap((planned) => {
    const application = applications.find(({ reference }) => reference === planned.reference);
    return application?.state === 'ACCEPTED' ? [screeningOf(deps, was, planned, application, rules, now)] : [];
  });
  const end = index + some.length >= page.applications.length;
  const next = changedAdmission(was, now, {
    progress: {
      after: end ? `page/${number + 1}/0` : `page/${number}/${index + some.length}`,
      done: (was.progress?.done ?? 0) + started.length,
      of: (was.progress?.of ?? 0) - (some.length - started.length),
    },
  });
  await deps.commit({
    changes: [deps.admissions.save(next, was), ...started.flatMap(({ changes }) => changes)],
    events: [
      {
        subject: roundSubject(was.roundId),
        type: 'ScreeningsStarted',
        by: 'system:run',
        at: now,
        data: { started: started.length, done: next.progress?.done ?? 0, of: next.progress?.of ?? 0 },
      },
      ...started.flatMap(({ events }) => events),
    ],
    outbox: started.flatMap(({ outbox }) => outbox ?? []),
  });
  return next;
}

function fitting(planned: readonly Planned[]): readonly Planned[] {
  let items = 0;
  const beyond = planned.findIndex(({ reviewers }) => {
    items += ofScreening + ofReview * reviewers.length;
    return items > inOneCommit;
  });
  return beyond < 0 ? planned : planned.slice(0, beyond);
}

/** The screening of an application with its reviews and their requests, which all have one due time in the round. */
function screeningOf(
  deps: Needed,
  admission: Admission,
  { reference, reviewers, missing }: Planned,
  { lang }: Application,
  { review: rules }: AdmissionRules,
  now: Instant,
): Commitment {
  const { roundId, roundVersion = 1 } = admission;
  const asked = admission.since.STARTING ?? now;
  const opened = reviewers.map(({ person, label }, index) =>
    openedReview(deps, {
      id: newId(deps.random),
      reference,
      roundId,
      reviewer: person,
      number: index + 1,
      label,
      why: 'assigned',
      rules,
      now: asked,
    }),
  );
  const screening: Screening = {
    reference,
    roundId,
    roundVersion,
    lang,
    state: 'REVIEWING',
    revision: 1,
    run: 1,
    needsRun: runShardOf(reference),
    changedAt: now,
    wanted: rules.reviewers,
    reviews: opened.map(({ review: { id, reviewer, why, state } }) => ({ id, reviewer, why, state })),
    news: false,
    ...(missing && { short: true, toldShort: true, ...(opened.length === 0 && { toldWaiting: true }) }),
    openedAt: asked,
  };
  return {
    changes: [...deps.screenings.create(screening), ...opened.flatMap(({ changes }) => changes)],
    events: [
      {
        subject: reference,
        type: 'ScreeningStarted',
        by: 'system:run',
        at: now,
        data: {
          wanted: screening.wanted,
          requests: opened.map(({ review }) => review.id),
          reviewers: reviewers.map(({ person }) => person),
          ...(opened[0] && { due: opened[0].request.dueAt }),
        },
      },
    ],
    outbox: [startOf('screening', reference, screening.run)],
  };
}

/** Some of the mails to the reviewers; with the last of them the reviews have begun. */
async function mailSome(deps: Needed, was: Admission, plan: Plan, from: number, now: Instant): Promise<Admission> {
  const persons = plan.persons.slice(from, from + mailsInOneCommit);
  const end = from + persons.length >= plan.persons.length;
  const { done = 0, of = 0 } = was.progress ?? {};
  const progress = { after: end ? '' : `mail/${from + persons.length}`, done: end ? 0 : done, of };
  const next = changedAdmission(was, now, { progress }, end ? 'start' : undefined);
  await deps.commit({
    changes: [deps.admissions.save(next, was)],
    events: [
      {
        subject: roundSubject(was.roundId),
        type: end ? 'ReviewsBegan' : 'ReviewersTold',
        by: 'system:run',
        at: now,
        data: { reviewers: persons, screenings: of },
      },
    ],
    outbox: persons.map((person) => ({
      kind: 'mail',
      template: 'reviews-assigned',
      to: { person },
      ids: { round: was.roundId },
    })),
  });
  return next;
}
