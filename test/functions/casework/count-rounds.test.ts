import { renderToString } from 'preact-render-to-string';
import { beforeEach, describe, expect, it } from 'vitest';
import { countRounds } from '../../../functions/casework/count-rounds.ts';
import { RoundView } from '../../../functions/casework/pages/round-page.tsx';
import { firstCounts, waitsOf } from '../../../functions/casework/round-counts.ts';
import { openedRequest } from '../../../functions/requests/request.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { sendMany } from '../../support/casework/many-applications.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';
import { wordsOf } from '../../support/visitor.ts';

const now: Instant = instantSchema.parse('2027-01-11T01:00:00Z');

let at: MemoryRound;
const faults: unknown[] = [];
beforeEach(async () => {
  at = await memoryRound(now, {}, { quick: true });
  faults.length = 0;
});

const count = (time: Instant = now) => countRounds(at.deps, time, (fault) => void faults.push(fault));
const counts = () => at.deps.counts.get(at.round.id);

async function ask(given: { readonly person: string; readonly subject: string; readonly within: number }) {
  const request = openedRequest({
    id: `r-${given.subject}`,
    kind: 'intake-decision',
    subject: given.subject,
    context: at.round.id,
    askKey: given.subject,
    outcomes: ['ACCEPT'],
    assignee: { person: given.person },
    why: 'asked',
    plan: { within: given.within, remindAfter: [] },
    now,
  });
  await at.deps.store({ changes: at.deps.requests.create(request), outbox: [], at: now });
  return request;
}

describe('a round that was loaded just now', () => {
  it('has its numbers at once on its page, and is counted by the next tick of the clock', async () => {
    const counts = firstCounts(at.round.id, now);
    await at.deps.counts.put(counts);
    const shown = { round: at.round, admission: await at.admission(), kinds: at.deps.kinds, now, lang: 'ko' } as const;
    const page = (of: typeof counts | undefined) =>
      wordsOf(renderToString(RoundView({ ...shown, counts: of, names: new Map(), mayList: true })));
    expect(page(undefined)).toContain('아직 집계하지 않았습니다');
    expect(page(counts)).not.toContain('아직 집계하지 않았습니다');
    expect(page(counts)).toContain('0건');
    await sendMany(at, [{ sentAt: now }]);
    const later = addMinutes(now, 5);
    expect(await count(later)).toEqual({ counted: 1, failed: 0 });
    expect(await at.deps.counts.get(at.round.id)).toMatchObject({ at: later, sent: 1 });
  });
});

describe('the clock counts a round', () => {
  it('by the states of its applications, with the time', async () => {
    await sendMany(at, [
      { sentAt: now },
      { sentAt: now, state: 'REFUSED' },
      { sentAt: now, state: 'WITH_OFFICER' },
      { sentAt: now },
    ]);
    expect(await count()).toEqual({ counted: 1, failed: 0 });
    expect(await counts()).toMatchObject({
      at: now,
      sent: 4,
      states: { ACCEPTED: 2, REFUSED: 1, WITH_OFFICER: 1 },
      waits: [],
    });
  });

  it('with whom it waits for: how many, since when, who is latest first', async () => {
    await ask({ person: 'kim-minji', subject: 'A', within: 5 });
    await ask({ person: 'kim-minji', subject: 'B', within: 1 });
    const later = await ask({ person: 'lee-junho', subject: 'C', within: 3 });
    const first = (await at.deps.requests.get('r-B'))?.dueAt;
    await count(addMinutes(first ?? now, 1));
    expect((await counts())?.waits).toEqual([
      { person: 'kim-minji', kind: 'intake-decision', count: 2, dueAt: first, overdue: 1 },
      { person: 'lee-junho', kind: 'intake-decision', count: 1, dueAt: later.dueAt, overdue: 0 },
    ]);
  });

  it('and puts what was sent before there was an index by time into it, without an event', async () => {
    const [one] = await sendMany(at, [{ sentAt: now }, { sentAt: now }]);
    if (!one) throw new Error('it was sent');
    const { inRound: _shard, nameFolded: _name, ...former } = one;
    await at.deps.store({ changes: [at.deps.applications.save(former, one)], outbox: [], at: now });
    const events = at.memory.items('audit').length;
    await count();
    expect((await counts())?.states).toEqual({ ACCEPTED: 1 });
    expect(await at.deps.applications.get(one.reference)).toEqual(one);
    await count(addMinutes(now, 5));
    expect((await counts())?.states).toEqual({ ACCEPTED: 2 });
    expect(at.memory.items('audit')).toHaveLength(events);
  });

  it('in which nothing goes on any more once a day', async () => {
    const { deps, round } = at;
    const ended = {
      ...deps,
      admissions: { ...deps.admissions, get: async () => ({ ...(await at.admission()), state: 'CONFIRMED' as const }) },
    };
    const counted = async (time: Instant) =>
      (await countRounds(ended, time, (fault) => void faults.push(fault))).counted;
    expect(await counted(now)).toBe(1);
    expect(await counted(addMinutes(now, 5))).toBe(0);
    expect(await counted(addMinutes(now, 24 * 60))).toBe(1);
    expect(round.id).toBe('academy-2027h1');
  });

  it('once more when it has ended, since it was counted while it was ending', async () => {
    const since = addMinutes(now, 3);
    const ended = {
      ...at.deps,
      admissions: {
        ...at.deps.admissions,
        get: async () => ({ ...(await at.admission()), state: 'CANCELLED' as const, since: { CANCELLED: since } }),
      },
    };
    const counted = async (time: Instant) =>
      (await countRounds(ended, time, (fault) => void faults.push(fault))).counted;
    await count(now);
    expect(await counted(addMinutes(now, 5))).toBe(1);
    expect(await counted(addMinutes(now, 10))).toBe(0);
  });

  it('and says of one that was cancelled how many were reviewed, not that all were', async () => {
    const reviewing = { ...(await at.admission()), progress: { after: '', done: 9, of: 9 } };
    const during = (state: 'REVIEWING' | 'RANKING' | 'CANCELLING', open: number) =>
      countRounds(
        {
          ...at.deps,
          admissions: { ...at.deps.admissions, get: async () => ({ ...reviewing, state }) },
          screenings: { ...at.deps.screenings, countOpen: async () => open },
        },
        now,
        (fault) => void faults.push(fault),
      );
    await during('REVIEWING', 5);
    await during('CANCELLING', 0);
    expect((await counts())?.reviews).toEqual({ done: 4, of: 9 });
    await during('RANKING', 0);
    expect((await counts())?.reviews).toEqual({ done: 9, of: 9 });
    expect(faults).toEqual([]);
  });

  it('and one that cannot be counted keeps none of the others', async () => {
    const broken = { ...at.deps.lists, countSent: () => Promise.reject(new Error('no answer')) };
    const report = await countRounds({ ...at.deps, lists: broken }, now, (fault) => void faults.push(fault));
    expect(report).toEqual({ counted: 0, failed: 1 });
    expect(faults).toHaveLength(1);
  });
});

describe('whom a round waits for', () => {
  it('is told of the round alone, and says if not all was read', () => {
    const dueAt = addMinutes(now, -1);
    const request = { person: 'a', kind: 'review', dueAt, more: true };
    expect(
      waitsOf(
        [
          { ...request, roundId: 'one' },
          { ...request, roundId: 'two' },
        ],
        'one',
        now,
      ),
    ).toEqual([{ person: 'a', kind: 'review', count: 1, dueAt, overdue: 1, more: true }]);
  });
});
