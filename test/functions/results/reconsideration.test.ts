import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything } from '../../../functions/app/wiring.ts';
import { withdrawApplication } from '../../../functions/applications/withdraw-application.ts';
import { cancelRound } from '../../../functions/cohort/cancel-round.ts';
import { pointless } from '../../../functions/outbox/send-mail.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { askForReconsideration } from '../../../functions/results/ask-for-reconsideration.ts';
import {
  decideReconsideration,
  type ReconsiderationDecision,
} from '../../../functions/results/decide-reconsideration.ts';
import { reconsiderationTemplates } from '../../../functions/results/mails/templates.ts';
import { reconsiderationPages } from '../../../functions/results/pages/reconsideration-kind.tsx';
import { grantedOrder, reconsiderationKey } from '../../../functions/results/reconsideration.ts';
import { newReviewer } from '../../../functions/reviewers/reviewer.ts';
import { closeWaitlist } from '../../../functions/seats/close-waitlist.ts';
import { orderOf } from '../../../functions/seats/place.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { lazily } from '../../../functions/shared/parts.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { memorySigner, signedHere } from '../../support/memory/memory-clients.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';
import { decideAndRelease } from '../../support/seats/decided-round.ts';
import { type Placed, plainScores, storeReviewed, toRanking } from '../../support/selection/ranked-round.ts';
import { hiddenIn, wordsOf } from '../../support/visitor.ts';
import { academyRound } from '../rounds/academy.ts';

const announced = instantSchema.parse('2026-11-20T00:00:00Z');
const released = instantSchema.parse('2027-02-19T00:00:00Z');
const later = addMinutes(released, 60 * 24);
const day = 60 * 24;

let round: MemoryRound;
let placed: Placed[];
const words = '두 번째 심사 점수가 다른 지원서의 것 같습니다.';

beforeEach(async () => {
  const { admission } = academyRound();
  round = await memoryRound(announced, {
    capacity: 2,
    admission: admission && {
      ...admission,
      offer: { ...admission.offer, waitlist: { ...admission.offer.waitlist, length: 2 } },
    },
  });
  const wanted = Array.from({ length: 8 }, (_, index) => ({ scores: plainScores(index, 8) }));
  placed = await storeReviewed(round.deps, round.round, wanted, announced);
  await toRanking(round.deps, round.round, released);
  await decideAndRelease(round, released);
});

const placeOf = async (reference: string) => {
  const place = await round.deps.seats.place(reference);
  if (!place) throw new Error(`${reference} has no place`);
  return place;
};
/** The applicants by their places. */
const ranked = async () => {
  const places = await Promise.all(placed.map(({ reference }) => placeOf(reference)));
  return places.sort((a, b) => a.rank - b.rank);
};
const at = async (rank: number) => (await ranked())[rank - 1]?.reference ?? '';
const ask = (reference: string, now = later) => askForReconsideration(round.deps, reference, words, now);
const requestOf = async (reference: string) => {
  const request = await round.deps.requests.byAskKey(reconsiderationKey(reference));
  if (!request) throw new Error(`${reference} has not asked`);
  return request;
};
const decide = async (reference: string, decision: ReconsiderationDecision, now = later) => {
  const { id, generation } = await requestOf(reference);
  return decideReconsideration(round.deps, { request: id, generation, by: 'kim-minji', decision }, now);
};
const grant = (place: number): ReconsiderationDecision => ({
  outcome: 'GRANT',
  place,
  reason: '점수를 잘못 옮겼습니다.',
});
const refuse: ReconsiderationDecision = { outcome: 'REFUSE', reason: '점수에 잘못이 없었습니다.' };
const types = async (reference: string) =>
  (await eventsOf(round.memory.db, 'audit', reference)).map(({ type }) => type);
const waiting = async () => {
  const places = (await ranked()).filter((place) => place.state === 'WAITING' && place.waitlistNumber !== undefined);
  return places.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ reference }) => reference);
};

describe('an applicant who was not selected', () => {
  it('asks a person to look again, once', async () => {
    const reference = await at(8);
    expect(await ask(reference)).toBe('opened');
    expect(await requestOf(reference)).toMatchObject({
      state: 'OPEN',
      assignee: { person: 'kim-minji' },
      question: { text: words },
    });
    expect(await ask(reference)).toBe('asked');
    expect(await Promise.all([ask(await at(7)), ask(await at(7))])).toEqual(
      expect.arrayContaining(['opened', 'asked']),
    );
  });

  it('asks nobody of their own: the next who may decide is asked', async () => {
    const reference = await at(8);
    const [application, officer] = await Promise.all([
      round.deps.applications.get(reference),
      round.deps.people.get('kim-minji'),
    ]);
    if (!application?.email || !officer) throw new Error('there is no such applicant or officer');
    const load = (email: string) =>
      loadPeople(round.deps, [{ ...officer, deputy: officer.deputy, email }], 'operator:test', released);
    await load(application.email);
    expect(await ask(reference)).toBe('opened');
    expect(await requestOf(reference)).toMatchObject({
      assignee: { person: 'lee-junho' },
      held: [{ assignee: 'lee-junho', why: 'conflict' }],
    });
    await load(officer.email);
    expect(await ask(await at(7))).toBe('opened');
    expect((await requestOf(await at(7))).assignee).toEqual({ person: 'kim-minji' });
  });

  it('asks nobody who declared a conflict with it while they reviewed', async () => {
    const reference = await at(8);
    const { deps } = round;
    const reviewer = { ...newReviewer(round.round.id, 'kim-minji'), declared: [reference] };
    await deps.commit({
      changes: [deps.screenings.saveReviewer(reviewer, undefined)],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: later }],
    });
    await Promise.all([ask(reference), ask(await at(7))]);
    expect(await requestOf(reference)).toMatchObject({
      assignee: { person: 'lee-junho' },
      held: [{ why: 'conflict' }],
    });
    expect((await requestOf(await at(7))).assignee).toEqual({ person: 'kim-minji' });
  });

  it('asks within the days that the round gives, and not later', async () => {
    expect(await ask(await at(8), addMinutes(released, 8 * day))).toBe('late');
    expect(await ask(await at(8), addMinutes(released, 6 * day))).toBe('opened');
  });
});

describe('who has a seat or waits for one', () => {
  it('has nothing to be looked at again', async () => {
    expect(await ask(await at(1))).toBe('not-applicable');
    expect(await ask(await at(3))).toBe('not-applicable');
    expect(await ask('A-27H1-0000-0000')).toBe('not-applicable');
  });
});

describe('the page of the officer who looks again', () => {
  it('stores nothing when a decision is chosen, shows it in words, and decides when it is confirmed', async () => {
    const reference = await at(8);
    await ask(reference);
    const request = await requestOf(reference);
    const path = `/r/results/${request.id}/mac`;
    const post = (form: Readonly<Record<string, readonly string[]>>) =>
      reconsiderationPages(round.deps).answer(
        { request, holder: 'kim-minji', path },
        {
          method: 'POST',
          path,
          params: {},
          query: {},
          form: new Map(Object.entries(form)),
          cookies: {},
          lang: 'ko',
          now: later,
          source: '127.0.0.1',
        },
      );
    const writes = round.memory.writes();
    const sure = await post({ outcome: ['GRANT'], place: ['4'], reason: ['점수를 잘못 옮겼습니다.'] });
    expect(sure.status).toBe(200);
    const shown = wordsOf(sure.body);
    for (const words of ['이렇게 결정하시겠습니까?', '점수를 잘못 옮겼습니다.']) expect(shown).toContain(words);
    expect(round.memory.writes()).toBe(writes);

    expect(await post(hiddenIn(sure.body))).toMatchObject({ status: 303 });
    expect(await requestOf(reference)).toMatchObject({ state: 'SETTLED', outcome: 'GRANT' });
    expect(await placeOf(reference)).toMatchObject({ state: 'WAITING', waitlistNumber: 2 });
  });
});

describe('a reconsideration that is granted', () => {
  it('puts the applicant on the waitlist at the place that is right, and takes a seat from nobody', async () => {
    const reference = await at(8);
    const [third, fourth] = [await at(3), await at(4)];
    const before = await ranked();
    await ask(reference);
    expect(await decide(reference, grant(4))).toBe('decided');
    expect(await placeOf(reference)).toMatchObject({ state: 'WAITING', rank: 8, waitlistNumber: 2 });
    expect(await waiting()).toEqual([third, reference, fourth]);
    const others = (await ranked()).filter((place) => place.reference !== reference);
    expect(others).toEqual(before.filter((place) => place.reference !== reference));
    expect(await types(reference)).toContain('LookAgainGranted');
  });

  it('to several for the same place puts them there in the order of their own places', async () => {
    const [third, seventh, eighth] = [await at(3), await at(7), await at(8)];
    for (const reference of [eighth, seventh]) {
      await ask(reference);
      expect(await decide(reference, grant(3))).toBe('decided');
    }
    expect((await waiting()).slice(0, 3)).toEqual([seventh, eighth, third]);
    expect(await placeOf(seventh)).toMatchObject({ waitlistNumber: 1 });
    expect(await round.deps.seats.nextWaiting(round.round.id)).toBe(seventh);
  });

  it('is told to the applicant, and not any more once the round is cancelled', async () => {
    const reference = await at(8);
    await ask(reference);
    expect(await decide(reference, grant(4))).toBe('decided');
    const reach = {
      ...everything(memoryTables, round.memory.db),
      baseUrl: () => 'http://localhost',
      sign: () => signedHere(memorySigner()).sign,
    };
    const template = reconsiderationTemplates(lazily(reach))['look-again-granted'];
    const { id } = await requestOf(reference);
    const prepared = () => template.prepare({ applicant: reference }, { request: id }, later);
    expect(await prepared()).toMatchObject({ kind: 'mail' });
    await cancelRound(round.deps, round.round.id, { by: 'operator:test', reason: '강사를 구하지 못하였습니다' }, later);
    expect(await prepared()).toEqual(pointless('the round is cancelled'));
  });

  it('once, however often the button is pressed', async () => {
    const reference = await at(8);
    await ask(reference);
    const outcomes = await Promise.all([decide(reference, grant(8)), decide(reference, grant(1))]);
    expect(outcomes.sort()).toEqual(['decided', 'somebody-was-first']);
    expect((await types(reference)).filter((type) => type === 'LookAgainGranted')).toHaveLength(1);
  });

  it('is not possible any more once the waitlist has ended', async () => {
    const reference = await at(8);
    await ask(reference);
    await closeWaitlist(round.deps, round.round.id, { by: 'operator:test', reason: 'test' }, later);
    expect(await decide(reference, grant(8))).toBe('ended');
    expect(await decide(reference, refuse)).toBe('decided');
  });
});

describe('a reconsideration that is refused', () => {
  it('leaves everything as it was, and keeps the reason', async () => {
    const reference = await at(8);
    await ask(reference);
    expect(await decide(reference, refuse)).toBe('decided');
    expect((await placeOf(reference)).state).toBe('NOT_SELECTED');
    expect(await requestOf(reference)).toMatchObject({ outcome: 'REFUSE', reason: refuse.reason });
    expect(await ask(reference)).toBe('asked');
  });
});

describe('a reconsideration of somebody who withdrew', () => {
  it('ends without a decision', async () => {
    const reference = await at(8);
    await ask(reference);
    await withdrawApplication(round.deps, reference, later);
    expect(await decide(reference, grant(8))).toBe('somebody-was-first');
    expect(await requestOf(reference)).toMatchObject({ state: 'CANCELLED', outcome: 'WITHDRAWN' });
  });
});

describe('the order on the waitlist after a reconsideration', () => {
  const grants = fc.uniqueArray(
    fc.integer({ min: 1, max: 100_000 }).chain((rank) => fc.record({ rank: fc.constant(rank), right: near(rank) })),
    { selector: ({ rank }) => rank, maxLength: 30 },
  );
  /** So few places that many are granted the same one. */
  function near(rank: number): fc.Arbitrary<number> {
    return fc.oneof(fc.integer({ min: 1, max: Math.min(rank, 5) }), fc.integer({ min: 1, max: rank }));
  }

  it('is before whoever has that place and behind the place before; of several by the place of their own', () => {
    fc.assert(
      fc.property(grants, fc.infiniteStream(fc.nat(0xffff)), (granted, references) => {
        const reference = () => references.next().value?.toString(16).padStart(4, '0') ?? '';
        const put = granted.map((one) => ({ by: one.right === one.rank ? one.rank : one.right - 0.5, ...one }));
        const ranks = [...new Set(put.flatMap(({ right }) => [right - 1, right]))];
        const others = ranks.filter((rank) => rank > 0 && put.every((one) => one.rank !== rank));
        const waiting = [
          ...put.map(({ by, rank, right }) => ({ by, rank, key: grantedOrder({ rank }, right) })),
          ...others.map((rank) => ({ by: rank, rank, key: orderOf(rank) })),
        ].map((one) => ({ ...one, key: `${one.key}#${reference()}` }));
        const byKey = [...waiting].sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(byKey).toEqual([...waiting].sort((a, b) => a.by - b.by || a.rank - b.rank));
      }),
      { numRuns: 1000 },
    );
  });

  it('tells any two neighbours in the ranking apart', () => {
    for (let rank = 32; rank < 270; rank += 1)
      expect(grantedOrder({ rank }, 31) < grantedOrder({ rank: rank + 1 }, 31)).toBe(true);
  });

  it('leaves who is granted the place of their own in it, and puts nobody further down', () => {
    expect(grantedOrder({ rank: 60 }, 60)).toBe(orderOf(60));
    expect(() => grantedOrder({ rank: 60 }, 61)).toThrow(expect.objectContaining({ name: 'PlaceImpossible' }));
  });
});
