import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { addDays, type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { PeopleTable } from './people-table.ts';
import type { Absence, Person } from './person.ts';

interface Needed {
  readonly people: PeopleTable;
  readonly commit: Commit;
}

interface Given {
  readonly person: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** How many somebody may have entered that are not over. */
const mostOwn = 20;
const mostDays = 366;

/** What is wrong with days away that somebody enters. */
export type AbsenceFault = 'past' | 'backwards' | 'too-long' | 'too-many';

const isOne = (of: Given) => (absence: Absence) => absence.from === of.from && absence.to === of.to;
const isOver = ({ to }: Absence, now: Instant): boolean => to < seoulDateOf(now);

/** Enters days on which somebody is away, by themselves; the same days twice are entered once. */
export async function enterAbsence(deps: Needed, given: Given, now: Instant): Promise<'stored' | AbsenceFault> {
  if (given.to < given.from) return 'backwards';
  if (given.from < seoulDateOf(now)) return 'past';
  if (given.to >= addDays(given.from, mostDays)) return 'too-long';
  return change(deps, given, 'PersonAbsenceEntered', now, (absences) => {
    if (absences.some(isOne(given))) return absences;
    if (absences.filter((absence) => absence.own && !isOver(absence, now)).length >= mostOwn) return 'too-many';
    return [...absences, { from: given.from, to: given.to, own: true as const }];
  });
}

/** Takes days back that somebody has entered by themselves; what the people file says stays. */
export const removeAbsence = (deps: Needed, given: Given, now: Instant): Promise<'stored' | AbsenceFault> =>
  change(deps, given, 'PersonAbsenceRemoved', now, (absences) =>
    absences.filter((absence) => !(absence.own && isOne(given)(absence))),
  );

const change = (
  { people, commit }: Needed,
  { person }: Given,
  type: 'PersonAbsenceEntered' | 'PersonAbsenceRemoved',
  now: Instant,
  changed: (absences: Absence[]) => Absence[] | AbsenceFault,
): Promise<'stored' | AbsenceFault> =>
  decideAgainOnConflict(async () => {
    const was = await people.get(person);
    if (!was) return 'stored';
    const absences = changed(was.absences);
    if (typeof absences === 'string') return absences;
    if (absences.length === was.absences.length) return 'stored';
    // Those of the person's own that are over go with the first change after them.
    const kept = absences.filter((absence) => !(absence.own && isOver(absence, now)));
    const next: Person = { ...was, absences: kept, revision: was.revision + 1 };
    const data = { absences: kept.length };
    await commit({
      changes: people.save(next, was),
      events: [{ subject: `person#${person}`, type, by: `person:${person}`, at: now, data }],
    });
    return 'stored';
  }, tries.contested);
