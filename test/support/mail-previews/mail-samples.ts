import { kinds } from '../../../functions/app/kinds.ts';
import type { Application } from '../../../functions/applications/application.ts';
import type { Statistics } from '../../../functions/cohort/statistics.ts';
import { reminderOf } from '../../../functions/requests/kind.ts';
import { notices } from '../../../functions/requests/mails/texts.ts';
import type { Request } from '../../../functions/requests/request.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { type Review, reviewSchema } from '../../../functions/screening/review.ts';
import { newReviewer, type Reviewer } from '../../../functions/screening/reviewer.ts';
import { offerKind } from '../../../functions/seats/offer.ts';
import type { Place } from '../../../functions/seats/place.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { openRequest } from '../requests.ts';

/** What a mail is made of, where it differs from the released round that all samples are about. */
export interface SampleFacts {
  readonly application?: Partial<Application>;
  /** The version of the answers; the first, where nothing is said. */
  readonly version?: number;
  readonly requests?: readonly Request[];
  readonly place?: Partial<Place>;
  readonly round?: Partial<Round>;
  readonly reviewer?: Reviewer;
  readonly reviews?: readonly Review[];
  readonly statistics?: Statistics;
}

export interface Sample {
  /** What sets it apart from other samples of the template. */
  readonly variant?: string;
  /** An applicant by how the round ended for them, or a person by their id. */
  readonly to: 'selected' | 'waiting' | 'not selected' | { readonly person: string };
  readonly ids?: Readonly<Record<string, string | string[]>>;
  readonly facts?: SampleFacts;
}

const round = 'academy-2027h1';
const before: Instant = instantSchema.parse('2027-01-12T01:00:00Z');
/** When the results of the samples' round are out: Tuesday, 16 February 2027, 18:00 in Seoul. */
export const sampleTime: Instant = instantSchema.parse('2027-02-16T09:00:00Z');

/** Each of these is written by a person, and is as it was written in either language. */
const words = (lang: Lang) =>
  lang === 'ko'
    ? {
        refusal: '첫 수업일에 만 19세가 되지 않습니다. 다음 기수에는 지원하실 수 있습니다.',
        question: '재직 중인 회사의 소재지를 알려 주십시오. 본점과 근무지가 다르면 근무지를 적어 주십시오.',
        cancelled: '교육장 사정으로 이번 기수를 열 수 없게 되었습니다. 다음 기수에 우선 안내해 드리겠습니다.',
        operator: '전화로 철회를 요청하셨습니다.',
        lookAgain:
          '두 번째 심사에서 경력 점수가 낮게 나온 까닭을 확인해 주십시오.\n경력증명서를 다시 보내 드릴 수 있습니다.',
        answer: '심사 의견을 다시 확인했습니다. 점수는 기준에 맞게 매겨졌습니다.',
      }
    : {
        refusal: 'You will not be 19 on the first day of class. You can apply for the next round.',
        question:
          'Where is the office in which you work? If it is not at the seat of the company, please name the office.',
        cancelled: 'The site cannot be used this half year, so that this round cannot take place.',
        operator: 'You asked for it on the telephone.',
        lookAgain:
          'Please check why the second review gives so few points for experience.\nI can send the certificate again.',
        answer: 'We have read the reviews once more. The points follow the rubric.',
      };

const asked = (change: Parameters<typeof openRequest>[0] = {}): Request => openRequest({ now: sampleTime, ...change });
const settled = (request: Request, change: Partial<Request>): Request => ({ ...request, state: 'SETTLED', ...change });

const review = (label: number, state: Review['state'], person: string): Review =>
  reviewSchema.parse({
    id: `review-${label}`,
    reference: `A-27H1-0000-000${label}`,
    roundId: round,
    reviewer: person,
    number: 1,
    label,
    why: 'assigned',
    state,
    revision: 1,
    scores: {},
    assignedAt: before,
  });

const reviewer = 'morgan-lee';
const reviewing: SampleFacts = {
  reviewer: newReviewer(round, reviewer),
  reviews: [review(1, 'SENT', reviewer), review(2, 'OPEN', reviewer), review(3, 'OPEN', reviewer)],
  requests: [asked({ id: 'review-2', kind: 'review' }), asked({ id: 'review-3', kind: 'review' })],
};

const decision = (outcome: 'ACCEPTED' | 'REFUSED', by: string, reason?: string): Application['decision'] => ({
  outcome,
  at: before,
  by,
  version: 1,
  roundVersion: 1,
  rules: [{ ruleId: 'adult-on-first-day', met: outcome === 'ACCEPTED' }],
  reason,
});

/** Kinds of request that staff are asked for by a mail of their own. */
const staffKinds = [...kinds.values()]
  .filter((kind) => kind.pages && reminderOf(kind) === 'request-reminder')
  .map(({ name }) => name);

const statistics: Statistics = {
  roundId: round,
  countedAt: sampleTime,
  capacity: 40,
  stages: {
    sent: 312,
    accepted: 287,
    refused: 19,
    withdrawn: 6,
    reviewed: 281,
    ranked: 281,
    notSelected: 201,
    waitlisted: 40,
    offers: 47,
    declined: 5,
    lapsed: 3,
    taken: 39,
    waitlistEnded: 32,
  },
  times: [],
  scores: { rankedBy: 'adjusted', bins: [] },
  reviewers: [],
  offers: [],
};

/**
 * Realistic data for every mail, by the template's name. A template without a sample fails
 * test/functions/outbox/templates.test.ts.
 */
export function mailSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const said = words(lang);
  const question = asked({ kind: 'intake-question', question: { text: said.question, pages: ['background'] } });
  const offer = asked({ kind: offerKind, plan: { within: 7, remindAfter: [3, 5] } });
  const look = asked({ kind: 'look-again', question: { text: said.lookAgain, pages: [] } });
  const inIntake: SampleFacts = { round: { closesAt: instantSchema.parse('2027-03-31T09:00:00Z') } };
  const cancelled = { round: { cancelled: { at: sampleTime, reason: said.cancelled } } } as const;
  return {
    'application-received': [
      {
        variant: 'first',
        to: 'selected',
        ids: { version: '1' },
        facts: { ...inIntake, application: { state: 'SUBMITTED' } },
      },
      {
        variant: 'changed',
        to: 'selected',
        ids: { version: '2' },
        facts: { ...inIntake, version: 2, application: { state: 'SUBMITTED', version: 2 } },
      },
    ],
    'question-answered': [
      {
        to: 'selected',
        ids: { version: '2' },
        facts: { version: 2, application: { state: 'WITH_OFFICER', version: 2 } },
      },
    ],
    'application-accepted': [
      { variant: 'by the rules', to: 'selected', facts: { application: { decision: decision('ACCEPTED', 'rules') } } },
      {
        variant: 'by the officer',
        to: 'selected',
        facts: { application: { decision: decision('ACCEPTED', 'kim-minji') } },
      },
    ],
    'application-refused': [
      {
        to: 'selected',
        facts: { application: { state: 'REFUSED', decision: decision('REFUSED', 'kim-minji', said.refusal) } },
      },
    ],
    'application-withdrawn': [
      { variant: 'by the applicant', to: 'selected', facts: { application: withdrawn() } },
      { variant: 'by an operator', to: 'selected', facts: { application: withdrawn(said.operator) } },
    ],
    'draft-link': [{ to: 'selected', facts: { ...inIntake, application: { state: 'DRAFT', version: 0 } } }],
    'application-link': [{ to: 'selected' }],
    'already-applied': [{ to: 'selected', facts: inIntake }],
    'question-asked': [{ to: 'selected', ids: { request: question.id }, facts: { requests: [question] } }],
    'question-reminder': [{ to: 'selected', ids: { request: question.id }, facts: { requests: [question] } }],
    'question-lapsed': [{ to: 'selected', facts: { application: { state: 'WITH_OFFICER' } } }],

    'request-opened': staffKinds.map((kind) => ({
      variant: kind,
      to: { person: kind === 'committee-approval' ? 'jung-haneul' : 'kim-minji' },
      ids: { request: 'request-1' },
      facts: { requests: [staffRequest('request-1', kind)] },
    })),
    'request-reminder': [
      {
        to: { person: 'kim-minji' },
        ids: { requests: ['request-1', 'request-2'] },
        facts: { requests: [staffRequest('request-1', 'intake-decision'), staffRequest('request-2', 'look-again')] },
      },
      {
        variant: 'overdue',
        to: { person: 'kim-minji' },
        ids: { requests: ['request-1'] },
        facts: { requests: [{ ...staffRequest('request-1', 'intake-decision'), dueAt: before }] },
      },
    ],
    'operator-notice': Object.keys(notices).map((about) => ({
      variant: about,
      to: { person: 'choi-yuna' },
      ids: { about, subject: 'A-27H1-7K3Q-9MX4', detail: 'RoundMissing' },
    })),

    'reviews-assigned': [{ to: { person: reviewer }, ids: { round }, facts: reviewing }],
    'review-added': [{ to: { person: reviewer }, ids: { review: 'review-2' }, facts: reviewing }],
    'reviews-reminder': [{ to: { person: reviewer }, ids: { round }, facts: reviewing }],

    'seat-offered': [
      { variant: 'first', to: 'selected', ids: { request: offer.id }, facts: { requests: [offer] } },
      {
        variant: 'from the waitlist',
        to: 'selected',
        ids: { request: offer.id },
        facts: { requests: [offer], place: { waitlistNumber: 3 } },
      },
    ],
    'offer-reminder': [{ to: 'selected', ids: { request: offer.id }, facts: { requests: [offer] } }],
    'offer-lapsed': [{ to: 'selected', facts: { place: { state: 'LAPSED' } } }],
    'seat-declined': [{ to: 'selected', facts: { place: { state: 'DECLINED' } } }],
    'seat-accepted': [{ to: 'selected', facts: { place: { state: 'ACCEPTED' } } }],
    'seat-given-back': [
      { variant: 'by the applicant', to: 'selected', facts: { application: withdrawn() } },
      { variant: 'by an operator', to: 'selected', facts: { application: withdrawn(said.operator) } },
    ],
    waitlisted: [{ to: 'waiting' }],
    'not-selected': [{ to: 'not selected' }],

    'look-again-received': [{ to: 'not selected', ids: { request: look.id }, facts: { requests: [look] } }],
    'look-again-refused': [
      {
        to: 'not selected',
        ids: { request: look.id },
        facts: { requests: [settled(look, { outcome: 'REFUSE', reason: said.answer })] },
      },
    ],
    'look-again-granted': [
      {
        to: 'waiting',
        ids: { request: look.id },
        facts: { requests: [settled(look, { outcome: 'GRANT', reason: said.answer })] },
      },
    ],

    'waitlist-ended': [{ to: 'waiting', ids: { number: '3' }, facts: { place: { state: 'ENDED' } } }],
    'round-cancelled': [{ to: 'waiting', facts: { ...cancelled, application: { state: 'CANCELLED' } } }],
    'round-cancelled-staff': [{ to: { person: reviewer }, ids: { round }, facts: cancelled }],
    'round-empty': [{ to: { person: 'park-sora' }, ids: { round } }],
    'cohort-confirmed': [{ to: { person: 'park-sora' }, ids: { round }, facts: { statistics } }],
  };
}

const withdrawn = (reason?: string): Partial<Application> => ({
  state: 'WITHDRAWN',
  withdrawal: { at: sampleTime, by: reason ? 'operator:yuna' : 'applicant', reason },
});

const staffRequest = (id: string, kind: string): Request => ({
  ...asked({
    id,
    subject: kind === 'committee-approval' ? `round#${round}` : 'A-27H1-7K3Q-9MX4',
    assignee: { person: kind === 'committee-approval' ? 'jung-haneul' : 'kim-minji' },
  }),
  kind,
});
