import { approveRanking } from '../../../functions/committee/approve-ranking.ts';
import { askCommittee } from '../../../functions/committee/ask-committee.ts';
import { committeeKey } from '../../../functions/committee/committee-requests.ts';
import { releaseResults } from '../../../functions/seats/release-results.ts';
import { rankApplicants } from '../../../functions/selection/rank-applicants.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import type { MemoryRound } from '../memory/memory-round.ts';

/** Ranks a round whose reviews are in, has two members approve it, and releases the results; in memory. */
export async function decideAndRelease({ deps, round, step }: MemoryRound, now: Instant): Promise<void> {
  await rankApplicants(deps, await step(), now);
  await askCommittee(deps, { ...(await step()), token: 'token' }, now);
  for (const by of ['jung-haneul', 'kang-jiho']) {
    const request = await deps.requests.byAskKey(committeeKey(round.id, 1, by));
    if (!request) throw new Error(`${by} was not asked`);
    await approveRanking(deps, { request: request.id, generation: request.generation, by }, now);
  }
  for (let outcome = 'MORE'; outcome === 'MORE'; ) {
    ({ outcome } = await releaseResults(deps, { ...(await step()), checks: 0 }, now));
  }
}
