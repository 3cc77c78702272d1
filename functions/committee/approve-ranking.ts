import { resumeWithNews } from '../requests/ask.ts';
import { settled } from '../requests/request.ts';
import { revive } from '../runs/run.ts';
import { changedAdmission, roundSubject } from '../selection/admission.ts';
import { approved } from '../selection/deliberation.ts';
import type { Dependencies } from '../selection/dependencies.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { exclusionOf } from './committee-members.ts';
import { endRequests } from './committee-requests.ts';
import { excludeMember } from './declare-committee-conflict.ts';
import { type MemberAnswer, type OpenDeliberation, openDeliberation } from './open-deliberation.ts';

type Reach = Pick<
  Dependencies,
  'requests' | 'admissions' | 'applications' | 'people' | 'rounds' | 'screenings' | 'commit'
>;

/**
 * One member's approval of the ranking exactly as they were shown it. The last one that it takes decides: the results
 * may be released, and what the others were asked is done with. `excluded`: who has come to have a
 * conflict on a decisive case, or is no longer a member.
 */
export async function approveRanking(
  deps: Reach,
  answer: MemberAnswer,
  now: Instant,
): Promise<'approved' | 'decided' | 'excluded' | 'somebody-was-first'> {
  return decideAgainOnConflict(async () => {
    const open = await openDeliberation(deps, answer);
    if (!open || open.deliberation.approvals.some(({ member }) => member === answer.by)) return 'somebody-was-first';
    const why = await exclusionOf(deps, open.admission, answer.by);
    if (why) {
      await excludeMember(deps, open, { ...answer, why }, now);
      return 'excluded';
    }
    const next = approved(open.deliberation, { member: answer.by, request: open.request.id }, now);
    if (next.state === 'APPROVED') await decide(deps, open, next, answer, now);
    else await keep(deps, open, next, answer, now);
    return next.state === 'APPROVED' ? 'decided' : 'approved';
  }, tries.contested);
}

type Next = OpenDeliberation['deliberation'];

const approvalEvent = ({ request }: OpenDeliberation, next: Next, by: string, at: Instant): EventDraft => ({
  subject: request.subject,
  type: 'RankingApproved',
  by: `person:${by}`,
  at,
  data: { request: request.id, snapshot: next.snapshot, approvals: next.approvals.length, needed: next.needed },
});

const keep = (deps: Reach, open: OpenDeliberation, next: Next, { by }: MemberAnswer, now: Instant): Promise<void> =>
  deps.commit({
    changes: [
      deps.requests.save(settled(open.request, { outcome: 'APPROVE', by, at: now }), open.request),
      deps.admissions.saveDeliberation(next, open.deliberation),
    ],
    events: [approvalEvent(open, next, by, now)],
  });

async function decide(
  deps: Reach,
  open: OpenDeliberation,
  next: Next,
  { by }: MemberAnswer,
  now: Instant,
): Promise<void> {
  const { request, admission, deliberation } = open;
  const head = await deps.admissions.snapshotHead(admission.roundId, next.snapshot);
  if (!head) throw new Fault('RankingMissing', { round: admission.roundId, snapshot: next.snapshot });
  const news = resumeWithNews(admission);
  const { revival, start } = revive('cohort-admission', admission.roundId, admission);
  await deps.commit({
    changes: [
      deps.requests.save(settled(request, { outcome: 'APPROVE', by, at: now }), request),
      deps.admissions.saveDeliberation(next, deliberation),
      deps.admissions.save(changedAdmission(admission, now, { ...news.change, ...revival }, 'approve'), admission),
      ...(await endRequests(
        deps,
        deliberation,
        { outcome: 'SUPERSEDED', by: `person:${by}`, except: request.id },
        now,
      )),
    ],
    events: [
      approvalEvent(open, next, by, now),
      {
        subject: roundSubject(admission.roundId),
        type: 'RankingDecided',
        by: `person:${by}`,
        at: now,
        data: {
          snapshot: head.number,
          hash: head.snapshotHash,
          rules: head.rulesHash,
          version: head.roundVersion,
          approvedBy: next.approvals.map(({ member }) => member),
        },
      },
    ],
    outbox: [...news.outbox, ...start],
  });
}
