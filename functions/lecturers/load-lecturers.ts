import { mailboxOf } from '../people/mailbox.ts';
import type { PeopleTable } from '../people/people-table.ts';
import { asked, type Kinds, reminderOf } from '../requests/kind.ts';
import { readdressed } from '../requests/request.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { financeOfficer, lecturerSubject } from './lecturer.ts';
import type { LecturersTable } from './lecturers-table.ts';
import { type LecturerPlan, planLecturer } from './plan-lecturer.ts';
import type { LecturerRow } from './read-lecturers.ts';

export interface LoadReach {
  readonly lecturers: LecturersTable;
  readonly people: Pick<PeopleTable, 'get'>;
}

/** What a file would do, row by row, and what is wrong with it beside the file. */
export interface LecturersPlan {
  readonly plans: readonly { readonly id: string; readonly plan: LecturerPlan }[];
  readonly wrong: readonly { readonly id: string; readonly reason: string }[];
}

/** Plans a whole file; changes nothing. */
export async function planLecturers(
  deps: LoadReach,
  rows: readonly LecturerRow[],
  now: Instant,
): Promise<LecturersPlan> {
  const plans: { readonly id: string; readonly plan: LecturerPlan }[] = [];
  const wrong: { readonly id: string; readonly reason: string }[] = [];
  const owners = new Map((await deps.lecturers.all()).map(({ id, email }) => [mailboxOf(email), id]));
  for (const row of rows) {
    const { id } = row;
    const plan = planLecturer(row, await deps.lecturers.get(id), now);
    const owner = owners.get(mailboxOf(row.email));
    const moves = rows.some((other) => other.id === owner && mailboxOf(other.email) !== mailboxOf(row.email));
    const reasons = [
      ...(plan.kind === 'too-early'
        ? [`taxSince: is ${plan.since}, and a class from ${plan.last} is recorded already`]
        : []),
      ...(plan.kind === 'erased' ? ['id: is of somebody who was erased'] : []),
      ...(owner !== undefined && owner !== id && !moves ? [`email: is that of ${owner}`] : []),
      ...(await wrongStaff(deps, row)),
    ];
    wrong.push(...reasons.map((reason) => ({ id, reason })));
    plans.push({ id, plan });
  }
  return { plans, wrong };
}

/** Whoever stands behind a fact is known, and how somebody is paid is recorded by finance. */
async function wrongStaff(
  { people }: Pick<LoadReach, 'people'>,
  { id, email, capConfirmedBy, recordedBy }: LecturerRow,
): Promise<string[]> {
  const [confirmer, recorder, namesake] = await Promise.all([capConfirmedBy, recordedBy, id].map(people.get));
  return [
    ...(confirmer ? [] : [`capConfirmedBy: ${capConfirmedBy} is nobody of the staff`]),
    ...(recorder?.roles.includes(financeOfficer) ? [] : [`recordedBy: ${recordedBy} is no ${financeOfficer}`]),
    ...(namesake && mailboxOf(namesake.email) !== mailboxOf(email)
      ? ['id: is that of somebody of the staff with another address']
      : []),
  ];
}

interface StoreReach extends LoadReach {
  readonly requests: RequestsTable;
  readonly kinds: Kinds;
  readonly commit: Commit;
}

/**
 * Stores one lecturer as a row says, with what was in force before. Somebody with another mailbox gets what is open to
 * them mailed there, and older links open it no more.
 */
export async function loadLecturer(
  deps: StoreReach,
  row: LecturerRow,
  by: string,
  now: Instant,
): Promise<LecturerPlan['kind']> {
  return decideAgainOnConflict(async () => {
    const plan = planLecturer(row, await deps.lecturers.get(row.id), now);
    if (plan.kind !== 'new' && plan.kind !== 'changed') return plan.kind;
    const was = plan.kind === 'changed' ? plan.was : undefined;
    const open = plan.kind === 'changed' && plan.moved ? await openRequests(deps, row.id) : [];
    const fields = plan.kind === 'changed' ? [...plan.fields] : [];
    await deps.commit({
      changes: [
        ...deps.lecturers.save(plan.next, was),
        ...(plan.kind === 'changed' && plan.facts ? [deps.lecturers.keepFacts(plan.was)] : []),
        ...open.map((request) => deps.requests.save(readdressed(request, now), request)),
      ],
      events: [
        {
          subject: lecturerSubject(row.id),
          type: was ? 'LecturerChanged' : 'LecturerLoaded',
          by,
          at: now,
          data: { facts: plan.next.facts, fields },
        },
      ],
      outbox: open.map((request) => ({
        kind: 'mail',
        template: reminderOf(deps.kinds.get(request.kind)),
        to: { lecturer: row.id },
        ids: { requests: [request.id] },
      })),
    });
    return plan.kind;
  }, tries.contested);
}

async function openRequests({ requests, kinds }: StoreReach, id: string) {
  const found = await requests.readable(await requests.openFor(id));
  return found.flatMap((request) =>
    request.state === 'OPEN' && request.assignee.lecturer === id ? [asked(kinds, request)] : [],
  );
}
