import { describe, expect, it } from 'vitest';
import type { AdmissionRules, Criterion } from '../../../functions/rounds/admission-rules.ts';
import { harmfulChanges } from '../../../functions/rounds/round-change.ts';
import { addMinutes, type Instant, instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { academyRound } from './academy.ts';

const round = academyRound();
const { admission: rules } = round;
if (!rules) throw new Error('the academy has an admission');
const running = instantSchema.parse('2026-12-01T09:00+09:00');
const before = addMinutes(round.opensAt, -1);
const closed = addMinutes(round.closesAt, 60);

const harm = (
  admission: AdmissionRules | undefined,
  now: Instant = running,
  current: AdmissionRules | undefined = rules,
) => harmfulChanges({ ...round, admission: current }, { ...round, admission }, now, () => []);
const fields = (admission: AdmissionRules | undefined, now?: Instant, current?: AdmissionRules) =>
  harm(admission, now, current).map(({ field }) => field);

const review = (change: Partial<AdmissionRules['review']>) => ({ ...rules, review: { ...rules.review, ...change } });
const ranking = (change: Partial<AdmissionRules['ranking']>) => ({
  ...rules,
  ranking: { ...rules.ranking, ...change },
});
const offer = (change: Partial<AdmissionRules['offer']>) => ({ ...rules, offer: { ...rules.offer, ...change } });
const waitlist = (change: Partial<AdmissionRules['offer']['waitlist']>) =>
  offer({ waitlist: { ...rules.offer.waitlist, ...change } });
const criterion = (index: number, change: Partial<Criterion>) =>
  review({ criteria: rules.review.criteria.map((one, at) => (at === index ? { ...one, ...change } : one)) });
const other = { ko: '다른 말', en: 'other words' };

describe('a change to how an open round goes on after its closing', () => {
  it('hurts when a criterion goes, comes or gets another weight or meaning, and says which', () => {
    const [first, ...others] = rules.review.criteria;
    if (!first) throw new Error('the round has criteria');
    expect(harm(review({ criteria: [...others, { ...first, id: 'charm' }] }))).toEqual([
      { field: 'admission.review.criteria', reason: 'no longer have motivation' },
      { field: 'admission.review.criteria[3]', reason: 'is charm, which is new' },
    ]);
    expect(harm(criterion(1, { weight: 25 }))).toEqual([
      { field: 'admission.review.criteria[1].weight', reason: 'of plan is 25, and was 30' },
    ]);
    expect(fields(criterion(1, { lookFor: other }))).toEqual(['admission.review.criteria[1].lookFor']);
    expect(fields(criterion(2, { anchors: { ...first.anchors, 3: other } }))).toEqual([
      'admission.review.criteria[2].anchors',
    ]);
  });

  it.each<[string, AdmissionRules, string]>([
    ['more reviewers read an application', review({ reviewers: 3 }), 'review.reviewers'],
    ['fewer reviewers read an application', review({ reviewers: 1 }), 'review.reviewers'],
    ['scores may be further apart', review({ divergence: 3 }), 'review.divergence'],
    ['reviewers see who applies', review({ blind: false }), 'review.blind'],
    ['people of one university review each other', review({ departmentsApart: true }), 'review.departmentsApart'],
    ['reviewers see more answers', review({ shows: [...rules.review.shows, 'canAttend'] }), 'review.shows'],
    ['reviewers see fewer answers', review({ shows: rules.review.shows.slice(1) }), 'review.shows'],
    ['reviewers have less time', review({ within: 9 }), 'review.within'],
    ['another score ranks', ranking({ by: 'mean' }), 'ranking.by'],
    [
      'ties are broken in another order',
      ranking({ tieBreaks: rules.ranking.tieBreaks.toReversed() }),
      'ranking.tieBreaks',
    ],
    ['there is a minimum', ranking({ minimum: 2 }), 'ranking.minimum'],
    ['less counts as near the cut', ranking({ nearCut: 1 }), 'ranking.nearCut'],
    ['a quota goes', ranking({ quotas: [] }), 'ranking.quotas'],
    [
      'a quota has other seats',
      ranking({ quotas: rules.ranking.quotas.map((quota) => ({ ...quota, seats: 5 })) }),
      'ranking.quotas',
    ],
    ['seats are filled in another order', ranking({ fill: 'open-first' }), 'ranking.fill'],
    ['fewer members approve', { ...rules, committee: { ...rules.committee, approvals: 1 } }, 'committee.approvals'],
    ['the committee has less time', { ...rules, committee: { ...rules.committee, within: 1 } }, 'committee.within'],
    ['an offer has less time', offer({ answerWithin: 4 }), 'offer.answerWithin'],
    ['the waitlist is shorter', waitlist({ length: 29 }), 'offer.waitlist.length'],
    ['the waitlist ends earlier', waitlist({ lastDay: localDateSchema.parse('2027-03-04') }), 'offer.waitlist.lastDay'],
    [
      'data of the refused is kept longer',
      { ...rules, retention: { ...rules.retention, refusedYears: 2 } },
      'retention.refusedYears',
    ],
    [
      'data of the enrolled is kept longer',
      { ...rules, retention: { ...rules.retention, enrolledYears: 4 } },
      'retention.enrolledYears',
    ],
    ['there is less time to ask again', { ...rules, lookAgain: { ...rules.lookAgain, within: 4 } }, 'lookAgain.within'],
  ])('hurts when %s', (_, next, field) => {
    expect(fields(next)).toEqual([`admission.${field}`]);
    expect(fields(next, closed), 'once it has closed').toEqual([`admission.${field}`]);
    expect(fields(next, before), 'before it opens').toEqual([]);
  });

  it('says how many days and until when', () => {
    expect(harm(offer({ answerWithin: 4 }))[0]?.reason).toBe('is 4, fewer days than announced (5)');
    expect(harm(waitlist({ lastDay: localDateSchema.parse('2027-03-04') }))[0]?.reason).toBe(
      'is Thursday, 4 March 2027, earlier than announced (Friday, 5 March 2027)',
    );
  });

  it('hurts when offers shorten earlier or by more, and not when later or by less', () => {
    const shorten = (...pairs: readonly (readonly [number, number])[]) =>
      offer({ shorten: pairs.map(([lastDays, answerWithin]) => ({ lastDays, answerWithin })) });
    expect(harm(shorten([2, 1], [6, 2]))).toEqual([
      {
        field: 'admission.offer.shorten',
        reason: 'leaves 2 days to answer in the last 6 of the waitlist, fewer than announced (5)',
      },
    ]);
    expect(fields(shorten([3, 1], [5, 2]))).toEqual(['admission.offer.shorten']);
    expect(fields(shorten([2, 1], [5, 1]))).toEqual(['admission.offer.shorten']);
    expect(fields(shorten([1, 1], [5, 2]))).toEqual([]);
    expect(fields(shorten([2, 1], [4, 3]))).toEqual([]);
    expect(fields(shorten())).toEqual([]);
  });

  it('hurts when who accepts a seat has to agree to more', () => {
    const [first, second] = rules.offer.consents;
    if (!first || !second) throw new Error('the offer has consents');
    expect(fields(offer({ consents: [first, { ...second, required: true }] }))).toEqual([
      'admission.offer.consents[1].required',
    ]);
    const photos = { ...first, id: 'photos' };
    expect(harm(offer({ consents: [first, second, photos] }))).toEqual([
      { field: 'admission.offer.consents[2]', reason: 'requires the consent photos, which is new' },
    ]);
    expect(fields(offer({ consents: [{ ...photos, required: false }] }))).toEqual([]);
  });

  it('hurts when the whole of it goes or comes, and not before the round opens', () => {
    expect(harm(undefined)).toEqual([{ field: 'admission', reason: 'is gone, and the round has opened with it' }]);
    expect(fields(undefined, before)).toEqual([]);
    const without = (now: Instant) =>
      harmfulChanges({ ...round, admission: undefined }, round, now, () => []).map(({ field }) => field);
    expect(without(running)).toEqual(['admission']);
    expect(without(before)).toEqual([]);
    expect(
      harmfulChanges({ ...round, admission: undefined }, { ...round, admission: undefined }, running, () => []),
    ).toEqual([]);
  });

  it('does not hurt when it gives more, asks for less, hides more or says the same in another order', () => {
    const { criteria, shows } = rules.review;
    const kinder: AdmissionRules = {
      ...rules,
      review: {
        ...rules.review,
        within: 12,
        remindAfter: [6],
        shows: shows.toReversed(),
        criteria: criteria.toReversed().map((one) => ({ ...one, title: other })),
      },
      ranking: { ...rules.ranking, quotas: rules.ranking.quotas.map((quota) => ({ ...quota, title: other })) },
      committee: { approvals: 3, within: 3, remindAfter: [] },
      offer: {
        answerWithin: 6,
        shorten: [],
        waitlist: { length: 40, lastDay: localDateSchema.parse('2027-03-10') },
        attendance: other,
        leastHours: 3,
        consents: [],
      },
      retention: { refusedYears: 1, enrolledYears: 2 },
      lookAgain: { ...rules.lookAgain, within: 7, officer: 'park-sora', remindAfter: [] },
    };
    expect(harm(kinder)).toEqual([]);
    expect(fields(rules, running, review({ blind: false }))).toEqual([]);
  });
});
