import { describe, expect, it } from 'vitest';
import { type PersonRequest, settled } from '../../../functions/requests/request.ts';
import { writtenRoundSchema } from '../../../functions/rounds/round.ts';
import { emergencyContactConsent } from '../../../functions/seats/enrolment.ts';
import { closedOfferPage } from '../../../functions/seats/pages/offer-closed.tsx';
import { checkEnrolment, enrolmentPage } from '../../../functions/seats/pages/offer-form.ts';
import { offerPages } from '../../../functions/seats/pages/offer-kind.tsx';
import { resultText } from '../../../functions/seats/pages/place-texts.ts';
import { PlaceView } from '../../../functions/seats/pages/place-view.tsx';
import { placeStates } from '../../../functions/seats/place.ts';
import type { PlaceResult } from '../../../functions/seats/place-result.ts';
import { langs } from '../../../functions/shared/i18n.ts';
import { type Form, html, type PageRequest } from '../../../functions/shared/pages/request.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { question } from '../../support/requests/requests.ts';
import { seatsWorld } from '../../support/seats/seats-world.ts';
import { hiddenIn, wordsOf } from '../../support/visitor.ts';
import { academyRound } from '../rounds/academy.ts';

const begin = instantSchema.parse('2027-02-19T01:00:00Z');
const round = writtenRoundSchema.parse({ ...academyRound(), version: 1, capacity: 6 });
const offer = round.admission?.offer ?? { attendance: { ko: '', en: '' }, consents: [] };
const { consents } = offer;
const reference = 'A-27H1-0000-0000';
const whole = {
  attends: ['yes'],
  'consent-institution-sharing': ['yes'],
  'consent-emergency-contact': ['yes'],
  contactName: [' 김 어머니 '],
  contactRelationship: ['어머니'],
  contactPhone: ['０１０ 1234 5678'],
};

describe('what accepting asks for', () => {
  it('is kept in its normal form', () => {
    expect(checkEnrolment(offer, whole, 'ko')).toEqual({
      ok: true,
      enrolment: {
        attends: true,
        consents: { 'institution-sharing': true, 'emergency-contact': true },
        contact: { name: '김 어머니', relationship: '어머니', phone: '010-1234-5678' },
      },
    });
  });

  it('is the promise to attend and the required consents; the contact may be left out with its consent', () => {
    expect(checkEnrolment(offer, { attends: ['yes'], 'consent-institution-sharing': ['yes'] }, 'ko')).toEqual({
      ok: true,
      enrolment: { attends: true, consents: { 'institution-sharing': true, 'emergency-contact': false } },
    });
    const nothing = checkEnrolment(offer, {}, 'en');
    expect(nothing.ok ? [] : nothing.errors.map(({ field }) => field)).toEqual([
      'attends',
      'consent-institution-sharing',
    ]);
  });

  it('keeps no contact without its consent, and none that is not whole', () => {
    const fields = (typed: Parameters<typeof checkEnrolment>[1]) => {
      const checked = checkEnrolment(offer, typed, 'ko');
      return checked.ok ? [] : checked.errors.map(({ field }) => field);
    };
    expect(fields({ ...whole, 'consent-emergency-contact': [] })).toEqual(['consent-emergency-contact']);
    expect(fields({ ...whole, contactName: [''], contactPhone: [' '] })).toEqual(['contactName', 'contactPhone']);
    expect(fields({ ...whole, contactPhone: ['02-123'] })).toEqual(['contactPhone']);
    for (const phone of ['02-123-4567', '031 123 4567', '+1 415-555-2671', '+84 912345678']) {
      expect(fields({ ...whole, contactPhone: [phone] })).toEqual([]);
    }
  });

  it('does not ask for a contact in a round without that consent', () => {
    const others = consents.filter(({ id }) => id !== emergencyContactConsent);
    expect(Object.keys(enrolmentPage({ ...offer, consents: others }).fields)).toEqual([
      'attends',
      'consent-institution-sharing',
    ]);
  });

  it('says of each field what it is for and how long it is kept', () => {
    for (const [name, field] of Object.entries(enrolmentPage(offer).fields)) {
      expect(field.data ?? field.panel, name).toBeDefined();
    }
  });
});

async function offered() {
  const world = await seatsWorld(round, [{ reference, email: 'p0@example.com' }], begin);
  await world.deliver(Number.POSITIVE_INFINITY);
  const request = await world.deps.requests.byAskKey('seat-offer/academy-2027h1-seat-01/1');
  if (!request) throw new Error('there is an offer');
  const kind = offerPages(world.deps);
  const path = `/r/${request.id}/mac`;
  const post = async (fields: Readonly<Record<string, readonly string[]>>, lang: 'ko' | 'en' = 'ko') => {
    const form: Form = new Map(Object.entries(fields));
    const page: PageRequest = {
      method: 'POST',
      path,
      params: {},
      query: {},
      form,
      cookies: {},
      source: '127.0.0.1',
      lang,
      now: begin,
    };
    return kind.answer({ request, holder: reference, path }, page);
  };
  return { world, request, kind, path, post };
}

describe('the page of an offer', () => {
  it('keeps what was typed when something is wrong, and in the other language', async () => {
    const { post, world } = await offered();
    const wrong = await post({ ...whole, contactPhone: ['02-123'] });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('김 어머니');
    expect(wrong.body).toContain('<title>오류: ');
    const switched = await post({ ...whole, switch: ['en'] });
    expect(switched.status).toBe(200);
    expect(switched.body).toContain('You have been selected');
    expect(switched.body).toContain('김 어머니');
    expect((await world.deps.seats.place(reference))?.state).toBe('OFFERED');
  });

  it('asks once more before it declines, and keeps the reason if one is given', async () => {
    const { post, world, request, path } = await offered();
    const asked = await post({ answer: ['decline'] });
    expect(wordsOf(asked.body)).toContain('참여하지 않으시겠습니까?');
    expect((await world.deps.seats.place(reference))?.state).toBe('OFFERED');
    const long = await post({ answer: ['decline-confirmed'], reason: ['가'.repeat(501)] });
    expect(long.status).toBe(422);
    const done = await post({ answer: ['decline-confirmed'], reason: ['이직하게 되었습니다.'] });
    expect(done).toMatchObject({ status: 303, headers: { Location: path } });
    expect(await world.deps.requests.get(request.id)).toMatchObject({
      state: 'SETTLED',
      outcome: 'DECLINE',
      reason: '이직하게 되었습니다.',
    });
  });

  it('brings back what was typed to accept for who does not decline after all, and asks about a reason that is typed', async () => {
    const { post } = await offered();
    const asked = await post({ ...whole, answer: ['decline'] });
    const carried = hiddenIn(asked.body);
    expect(carried).toEqual({ ...whole, answer: ['decline-confirmed'] });
    const back = await post({ ...carried, reason: [''], action: ['go:offer'] });
    expect(back.status).toBe(200);
    expect(wordsOf(back.body)).toContain('답변에 따른 안내');
    expect(back.body).toContain('김 어머니');
    const left = await post({ ...carried, reason: ['이직'], action: ['go:offer'] });
    expect(left.status).toBe(409);
    expect(wordsOf(left.body)).toMatch(/이직.*김 어머니|김 어머니.*이직/u);
  });

  it('says that the round is cancelled from that moment on, and takes nothing', async () => {
    const { world, request, path } = await offered();
    const cancelled = { ...round, cancelled: { at: begin, reason: '예산 삭감' } };
    const rounds = { ...world.deps.rounds, current: async () => cancelled };
    const kind = offerPages({ ...world.deps, rounds });
    const held = { request, holder: reference, path };
    const page: PageRequest = {
      method: 'POST',
      path,
      params: {},
      query: {},
      form: new Map(Object.entries(whole)),
      cookies: {},
      source: '127.0.0.1',
      lang: 'ko',
      now: begin,
    };
    for (const shown of [await kind.show(held, page), await kind.answer(held, page)]) {
      expect(wordsOf(shown.body)).toContain('모집이 취소되었습니다');
    }
    expect((await world.deps.requests.get(request.id))?.state).toBe('OPEN');
  });

  it.each(langs)('says in %s what became of it, when, and what follows', async (lang) => {
    const { request, world } = await offered();
    const place = await world.deps.seats.place(reference);
    const closed = (change: Partial<PersonRequest>, state?: 'WITHDRAWN' | 'CANCELLED') =>
      closedOfferPage(lang, {
        request: { ...settled(request, { outcome: 'ACCEPT', by: reference, at: begin }), ...change },
        place: place && { ...place, state: state ?? 'ACCEPTED' },
        round,
      });
    const texts = [
      closed({}),
      closed({}, 'WITHDRAWN'),
      closed({}, 'CANCELLED'),
      closed({ outcome: 'DECLINE' }),
      closed({ outcome: 'LAPSE', state: 'LAPSED' }),
      closed({ outcome: 'WITHDRAWN', state: 'CANCELLED' }),
      closed({ outcome: 'SUPERSEDED', state: 'CANCELLED' }),
    ];
    expect(new Set(texts.map(({ body }) => body)).size).toBe(texts.length);
    for (const { body } of texts) expect(wordsOf(body)).toContain(reference);
    const leads = texts.map(({ body }) => [
      body.includes(`href="/letter/${round.id}.pdf"`),
      body.includes('href="/application"'),
    ]);
    expect(leads[0]).toEqual([true, true]);
    for (const lead of leads.slice(1)) expect(lead).toEqual([false, false]);
    expect(texts.map(({ status }) => status)).toEqual([200, 200, 200, 200, 410, 200, 200]);
  });
});

describe('the status page once the results are out', () => {
  const result = (change: Partial<PlaceResult> & { readonly state: PlaceResult['place']['state'] }): PlaceResult => ({
    place: {
      reference,
      roundId: round.id,
      state: change.state,
      revision: 1,
      rank: 40,
      snapshot: 1,
      order: '000040000',
      quotas: [],
      since: begin,
    },
    waitlistUntil: instantSchema.parse('2027-03-05T09:00:00Z'),
    waitlistEnded: false,
    quotas: true,
    reconsiderationUntil: instantSchema.parse('2027-02-26T09:00:00Z'),
    ...change,
  });
  const view = (given: PlaceResult, lang: 'ko' | 'en' = 'ko', now = begin) =>
    wordsOf(html(<PlaceView result={given} round={round} now={now} lang={lang} open />).body);

  it.each(langs)('has a sentence of its own in %s for every place', (lang) => {
    const open = placeStates.filter((state) => state !== 'WITHDRAWN' && state !== 'CANCELLED');
    expect(new Set(open.map((state) => resultText(result({ state }), {})[lang])).size).toBe(open.length);
  });

  it('tells who waits the number now, the number at first, and until when', () => {
    const words = view(result({ state: 'WAITING', position: { number: 3, began: 7 } }));
    expect(words).toMatch(/지금 대기 순번 3번 처음 대기 순번 7번 대기 마감 2027년 3월 5일\(금\) 18:00/u);
    expect(words).toContain('별도 선발 인원');
  });

  it('tells who waits that the waitlist has ended, and no time that has passed', () => {
    const words = view(result({ state: 'WAITING', position: { number: 3, began: 7 }, waitlistEnded: true }));
    expect(words).not.toContain('3월 5일');
    expect(words).toContain('모든 절차가 끝나는 대로');
  });

  it('tells until when an offer is answered, and mails its link again', () => {
    const words = view(result({ state: 'OFFERED', offer: question({ kind: 'seat-offer' }) }));
    expect(words).toContain('2027년 1월 18일(월) 18:00');
    expect(words).toContain('답변 링크 다시 받기');
  });

  it('offers a reconsideration as long as it may be asked for, and says that it was', () => {
    const plain = result({ state: 'NOT_SELECTED' });
    expect(view(plain)).toContain('2월 26일(금) 18:00');
    expect(view(plain, 'ko', instantSchema.parse('2027-02-26T09:00:00Z'))).not.toContain('2월 26일');
    expect(view({ ...plain, place: { ...plain.place, lookAgain: 'request' } })).toContain('재검토를 요청하셨습니다');
  });
});
