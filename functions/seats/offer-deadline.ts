import type { Plan } from '../requests/plan.ts';
import type { AdmissionRules } from '../rounds/admission-rules.ts';
import { answerWithin, offersEnd, waitlistEnd } from '../rounds/own-dates.ts';
import { businessDaysAfter, type Instant, seoulDateOf } from '../shared/time.ts';

type OfferRules = Pick<AdmissionRules['offer'], 'answerWithin' | 'shorten' | 'waitlist' | 'leastHours'>;

/**
 * How long an offer made now may be answered: the round's business days, fewer in the last days of the waitlist (today
 * counts among them), never beyond its end. Reminders come two business days and one before.
 * @returns nothing, once no seat is offered any more
 */
export function offerPlan(offer: OfferRules, now: Instant): Plan | undefined {
  const until = waitlistEnd(offer);
  if (now >= offersEnd(offer)) return undefined;
  const today = seoulDateOf(now);
  const daysAfter = businessDaysAfter(today, offer.waitlist.lastDay);
  const within = answerWithin(offer, now);
  const days = Math.min(within, daysAfter);
  return { within, remindAfter: [days - 2, days - 1].filter((day) => day >= 1), until };
}

/** Business days until an offer is due, for a reminder: 0 on its last day. */
export const daysLeft = (dueAt: Instant, now: Instant): number =>
  businessDaysAfter(seoulDateOf(now), seoulDateOf(dueAt));
