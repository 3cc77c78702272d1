import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import { addMinutes, type Instant, instantSchema, secondsOf } from '../shared/time.ts';

export const sessionSchema = storedObject({
  /** What it opens: the reference of an application, or `person#<id>` for the desk of one of the staff. */
  of: z.string(),
  /** Fingerprint of the secret in the browser's cookie. */
  secret: z.string(),
  begunBy: z.enum(['code', 'link', 'desk']),
  /** Who of the staff began it from their desk, and has it open as long as that. */
  by: z.string().optional(),
  /** What has to be as it was when it began, as whoever began it says it: else it opens nothing any more. */
  begunAs: z.string().optional(),
  begunAt: instantSchema,
  until: instantSchema,
  expiresAt: z.number().int(),
});
/** A browser that has something open, until it leaves or the session ends by itself. */
export type Session = z.infer<typeof sessionSchema>;

const minutesADay = 24 * 60;

/** Days without a form sent after which a session ends. */
const idleDays = 7;

/** Days for which a browser keeps its key to an application, if that opens anything so long. */
export const keyDays = 120;

const untilAfter = (now: Instant, minutes = idleDays * minutesADay) => {
  const until = addMinutes(now, minutes);
  return { until, expiresAt: secondsOf(until) };
};

/** @param minutes how long it lasts, if it is not prolonged while it is used */
export const newSession = (
  given: Pick<Session, 'of' | 'secret' | 'begunBy' | 'begunAs' | 'by'>,
  now: Instant,
  minutes?: number,
): Session => ({
  ...given,
  begunAt: now,
  ...untilAfter(now, minutes),
});

/** The session with its time begun anew, if a day of it has passed: not with every form, and never of one from a desk. */
export const prolonged = (session: Session, now: Instant): Session | undefined =>
  session.begunBy !== 'desk' && session.until < addMinutes(now, (idleDays - 1) * minutesADay)
    ? { ...session, ...untilAfter(now) }
    : undefined;
