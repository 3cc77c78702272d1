import type { Admission } from '../selection/admission.ts';
import type { Dependencies } from './dependencies.ts';

type Needed = Pick<Dependencies, 'people' | 'screenings' | 'requests' | 'admissions'>;

/** Ids of the reviewers and members of the committee who have been asked something that a cancelled round ends. */
export async function askedStaff(deps: Needed, admission: Admission): Promise<string[]> {
  const [reviewers, members] = await Promise.all([openReviewers(deps, admission), endedMembers(deps, admission)]);
  return [...new Set([...reviewers, ...members])].sort();
}

async function openReviewers({ people, screenings }: Needed, { roundId }: Admission): Promise<string[]> {
  const reviewers = await people.withRole('reviewer');
  const asked: string[] = [];
  for (const { id } of reviewers) {
    const reviews = await screenings.reviewsOf({ roundId, person: id });
    if (reviews.some(({ state }) => state === 'OPEN')) asked.push(id);
  }
  return asked;
}

/** Those whose requests the cancellation itself has ended. */
async function endedMembers({ admissions, requests }: Needed, { roundId, snapshot }: Admission): Promise<string[]> {
  const deliberation = snapshot > 0 ? await admissions.deliberation(roundId, snapshot) : undefined;
  if (deliberation?.state !== 'CANCELLED') return [];
  const found = await Promise.all(deliberation.asked.map(({ request }) => requests.get(request)));
  return found.flatMap((request) =>
    request?.outcome === 'CANCELLED' && request.assignee.person !== undefined ? [request.assignee.person] : [],
  );
}
