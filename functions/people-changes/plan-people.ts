import type { Dependencies } from '../app/dependencies.ts';
import * as brought from '../app/ports-brought.ts';
import { roles } from '../app/roles.ts';
import { mailboxOf } from '../people/mailbox.ts';
import { peopleAfter } from '../people/people-after.ts';
import { linkGenerationOf, type Person } from '../people/person.ts';
import type { Row } from '../people/read-people.ts';
import { fateOf } from '../requests/pass-requests.ts';
import type { PersonRequest } from '../requests/request.ts';
import type { Instant } from '../shared/time.ts';

type Needed = Pick<Dependencies, 'people' | 'requests' | 'kinds' | 'interestsIn'>;

/** What becomes of one kind of thing that somebody has open: `to` is who gets it, if it is one person. */
interface Becomes {
  readonly kind: string;
  readonly how: 'passes' | 'nobody' | 'ends' | 'mailed';
  readonly to?: string;
  readonly count: number;
}

/** What loading a row means for whoever it is about; only those for whom it means something. */
export interface PersonPlan {
  readonly person: string;
  /** Roles that they lose, and whether their mailbox is another one: either makes every earlier link worthless. */
  readonly lost: readonly string[];
  readonly moved: boolean;
  readonly becomes: readonly Becomes[];
}

/** What becomes of all that is open, before anything is loaded; changes nothing. */
export async function planPeople(deps: Needed, rows: readonly Row[], now: Instant): Promise<readonly PersonPlan[]> {
  const after = peopleAfter(deps.people, rows);
  const plans: PersonPlan[] = [];
  for (const { id } of rows) {
    const [was, next] = await Promise.all([deps.people.get(id), after.get(id)]);
    if (!was || !next) continue;
    const open = await openRequests(deps, id);
    const counted = new Map<string, Becomes>();
    for (const request of open) {
      const one = await becomes({ ...deps, people: after }, request, was, next, now);
      const key = JSON.stringify(one);
      if (one) counted.set(key, { ...one, count: (counted.get(key)?.count ?? 0) + 1 });
    }
    const lost = was.roles.filter((role) => !next.roles.includes(role));
    const moved = mailboxOf(was.email) !== mailboxOf(next.email);
    if (lost.length > 0 || moved || counted.size > 0)
      plans.push({ person: id, lost, moved, becomes: [...counted.values()] });
  }
  return plans;
}

async function openRequests({ requests }: Needed, person: string): Promise<PersonRequest[]> {
  return requests.readable(await requests.openFor(person));
}

async function becomes(
  deps: Pick<Dependencies, 'kinds' | 'interestsIn'> & { readonly people: ReturnType<typeof peopleAfter> },
  request: PersonRequest,
  was: Person,
  next: Person,
  now: Instant,
): Promise<Omit<Becomes, 'count'> | undefined> {
  const { kind } = request;
  if (isHindered(request, next, now)) return { kind, how: 'ends' };
  const fate = await fateOf(deps, request, next, now);
  if (fate.kind === 'passes') return { kind, how: 'passes', to: fate.to };
  if (fate.kind !== 'stays') return { kind, how: fate.kind };
  return linkGenerationOf(next) > linkGenerationOf(was) ? { kind, how: 'mailed' } : undefined;
}

/** If a capability lets go of a request for another reason than a lost role, as of a review whose reviewer is away. */
const isHindered = ({ kind, dueAt }: PersonRequest, person: Person, now: Instant): boolean =>
  Object.values(brought).some(
    (ports) =>
      'hindered' in ports &&
      Object.entries(ports.hindered).some(([name, hinders]) => name === kind && hinders(person, dueAt, now)),
  );

/** People of a file who would share a mailbox with somebody who has a role and is not in it. */
export async function sharedMailboxes(
  { people }: Pick<Needed, 'people'>,
  rows: readonly Row[],
): Promise<readonly { readonly person: string; readonly other: string }[]> {
  const inFile = new Set(rows.map(({ id }) => id));
  const working = (await Promise.all(roles.map((role) => people.withRole(role)))).flat();
  const owners = new Map(working.filter(({ id }) => !inFile.has(id)).map(({ id, email }) => [mailboxOf(email), id]));
  return rows.flatMap(({ id, email }) => {
    const other = owners.get(mailboxOf(email));
    return other === undefined ? [] : [{ person: id, other }];
  });
}
