import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { machinesOf } from '../../../functions/app/machines.ts';
import { redrive } from '../../../functions/runs/redrive.ts';
import { offerKey } from '../../../functions/seats/offer.ts';
import { type MortalCloud, mortalCloud, secondCopies } from '../mortal-cloud.ts';
import { type FormFields, visitor } from '../visitor.ts';
import { accepting, declining, rankedRound } from './released-round.ts';

/*
 * A round from the release to its last seat on a local cloud of its own, which is stopped in order, or whose workers are
 * killed, while seats are offered and answered (see mortal-cloud.ts for what that means). The end
 * has to be the one that it has without: who declines is followed by the next of the waitlist, and no mail leaves twice.
 */

/**
 * @param times how often the cloud is stopped or its workers are killed
 * @param capacity seats, four at least, so that it happens while they are offered
 */
export function seatsUnderRestarts(times: number, capacity: number, mortal: MortalCloud = mortalCloud()): void {
  const count = capacity + 8;
  const { again, outbox } = mortal;

  /** Answers whatever offer somebody gets, by the link in the mail; until the round has no more for them. */
  async function live(reference: string, fields: FormFields, over: () => boolean): Promise<void> {
    const at = mortal.at();
    for (; !over(); await sleep(500)) {
      try {
        const place = await at.seats.place(reference);
        if (place && place.state !== 'WAITING' && place.state !== 'OFFERED') return;
        const seat = place?.seat ? await at.seats.seat(place.seat) : undefined;
        const request = seat && (await at.requests.byAskKey(offerKey(seat)));
        const link = mortal
          .mails()
          .map(({ text }) => new RegExp(`/r/[a-z]+/${request?.id}/[\\w-]+`, 'u').exec(text)?.[0])
          .findLast((found) => found !== undefined);
        if (link) await visitor(at.baseUrl).post(link, fields);
      } catch {
        // The cloud is away in this moment.
      }
    }
  }

  it('comes to the same end however often it is stopped or its workers are killed in the middle of offers', async () => {
    const began = Date.now();
    const at = mortal.at();
    const { round, people } = await rankedRound(at, { capacity, people: count });
    let over = false;
    // With four seats: two of the first four decline, and the first of the waitlist; the next three take the seats.
    const decliners = [1, 3, 4];
    const lives = people.map(({ reference }, index) =>
      live(reference, decliners.includes(index) ? declining : accepting, () => over),
    );
    for (let turn = 1; turn <= times; turn += 1) {
      await sleep(150 + 137 * turn);
      const diedAt = at.now();
      // The last one is a stop: it ends executions that wait for a worker that was killed.
      if (turn % 3 === 0 || turn === times) await mortal.restart();
      else {
        await mortal.killWorkers();
        await mortal.sweep(diedAt);
      }
    }
    const end = async () => {
      const seats = await at.seats.seatsOf(round.id, capacity);
      return seats.length === capacity && seats.every(({ state }) => state === 'TAKEN');
    };
    await again('every seat is taken', async () => {
      const seats = await at.seats.seatsOf(round.id, capacity);
      for (const { id, stuck } of seats) {
        if (stuck) await redrive(at.commit, machinesOf(at)['seat-offer'], id, 'operator:test', at.now());
      }
      const admission = await at.admissions.get(round.id);
      if (admission?.stuck) {
        await redrive(at.commit, machinesOf(at)['cohort-admission'], round.id, 'operator:test', at.now());
      }
      await mortal.tickForAll();
      return end();
    });
    over = true;
    await Promise.all(lives);
    await again('nothing is due any more', async () => {
      await mortal.tickForAll();
      return (await outbox()).every(({ due }) => due === undefined);
    });

    const states = await Promise.all(people.map(async ({ reference }) => (await at.seats.place(reference))?.state));
    const asked = capacity + decliners.length;
    expect(states.slice(0, asked)).toEqual(
      Array.from({ length: asked }, (_, index) => (decliners.includes(index) ? 'DECLINED' : 'ACCEPTED')),
    );
    expect(states.slice(asked).every((state) => state === 'WAITING')).toBe(true);

    const entries = await outbox();
    expect(entries.filter(({ state }) => state === 'FAILED')).toEqual([]);
    const mails = entries.filter(({ errand }) => errand.kind === 'mail');
    const seconds = secondCopies(entries, mortal.mails());
    const offers = mails.filter(({ errand }) => errand.kind === 'mail' && errand.template === 'seat-offered');
    expect(offers).toHaveLength(asked);
    console.log(
      `${times} stops and kills in ${Math.round((Date.now() - began) / 1000)} s: ${capacity} seats, ${offers.length} offers, ` +
        `${states.filter((state) => state === 'ACCEPTED').length} accepted; ${mortal.mails().length} mails of ${mails.length} entries, ${seconds} second copies`,
    );
  }, 500_000);
}
