import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { type Application, newApplication } from '../../../functions/applications/application.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { startOf } from '../../../functions/runs/run.ts';
import { type Admission, changedAdmission, newAdmission } from '../../../functions/selection/admission.ts';
import { type Seating, seatingOf } from '../../../functions/selection/allocation.ts';
import { type Snapshot, seal } from '../../../functions/selection/snapshot.ts';
import { storeEntries } from '../../../functions/selection/store-snapshot.ts';
import { canonicalHash } from '../../../functions/shared/database/canonical.ts';
import { fingerprint } from '../../../functions/shared/random.ts';
import { addMinutes, type Instant } from '../../../functions/shared/time.ts';

/* A round whose ranking is approved, without the reviews and the committee that led to it. */

/** Somebody of the ranking, in the order of places. */
export interface Ranked {
  readonly reference: string;
  readonly email: string;
  readonly quotas?: readonly string[];
  readonly lang?: 'ko' | 'en';
  /** The secret of a browser that has the application open. */
  readonly secret?: string;
  readonly unplaceable?: boolean;
}

/** An application that was accepted for selection. */
export function acceptedApplication(round: Round, ranked: Ranked, now: Instant): Application {
  return {
    ...newApplication({
      reference: ranked.reference,
      roundId: round.id,
      roundVersion: round.version,
      lang: ranked.lang ?? 'ko',
      email: ranked.email,
      now,
      closesAt: round.closesAt,
    }),
    state: 'ACCEPTED',
    version: 1,
    sessions: [fingerprint(ranked.secret ?? ranked.reference)],
    name: '김하늘',
    sentAt: now,
    decision: { outcome: 'ACCEPTED', at: now, by: 'rules', version: 1, roundVersion: round.version, rules: [] },
  };
}

export function approvedSnapshot(
  round: Round,
  ranked: readonly Ranked[],
  now: Instant,
  seating: Partial<Seating> = {},
): Snapshot {
  const { admission } = round;
  if (!admission) throw new Error('a round with an admission, please');
  return seal({
    number: 1,
    roundId: round.id,
    roundVersion: round.version,
    rulesHash: canonicalHash('rules'),
    madeAt: now,
    madeBy: 'system:run',
    inputsHash: canonicalHash('inputs'),
    seedHash: canonicalHash('seed'),
    model: { rankedBy: 'mean' },
    seating: { ...seatingOf(round.capacity, admission), ...seating },
    entries: ranked.map(({ reference, quotas = [], unplaceable }, index) => {
      const score = Math.max(1, 5 - index / 100);
      const criteria = Object.fromEntries(admission.review.criteria.map(({ id }) => [id, score]));
      return {
        reference,
        place: index + 1,
        scores: { ranked: score, mean: score, median: score, spread: 0, criteria },
        reviews: 2,
        lot: canonicalHash(reference),
        quotas: [...quotas],
        flags: unplaceable ? ['below-minimum' as const] : [],
      };
    }),
  });
}

/** What the commits of a test are made with. */
type Needed = Pick<Dependencies, 'admissions' | 'applications' | 'commit'>;

/**
 * Stores the applications, the snapshot, and the admission in the state before the release; the run that releases is
 * started, in place of the one that waited for the closing.
 */
export async function approveRanking(
  deps: Needed,
  round: Round,
  ranked: readonly Ranked[],
  now: Instant,
  seating: Partial<Seating> = {},
): Promise<{ readonly snapshot: Snapshot; readonly admission: Admission }> {
  const event = (subject: string) => ({ subject, type: 'MadeByTest' as const, by: 'operator:test', at: now });
  for (let from = 0; from < ranked.length; from += 20) {
    const some = ranked.slice(from, from + 20).map((one) => acceptedApplication(round, one, addMinutes(now, -60)));
    await deps.commit({
      changes: some.flatMap((application) => [
        deps.applications.create(application),
        deps.applications.listInRound(round.id, application.reference),
      ]),
      events: [event(`round#${round.id}`), ...some.map(({ reference }) => event(reference))],
    });
  }
  const snapshot = approvedSnapshot(round, ranked, now, seating);
  await storeEntries(deps, snapshot);
  const was = await deps.admissions.get(round.id);
  const before =
    was ??
    newAdmission({ roundId: round.id, seed: canonicalHash('seed of seeds'), seedHash: canonicalHash('seed'), now });
  const admission: Admission = {
    ...changedAdmission(before, now, {
      run: before.run + 1,
      snapshot: snapshot.number,
      roundVersion: round.version,
    }),
    state: 'RELEASING',
  };
  await deps.commit({
    changes: [
      deps.admissions.createSnapshot(snapshot),
      was ? deps.admissions.save(admission, was) : deps.admissions.create(admission),
    ],
    events: [event(`round#${round.id}`)],
    outbox: [startOf('cohort-admission', round.id, admission.run)],
  });
  return { snapshot, admission };
}
