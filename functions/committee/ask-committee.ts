import type { Person } from '../people/person.ts';
import { mailTo, waitForNews } from '../requests/ask.ts';
import { type Asked, assigneeId, openedRequest, type PersonRequest } from '../requests/request.ts';
import type { Round } from '../rounds/round.ts';
import { presentRunOf } from '../runs/run.ts';
import type { AskStep } from '../runs/steps.ts';
import { type Admission, changedAdmission, roundSubject } from '../selection/admission.ts';
import { type Deliberation, deliberated, isShort, newDeliberation } from '../selection/deliberation.ts';
import type { Dependencies } from '../selection/dependencies.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import { Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { newId } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { type MembersToAsk, membersToAsk } from './committee-members.ts';
import { committeeApproval, committeeKey, committeeOutcomes, endRequests } from './committee-requests.ts';
import type { committeeSteps } from './joints.ts';
import { shortNotices } from './short-committee.ts';

/** Members asked in one transaction: each takes four items. */
const inOneCommit = 20;

type Needed = Pick<
  Dependencies,
  'admissions' | 'applications' | 'commit' | 'people' | 'random' | 'requests' | 'rounds' | 'screenings'
>;

/**
 * *Ask the committee*: every member without a conflict on a decisive case is asked about the snapshot in force, once;
 * members who were loaded later as soon as the step runs again. The run waits until the ranking is approved or returned.
 */
export const askCommittee = (deps: Needed, step: AskStep, now: Instant): Promise<void> =>
  waitForNews<OutcomeOf<typeof committeeSteps, 'ask-committee'>>(
    deps,
    roundSubject(step.reference),
    step,
    now,
    async () => {
      const was = await deps.admissions.get(step.reference);
      if (!was || presentRunOf(was.roundId, was) !== step.run) return { outcome: 'SUPERSEDED' };
      if (was.state !== 'WITH_COMMITTEE') return { outcome: 'MOVED' };
      const present = await askMembers(deps, was, now);
      return {
        callback: present.callback,
        hold: (callback) => [deps.admissions.save(changedAdmission(present, now, { callback, news: false }), present)],
      };
    },
  );

/** Opens the requests that are missing, some at a time; gives the admission as it is then. */
async function askMembers(deps: Needed, admission: Admission, now: Instant): Promise<Admission> {
  const { roundId, snapshot: number } = admission;
  const round = await deps.rounds.version(roundId, admission.roundVersion ?? 0);
  const snapshot = await deps.admissions.snapshot(roundId, number);
  if (!round?.admission || !snapshot)
    throw new Fault(snapshot ? 'RoundMissing' : 'RankingMissing', { round: roundId, snapshot: number });
  const was = await deps.admissions.deliberation(roundId, number);
  const before = was ? undefined : await deps.admissions.deliberation(roundId, number - 1);
  const start = was ?? newDeliberation(snapshot, round.admission.committee.approvals, before);
  const members = await membersToAsk(deps, round, snapshot, start, now);
  const some = { ...members, ask: members.ask.slice(0, inOneCommit) };
  const nothing = some.ask.length === 0 && some.exclude.length === 0 && (start.toldShort || !isShort(start));
  if (was && nothing) return admission;
  return askMembers(deps, await askSome(deps, { admission, round, start, was }, some, now), now);
}

interface Given {
  readonly admission: Admission;
  readonly round: Round;
  readonly start: Deliberation;
  /** As it is stored; nothing before the first are asked. */
  readonly was: Deliberation | undefined;
}

async function askSome(
  deps: Needed,
  { admission, round, start, was }: Given,
  { ask, exclude }: MembersToAsk,
  now: Instant,
): Promise<Admission> {
  const opened = ask.map((person) => requestTo(deps, person, { round, start }, now));
  const lists = {
    asked: [
      ...start.asked,
      ...opened.map((request) => ({ member: assigneeId(request.assignee), request: request.id })),
    ],
    excluded: [...start.excluded, ...exclude],
  };
  const short = ask.length < inOneCommit && !start.toldShort && isShort({ ...start, ...lists });
  const change = { ...lists, toldShort: short ? now : start.toldShort };
  const next = was ? deliberated(was, change) : { ...start, ...change };
  const out = { asked: start.asked.filter(({ member }) => exclude.some((one) => one.member === member)) };
  const present = changedAdmission(admission, now, {});
  await deps.commit({
    changes: [
      deps.admissions.save(present, admission),
      was ? deps.admissions.saveDeliberation(next, was) : deps.admissions.createDeliberation(next),
      ...opened.flatMap((request) => deps.requests.create(request)),
      ...(await endRequests(deps, out, { outcome: 'CONFLICT', by: 'system:run' }, now)),
    ],
    events: [askedEvent(next, { ask, exclude }, now), ...opened.map((request) => openedEvent(request, now))],
    outbox: [
      ...opened.map((request) => mailTo(request, 'request-opened')),
      ...(short ? await shortNotices(deps, next) : []),
    ],
  });
  return present;
}

function requestTo(
  { random }: Pick<Dependencies, 'random'>,
  person: Person,
  { round, start }: Pick<Given, 'round' | 'start'>,
  now: Instant,
): Asked {
  const rules = round.admission?.committee;
  if (!rules) throw new Fault('RulesMissing', { round: round.id });
  return openedRequest({
    id: newId(random),
    kind: committeeApproval,
    subject: roundSubject(round.id),
    context: round.id,
    askKey: committeeKey(round.id, start.snapshot, person.id),
    outcomes: committeeOutcomes,
    assignee: { person: person.id },
    why: start.snapshot === 1 ? 'asked' : 'changed',
    plan: { within: rules.within, remindAfter: [...rules.remindAfter] },
    now,
  });
}

const askedEvent = (deliberation: Deliberation, { ask, exclude }: MembersToAsk, at: Instant): EventDraft => ({
  subject: roundSubject(deliberation.roundId),
  type: 'CommitteeAsked',
  by: 'system:run',
  at,
  data: {
    snapshot: deliberation.snapshot,
    needed: deliberation.needed,
    asked: ask.map(({ id }) => id),
    excluded: exclude.map(({ member, why }) => `${member}: ${why}`),
  },
});

const openedEvent = (request: PersonRequest, at: Instant): EventDraft => ({
  subject: request.subject,
  type: 'RequestOpened',
  by: 'system:run',
  at,
  data: { request: request.id, kind: request.kind, assignee: assigneeId(request.assignee), due: request.dueAt },
});
