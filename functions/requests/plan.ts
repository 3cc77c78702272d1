import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import {
  addDays,
  businessDayEnd,
  closeOfDay,
  type Instant,
  instantSchema,
  isBusinessDay,
  type LocalDate,
  localDateSchema,
} from '../shared/time.ts';

/** By whom it is asked first, who follows, and when; all periods in business days. */
export const planSchema = storedObject({
  /** From the asking to the due time; if `dueOn` says the day, what somebody has at least before it passes on. */
  within: z.number().int().positive(),
  /** From the asking. */
  remindAfter: z.array(z.number().int().positive()),
  /** The day on which it is due: fixed when it is asked, whoever holds it later and however late the answer is. */
  dueOn: localDateSchema.optional(),
  /** Before and after that day. */
  remindBefore: z.array(z.number().int().positive()).optional(),
  remindOverdue: z.array(z.number().int().positive()).optional(),
  deputy: z.string().optional(),
  deputyWithin: z.number().int().positive().optional(),
  escalation: z.string().optional(),
  /** Whether it ends unanswered at its due time though somebody of the staff is asked; anybody else's always does. */
  lapses: z.boolean().optional(),
  /**
   * Asked for again each so many business days after its due time, until it is answered: it never ends by itself, and
   * passes on to nobody. `escalation` is told once that it is late.
   */
  chaseEvery: z.number().int().positive().optional(),
  /** Never due later than this, however late the reminders were: what is asked for ends then. */
  until: instantSchema.optional(),
});
export type Plan = z.infer<typeof planSchema>;

/** When something is due, and what the clock does until then. */
export interface Timing {
  readonly dueAt: Instant;
  /** When the holder's time is over, if that is not the due time. */
  readonly endsAt?: Instant;
  readonly reminders: Instant[];
  readonly nextActionAt: Instant;
}

export const notAfter = (until: Instant | undefined, at: Instant): Instant =>
  until !== undefined && until < at ? until : at;

/** Of a request that is asked now. */
export const timingOf = (plan: Plan, now: Instant): Timing =>
  plan.dueOn === undefined ? countedTiming(plan, now) : datedTiming(plan, plan.dueOn, now);

/** So many business days from now. */
export function countedTiming(plan: Pick<Plan, 'within' | 'remindAfter' | 'until'>, from: Instant): Timing {
  const dueAt = notAfter(plan.until, businessDayEnd(from, plan.within));
  const reminders = plan.remindAfter.map((days) => businessDayEnd(from, days)).filter((at) => at < dueAt);
  return { dueAt, reminders, nextActionAt: reminders[0] ?? dueAt };
}

/** Due on a day; what is reminded of after it is with its holder until the last of these reminders has had a day. */
function datedTiming(plan: Plan, dueOn: LocalDate, from: Instant): Timing {
  const dueAt = notAfter(plan.until, closeOfDay(dueOn));
  const before = (plan.remindBefore ?? []).map((days) => closeOfDay(businessDayBefore(dueOn, days)));
  const after = (plan.remindOverdue ?? []).map((days) => businessDayEnd(dueAt, days));
  const lastDay = Math.max(0, ...(plan.remindOverdue ?? []));
  const least = businessDayEnd(from, plan.within);
  const ends = [dueAt, least, ...(lastDay > 0 ? [businessDayEnd(dueAt, lastDay + 1)] : [])].sort().at(-1) ?? dueAt;
  const endsAt = notAfter(plan.until, ends);
  const reminders = [...new Set([...before, ...after])].filter((at) => at > from && at < endsAt).sort();
  return { dueAt, endsAt, reminders, nextActionAt: reminders[0] ?? endsAt };
}

function businessDayBefore(day: LocalDate, days: number): LocalDate {
  let date = day;
  for (let left = days; left > 0; ) {
    date = addDays(date, -1);
    if (isBusinessDay(date)) left -= 1;
  }
  return date;
}
