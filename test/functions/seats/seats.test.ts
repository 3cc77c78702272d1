import { beforeEach, describe, expect, it } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import { withdrawApplication } from '../../../functions/applications/withdraw-application.ts';
import { eraseApplication } from '../../../functions/retention/erase-application.ts';
import type { WrittenRound } from '../../../functions/rounds/round.ts';
import { answerOffer } from '../../../functions/seats/answer-offer.ts';
import { countSeats } from '../../../functions/seats/count-seats.ts';
import { offerKey } from '../../../functions/seats/offer.ts';
import { offerSeat } from '../../../functions/seats/offer-seat.ts';
import { placeResultOf } from '../../../functions/seats/place-result.ts';
import { releaseResults } from '../../../functions/seats/release-results.ts';
import { Refused } from '../../../functions/shared/errors.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { approveRanking, type Ranked } from '../../support/seats/seats.ts';
import { type SeatsWorld, seatsWorld } from '../../support/seats/seats-world.ts';
import { academyRound } from '../rounds/academy.ts';

const begin = instantSchema.parse('2027-02-19T01:00:00Z');
const draft = academyRound();
const everything = Number.POSITIVE_INFINITY;

function roundOf(change: { capacity: number; waitlist?: number; quotaSeats?: number; lastDay?: string }): WrittenRound {
  const { admission } = draft;
  if (!admission) throw new Error('the academy has an admission');
  const { capacity, waitlist = 10, quotaSeats = 0, lastDay = '2027-03-05' } = change;
  return {
    ...draft,
    version: 1,
    capacity,
    admission: {
      ...admission,
      ranking: {
        ...admission.ranking,
        quotas: quotaSeats ? admission.ranking.quotas.map((quota) => ({ ...quota, seats: quotaSeats })) : [],
      },
      offer: { ...admission.offer, waitlist: { length: waitlist, lastDay: localDateSchema.parse(lastDay) } },
    },
  };
}

const people = (count: number, change: (index: number) => Partial<Ranked> = () => ({})): Ranked[] =>
  Array.from({ length: count }, (_, index) => ({
    reference: `A-27H1-0000-00${String(index).padStart(2, '0')}`,
    email: `p${index}@example.com`,
    ...change(index),
  }));

const holders = (world: SeatsWorld) => world.present().seats.map(({ reference }) => reference);
const [first = '', second = '', third = '', fourth = ''] = people(4).map(({ reference }) => reference);

describe('the release', () => {
  const db = memoryDatabase();
  const deps = wire(memoryTables, db.db);
  const round = roundOf({ capacity: 2, waitlist: 1 });
  const step = { reference: round.id, run: `${round.id}_2`, checks: 0 };

  it('shows nothing before all of it is there, and gives who withdrew in between no place', async () => {
    await deps.commit({
      changes: deps.rounds.load(round, undefined, undefined),
      events: [{ subject: 'round', type: 'RoundLoaded', by: 'operator:test', at: begin }],
    });
    await approveRanking(deps, round, people(5), begin);
    await withdrawApplication(deps, second, begin);
    const application = async (reference: string) => {
      const found = await deps.applications.get(reference);
      if (!found) throw new Error('the application is there');
      return found;
    };
    // The commit that releases does not come through: the places are written, and nobody sees them.
    const broken = { ...deps, seats: { ...deps.seats, createGuard: fail } };
    await expect(releaseResults(broken, step, begin)).rejects.toThrow('made by the test');
    expect((await deps.seats.place(first))?.state).toBe('WAITING');
    expect(await placeResultOf(deps, await application(first), begin)).toBeUndefined();
    expect(await deps.seats.seat(`${round.id}-seat-01`)).toBeUndefined();

    await releaseResults(deps, step, begin);
    expect(await deps.seats.place(second)).toBeUndefined();
    expect((await placeResultOf(deps, await application(first), begin))?.place.state).toBe('WAITING');
    expect((await deps.seats.place(third))?.waitlistNumber).toBe(1);
    expect((await deps.seats.place(fourth))?.state).toBe('NOT_SELECTED');
    expect((await deps.admissions.get(round.id))?.state).toBe('SEATING');
    expect((await releaseResults(deps, step, begin)).outcome).toBe('MOVED');
  });

  it('does not happen if the seats could not be offered any more', async () => {
    const late = roundOf({ capacity: 1, lastDay: '2027-02-18' });
    await expect(seatsWorld(late, people(1), begin)).rejects.toThrow(
      expect.objectContaining({ name: 'WaitlistHasEnded' }),
    );
  });
});

const fail = (): never => {
  throw new Error('made by the test');
};

describe('an offer', () => {
  let world: SeatsWorld;
  beforeEach(async () => {
    world = await seatsWorld(roundOf({ capacity: 3 }), people(8), begin);
    await world.deliver(everything);
  });

  it('goes first to whom the ranking gave the seat, then along the waitlist', async () => {
    expect(holders(world)).toEqual([first, second, third]);
    await Promise.all([world.decline(first), world.lapse(second), world.withdraw(third)]);
    await world.deliver(everything);
    expect([...holders(world)].sort()).toEqual(
      people(6)
        .slice(3)
        .map(({ reference }) => reference),
    );
  });

  it('is made to nobody twice, however many seats become free at once', async () => {
    await Promise.all([world.decline(first), world.decline(second), world.decline(third)]);
    await Promise.all([world.deliver(1), world.deliver(1), world.deliver(1)]);
    expect(new Set(holders(world)).size).toBe(3);
    expect(world.present().offers).toHaveLength(3);
  });

  it('that was answered is not answered again, by whatever comes late', async () => {
    expect(await world.accept(first)).toBe('answered');
    expect(await world.answerAgain(0, 'DECLINE')).toBe('somebody-was-first');
    expect(await world.answerAgain(0, 'ACCEPT')).toBe('somebody-was-first');
    expect((await world.deps.seats.place(first))?.state).toBe('ACCEPTED');
  });

  it('of a seat that is stuck is still answered, and the answer takes the seat on', async () => {
    await world.fail(world.seatIds[0] ?? '');
    await world.decline(first);
    await world.deliver(everything);
    expect(holders(world)[0]).toBe(fourth);
  });
});

describe('a seat that is kept for a quota', () => {
  const quotas = (index: number) => ({ quotas: [0, 4].includes(index) ? ['early-career'] : [] });

  it('goes to the next of the quota, and to the next of all if none of it waits', async () => {
    const world = await seatsWorld(roundOf({ capacity: 2, quotaSeats: 1 }), people(6, quotas), begin);
    await world.deliver(everything);
    expect(holders(world)).toEqual([first, second]);
    await world.decline(first);
    await world.deliver(everything);
    expect(holders(world)).toEqual([people(5)[4]?.reference, second]);
    await world.decline(people(5)[4]?.reference ?? '');
    await world.deliver(everything);
    expect(holders(world)).toEqual([third, second]);
  });
});

describe('a seat that nobody waits for', () => {
  const alone = { capacity: 1, waitlist: 0 };

  it('is offered at once to who is put on the waitlist', async () => {
    const world = await seatsWorld(roundOf(alone), people(2), begin);
    await world.deliver(everything);
    await world.decline(first);
    await world.deliver(everything);
    expect(world.present().seats[0]).toMatchObject({ state: 'VACANT', idle: true });
    await world.admit(second);
    await world.deliver(everything);
    expect(holders(world)).toEqual([second]);
  });

  it('does not fall idle in the very moment in which somebody is put on the waitlist', async () => {
    const world = await seatsWorld(roundOf(alone), people(2), begin);
    await world.deliver(everything);
    await world.decline(first);
    const { deps, seatIds } = world;
    const [id = ''] = seatIds;
    let asked = false;
    const seats = {
      ...deps.seats,
      nextWaiting: async (round: string, quota?: string) => {
        const found = await deps.seats.nextWaiting(round, quota);
        if (!asked) await world.admit(second);
        asked = true;
        return found;
      },
    };
    await offerSeat({ ...deps, seats }, { reference: id, run: id, token: 'token' }, begin);
    expect(holders(world)).toEqual([second]);
  });

  it('is offered again by the next count if the last day was put off after it had passed', async () => {
    const world = await seatsWorld(roundOf({ capacity: 1 }), people(2), begin);
    await world.deliver(everything);
    await world.accept(first);
    world.later(15 * 24 * 60);
    await world.withdraw(first);
    await world.deliver(everything);
    expect(world.present().seats[0]).toMatchObject({ state: 'VACANT', idle: true });
    world.extend(7);
    expect((await world.count()).outcome).toBe('WAIT');
    await world.deliver(everything);
    expect(holders(world)).toEqual([second]);
  });
});

describe('the count of the seats', () => {
  it('waits while an offer is open, or somebody may still be put on the waitlist, and then closes what is empty', async () => {
    const world = await seatsWorld(roundOf({ capacity: 2 }), people(1), begin);
    await world.deliver(everything);
    expect(await world.count()).toMatchObject({ outcome: 'WAIT', done: 0, of: 2 });
    await world.accept(first);
    expect(await world.count()).toMatchObject({ outcome: 'WAIT', done: 1, of: 2 });
    world.later(8 * 24 * 60);
    expect((await world.count()).outcome).toBe('CONFIRMING');
    expect(world.present().seats.map(({ state }) => state)).toEqual(['TAKEN', 'CLOSED']);
    expect((await world.count()).outcome).toBe('MOVED');
  });

  it('waits for a reconsideration that is not decided', async () => {
    const world = await seatsWorld(roundOf({ capacity: 1, waitlist: 0 }), people(2), begin);
    await world.deliver(everything);
    await world.accept(first);
    const place = await world.deps.seats.place(second);
    if (!place) throw new Error('there is a place');
    const look = (change: 'openReconsideration' | 'closeReconsideration') =>
      world.deps.commit({
        changes: [world.deps.seats[change](place)],
        events: [{ subject: second, type: 'MadeByTest', by: 'operator:test', at: begin }],
      });
    await look('openReconsideration');
    world.later(10 * 24 * 60);
    expect((await world.count()).outcome).toBe('WAIT');
    await look('closeReconsideration');
    expect((await world.count()).outcome).toBe('CONFIRMING');
  });
});

describe('two things in one moment', () => {
  it('never end the seats while somebody is put on the waitlist', async () => {
    const world = await seatsWorld(
      roundOf({ capacity: 2, waitlist: 0 }),
      people(2, (index) => ({ unplaceable: index === 1 })),
      begin,
    );
    await world.deliver(everything);
    await world.accept(first);
    world.later(8 * 24 * 60);
    const { deps } = world;
    let asked = false;
    const seats = {
      ...deps.seats,
      nextWaiting: async (round: string, quota?: string) => {
        const found = await deps.seats.nextWaiting(round, quota);
        if (!asked) await world.admit(second);
        asked = true;
        return found;
      },
    };
    const step = { reference: draft.id, run: `${draft.id}_2`, checks: 0 };
    expect((await countSeats({ ...deps, seats }, step, world.now())).outcome).toBe('WAIT');
    await world.deliver(everything);
    expect(holders(world)).toEqual([first, second]);
  });
});

describe('a last day that is put off after it has passed', () => {
  it('brings all seats that were left to who still waits, however many', async () => {
    const world = await seatsWorld(roundOf({ capacity: 45, waitlist: 45 }), people(90), begin);
    world.later(30 * 24 * 60);
    await world.deliver(everything);
    world.extend(60);
    for (let checks = 0; checks < 3; checks += 1) {
      expect((await world.count()).outcome).toBe('WAIT');
      await world.deliver(everything);
    }
    expect(world.present().seats.every(({ state }) => state === 'OFFERED')).toBe(true);
  });
});

describe('a round that is cancelled while seats are offered', () => {
  it('takes no answer from that moment on, before its run has told anybody', async () => {
    const world = await seatsWorld(roundOf({ capacity: 2 }), people(3), begin);
    await world.deliver(everything);
    expect(await world.accept(first)).toBe('answered');
    await world.callOff();
    expect(await world.accept(second)).toBe('somebody-was-first');
    expect(await world.decline(second)).toBe('somebody-was-first');
    expect((await world.deps.seats.place(second))?.state).toBe('OFFERED');
  });

  it('takes none that meets the cancellation in the same moment', async () => {
    const world = await seatsWorld(roundOf({ capacity: 1 }), people(1), begin);
    await world.deliver(everything);
    const { deps } = world;
    const seat = await deps.seats.seat(world.seatIds[0] ?? '');
    const request = seat && (await deps.requests.byAskKey(offerKey(seat)));
    let calledOff = false;
    const commit: typeof deps.commit = async (commitment) => {
      if (!calledOff) {
        calledOff = true;
        await world.callOff();
      }
      return deps.commit(commitment);
    };
    const given = { request: request?.id ?? '', generation: 1, answer: { outcome: 'DECLINE' } } as const;
    expect(await answerOffer({ ...deps, commit }, given, begin)).toBe('somebody-was-first');
  });
});

describe('who leaves', () => {
  it('after the end leaves a seat that stays empty, and nothing of what enrolling asked for', async () => {
    const world = await seatsWorld(roundOf({ capacity: 1 }), people(2), begin);
    await world.deliver(everything);
    await world.accept(first);
    expect(await world.deps.seats.enrolment(first)).toBeDefined();
    world.later(30 * 24 * 60);
    await world.count();
    await world.withdraw(first);
    await world.deliver(everything);
    expect(world.present().seats[0]?.state).toBe('CLOSED');
    expect(await world.deps.seats.enrolment(first)).toBeUndefined();
    expect((await world.deps.seats.place(second))?.state).toBe('WAITING');
  });

  it('and is to be erased has to withdraw first, as long as the selection goes on', async () => {
    const world = await seatsWorld(roundOf({ capacity: 1 }), people(2), begin);
    const erase = (reference: string) =>
      eraseApplication(world.deps, reference, { by: 'operator:test', reason: 'test' }, begin);
    await expect(erase(first)).rejects.toThrow(Refused);
    await world.deliver(everything);
    await expect(erase(first)).rejects.toThrow(Refused);
    await world.accept(first);
    await expect(erase(first)).rejects.toThrow(Refused);
    await world.withdraw(first);
    await world.deliver(everything);
    await erase(first);
    expect(await world.deps.seats.enrolment(first)).toBeUndefined();
    await world.accept(second);
    expect(holders(world)).toEqual([second]);
  });

  it('and was not selected, or is in a round that has ended, is erased at once', async () => {
    const world = await seatsWorld(
      roundOf({ capacity: 1 }),
      people(2, (index) => ({ unplaceable: index === 1 })),
      begin,
    );
    await world.deliver(everything);
    await eraseApplication(world.deps, second, { by: 'operator:test', reason: 'test' }, begin);
    expect((await world.deps.applications.get(second))?.erasedAt).toBe(begin);
  });
});

describe('the number on the waitlist', () => {
  it('goes down as those before get seats or withdraw, and up if a reconsideration puts somebody before', async () => {
    const world = await seatsWorld(
      roundOf({ capacity: 1, waitlist: 3 }),
      people(6, (index) => ({ unplaceable: index === 1 })),
      begin,
    );
    await world.deliver(everything);
    const position = async (reference: string) => {
      const application = await world.deps.applications.get(reference);
      return application && (await placeResultOf(world.deps, application, begin))?.position;
    };
    expect(await position(fourth)).toEqual({ number: 2, began: 2 });
    await world.admit(second);
    expect(await position(second)).toEqual({ number: 1, began: 1 });
    expect(await position(fourth)).toEqual({ number: 3, began: 2 });
    await world.withdraw(second);
    await world.decline(first);
    await world.deliver(everything);
    expect(await position(fourth)).toEqual({ number: 1, began: 2 });
  });
});
