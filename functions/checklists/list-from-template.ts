import { addDays, type Instant, isBusinessDay, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { type Checklist, type Doer, listId, withItems } from './checklist.ts';
import { type Item, isSettled } from './item.ts';
import type { DueRule, StoredTemplate } from './template.ts';

/** What whoever begins a list says beside its template. */
export interface Beginning {
  readonly owner: string;
  /** From which due dates are counted. */
  readonly day: LocalDate;
  readonly manager: string;
  /** Who of the staff is which doer. */
  readonly people: Readonly<Record<string, string>>;
}

/** Doers of a template for whom nobody of the staff is named. */
export const doersWithout = ({ template }: StoredTemplate, people: Beginning['people']): string[] =>
  Object.entries(template.doers)
    .filter(([name, { by }]) => by === 'staff' && !Object.hasOwn(people, name))
    .map(([name]) => name);

/** So many business days later, or earlier if the number is negative; 0 is the day itself. */
export function businessDaysFrom(day: LocalDate, days: number): LocalDate {
  const step = days < 0 ? -1 : 1;
  let date = day;
  for (let left = Math.abs(days); left > 0; ) {
    date = addDays(date, step);
    if (isBusinessDay(date)) left -= 1;
  }
  return date;
}

/** The first day by which something that is asked now can be due. */
export const soonest = (now: Instant, days = 1): LocalDate => businessDaysFrom(seoulDateOf(now), days);

/** How many business days later than a day another is, negative if it is earlier: what `businessDaysFrom` was given. */
function businessDaysTo(day: LocalDate, other: LocalDate): number {
  const step = other < day ? -1 : 1;
  let days = 0;
  for (let date = day; date !== other; ) {
    date = addDays(date, step);
    if (isBusinessDay(date)) days += step;
  }
  return days;
}

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** When an item is due. A list that begins late puts nothing into the past. */
export const dueOn = (rule: DueRule, day: LocalDate, now: Instant): LocalDate =>
  later(businessDaysFrom(day, 'before' in rule ? -rule.before : rule.after), soonest(now));

/** A list at its first revision, with all items open. */
export function listFrom(stored: StoredTemplate, beginning: Beginning, now: Instant): Checklist {
  const { template, version } = stored;
  const { owner, day, manager, people } = beginning;
  const doers = Object.entries(template.doers).map(([name, { title, by }]): [string, Doer] => {
    const person = by === 'staff' ? people[name] : undefined;
    return [name, { title, ...(person !== undefined && { person }) }];
  });
  const items = template.items.map(({ due, ...item }): Item => {
    return { ...item, dueOn: dueOn(due, day, now), state: 'OPEN', turn: 1 };
  });
  const empty: Checklist = {
    id: listId(owner, template.id),
    owner,
    name: template.id,
    revision: 0,
    template: { id: template.id, version },
    title: template.title,
    day,
    manager,
    doers: Object.fromEntries(doers),
    items: [],
    startedAt: now,
  };
  return withItems(empty, items, now);
}

/**
 * The list counted from another day: what is not settled is due as many business days before or after it as it was, also
 * what was put off or stands for something else. Nothing is put into the past; and an earlier day gives nobody more time.
 */
export function countedFrom(was: Checklist, day: LocalDate, now: Instant): Checklist {
  const moved = (item: Item): Item => {
    if (isSettled(item)) return item;
    const due = later(businessDaysFrom(day, businessDaysTo(was.day, item.dueOn)), soonest(now));
    return { ...item, dueOn: day < was.day && due > item.dueOn ? item.dueOn : due };
  };
  return { ...withItems(was, was.items.map(moved), now), day };
}
