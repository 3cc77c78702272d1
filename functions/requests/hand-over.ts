import { isAway, type Person } from '../people/person.ts';
import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { mailTo } from './ask.ts';
import { assigneeId, handed } from './request.ts';
import type { RequestsTable } from './requests-table.ts';
import type { Staff } from './who-is-asked.ts';

/** People to whom a request may be handed: entitled, here today, without an interest, and not the one who has it. */
export async function entitledPeople(
  { people, kinds, interestsIn }: Staff,
  request: { readonly kind: string; readonly subject: string; readonly holder: string },
  now: Instant,
): Promise<Person[]> {
  const role = kinds.get(request.kind)?.heldBy;
  const candidates = role ? await people.withRole(role) : [];
  const here = candidates.filter((person) => person.id !== request.holder && !isAway(person, seoulDateOf(now)));
  const interestOf = interestsIn(request);
  const interests = await Promise.all(here.map(interestOf));
  return here.filter((_, index) => interests[index] !== 'surely');
}

/** Hands an open request to somebody entitled: the old link then says where it went, the new one is mailed. */
export async function handOver(
  deps: Staff & { readonly requests: RequestsTable; readonly commit: Commit },
  given: { readonly request: string; readonly generation?: number; readonly to: string; readonly by: string },
  now: Instant,
): Promise<'handed' | 'not-entitled' | 'somebody-was-first'> {
  return decideAgainOnConflict(async () => {
    const was = await deps.requests.get(given.request);
    if (was?.state !== 'OPEN') return 'somebody-was-first';
    if (given.generation !== undefined && was.generation !== given.generation) return 'somebody-was-first';
    const holder = assigneeId(was.assignee);
    const candidates = await entitledPeople(deps, { kind: was.kind, subject: was.subject, holder }, now);
    if (!candidates.some((person) => person.id === given.to)) return 'not-entitled';
    const next = handed(was, given.to, 'handed over', now);
    await deps.commit({
      changes: [deps.requests.save(next, was)],
      events: [
        {
          subject: was.subject,
          type: 'RequestHandedOver',
          by: given.by,
          at: now,
          data: { request: was.id, from: holder, to: given.to, due: next.dueAt },
        },
      ],
      outbox: [mailTo(next, 'request-opened')],
    });
    return 'handed';
  }, tries.contested);
}
