import type { PeopleTable } from '../people/people-table.ts';
import { isAway, type Person } from '../people/person.ts';
import { Fault } from '../shared/errors.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import type { InterestOf, InterestsIn } from './interests.ts';
import { type Kinds, mayHold } from './kind.ts';
import type { Plan } from './plan.ts';

export interface Staff {
  readonly people: Pick<PeopleTable, 'get' | 'withRole'>;
  readonly kinds: Kinds;
  readonly interestsIn: InterestsIn;
}

type Successors = Pick<Plan, 'deputy' | 'escalation'>;

/** What is asked about: its kind, and its subject, with which nobody may have an interest. */
interface About {
  readonly kind: string;
  readonly subject: string;
}

/**
 * Who is asked something now: the person named for it, or at once who stands in for them, if they are away, may not be
 * asked any more or have an interest in it. If nobody is here, whoever comes first of those who may be asked.
 * @throws if all who may be asked have an interest: it waits until somebody else is loaded
 */
export async function whoIsAsked(
  deps: Staff,
  { person, plan, ...about }: About & { readonly person: string; readonly plan: Successors },
  now: Instant,
): Promise<{ readonly person: string; readonly why: 'asked' | 'absent' | 'conflict' }> {
  const interestOf = deps.interestsIn(about);
  const found = { doubtful: [] as Person[], away: [] as Person[], interested: false };
  let named: 'absent' | 'conflict' = 'absent';
  const asked = ({ id }: Pick<Person, 'id'>) => ({ person: id, why: id === person ? ('asked' as const) : named });
  for await (const one of successionOf(deps, about.kind, person, plan)) {
    const interest = await interestOf(one);
    if (interest && one.id === person) named = 'conflict';
    if (interest === 'surely') found.interested = true;
    else if (!isHere(one, now)) found.away.push(one);
    else if (interest) found.doubtful.push(one);
    else return asked(one);
  }
  const [next] = [...found.doubtful, ...found.away];
  if (next) return asked(next);
  if (found.interested) throw new Fault('NobodyMayDecide', { subject: about.subject, kind: about.kind });
  return asked({ id: person });
}

/** Who takes an open request over from its holder: the first of the succession who is here today and may decide it. */
export async function nextHolder(
  deps: Staff,
  { holder, plan, ...about }: About & { readonly holder: string; readonly plan: Successors },
  now: Instant,
): Promise<string | undefined> {
  return firstWho(successionOf(deps, about.kind, holder, plan), deps.interestsIn(about), { holder, now });
}

/** To whom the clock passes a request: of some people the first who may decide it and is here, else of all with a role. */
export async function nextHere(
  deps: Staff,
  { holder, order, ...about }: About & { readonly holder: string; readonly order: readonly Named[] },
  now: Instant,
): Promise<string | undefined> {
  return firstWho(ableOf(deps, about.kind, order), deps.interestsIn(about), { holder, now });
}

type Named = string | undefined;

const isHere = (person: Pick<Person, 'absences'>, now: Instant): boolean => !isAway(person, seoulDateOf(now));

/** The first who is here, another than the holder, and has no interest; else the first who only seems to have one. */
async function firstWho(
  people: AsyncIterable<Person>,
  interestOf: InterestOf,
  { holder, now }: { readonly holder: string; readonly now: Instant },
): Promise<string | undefined> {
  let doubtful: string | undefined;
  for await (const person of people) {
    if (person.id === holder || !isHere(person, now)) continue;
    const interest = await interestOf(person);
    if (!interest) return person.id;
    if (interest === 'perhaps') doubtful ??= person.id;
  }
  return doubtful;
}

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

async function* ableOf(
  { people, kinds }: Pick<Staff, 'people' | 'kinds'>,
  kind: string,
  order: readonly Named[],
): AsyncGenerator<Person> {
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
