import * as z from 'zod';
import { namedRun, runParts } from '../runs/run.ts';
import { runIndexOf } from '../runs/run-index.ts';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import { type Instant, instantSchema } from '../shared/time.ts';
import { contractChangeSchema } from './contract-change.ts';

export const residencyEventKinds = [
  /** The startup says how it did in a quarter. */
  'report',
  /** The startup is invited to the round in which those of one window are judged together. */
  'renewal',
  /** Both sides sign an extension or an addendum, and it comes into force. */
  'agreement',
  /** The startup leaves: what is to be done, and the return of its space. */
  'exit',
] as const;
export type ResidencyEventKind = (typeof residencyEventKinds)[number];

export const residencyEventStates = ['OPEN', 'DONE', 'DROPPED'] as const;

export const residencyEventLifecycle = lifecycle('ResidencyEvents', residencyEventStates, {
  finish: { OPEN: 'DONE' },
  drop: { OPEN: 'DROPPED' },
});
export type ResidencyEventMove = MoveOf<typeof residencyEventLifecycle>;

/** reports: what a startup said of a quarter, as it was sent or corrected. Amounts are whole won. */
export const reportVersionSchema = storedObject({
  /** From 1. */
  number: z.number().int().positive(),
  sentAt: instantSchema,
  /** Who sent it, as the audit calls them. */
  by: z.string(),
  /** Full-time people on the last day of the quarter. */
  staff: z.number().int().nonnegative(),
  revenue: z.number().int().nonnegative(),
  investment: z.number().int().nonnegative(),
  /** Jobs created in the quarter. */
  jobs: z.number().int().nonnegative().optional(),
  milestones: storedObject({ reached: z.string(), next: z.string() }),
});
export type ReportVersion = z.infer<typeof reportVersionSchema>;

/** reports: the report of a quarter. When it is sent moves no date, neither its own nor the next one's. */
export const reportSchema = storedObject({
  dueAt: instantSchema,
  /** When the first version was sent. */
  sentAt: instantSchema.optional(),
  /** The present one last; none once they are erased. */
  versions: z.array(reportVersionSchema).default([]),
  erasedAt: instantSchema.optional(),
});
export type Report = z.infer<typeof reportSchema>;

/**
 * Something that happens in a residency by a date, with a short run of its own: `residency-event`. What it is about makes
 * its id, so that nothing begins twice: the quarter of a report, the number of a contract, that of an addendum.
 */
export const residencyEventSchema = storedObject({
  id: z.string(),
  residency: z.string(),
  kind: z.enum(residencyEventKinds),
  about: z.string(),
  state: z.enum(residencyEventStates),
  revision: z.number().int().positive(),
  ...audited,
  ...runParts,
  /** Contracts: what is signed by an event of the kind `agreement`, and the agreement for it. */
  change: contractChangeSchema.optional(),
  agreement: z.string().optional(),
  /** Renewals: the round in which the startups of its window are judged. */
  round: z.string().optional(),
  /** Something happened that the run has not looked at yet. */
  news: z.boolean().default(false),
  /** The callback on which the run waits. */
  callback: z.string().optional(),
  /** Of a report alone. */
  report: reportSchema.optional(),
  /** exits: when the startup was told what is to be done. */
  exitToldAt: instantSchema.optional(),
  since: instantSchema,
});
export type ResidencyEvent = z.infer<typeof residencyEventSchema>;

/** What is about a residency under its own id, in letters that names of runs may have: `S-27H1-7K3Q-9MX4-2027Q3`. */
const marks = {
  report: (about: string) => about.replace('-', ''),
  renewal: (about: string) => `R${about}`,
  agreement: (about: string) => about,
  exit: (about: string) => `E${about}`,
} as const satisfies Record<ResidencyEventKind, (about: string) => string>;

/** The id of an event: the reference of its residency, then what it is about. */
export const residencyEventId = (residency: string, kind: ResidencyEventKind, about: string): string =>
  `${residency}-${marks[kind](about)}`;

/** What an event is about at whichever try: `X2` of `X2T3`. */
export const triedIn = ({ about }: Pick<ResidencyEvent, 'about'>): string => about.split('T')[0] ?? about;

/** What an event is about that may begin once more after it came to nothing: `X2`, then `X2T2`. */
export function nextTry(
  events: readonly Pick<ResidencyEvent, 'kind' | 'about'>[],
  { kind, about }: Pick<ResidencyEvent, 'kind' | 'about'>,
): string {
  const before = events.filter((event) => event.kind === kind && triedIn(event) === about).length;
  return before === 0 ? about : `${about}T${before + 1}`;
}

/** The residency of an event's id, which is what stands before the last hyphen. */
export const residencyOfEvent = (id: string): string => id.slice(0, id.lastIndexOf('-'));

/** Whether a run of residency-event has to be under way, were it not stuck. */
export const eventInRun = ({ state }: Pick<ResidencyEvent, 'state'>): boolean => state === 'OPEN';

const indexed = (next: ResidencyEvent): ResidencyEvent => ({
  ...next,
  needsRun: runIndexOf(next.id, { stuck: next.stuck, inRun: eventInRun(next) }),
});

/** What begins an event beside its id, its state and its run. */
export type EventBegins = Pick<ResidencyEvent, 'residency' | 'kind' | 'about'> &
  Partial<Pick<ResidencyEvent, 'change' | 'report' | 'round'>>;

export const newResidencyEvent = (given: EventBegins, now: Instant): ResidencyEvent =>
  indexed({
    ...given,
    id: residencyEventId(given.residency, given.kind, given.about),
    state: 'OPEN',
    revision: 1,
    run: 1,
    news: false,
    changedAt: now,
    since: now,
  });

/** The next revision, by a move of the lifecycle or, without one, in the same state. */
export function changedResidencyEvent(
  was: ResidencyEvent,
  now: Instant,
  change: Partial<ResidencyEvent>,
  move?: ResidencyEventMove,
): ResidencyEvent {
  return indexed({
    ...was,
    ...namedRun(was.id, was, change),
    ...change,
    state: residencyEventLifecycle.moved(was.state, move),
    revision: was.revision + 1,
    changedAt: now,
    ...(move && { since: now }),
  });
}
