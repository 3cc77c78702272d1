import * as z from 'zod';
import { storedObject } from '../shared/stored.ts';
import { addMinutes, type Instant, instantSchema } from '../shared/time.ts';

export const sessionSchema = storedObject({
  /** What it opens: the reference of an application. */
  of: z.string(),
  /** Fingerprint of the secret in the browser's cookie. */
  secret: z.string(),
  begunBy: z.enum(['code', 'link']),
  begunAt: instantSchema,
  until: instantSchema,
  expiresAt: z.number().int(),
});
/** A browser that has something open, until it leaves or the session ends by itself. */
export type Session = z.infer<typeof sessionSchema>;

const minutesADay = 24 * 60;

/** Days without a form sent after which a session ends. */
const idleDays = 7;

const untilAfter = (now: Instant) => {
  const until = addMinutes(now, idleDays * minutesADay);
  return { until, expiresAt: Math.floor(Date.parse(until) / 1000) };
};

export const newSession = (given: Pick<Session, 'of' | 'secret' | 'begunBy'>, now: Instant): Session => ({
  ...given,
  begunAt: now,
  ...untilAfter(now),
});

/** The session with its time begun anew, if a day of it has passed: not with every form. */
export const prolonged = (session: Session, now: Instant): Session | undefined =>
  session.until < addMinutes(now, (idleDays - 1) * minutesADay) ? { ...session, ...untilAfter(now) } : undefined;
