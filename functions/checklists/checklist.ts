import * as z from 'zod';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import type { Recipient } from '../shared/names.ts';
import { type Instant, instantSchema, type LocalDate, localDateSchema } from '../shared/time.ts';
import { awaitsDecision, type Item, isAsked, isSettled, itemSchema } from './item.ts';

const text = z.object({ ko: z.string(), en: z.string() });

/** Who does items of a list: somebody of the staff, or else whoever the owner's capability says. */
export const doerSchema = storedObject({
  title: text,
  person: z.string().optional(),
  /** The last request that asked them; one that is open asks for all that they have to do. */
  request: z.string().optional(),
});
export type Doer = z.infer<typeof doerSchema>;

export const checklistSchema = storedObject({
  /** What pages, requests and documents know it by (`listId`). */
  id: z.string(),
  /** `kind#id`, as a capability brings it. */
  owner: z.string(),
  /** Among the lists of its owner. */
  name: z.string(),
  revision: z.number().int().positive(),
  ...audited,
  template: storedObject({ id: z.string(), version: z.number().int().positive() }),
  title: text,
  /** From which the due dates were counted. */
  day: localDateSchema,
  /** Somebody of the staff who decides about its items. */
  manager: z.string(),
  /** The last request that asked the manager to look. */
  check: z.string().optional(),
  doers: z.record(z.string(), doerSchema),
  items: z.array(itemSchema),
  startedAt: instantSchema,
  /** Since when nothing is left to do. */
  completedAt: instantSchema.optional(),
  erasedAt: instantSchema.optional(),
  /** In the index of lists that are under way, by the next date on which something is due. */
  underWay: z.string().optional(),
  nextDueOn: localDateSchema.optional(),
});
/** What has to be done for an owner, by whom and by when, and how far it is. */
export type Checklist = z.infer<typeof checklistSchema>;

/** The value of `underWay`: no more lists are under way at once than one partition takes. */
export const underWayKey = 'under-way';

/** Most items of a list, so that it fits into one stored item with all that people say about them. */
export const mostItems = 60;
/** Most of those who do something: each is asked in the transaction that begins the list. */
export const mostDoers = 12;

/** A list as pages, requests and documents know it: `services--residency--L-27H1-7K3Q-9MX4`. */
export const listId = (owner: string, name: string): string => `${name}--${owner.replace('#', '--')}`;

const idForm = /^([a-z](?:-?[a-z0-9]){0,19})--([a-z][a-z0-9]{0,19})--(\w(?:-?\w){0,39})$/u;

/** Whose list an id names, and which; nothing for what is none. */
export function listIn(
  id: string,
): { readonly owner: string; readonly kind: string; readonly of: string; readonly name: string } | undefined {
  const [, name, kind, of] = idForm.exec(id) ?? [];
  return name && kind && of ? { owner: `${kind}#${of}`, kind, of, name } : undefined;
}

/** What the audit and requests know an owner by: its reference. */
export const subjectOf = ({ owner }: Pick<Checklist, 'owner'>): string => owner.slice(owner.indexOf('#') + 1);

export const itemIn = ({ items }: Pick<Checklist, 'items'>, id: string): Item | undefined =>
  items.find((item) => item.id === id);

/** What somebody is asked to do now. */
export const askedOf = ({ items }: Pick<Checklist, 'items'>, doer: string): Item[] =>
  items.filter((item) => item.doer === doer && isAsked(item));

/** What the manager has to decide about. */
export const undecidedOf = ({ items }: Pick<Checklist, 'items'>): Item[] => items.filter(awaitsDecision);

/**
 * Whether all that is required has been accepted, or was dropped by its manager; what stands in the place of something
 * required is required too. For the step of a workflow that waits for a list.
 */
export const requiredDone = ({ items }: Pick<Checklist, 'items'>): boolean =>
  items.every((item) => !item.required || isSettled(item));

/** Whether something of a kind was accepted, and nothing more of it is to be done: keys are back, a place is free. */
export function isAccepted({ items }: Pick<Checklist, 'items'>, kind: string): boolean {
  const some = items.filter((item) => item.kind === kind);
  return some.some(({ state }) => state === 'ACCEPTED') && some.every(isSettled);
}

/** Who is asked, as requests and mails know them. */
export const recipientOf = (list: Pick<Checklist, 'id' | 'doers'>, doer: string): Recipient => {
  const person = list.doers[doer]?.person;
  return person === undefined ? { party: `${list.id}/${doer}` } : { person };
};

/** The list and the doer that a party is. */
export function partyIn(id: string): { readonly list: string; readonly doer: string } | undefined {
  const [list, doer, ...more] = id.split('/');
  return list && doer && more.length === 0 ? { list, doer } : undefined;
}

/** The next revision with these items, and with all that is derived of them. */
export function withItems(was: Checklist, items: readonly Item[], now: Instant): Checklist {
  const { underWay: _underWay, nextDueOn: _next, ...rest } = was;
  const left = items.filter((item) => !isSettled(item));
  const nextDueOn = earliest(left);
  return {
    ...rest,
    revision: was.revision + 1,
    items: [...items],
    ...(nextDueOn === undefined ? { completedAt: was.completedAt ?? now } : { underWay: underWayKey, nextDueOn }),
  };
}

/** With one item in the place of what it was, and those that come after it. */
export const withItem = (was: Checklist, item: Item, now: Instant, after: readonly Item[] = []): Checklist =>
  withItems(
    was,
    was.items.flatMap((other) => (other.id === item.id ? [item, ...after] : [other])),
    now,
  );

/** The first day on which something of these is due. */
export const earliest = (items: readonly Pick<Item, 'dueOn'>[]): LocalDate | undefined =>
  items.map(({ dueOn }) => dueOn).sort()[0];

/** When what somebody is asked is due: what need not be done goes by its own date only once nothing else is left. */
export function dueOf(items: readonly Pick<Item, 'dueOn' | 'required'>[]): LocalDate | undefined {
  const required = items.filter((item) => item.required);
  return earliest(required.length > 0 ? required : items);
}
