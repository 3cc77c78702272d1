import { newClaim, type WageClaim } from '../../../functions/claim-rules/claim.ts';
import { basisFor, calculated } from '../../../functions/claims/claim-basis.ts';
import { claimKey } from '../../../functions/claims/requests.ts';
import { claimantOn } from '../../../functions/lecturers/dated-facts.ts';
import { openedRequest } from '../../../functions/requests/request.ts';
import { newId, secureRandom } from '../../../functions/shared/random.ts';
import { addDays, type Instant, seoulDateOf } from '../../../functions/shared/time.ts';
import type { Lesson } from '../../../functions/timetable/lesson.ts';
import { withholdingOn } from '../../../functions/wages/withholding.ts';
import type { Reach } from './claims.ts';

const by = 'operator:test';

/**
 * Claims of one lecturer, each of one lesson, that the manager has approved and finance is asked about; stored as their
 * runs would have left them, without a run.
 */
export async function waitingForFinance(
  at: Reach,
  { lecturer: id, lessons }: { readonly lecturer: string; readonly lessons: readonly Lesson[] },
  cohort: string,
  now: Instant,
): Promise<readonly { readonly claim: WageClaim; readonly request: string }[]> {
  const lecturer = await at.lecturers.get(id);
  if (!lecturer) throw new Error(`no lecturer ${id}`);
  const promisedPayDate = addDays(seoulDateOf(now), 30);
  const basis = await basisFor(at, lecturer, { cohort, promisedPayDate }, now);
  const withholding = withholdingOn(claimantOn(basis.facts, basis.paidOn).payee, basis.paidOn, basis.tax);
  return Promise.all(
    lessons.map(async ({ id: lesson, date, start, end, course }, index) => {
      const own = { lecturer: id, cohort, lessons: [{ id: lesson, date, start, end, course }], promisedPayDate };
      const draft = newClaim(
        {
          ...own,
          month: date.slice(0, 7),
          // The first of the month is the lecturer's own claim.
          number: index + 2,
          corrections: [],
          calculation: calculated({ ...own, id: '', said: [], extras: [] }, basis),
          versions: basis.versions,
        },
        now,
      );
      const claim: WageClaim = {
        ...draft,
        withholding,
        state: 'MANAGER_APPROVED',
        approvals: [{ by: 'park-sora', role: 'academy-manager', at: now }],
      };
      const request = openedRequest({
        id: newId(secureRandom),
        kind: 'wage-finance',
        subject: claim.id,
        context: cohort,
        askKey: claimKey('wage-finance', claim),
        outcomes: ['APPROVE', 'ANOTHER', 'RETURN', 'ASK_MANAGER', 'REFUSE'],
        assignee: { person: 'ryu-hana' },
        why: 'asked',
        plan: { within: 3, remindAfter: [] },
        now,
      });
      await at.commit({
        changes: [...at.claims.create(claim), ...at.requests.create(request)],
        events: [{ subject: claim.id, type: 'ClaimDrafted', by, at: now }],
      });
      return { claim, request: request.id };
    }),
  );
}
