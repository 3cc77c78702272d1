import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { offerKey } from '../../../functions/seats/offer.ts';
import type { Academy, Stored } from '../academy.ts';
import { eventually } from '../eventually.ts';
import { type FormFields, visitor } from '../visitor.ts';
import { accepting, declining, offerLinks, releasedRound } from './released-round.ts';
import type { Ranked } from './seats.ts';

const statesOf = (at: Stored, people: readonly Ranked[]) =>
  Promise.all(people.map(async ({ reference }) => (await at.seats.place(reference))?.state));

/** Each parallel call is a Node process on the local cloud: more of them than this take turns in the connections. */
const connections = 30;

async function atOnce(calls: readonly (() => Promise<void>)[]): Promise<void> {
  const queue = [...calls];
  const connection = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await next();
  };
  await Promise.all(Array.from({ length: connections }, connection));
}

/** So many seats and people, who answer at once by the links in their mails, several times for each seat. */
export function crowdAnswers({
  seats: capacity,
  people: count,
  academy,
}: {
  readonly seats: number;
  readonly people: number;
  readonly academy: () => Academy | Promise<Academy>;
}): void {
  it(`${capacity} seats and ${count} people end with ${capacity} accepted, however many answer at once by the links in their mails`, async () => {
    const began = Date.now();
    const at = await academy();
    const { round, people } = await releasedRound(at, { capacity, people: count });
    let answers = 0;
    /** Presses as somebody does: again, when no page comes. */
    const press = async (link: string, fields: FormFields) => {
      answers += 1;
      await eventually('a page', async () => {
        const { status } = await visitor(at.baseUrl).post(link, fields);
        return [200, 410].includes(status);
      });
    };
    const open = async (): Promise<string[]> => {
      const offered = (await at.seats.seatsOf(round.id, capacity)).filter(({ state }) => state === 'OFFERED');
      const requests = await Promise.all(offered.map((seat) => at.requests.byAskKey(offerKey(seat))));
      const links = await offerLinks(at);
      return requests.flatMap((request) => (request?.state === 'OPEN' ? (links.get(request.id) ?? []) : []));
    };
    const first = await eventually(
      `${capacity} offers`,
      async () => {
        const links = await open();
        return links.length === capacity && links;
      },
      { seconds: 280, every: 2000 },
    );
    await atOnce(
      Array.from(
        { length: count },
        (_, index) => () => press(first[index % capacity] ?? '', index % 3 ? accepting : declining),
      ),
    );
    for (let turn = 0; turn < 100; turn += 1) {
      const links = await open();
      await atOnce(links.map((link, index) => () => press(link, index % 3 === 2 ? declining : accepting)));
      const states = (await statesOf(at, people)).filter((state) => state === 'ACCEPTED');
      if (states.length >= capacity) break;
      await sleep(500);
    }
    const states = await statesOf(at, people);
    const accepted = states.filter((state) => state === 'ACCEPTED').length;
    console.log(
      `${capacity} seats, ${count} people, ${answers} answers by link: ${accepted} accepted, ` +
        `${states.filter((state) => state === 'DECLINED').length} declined, ` +
        `${states.filter((state) => state === 'WAITING').length} waiting, in ${Math.round((Date.now() - began) / 1000)} s`,
    );
    expect(accepted).toBe(capacity);
    const seats = await at.seats.seatsOf(round.id, capacity);
    expect(seats.every(({ state }) => state === 'TAKEN')).toBe(true);
    expect(new Set(seats.map(({ reference }) => reference)).size).toBe(capacity);
  }, 500_000);
}
