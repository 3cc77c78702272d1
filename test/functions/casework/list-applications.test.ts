import { beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '../../../functions/applications/application.ts';
import { inOnePage, listPage, neighboursOf } from '../../../functions/casework/list-applications.ts';
import { type Position, parsePosition, positionText } from '../../../functions/casework/list-position.ts';
import { type ListOrder, listOrders } from '../../../functions/casework/listed-applications.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { sendMany } from '../../support/casework/many-applications.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';

const now: Instant = instantSchema.parse('2027-01-11T01:00:00Z');
/** Many in the same millisecond, as in a round's last minute. */
const sentAt = (index: number): Instant => addMinutes(now, Math.floor(index / 70));

let at: MemoryRound;
let sent: readonly Application[];
beforeAll(async () => {
  at = await memoryRound(now, {}, { quick: true });
  sent = await sendMany(
    at,
    Array.from({ length: 230 }, (_, index) => ({
      sentAt: sentAt(index),
      state: index % 9 === 0 ? ('REFUSED' as const) : ('ACCEPTED' as const),
    })),
  );
});

const inOrder = (order: ListOrder, state?: string): string[] => {
  const key = ({ sentAt: time, reference }: Application) => (order === 'reference' ? reference : `${time}${reference}`);
  const sorted = sent
    .filter((application) => state === undefined || application.state === state)
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ reference }) => reference);
  return order === 'newest' ? sorted.toReversed() : sorted;
};

describe.each(listOrders)('the applications of a round in the order %s', (order) => {
  it.each([undefined, 'REFUSED', 'WITHDRAWN'])('come page by page, each once, of the state %s', async (state) => {
    const choice = { order, state };
    const pages: string[][] = [];
    const began: (Position | undefined)[] = [];
    let from: Position | undefined;
    do {
      began.push(from);
      const page = await listPage(at.deps, at.round, choice, from);
      pages.push(page.applications.map(({ reference }) => reference));
      // As an address carries it.
      from = page.next && parsePosition(positionText(page.next, order), order, at.round.code);
    } while (from);
    expect(pages.flat()).toEqual(inOrder(order, state));
    expect(pages.slice(0, -1).every(({ length }) => length === inOnePage)).toBe(true);
    for (const [index, position] of began.entries()) {
      if (!position) continue;
      const { previous } = await listPage(at.deps, at.round, choice, position);
      const page = await listPage(at.deps, at.round, choice, previous);
      expect(page.applications.map(({ reference }) => reference)).toEqual(pages[index - 1]);
    }
  });

  it('have neighbours: the one before and the one after, none beyond the ends', async () => {
    const choice = { order, state: 'REFUSED' };
    const expected = inOrder(order, 'REFUSED');
    const byReference = new Map(sent.map((application) => [application.reference, application]));
    for (const [index, reference] of expected.entries()) {
      const application = byReference.get(reference);
      if (!application) throw new Error('it was sent');
      expect(await neighboursOf(at.deps, at.round, choice, application)).toEqual({
        previous: expected[index - 1],
        next: expected[index + 1],
      });
    }
  });

  it('leave out whoever somebody is kept from, of one state and whole pages of it', async () => {
    const all = inOrder(order, 'ACCEPTED');
    const hidden = new Set([all[0], all[3], all[60]].filter((one) => one !== undefined));
    const kept = async () => hidden;
    const choice = { order, state: 'ACCEPTED' };
    const page = await listPage(at.deps, at.round, choice, undefined, kept);
    const rest = all.filter((reference) => !hidden.has(reference));
    expect(page.applications.map(({ reference }) => reference)).toEqual(rest.slice(0, inOnePage));
    const second = sent.find(({ reference }) => reference === all[2]);
    if (!second) throw new Error('it was sent');
    expect(await neighboursOf(at.deps, at.round, choice, second, kept)).toEqual({ previous: all[1], next: all[4] });
    const every = await listPage(at.deps, at.round, { order }, undefined, kept);
    expect(every.applications.map(({ reference }) => reference)).toEqual(inOrder(order).slice(0, inOnePage));
  });

  it('have neighbours for one that is not of the list any more', async () => {
    const accepted = sent.find(({ state }) => state === 'ACCEPTED');
    if (!accepted) throw new Error('one was accepted');
    const all = inOrder(order);
    const place = all.indexOf(accepted.reference);
    const refused = new Set(inOrder(order, 'REFUSED'));
    expect(await neighboursOf(at.deps, at.round, { order, state: 'REFUSED' }, accepted)).toEqual({
      previous: all.slice(0, place).findLast((one) => refused.has(one)),
      next: all.slice(place).find((one) => refused.has(one)),
    });
  });
});

describe('where a page begins', () => {
  it('is found from a position behind more of one moment than there are, as when some were sent again', async () => {
    const key = sentAt(70);
    const { previous } = await listPage(at.deps, at.round, { order: 'oldest' }, { key, behind: 90 });
    const all = inOrder('oldest');
    const page = await listPage(at.deps, at.round, { order: 'oldest' }, previous);
    expect(page.applications.map(({ reference }) => reference)).toEqual(all.slice(90, 140));
  });

  it('never has a reference in its address', async () => {
    const { next } = await listPage(at.deps, at.round, { order: 'reference' });
    expect(next && positionText(next, 'reference')).toMatch(/^[0-9A-Z]{4}\.\d+$/u);
  });

  it.each(['', 'A-27H1-7K3Q-9MX4', '7K3Q', '7K3Q.x', '1.1', '99999999999999999.1', "7K3Q.1' OR 1"])(
    'is the beginning for what names none: %s',
    (text) => {
      for (const order of listOrders) expect(parsePosition(text, order, 'A-27H1')).toBeUndefined();
    },
  );
});
