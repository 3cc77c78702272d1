import type { PeopleTable } from '../people/people-table.ts';
import { newId, type RandomBytes } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import type { Plan } from './plan.ts';
import { type Asked, openedRequest } from './request.ts';
import { type Staff, whoIsAsked } from './who-is-asked.ts';

/** A plan for somebody of the staff: if they have a deputy, it passes on to them, who then have `deputyWithin`. */
export async function planWithDeputy(
  { people }: { readonly people: Pick<PeopleTable, 'get'> },
  person: string,
  { deputyWithin, ...plan }: Plan & { readonly deputyWithin: number },
): Promise<Plan> {
  const deputy = (await people.get(person))?.deputy;
  return { ...plan, ...(deputy !== undefined && { deputy, deputyWithin }) };
}

type AskedOfStaff = Omit<Parameters<typeof openedRequest>[0], 'id' | 'assignee' | 'why' | 'callback' | 'now'> & {
  readonly person: string;
};

/** A request to somebody of the staff, or to who stands in for them, for which no run waits: the caller stores it. */
export async function requestToStaff(
  deps: Staff & { readonly random: RandomBytes },
  { person: named, ...asked }: AskedOfStaff,
  now: Instant,
): Promise<Asked> {
  const { kind, subject, plan } = asked;
  const { person, why } = await whoIsAsked(deps, { kind, subject, person: named, plan }, now);
  return openedRequest({ ...asked, id: newId(deps.random), assignee: { person }, why, now });
}
