import type { PeopleTable } from '../people/people-table.ts';
import { isAway, type Person } from '../people/person.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import { type Kinds, mayHold } from './kind.ts';
import type { Plan } from './plan.ts';

export interface Staff {
  readonly people: Pick<PeopleTable, 'get' | 'withRole'>;
  readonly kinds: Kinds;
}

type Successors = Pick<Plan, 'deputy' | 'escalation'>;

/**
 * Who is asked something now: the person named for it, or at once who stands in for them, if they are away or may not
 * be asked any more. If nobody is here, whoever comes first of those who may be asked.
 */
export async function whoIsAsked(
  deps: Staff,
  { kind, person, plan }: { readonly kind: string; readonly person: string; readonly plan: Successors },
  now: Instant,
): Promise<{ readonly person: string; readonly why: 'asked' | 'absent' }> {
  let able: string | undefined;
  for await (const one of successionOf(deps, kind, person, plan)) {
    if (isHere(one, now)) return { person: one.id, why: one.id === person ? 'asked' : 'absent' };
    able ??= one.id;
  }
  const asked = able ?? person;
  return { person: asked, why: asked === person ? 'asked' : 'absent' };
}

/** Who takes an open request over from its holder: the first of the succession who is here today. */
export async function nextHolder(
  deps: Staff,
  { kind, holder, plan }: { readonly kind: string; readonly holder: string; readonly plan: Successors },
  now: Instant,
): Promise<string | undefined> {
  for await (const { id, absences } of successionOf(deps, kind, holder, plan)) {
    if (id !== holder && isHere({ absences }, now)) return id;
  }
  return undefined;
}

/** To whom the clock passes a request: of some people the first who may be asked and is here, else of all with a role. */
export async function nextHere(
  deps: Staff,
  { kind, holder, order }: { readonly kind: string; readonly holder: string; readonly order: readonly Named[] },
  now: Instant,
): Promise<string | undefined> {
  for await (const person of ableOf(deps, kind, order)) {
    if (person.id !== holder && isHere(person, now)) return person.id;
  }
  return undefined;
}

type Named = string | undefined;

const isHere = (person: Pick<Person, 'absences'>, now: Instant): boolean => !isAway(person, seoulDateOf(now));

/** Whoever is named, the deputies and the escalation, as far as they may be asked; then all others with a role for it. */
async function* successionOf(
  deps: Staff,
  kind: string,
  first: string,
  { deputy, escalation }: Successors,
): AsyncGenerator<Person> {
  const person = await deps.people.get(first);
  if (person && mayHold(deps.kinds, kind, person)) yield person;
  for await (const next of ableOf(deps, kind, [person?.deputy, deputy, escalation])) if (next.id !== first) yield next;
}

async function* ableOf({ people, kinds }: Staff, kind: string, order: readonly Named[]): AsyncGenerator<Person> {
  const seen = new Set<string>();
  for (const id of order) {
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    const person = await people.get(id);
    if (person && mayHold(kinds, kind, person)) yield person;
  }
  for (const role of kinds.get(kind)?.askedOf ?? []) {
    const others = (await people.withRole(role)).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const other of others) {
      if (!seen.has(other.id)) yield other;
      seen.add(other.id);
    }
  }
}
