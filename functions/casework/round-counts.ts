import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import { type Instant, instantSchema } from '../shared/time.ts';

const count = z.number().int().nonnegative();
/** States that newer code knows are kept. */
const byState = z.record(z.string(), count);

const waitSchema = storedObject({
  /** Somebody of the staff, by their id. */
  person: z.string(),
  /** What they are asked: the name of the kind of request. */
  kind: z.string(),
  count,
  /** There are more than were read. */
  more: z.boolean().optional(),
  /** When the first of them is due, and how many were overdue when they were counted. */
  dueAt: instantSchema,
  overdue: count,
});
export type StaffWait = z.infer<typeof waitSchema>;

/** How far a round was when the clock counted it. No personal data. */
export const roundCountsSchema = storedObject({
  roundId: z.string(),
  at: instantSchema,
  /** Applications that were ever sent, and how many of them are in which state. */
  sent: count,
  states: byState,
  /** Applications whose reviews are ended, of those that are reviewed. */
  reviews: storedObject({ done: count, of: count }).optional(),
  /** How many seats are in which state, and who waits for one: once the results are out. */
  seats: byState.optional(),
  waiting: count.optional(),
  /** The staff that it waits for, by when the first is due. */
  waits: z.array(waitSchema),
  /** When it was last looked whether all that was sent is in the index by time. */
  listedAt: instantSchema.optional(),
  /** What was sent before there was that index is being put into it: where that goes on. */
  listing: z.string().optional(),
});
export type RoundCounts = z.infer<typeof roundCountsSchema>;

/** How far a round is that was loaded for the first time just now: nobody can have sent anything before. */
export const firstCounts = (roundId: string, now: Instant): RoundCounts => ({
  roundId,
  at: now,
  sent: 0,
  states: {},
  waits: [],
});

/** What is asked of somebody, in the order of due times. */
export interface OpenRequest {
  readonly person: string;
  readonly kind: string;
  readonly roundId: string;
  readonly dueAt: Instant;
  /** More of the same person's were not read. */
  readonly more: boolean;
}

/** The requests of a round by who has them and what they ask; who is asked longest ago comes first. */
export function waitsOf(requests: readonly OpenRequest[], roundId: string, now: Instant): StaffWait[] {
  const own = requests.filter((request) => request.roundId === roundId);
  const groups = Map.groupBy(own, ({ person, kind }) => `${person} ${kind}`);
  const waits = [...groups.values()].flatMap((some): StaffWait[] => {
    const [first] = some.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    if (!first) return [];
    const { person, kind, dueAt } = first;
    const overdue = some.filter((request) => request.dueAt <= now).length;
    return [{ person, kind, count: some.length, dueAt, overdue, ...(first.more && { more: true }) }];
  });
  return waits.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}
