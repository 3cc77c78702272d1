import { daysBetween } from '../shared/time.ts';
import type { AdmissionRules, Quota } from './admission-rules.ts';
import {
  type AskedFields,
  type Finding,
  inside,
  notAsked,
  sameDeputy,
  usedTwice,
  wrongOptions,
  wrongReminders,
} from './findings.ts';
import type { RoundDraft } from './round.ts';

/** What is wrong in how a round goes on after its closing, though each field is right by itself. */
export function admissionContradictions(round: RoundDraft, form: AskedFields | undefined): Finding[] {
  const { admission } = round;
  if (!admission) return [];
  const { review, ranking, committee, offer, lookAgain } = admission;
  return inside(
    ['admission'],
    [
      ...usedTwice(review.criteria, ['review', 'criteria']),
      ...usedTwice(ranking.quotas, ['ranking', 'quotas']),
      ...usedTwice(offer.consents, ['offer', 'consents']),
      ...wrongReminders(review.remindAfter, review.within, ['review', 'remindAfter']),
      ...wrongReminders(committee.remindAfter, committee.within, ['committee', 'remindAfter']),
      ...wrongReminders(lookAgain.remindAfter, lookAgain.decideWithin, ['lookAgain', 'remindAfter']),
      ...sameDeputy(lookAgain, ['lookAgain']),
      ...reservedQuota(admission),
      ...unknownCriteria(admission),
      ...tooManyQuotaSeats(admission, round.capacity),
      ...wrongShortening(admission),
      ...wrongLastDay(admission, round),
      ...(form ? [...wrongShown(admission, form, round.form), ...wrongQuotas(admission, form, round.form)] : []),
    ],
  );
}

const reservedQuota = ({ ranking }: AdmissionRules): Finding[] =>
  ranking.quotas.flatMap(({ id }, index) =>
    id === 'open'
      ? [{ path: ['ranking', 'quotas', index, 'id'], reason: 'is open, which seats without a quota are called' }]
      : [],
  );

const unknownCriteria = ({ review, ranking }: AdmissionRules): Finding[] =>
  ranking.tieBreaks.flatMap((tieBreak, index) =>
    tieBreak.by === 'criterion' && !review.criteria.some(({ id }) => id === tieBreak.criterion)
      ? [
          {
            path: ['ranking', 'tieBreaks', index, 'criterion'],
            reason: `is ${tieBreak.criterion}, and the criteria are ${review.criteria.map(({ id }) => id).join(', ')}`,
          },
        ]
      : [],
  );

function tooManyQuotaSeats({ ranking }: AdmissionRules, capacity: number): Finding[] {
  const seats = ranking.quotas.reduce((sum, quota) => sum + quota.seats, 0);
  return seats > capacity
    ? [{ path: ['ranking', 'quotas'], reason: `keep ${seats} seats together, and there are only ${capacity}` }]
    : [];
}

/** The rules go from the last day of the waitlist backwards: the nearer to it, the less time. */
const wrongShortening = ({ offer }: AdmissionRules): Finding[] =>
  offer.shorten.flatMap(({ lastDays, answerWithin }, index) => {
    const nearer = offer.shorten[index - 1];
    const findings: Finding[] = [];
    if (nearer && lastDays <= nearer.lastDays) {
      findings.push({ path: ['lastDays'], reason: `should be more than the ${nearer.lastDays} of the rule before` });
    }
    if (nearer && answerWithin < nearer.answerWithin) {
      findings.push({
        path: ['answerWithin'],
        reason: `is ${answerWithin}, less time than nearer to the last day (${nearer.answerWithin})`,
      });
    }
    if (answerWithin > offer.answerWithin) {
      findings.push({
        path: ['answerWithin'],
        reason: `is ${answerWithin}, more time than an offer has otherwise (${offer.answerWithin})`,
      });
    }
    return inside(['offer', 'shorten', index], findings);
  });

/** A cohort that has begun takes somebody in for two weeks at most. */
const latestStart = 14;

function wrongLastDay({ offer }: AdmissionRules, { resultsOn, firstDay }: RoundDraft): Finding[] {
  const { lastDay } = offer.waitlist;
  const path = ['offer', 'waitlist', 'lastDay'];
  if (firstDay <= resultsOn) return [];
  if (lastDay < resultsOn) return [{ path, reason: `comes before the results are out (${resultsOn})` }];
  return daysBetween(firstDay, lastDay) > latestStart
    ? [{ path, reason: `comes more than ${latestStart} days after the first day (${firstDay})` }]
    : [];
}

const wrongShown = ({ review }: AdmissionRules, form: AskedFields, name: string): Finding[] =>
  review.shows.flatMap((field, index) => {
    const path = ['review', 'shows', index];
    if (!form.fields.includes(field)) return [notAsked(field, name, path)];
    return review.blind && form.identifying.includes(field)
      ? [{ path, reason: `is ${field}, which tells who applies, and the review is blind` }]
      : [];
  });

const wrongQuotas = ({ ranking }: AdmissionRules, form: AskedFields, name: string): Finding[] =>
  ranking.quotas.flatMap((quota, index) =>
    inside(
      ['ranking', 'quotas', index],
      form.fields.includes(quota.field)
        ? wrongQuotaField(quota, form.values[quota.field])
        : [notAsked(quota.field, name, ['field'])],
    ),
  );

function wrongQuotaField(quota: Quota, options: readonly string[] | undefined): Finding[] {
  if (quota.rule === 'at-most') {
    return options
      ? [{ path: ['field'], reason: `is ${quota.field}, which is chosen from options and is no number` }]
      : [];
  }
  return wrongOptions(
    quota.field,
    options,
    quota.values.map((value, index) => ({ path: ['values', index], value })),
  );
}
