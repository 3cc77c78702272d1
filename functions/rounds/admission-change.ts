import { isDeepStrictEqual } from 'node:util';
import { formatDate } from '../shared/time.ts';
import type { AdmissionRules, Criterion } from './admission-rules.ts';
import { type HarmfulChange, newConsents } from './harm.ts';

type Changed = (current: AdmissionRules, next: AdmissionRules) => HarmfulChange[];

/**
 * Compares how an open round goes on after its closing with what shall take its place. People apply and reviewers
 * agree by it: how applications are judged stays as it is, titles aside, and nobody gets less time or fewer places.
 */
export function harmfulAdmissionChanges(
  current: AdmissionRules | undefined,
  next: AdmissionRules | undefined,
): HarmfulChange[] {
  if (!current && !next) return [];
  if (!current) return [{ field: 'admission', reason: 'is new, and the round has opened without it' }];
  if (!next) return [{ field: 'admission', reason: 'is gone, and the round has opened with it' }];
  return [otherCriteria, otherReview, otherRanking, lessApproval, lessTime, shorterWaitlist, longerRetention]
    .flatMap((changed) => changed(current, next))
    .concat(newConsents(current.offer.consents, next.offer.consents, 'offer.consents'))
    .map(({ field, reason }) => ({ field: `admission.${field}`, reason }));
}

const otherCriteria: Changed = ({ review: current }, { review: next }) => [
  ...current.criteria
    .filter(({ id }) => !next.criteria.some((criterion) => criterion.id === id))
    .map(({ id }) => ({ field: 'review.criteria', reason: `no longer have ${id}` })),
  ...next.criteria.flatMap((criterion, index) => {
    const field = `review.criteria[${index}]`;
    const before = current.criteria.find(({ id }) => id === criterion.id);
    if (!before) return [{ field, reason: `is ${criterion.id}, which is new` }];
    return otherCriterion(before, criterion).map((change) => ({ ...change, field: `${field}.${change.field}` }));
  }),
];

const otherCriterion = (before: Criterion, after: Criterion): HarmfulChange[] => [
  ...(after.weight === before.weight
    ? []
    : [{ field: 'weight', reason: `of ${after.id} is ${after.weight}, and was ${before.weight}` }]),
  ...(['lookFor', 'anchors'] as const)
    .filter((part) => !isDeepStrictEqual(before[part], after[part]))
    .map((part) => ({ field: part, reason: `of ${after.id} may mean something else than when the round opened` })),
];

const otherReview: Changed = ({ review: current }, { review: next }) => [
  ...(['reviewers', 'divergence'] as const)
    .filter((part) => next[part] !== current[part])
    .map((part) => ({ field: `review.${part}`, reason: `is ${next[part]}, and was ${current[part]}` })),
  ...(current.blind && !next.blind
    ? [{ field: 'review.blind', reason: 'shows reviewers who applied, which was promised to be hidden' }]
    : []),
  ...(next.departmentsApart && !current.departmentsApart
    ? [
        {
          field: 'review.departmentsApart',
          reason: 'lets people of one university review each other, who were kept apart when the round opened',
        },
      ]
    : []),
  ...(isDeepStrictEqual(new Set(current.shows), new Set(next.shows))
    ? []
    : [{ field: 'review.shows', reason: 'shows reviewers other answers than when the round opened' }]),
];

const otherRanking: Changed = ({ ranking: current }, { ranking: next }) => {
  const rules = ({ quotas, ...ranking }: AdmissionRules['ranking']) => ({
    ...ranking,
    quotas: quotas.map((quota) => ({ ...quota, title: undefined })),
  });
  const [before, after] = [rules(current), rules(next)];
  return (['by', 'tieBreaks', 'minimum', 'nearCut', 'quotas', 'fill'] as const)
    .filter((part) => !isDeepStrictEqual(before[part], after[part]))
    .map((part) => ({ field: `ranking.${part}`, reason: 'is another rule than when the round opened' }));
};

const fewer = (field: string, before: number, after: number, what: string): HarmfulChange[] =>
  after < before ? [{ field, reason: `is ${after}, fewer ${what} than announced (${before})` }] : [];

const lessApproval: Changed = ({ committee: current }, { committee: next }) =>
  fewer('committee.approvals', current.approvals, next.approvals, 'members');

const lessTime: Changed = (current, next) => [
  ...fewer('review.within', current.review.within, next.review.within, 'days'),
  ...fewer('committee.within', current.committee.within, next.committee.within, 'days'),
  ...fewer('offer.answerWithin', current.offer.answerWithin, next.offer.answerWithin, 'days'),
  ...earlierShortening(current, next),
  ...fewer('lookAgain.within', current.lookAgain.within, next.lookAgain.within, 'days'),
];

/** Only what the shortening itself takes away: a shorter time for all offers is told by its own field. */
const earlierShortening: Changed = ({ offer: current }, { offer: next }) => {
  const days = [...current.shorten, ...next.shorten].map(({ lastDays }) => lastDays).sort((a, b) => a - b);
  const shorter = days.find((left) => {
    const after = timeToAnswer(next, left);
    return after < timeToAnswer(current, left) && after < next.answerWithin;
  });
  return shorter === undefined
    ? []
    : [
        {
          field: 'offer.shorten',
          reason: `leaves ${timeToAnswer(next, shorter)} days to answer in the last ${shorter} of the waitlist, fewer than announced (${timeToAnswer(current, shorter)})`,
        },
      ];
};

/** The business days that an offer has when so many are left of the waitlist. */
const timeToAnswer = ({ answerWithin, shorten }: AdmissionRules['offer'], left: number): number =>
  shorten.find(({ lastDays }) => left <= lastDays)?.answerWithin ?? answerWithin;

const shorterWaitlist: Changed = ({ offer: { waitlist: current } }, { offer: { waitlist: next } }) => [
  ...fewer('offer.waitlist.length', current.length, next.length, 'places'),
  ...(next.lastDay < current.lastDay
    ? [
        {
          field: 'offer.waitlist.lastDay',
          reason: `is ${formatDate(next.lastDay, 'en')}, earlier than announced (${formatDate(current.lastDay, 'en')})`,
        },
      ]
    : []),
];

const longerRetention: Changed = ({ retention: current }, { retention: next }) =>
  (['refusedYears', 'enrolledYears'] as const)
    .filter((part) => next[part] > current[part])
    .map((part) => ({
      field: `retention.${part}`,
      reason: `is ${next[part]}, longer than the consents promised (${current[part]})`,
    }));
