import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { lapsesOf } from '../../../functions/app/lapses.ts';
import { wire } from '../../../functions/app/wiring.ts';
import { commitBudget } from '../../../functions/budget/commit-budget.ts';
import { loadBudget } from '../../../functions/budget/load-budget.ts';
import type { WageClaim } from '../../../functions/claim-rules/claim.ts';
import { answerClaim } from '../../../functions/claims/answer-claim.ts';
import { askFinance, askLecturer, askManager } from '../../../functions/claims/ask-steps.ts';
import { checkClaim } from '../../../functions/claims/check-claim.ts';
import type { ClaimDecision } from '../../../functions/claims/claim-decision.ts';
import { decideClaim } from '../../../functions/claims/decide-claim.ts';
import type { Dependencies as ClaimDependencies } from '../../../functions/claims/dependencies.ts';
import { draftClaims } from '../../../functions/claims/draft-claims.ts';
import { type ClaimRequestKind, claimKey, claimRequests } from '../../../functions/claims/requests.ts';
import type { WageRules } from '../../../functions/claims/wage-rules.ts';
import type { Lecturer } from '../../../functions/lecturers/lecturer.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import type { Row } from '../../../functions/people/read-people.ts';
import { chaseRequests } from '../../../functions/requests/chase.ts';
import { assigneeId, type PersonRequest } from '../../../functions/requests/request.ts';
import { presentRunOf } from '../../../functions/runs/run.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import type { Lesson } from '../../../functions/timetable/lesson.ts';
import type { Timetable } from '../../../functions/timetable/timetables-table.ts';
import { memoryDatabase, memoryTables } from '../memory/memory-database.ts';
import { whenProved } from '../second-factor/proved.ts';
import { exampleCard, exampleTax } from '../wages/rules.ts';
import { at, cohort, exampleSettings, lecturerOf } from './made-up.ts';
import { putRules } from './put-rules.ts';

const by = 'operator:test';
const staff = (id: string, roles: string[], more: Partial<Row> = {}): Row => ({
  id,
  name: id,
  email: `${id}@academy.example`,
  lang: 'ko',
  roles,
  deputy: undefined,
  absences: [],
  affiliations: [],
  languages: ['ko'],
  capacity: 50,
  ...more,
});

/** Who works on claims, unless others are named. */
export const claimStaff = (): Row[] => [
  staff('park-sora', ['academy-manager']),
  staff('lee-junho', ['academy-manager']),
  staff('ryu-hana', ['finance-officer']),
  staff('moon-taeho', ['finance-officer']),
  staff('choi-yuna', ['operator']),
];
export { staff };

/** Claims in memory, with everybody and everything that they need; steps and people are moved by whoever asks. */
export async function openClaims({
  db = memoryDatabase({ quick: true }).db,
  now = at('2027-04-01 09:00'),
  people = claimStaff(),
  settings = exampleSettings(),
  isPrepared = false,
}: {
  readonly db?: ReturnType<typeof memoryDatabase>['db'];
  readonly now?: Instant;
  readonly people?: readonly Row[];
  readonly settings?: WageRules['settings'];
  /** People and rules are in the database already. */
  readonly isPrepared?: boolean;
} = {}) {
  const deps: Dependencies & ClaimDependencies = wire(memoryTables, db);
  const clock = { now };
  if (!isPrepared) await loadPeople(deps, people, by, now);
  const rules = async (change: Partial<WageRules> = {}) =>
    putRules(deps, { card: exampleCard(), tax: exampleTax(), settings, ...change }, clock.now);
  if (!isPrepared) await rules();

  const putLecturer = async (lecturer: Lecturer): Promise<void> => {
    const was = await deps.lecturers.get(lecturer.id);
    await deps.commit({
      changes: deps.lecturers.save({ ...lecturer, revision: (was?.revision ?? 0) + 1 }, was),
      events: [{ subject: `lecturer#${lecturer.id}`, type: 'LecturerLoaded', by, at: clock.now }],
    });
  };
  const putTimetable = async (lessons: readonly Lesson[], of = cohort): Promise<void> => {
    const was = await deps.timetables.get(of);
    const next: Timetable = {
      ...was,
      cohort: of,
      version: (was?.version ?? 0) + 1,
      loadedAt: clock.now,
      lessons: [...lessons],
      revision: (was?.revision ?? 0) + 1,
      told: [],
    };
    await deps.commit({
      changes: [deps.timetables.save(next, was)],
      events: [{ subject: `round#${of}`, type: 'TimetableLoaded', by, at: clock.now }],
    });
  };
  const ceiling = (amount: number, line = 'lecturers', year = 2027) =>
    loadBudget(
      deps,
      {
        by,
        file: {
          year,
          example: true,
          lines: { [line]: { title: { ko: '강사료', en: 'Fees' }, ceiling: amount, source: 'x' } },
        },
      },
      clock.now,
    );
  const reserve = (amount: number, line = 'lecturers', year = 2027) =>
    commitBudget(deps, { id: cohort, by, plan: amount > 0 ? [{ year, line, amount }] : [] }, clock.now);

  const claim = async (id: string): Promise<WageClaim> => {
    const found = await deps.claims.get(id);
    if (!found) throw new Error(`no claim ${id}`);
    return found;
  };
  const draft = async (month = '2027-03', only?: string): Promise<string[]> => {
    const outcome = await draftClaims(deps, { cohort, month, by, ...(only !== undefined && { only }) }, clock.now);
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    return outcome.drafts.flatMap((one) => (one.kind === 'drafted' ? [one.claim] : []));
  };

  let tokens = 0;
  const waiting = async (id: string) => {
    const { run, runName } = await claim(id);
    tokens += 1;
    return { reference: id, run: presentRunOf(id, { run, runName }), token: `token-${tokens}` };
  };
  /** What a run does until it waits for somebody, or ends. */
  const go = async (id: string): Promise<void> => {
    for (;;) {
      const step = await waiting(id);
      const outcome = await checkClaim(deps, step, clock.now);
      if (outcome === 'LECTURER') return askLecturer(deps, step, clock.now);
      if (outcome === 'MANAGER') return askManager(deps, step, clock.now);
      if (outcome === 'FINANCE') return askFinance(deps, step, clock.now);
      return;
    }
  };
  const request = async (id: string, kind: ClaimRequestKind): Promise<PersonRequest> => {
    const found = await deps.requests.byAskKey(claimKey(kind, await claim(id)));
    if (!found) throw new Error(`nobody is asked ${kind} about ${id}`);
    return found;
  };
  const answer = async (id: string, given: Partial<Parameters<typeof answerClaim>[1]['answer']> = {}) => {
    const asked = await request(id, claimRequests.lecturer);
    const outcome = await answerClaim(
      deps,
      {
        request: asked.id,
        generation: asked.generation,
        lecturer: assigneeId(asked.assignee),
        answer: { said: [], extras: [], ...given },
      },
      clock.now,
    );
    if (outcome === 'answered') await go(id);
    return outcome;
  };
  const decide = async (id: string, kind: ClaimRequestKind, decision: ClaimDecision, as?: string) => {
    const asked = await request(id, kind);
    const given = {
      request: asked.id,
      generation: asked.generation,
      revision: (await claim(id)).revision,
      by: as ?? assigneeId(asked.assignee),
      decision,
    };
    const outcome = await whenProved(deps, () => decideClaim(deps, given, clock.now), clock.now);
    if (outcome.kind === 'decided' || outcome.kind === 'changed') await go(id);
    return outcome;
  };
  const approve = { outcome: 'APPROVE' } as const;
  return {
    deps,
    db,
    clock,
    rules,
    putLecturer,
    putTimetable,
    ceiling,
    reserve,
    claim,
    draft,
    waiting,
    go,
    request,
    answer,
    asManager: (id: string, decision: ClaimDecision = approve, as?: string) =>
      decide(id, claimRequests.manager, decision, as),
    asFinance: (id: string, decision: ClaimDecision = approve, as?: string) =>
      decide(id, claimRequests.finance, decision, as),
    chase: (now: Instant) => {
      clock.now = now;
      const { requests, people: staffed, kinds, interestsIn, commit } = deps;
      const failing = (fault: unknown) => {
        throw fault;
      };
      return chaseRequests(
        { requests, people: staffed, kinds, interestsIn, commit, lapse: lapsesOf(deps), faulted: failing },
        now,
      );
    },
    line: (name = 'lecturers', year = 2027) => deps.budgets.line({ year, line: name }),
    /** One lecturer with these lessons, money for all of it, and the claims that are drafted of it. */
    month: async (lessons: readonly Lesson[], reserved = 10_000_000) => {
      for (const id of new Set(lessons.map(({ lecturer }) => lecturer))) await putLecturer(lecturerOf(id));
      await putTimetable(lessons);
      await ceiling(100_000_000);
      await ceiling(10_000_000, 'travel');
      await ceiling(100_000_000, 'lecturers', 2028);
      await reserve(reserved);
      const ids = await draft(lessons[0]?.date.slice(0, 7));
      for (const id of ids) await go(id);
      return ids;
    },
  };
}
export type OpenClaims = Awaited<ReturnType<typeof openClaims>>;
