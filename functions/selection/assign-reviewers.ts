import type { Application } from '../applications/application.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import { assignInDoubt } from '../reviewers/assign-in-doubt.ts';
import type { Assignment } from '../reviewers/assignment.ts';
import { reviewInterestsBetween } from '../reviewers/conflicts.ts';
import { changedReviewer, newReviewer } from '../reviewers/reviewer.ts';
import {
  applicantsOf,
  asAvailable,
  asJudge,
  awayTooLong,
  type RoundReviewer,
  reviewersOfRound,
} from '../reviewers/round-reviewers.ts';
import type { AdmissionRules } from '../rounds/admission-rules.ts';
import type { Round } from '../rounds/round.ts';
import { presentRunOf } from '../runs/run.ts';
import type { RunStep } from '../runs/steps.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Change } from '../shared/database/database.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { EventType, OutcomeOf } from '../shared/names.ts';
import { fingerprint } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Admission, changedAdmission, roundSubject } from './admission.ts';
import { admittingRound } from './admitting-round.ts';
import type { Plan, Planned, PlanPage } from './assignment-plan.ts';
import type { Dependencies } from './dependencies.ts';
import type { selectionSteps } from './joints.ts';

/** References read at a time. */
const inOneRead = 100;
/** Applications in one item of the plan: far below the 400 KB of an item. */
const inOnePage = 200;
/** Items of the plan stored at a time, each with its event at most: below the 100 items and 4 MB of a transaction. */
const inOneCommit = 48;

type Needed = Pick<Dependencies, 'admissions' | 'applications' | 'screenings' | 'people' | 'rounds' | 'commit'>;

/**
 * *Assign the reviewers*: the whole round at once, stored as a plan that the screenings are then started by. What could
 * not be satisfied stands in the plan, and operators are told of it once. The same input gives the same plan.
 */
export async function assignReviewersOfRound(
  deps: Needed,
  { reference: roundId, run }: RunStep,
  now: Instant,
): Promise<OutcomeOf<typeof selectionSteps, 'assign-reviewers'>> {
  return decideAgainOnConflict(async () => {
    const was = await deps.admissions.get(roundId);
    if (was?.state !== 'ASSIGNING' || presentRunOf(roundId, was) !== run) return 'MOVED';
    const { round, rules } = await admittingRound(deps, was);
    const reviewers = await reviewersOfRound(deps, deps.screenings, roundId);
    const assignment = await assign(deps, round, rules.review, reviewers, now);
    const { plan, pages } = planned(roundId, assignment);
    const next = await store(deps, was, items(deps, plan, pages, assignment, reviewers), now);
    const operators = plan.short.reviews > 0 ? await deps.people.withRole('operator') : [];
    const last = changedAdmission(next, now, { progress: { after: '', done: 0, of: plan.applications } }, 'assign');
    await deps.commit({
      changes: [deps.admissions.save(last, next)],
      events: [assigned(plan, now)],
      outbox: operators.map(({ id }) => notice(id, plan)),
    });
    return 'STARTING';
  }, tries.contested);
}

/** The sent applications of a round that are in the selection. */
async function* accepted({ applications }: Needed, roundId: string): AsyncGenerator<Application[]> {
  let after: string | undefined;
  do {
    const page = await applications.sentIn(roundId, after, inOneRead);
    yield (await applications.many(page.references)).filter(({ state }) => state === 'ACCEPTED');
    after = page.after;
  } while (after !== undefined);
}

async function assign(
  deps: Needed,
  round: Round,
  rules: AdmissionRules['review'],
  reviewers: readonly RoundReviewer[],
  now: Instant,
): Promise<Planning> {
  const applicants = [];
  const toReview = [];
  for await (const applications of accepted(deps, round.id)) {
    applicants.push(...(await applicantsOf(deps, round, applications)));
    toReview.push(
      ...applications.map(({ reference, lang }) => ({ reference, lang, wanted: rules.reviewers, had: [] })),
    );
  }
  const assignment = assignInDoubt(
    toReview,
    reviewers.map((reviewer) => ({ ...asAvailable(reviewer), load: 0 })),
    reviewInterestsBetween(applicants, reviewers.map(asJudge)),
    awayTooLong(reviewers, rules.within, now),
  );
  return { ...assignment, references: toReview.map(({ reference }) => reference).sort() };
}

type Planning = Assignment & { readonly references: readonly string[] };

function planned(
  roundId: string,
  { references, assigned, missing }: Planning,
): { readonly plan: Plan; readonly pages: readonly PlanPage[] } {
  const people = new Map(assigned.map(({ reference, reviewers }) => [reference, reviewers]));
  const lacking = new Map(missing.map(({ reference, count }) => [reference, count]));
  const labels = labelsOf(assigned);
  const applications = references.map(
    (reference): Planned => ({
      reference,
      reviewers: (people.get(reference) ?? []).map((person) => ({
        person,
        label: labels.get(person)?.get(reference) ?? 1,
      })),
      missing: lacking.get(reference),
    }),
  );
  const pages = Array.from({ length: Math.ceil(applications.length / inOnePage) }, (_, index) => ({
    roundId,
    page: index + 1,
    applications: applications.slice(index * inOnePage, (index + 1) * inOnePage),
  }));
  const plan = {
    roundId,
    pages: pages.length,
    applications: applications.length,
    reviews: assigned.reduce((sum, { reviewers }) => sum + reviewers.length, 0),
    persons: [...labels.keys()].sort(),
    short: { ...shortage(missing), unreviewed: applications.length - assigned.length },
  };
  return { plan, pages };
}

/** For each reviewer the numbers of their applications, in an order that tells nothing about them. */
function labelsOf(assigned: Assignment['assigned']): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const given = Map.groupBy(
    assigned.flatMap(({ reference, reviewers }) => reviewers.map((person) => ({ person, reference }))),
    ({ person }) => person,
  );
  return new Map(
    [...given].map(([person, theirs]) => {
      const order = theirs
        .map(({ reference }) => ({ reference, key: fingerprint(person, reference) }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      return [person, new Map(order.map(({ reference }, index) => [reference, index + 1]))];
    }),
  );
}

function shortage(missing: Assignment['missing']): Omit<Plan['short'], 'unreviewed'> {
  const why: Record<string, number> = {};
  for (const lack of missing) {
    for (const [reason, count] of Object.entries(lack.why)) why[reason] = (why[reason] ?? 0) + count;
  }
  return { applications: missing.length, reviews: missing.reduce((sum, { count }) => sum + count, 0), why };
}

const items = (
  { admissions, screenings }: Needed,
  plan: Plan,
  pages: readonly PlanPage[],
  { loads }: Planning,
  reviewers: readonly RoundReviewer[],
): readonly Change[] => [
  ...pages.map((page) => admissions.putPlanPage(page)),
  admissions.putPlan(plan),
  ...reviewers.map(({ person, record }) => {
    const load = loads.find(({ id }) => id === person.id)?.after ?? 0;
    const counted = { last: load, load };
    return screenings.saveReviewer(
      record ? changedReviewer(record, counted) : { ...newReviewer(plan.roundId, person.id), ...counted },
      record,
    );
  }),
];

/** Stores the plan; each part under the revision of the admission, so that one that was overtaken stores nothing more. */
async function store(deps: Needed, was: Admission, changes: readonly Change[], now: Instant): Promise<Admission> {
  let present = was;
  for (let from = 0; from < changes.length; from += inOneCommit) {
    const part = changes.slice(from, from + inOneCommit);
    const next = changedAdmission(present, now, {});
    await deps.commit({
      changes: [deps.admissions.save(next, present), ...part],
      events: [event(was.roundId, 'AssignmentStored', now, { items: part.length })],
    });
    present = next;
  }
  return present;
}

const event = (roundId: string, type: EventType, at: Instant, data: EventDraft['data']): EventDraft => ({
  subject: roundSubject(roundId),
  type,
  by: 'system:run',
  at,
  data,
});

const assigned = ({ roundId, applications, reviews, persons, short }: Plan, now: Instant): EventDraft =>
  event(roundId, 'ReviewersAssigned', now, {
    applications,
    reviews,
    reviewers: persons.length,
    shortApplications: short.applications,
    withoutReviewer: short.unreviewed,
    shortReviews: short.reviews,
    ...short.why,
  });

const notice = (person: string, { roundId, short }: Plan): OutboxDraft => ({
  kind: 'mail',
  template: 'operator-notice',
  to: { person },
  ids: {
    about: 'reviewers-missing',
    subject: roundId,
    detail: [
      `applications ${short.applications}`,
      `reviews ${short.reviews}`,
      `without a reviewer ${short.unreviewed}`,
      ...Object.entries(short.why).map(([reason, count]) => `${reason} ${count}`),
    ].join(', '),
  },
});
