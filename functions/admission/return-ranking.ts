import type { Dependencies } from '../applications/dependencies.ts';
import { resumeWithNews } from '../requests/ask.ts';
import { settled } from '../requests/request.ts';
import { revive } from '../runs/run.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { changedAdmission, roundSubject } from './admission.ts';
import { exclusionOf } from './committee-members.ts';
import { endRequests } from './committee-requests.ts';
import { excludeMember } from './declare-committee-conflict.ts';
import { returned } from './deliberation.ts';
import { type Move, type MoveProblem, moveInRanking } from './moves.ts';
import { type MemberAnswer, type OpenDeliberation, openDeliberation } from './open-deliberation.ts';
import type { Snapshot } from './snapshot.ts';
import { storeEntries } from './store-snapshot.ts';

type Reach = Pick<
  Dependencies,
  'requests' | 'admissions' | 'applications' | 'people' | 'rounds' | 'screenings' | 'commit'
>;

export type ReturnOutcome =
  | { readonly kind: 'returned'; readonly snapshot: number }
  | { readonly kind: 'unchanged' | 'excluded' | 'somebody-was-first' }
  | { readonly kind: 'refused'; readonly problems: readonly MoveProblem[] };

/**
 * Returns the ranking with changes of place, each with its reason: they make a new snapshot, about which every member is
 * asked anew; approvals of the one before count no more.
 */
export async function returnRanking(
  deps: Reach,
  answer: MemberAnswer,
  moves: readonly Move[],
  now: Instant,
): Promise<ReturnOutcome> {
  return decideAgainOnConflict(async (): Promise<ReturnOutcome> => {
    const open = await openDeliberation(deps, answer);
    if (!open) return { kind: 'somebody-was-first' };
    const why = await exclusionOf(deps, open.admission, answer.by);
    if (why) {
      await excludeMember(deps, open, { by: answer.by, why }, now);
      return { kind: 'excluded' };
    }
    const snapshot = await deps.admissions.snapshot(open.admission.roundId, open.deliberation.snapshot);
    if (!snapshot) throw new Error('the ranking is missing');
    const result = moveInRanking(snapshot, moves, `person:${answer.by}`, now);
    if (result.kind !== 'moved') return result;
    await storeEntries(deps, result.snapshot);
    await replace(deps, open, result.snapshot, { by: answer.by, moves }, now);
    return { kind: 'returned', snapshot: result.snapshot.number };
  }, 5);
}

async function replace(
  deps: Reach,
  { request, admission, deliberation }: OpenDeliberation,
  snapshot: Snapshot,
  { by, moves }: { readonly by: string; readonly moves: readonly Move[] },
  now: Instant,
): Promise<void> {
  const news = resumeWithNews(admission);
  const { revival, start } = revive('cohort-admission', admission.roundId, admission);
  const change = { snapshot: snapshot.number, ...news.change, ...revival };
  await deps.commit({
    changes: [
      deps.admissions.createSnapshot(snapshot),
      deps.requests.save(settled(request, { outcome: 'RETURN', by, at: now }), request),
      deps.admissions.saveDeliberation(returned(deliberation, by, now), deliberation),
      deps.admissions.save(changedAdmission(admission, now, change), admission),
      ...(await endRequests(
        deps,
        deliberation,
        { outcome: 'SUPERSEDED', by: `person:${by}`, except: request.id },
        now,
      )),
    ],
    events: [
      {
        subject: roundSubject(admission.roundId),
        type: 'RankingReturned',
        by: `person:${by}`,
        at: now,
        data: {
          request: request.id,
          snapshot: snapshot.number,
          hash: snapshot.snapshotHash,
          before: deliberation.snapshot,
          moved: moves.map(({ reference, to }) => `${reference} to ${to}`),
          approvalsVoid: deliberation.approvals.map(({ member }) => member),
        },
      },
    ],
    outbox: [...news.outbox, ...start],
  });
}
