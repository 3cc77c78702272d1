import { describe, expect, it } from 'vitest';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { addDays } from '../../../functions/shared/time.ts';
import { extended, moved, returned } from '../../../functions/spaces/change-holdings.ts';
import { countsOf, freeIn, occupancyOn, overstaysDue } from '../../../functions/spaces/occupancy.ts';
import { behindWords, fittingText, unfitText } from '../../../functions/spaces/pages/proposal-words.ts';
import { notDecidedText, obstacleText } from '../../../functions/spaces/pages/spaces-words.ts';
import { criteria, proposeSpaces } from '../../../functions/spaces/propose-space.ts';
import type { Space } from '../../../functions/spaces/space.ts';
import { obstacleTo, overstayOf, stayOn, staysOf } from '../../../functions/spaces/stays.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { day, holdingOf, residency, rowOf, spaceOf } from '../../support/spaces/made-up.ts';
import { openSpaces } from '../../support/spaces/open-spaces.ts';

const year = { from: day('2027-05-10'), to: day('2028-05-09') };
const nextYear = { from: day('2028-05-10'), to: day('2029-05-09') };

describe('the worked example: a contract to 9 May 2028, keys back on the 11th', () => {
  const before = spaceOf('annex-301', [holdingOf(1)]);
  const after = returned(before, { number: 1, on: day('2028-05-11') }, day('2028-05-11'));
  if (after.kind !== 'changed') throw new Error(after.kind);

  it.each([
    ['2028-05-09', 'occupied', 'firm-1'],
    ['2028-05-10', 'staying', 'firm-1'],
    ['2028-05-11', 'staying', 'firm-1'],
    ['2028-05-12', 'free', undefined],
    ['2027-05-09', 'free', undefined],
    ['2027-05-10', 'occupied', 'firm-1'],
  ])('on %s it is %s', (date, state, holder) => {
    const [row] = occupancyOn([after.space], day(date), day('2028-05-12'));
    expect([row?.state, row?.occupant?.holder.id]).toEqual([state, holder]);
  });

  it('is told on the 10th, on the 14th and on the 19th, each once, and not after the return', () => {
    const due = (date: string, space: Space = before) => overstaysDue([space], day(date)).map(({ day: on }) => on);
    expect([due('2028-05-09'), due('2028-05-10'), due('2028-05-13'), due('2028-05-14'), due('2028-05-19')]).toEqual([
      [],
      [1],
      [1],
      [5],
      [10],
    ]);
    const told = spaceOf('annex-301', [holdingOf(1, { told: [1] })]);
    expect([due('2028-05-10', told), due('2028-05-13', told), due('2028-05-20', told)]).toEqual([[], [], [10]]);
    expect(due('2028-05-12', after.space)).toEqual([]);
  });

  it('was free from the 10th by its contract, as long as nobody knew better', () => {
    const asSeen = (today: string) => occupancyOn([before], day('2028-05-10'), day(today))[0]?.state;
    expect([asSeen('2028-05-09'), asSeen('2028-05-10')]).toEqual(['free', 'staying']);
  });
});

describe('who has the contract after somebody who stays', () => {
  const space = spaceOf('annex-301', [holdingOf(1), holdingOf(2, { holder: residency('next'), ...nextYear })]);

  it('waits, and is not in the space with them', () => {
    const [row] = occupancyOn([space], day('2028-05-12'), day('2028-05-12'));
    expect(row).toMatchObject({ state: 'staying', contract: { number: 2 }, occupant: { number: 1 } });
    expect(staysOf(space, day('2028-05-12'))).toHaveLength(1);
  });

  it('is there from the day after the return', () => {
    const next = returned(space, { number: 1, on: day('2028-05-11') }, day('2028-05-12'));
    if (next.kind !== 'changed') throw new Error(next.kind);
    expect(staysOf(next.space, day('2028-05-12'))[1]).toMatchObject({ from: '2028-05-12', holding: { number: 2 } });
  });

  it('returns nothing that they have not had', () => {
    expect(returned(space, { number: 2, on: day('2028-05-12') }, day('2028-05-12')).kind).toBe('not-there');
  });

  it('was never there, if the own contract has ended meanwhile', () => {
    const short = spaceOf('s', [holdingOf(1), holdingOf(2, { from: day('2028-05-10'), to: day('2028-05-20') })]);
    const next = returned(short, { number: 1, on: day('2028-05-25') }, day('2028-05-25'));
    if (next.kind !== 'changed') throw new Error(next.kind);
    expect(stayOn(next.space, day('2028-05-26'), day('2028-05-26'))).toBeUndefined();
    expect(overstayOf(next.space, day('2028-06-26'))).toBeUndefined();
    expect(extended(next.space, { number: 2, to: day('2028-07-01') }, day('2028-06-26')).kind).toBe('over');
  });
});

describe('a proposal', () => {
  const spaces = [
    spaceOf('big', [], { desks: 12 }),
    spaceOf('step-free', [], { desks: 4, accessible: true }),
    spaceOf('fits', [], { desks: 4 }),
    spaceOf('small', [], { desks: 2 }),
    spaceOf('elsewhere', [], { desks: 6, site: '본관' }),
    spaceOf('held', [holdingOf(1)]),
    spaceOf('closing', [], { until: day('2027-12-31') }),
    spaceOf('leaving', [holdingOf(1, { from: day('2026-05-10'), to: day('2027-05-09') })], { desks: 5 }),
  ];
  const today = day('2027-04-20');
  const proposed = (wish: Partial<Parameters<typeof proposeSpaces>[1]>) =>
    proposeSpaces(spaces, { desks: 4, needsAccess: false, ...wish }, year, today);
  const order = (wish: Parameters<typeof proposed>[0]) =>
    proposed(wish).fitting.map(({ space, behindBy }) => `${space.id} ${behindBy ?? ''}`.trim());

  it('is the smallest that is large enough; accessible ones are kept for who needs them', () => {
    expect(order({})).toEqual([
      'fits',
      'step-free kept-accessible',
      'leaving spare-desks',
      'elsewhere spare-desks',
      'big spare-desks',
    ]);
    expect(proposed({}).fitting.map(({ spare }) => spare)).toEqual([0, 0, 1, 2, 8]);
  });

  it('is what was wished for, if that fits', () => {
    expect(order({ space: 'big' })[0]).toBe('big');
    expect(order({ space: 'small' })[0]).toBe('fits');
    expect(order({ site: '본관' }).slice(0, 2)).toEqual(['elsewhere', 'fits wished-site']);
    expect(proposed({ site: '본관' }).fitting[0]?.meets).toEqual(['wished-site']);
  });

  it('is an accessible space for who needs one, and nothing else', () => {
    expect(order({ needsAccess: true })).toEqual(['step-free']);
    expect(order({ needsAccess: true, desks: 5 })).toEqual([]);
  });

  it('says of every other space why it is not proposed', () => {
    const unfit = (wish: Parameters<typeof proposed>[0]) =>
      Object.fromEntries(proposed(wish).unfit.map(({ space, why }) => [space.id, why]));
    expect(unfit({})).toMatchObject({
      small: { kind: 'too-small', short: 2 },
      held: { kind: 'contract', holding: { holder: { id: 'firm-1' } } },
      closing: { kind: 'not-offered' },
    });
    expect(unfit({ needsAccess: true }).fits).toEqual({ kind: 'not-accessible' });
    const { fitting, unfit: others } = proposed({});
    expect(fitting.length + others.length).toBe(spaces.length);
  });

  it('tells each reason in both languages', () => {
    const { fitting, unfit } = proposed({ site: '본관', needsAccess: false });
    const texts = [
      ...criteria.map((by) => behindWords[by]),
      ...fitting.map((one) => fittingText(one)),
      ...unfit.map(({ why }) => unfitText(why)),
      unfitText({ kind: 'not-accessible' }),
    ];
    for (const { ko, en } of texts) {
      expect(ko).toMatch(/[가-힣].+[.]$/u);
      expect(en).toMatch(/^[A-Za-z].+[.]$/u);
    }
    expect(fitting[0] && fittingText(fitting[0]).en).toBe(
      'It is at the site that was asked for. It has 2 desks to spare.',
    );
  });

  it('says who has to leave before, and is none once they stay', () => {
    expect(proposed({}).fitting.find(({ space }) => space.id === 'leaving')?.leaving?.to).toBe('2027-05-09');
    const late = proposeSpaces(spaces, { desks: 4, needsAccess: false }, year, day('2027-05-10'));
    expect(late.unfit.find(({ space }) => space.id === 'leaving')?.why.kind).toBe('staying');
  });
});

describe('what can be given away for the next round', () => {
  const all = [
    spaceOf('empty'),
    spaceOf('leaving', [holdingOf(1)]),
    spaceOf('longer', [holdingOf(1, { to: day('2028-06-30') })]),
    spaceOf('removed', [], { removedOn: day('2028-01-01') }),
  ];

  it('is what no contract covers, with who has to leave before', () => {
    const free = freeIn(all, nextYear, day('2028-03-01'));
    expect(free.map(({ space, leaving }) => [space.id, leaving?.number])).toEqual([
      ['empty', undefined],
      ['leaving', 1],
    ]);
    expect(freeIn(all, nextYear, day('2028-05-10')).map(({ space }) => space.id)).toEqual(['empty']);
  });

  it('adds up with what is not', () => {
    const rows = occupancyOn(all, day('2028-04-01'), day('2028-04-01'));
    expect(countsOf(rows)).toEqual({ occupied: 2, staying: 0, 'left-early': 0, free: 1, closed: 1 });
  });
});

describe('a decision about a space', () => {
  const ids = ['one', 'two', 'three'] as const;
  const opened = async () => {
    const open = openSpaces();
    await open.load(ids.map((id) => rowOf(id)));
    return open;
  };
  const today = day('2027-04-20');
  const kinds = (outcomes: readonly { readonly kind: string }[]) => outcomes.map(({ kind }) => kind).toSorted();

  it('gives three spaces to three of six who are confirmed at once, and to nobody two', async () => {
    const { allot, deps } = await opened();
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((holder, index) =>
        allot(ids[index % 3] ?? 'one', holder, year.from, year.to, today),
      ),
    );
    expect(kinds(outcomes)).toEqual(['changed', 'changed', 'changed', 'taken', 'taken', 'taken']);
    const held = (await deps.spaces.all()).map(({ holdings }) => holdings.map(({ holder }) => holder.id));
    expect(held.map((some) => some.length)).toEqual([1, 1, 1]);
    expect(new Set(held.flat()).size).toBe(3);
  });

  it('gives twelve spaces to twelve of seventy-two, each of whom two managers confirm at once for two of them', async () => {
    const open = openSpaces();
    const many = Array.from({ length: 12 }, (_, index) => `space-${index + 1}`);
    await open.load(many.map((id) => rowOf(id)));
    const wishes = Array.from({ length: 72 }, (_, index) =>
      [index, index * 5 + 1].map((wish) => ({ holder: `h${index}`, space: many[wish % many.length] ?? '' })),
    ).flat();
    const outcomes = await Promise.all(
      wishes.map(({ holder, space }) => open.allot(space, holder, year.from, year.to, today)),
    );
    expect(kinds(outcomes).filter((kind) => kind === 'changed')).toHaveLength(12);
    for (const kind of kinds(outcomes)) expect(['changed', 'holds-another', 'taken']).toContain(kind);
    const spaces = await open.deps.spaces.all();
    expect(spaces.map(({ holdings }) => holdings.length)).toEqual(many.map(() => 1));
    const holders = spaces.flatMap(({ holdings }) => holdings.map(({ holder }) => holder.id));
    expect(new Set(holders).size).toBe(12);
    expect(countsOf(occupancyOn(spaces, year.from, today))).toMatchObject({ occupied: 12, free: 0 });
  });

  it('gives a holder one space, whichever two managers confirm at once', async () => {
    const { allot, deps } = await opened();
    const outcomes = await Promise.all([
      allot('one', 'a', year.from, year.to, today),
      allot('two', 'a', year.from, year.to, today),
    ]);
    expect(kinds(outcomes)).toEqual(['changed', 'holds-another']);
    expect((await deps.spaces.all()).flatMap(({ holdings }) => holdings)).toHaveLength(1);
  });

  it('is the same when a step repeats it, and no other holder’s', async () => {
    const { allot, deps } = await opened();
    const first = await allot('one', 'a', year.from, year.to, today);
    expect(await allot('one', 'a', year.from, year.to, today)).toMatchObject({ kind: 'unchanged' });
    expect(first).toMatchObject({ kind: 'changed', holding: { number: 1 } });
    expect((await deps.spaces.get('one'))?.revision).toBe(2);
    expect(await allot('one', 'b', day('2028-05-09'), day('2029-05-08'), today)).toMatchObject({
      kind: 'taken',
      obstacle: { kind: 'contract' },
    });
    expect(await allot('one', 'b', nextYear.from, nextYear.to, today)).toMatchObject({ kind: 'changed' });
    expect(await allot('nowhere', 'b', year.from, year.to, today)).toEqual({ kind: 'no-space' });
    expect(await allot('two', 'c', year.to, year.from, today)).toEqual({ kind: 'period-reversed' });
    expect(await allot('two', 'c', day('2027-01-05'), day('2027-04-19'), today)).toMatchObject({ kind: 'over' });
    expect(await allot('two', 'c', day('2026-12-31'), year.to, today)).toMatchObject({
      obstacle: { kind: 'not-offered' },
    });
  });

  it('does not give away what somebody stays in, and does from the day after the return', async () => {
    const { allot, giveBack } = await opened();
    await allot('one', 'a', year.from, year.to, today);
    const may12 = day('2028-05-12');
    const next = { from: may12, to: day('2029-05-11') };
    expect(await allot('one', 'b', next.from, next.to, may12)).toMatchObject({ obstacle: { kind: 'staying' } });
    await giveBack('one', 1, day('2028-05-11'), may12);
    expect(await allot('one', 'b', day('2028-05-11'), next.to, may12)).toMatchObject({
      obstacle: { kind: 'occupied', through: '2028-05-11' },
    });
    expect(await allot('one', 'b', next.from, next.to, may12)).toMatchObject({ kind: 'changed' });
  });

  it('confirms a return once, on a day on which the holder had the space', async () => {
    const { allot, giveBack } = await opened();
    await allot('one', 'a', year.from, year.to, today);
    const may12 = day('2028-05-12');
    const back = (on: string) => giveBack('one', 1, day(on), may12);
    expect(await back('2027-05-09')).toEqual({ kind: 'before-begin', from: '2027-05-10' });
    expect(await back('2028-05-13')).toEqual({ kind: 'in-future', today: '2028-05-12' });
    expect(kinds(await Promise.all([back('2028-05-11'), back('2028-05-11')]))).toEqual(['changed', 'unchanged']);
    expect(await back('2028-05-11')).toMatchObject({ kind: 'unchanged' });
    expect(await back('2028-05-10')).toEqual({ kind: 'returned-already', returnedOn: '2028-05-11' });
    expect(await giveBack('one', 7, day('2028-05-10'), may12)).toEqual({ kind: 'no-holding' });
    expect(await giveBack('nowhere', 1, day('2028-05-10'), may12)).toEqual({ kind: 'no-space' });
  });

  it('lets two managers who confirm two days have one of them', async () => {
    const { allot, giveBack, deps } = await opened();
    await allot('one', 'a', year.from, year.to, today);
    const may12 = day('2028-05-12');
    const outcomes = await Promise.all([
      giveBack('one', 1, day('2028-05-10'), may12),
      giveBack('one', 1, day('2028-05-11'), may12),
    ]);
    expect(kinds(outcomes)).toEqual(['changed', 'returned-already']);
    const [holding] = (await deps.spaces.get('one'))?.holdings ?? [];
    const refused = outcomes.find(({ kind }) => kind === 'returned-already');
    expect(refused).toEqual({ kind: 'returned-already', returnedOn: holding?.returnedOn });
  });

  it('keeps a space whose holder has left early until the contract ends, or is ended', async () => {
    const { allot, giveBack, end, deps } = await opened();
    await allot('one', 'a', year.from, year.to, today);
    const june = day('2027-06-10');
    await giveBack('one', 1, day('2027-06-05'), june);
    const space = async () => (await deps.spaces.get('one')) ?? spaceOf('none');
    expect(occupancyOn([await space()], june, june)[0]?.state).toBe('left-early');
    expect(await allot('one', 'b', june, day('2028-06-09'), june)).toMatchObject({ obstacle: { kind: 'contract' } });
    expect(await end('one', 1, day('2027-06-04'), june)).toMatchObject({ kind: 'in-past' });
    expect(await end('one', 1, day('2027-06-05'), june)).toMatchObject({ kind: 'changed' });
    expect(await allot('one', 'b', june, day('2028-06-09'), june)).toMatchObject({ kind: 'changed' });
  });

  it('extends a contract, also of who stays, and not into somebody else’s', async () => {
    const { allot, extend, giveBack, told, deps } = await opened();
    await allot('one', 'a', year.from, year.to, today);
    await allot('one', 'b', day('2029-05-10'), day('2030-05-09'), today);
    const may10 = day('2028-05-10');
    await told('one', 1, 1, may10);
    expect(await told('one', 1, 1, may10)).toMatchObject({ kind: 'unchanged' });
    expect(await extend('one', 1, day('2029-05-10'), may10)).toMatchObject({ obstacle: { holding: { number: 2 } } });
    expect(await extend('one', 1, day('2028-05-08'), may10)).toEqual({ kind: 'period-reversed' });
    expect(await extend('one', 1, year.to, may10)).toMatchObject({ kind: 'unchanged' });
    expect(await extend('one', 1, day('2029-05-09'), may10)).toMatchObject({ kind: 'changed' });
    const [holding] = (await deps.spaces.get('one'))?.holdings ?? [];
    expect([holding?.to, holding?.told]).toEqual(['2029-05-09', undefined]);
    await giveBack('one', 1, may10, may10);
    expect(await extend('one', 1, day('2029-05-10'), may10)).toMatchObject({ kind: 'returned-already' });
  });

  it('extends no contract over another that the holder has elsewhere', async () => {
    const { allot, extend } = await opened();
    await allot('one', 'a', year.from, year.to, today);
    await allot('two', 'a', nextYear.from, nextYear.to, today);
    expect(await extend('one', 1, day('2028-05-10'), today)).toEqual({ kind: 'holds-another', space: 'two' });
  });

  it('ends a contract early, from today on, and takes one back that has not begun', async () => {
    const { allot, end, release, deps } = await opened();
    await allot('one', 'a', year.from, year.to, today);
    expect(await end('one', 1, day('2027-05-09'), today)).toMatchObject({ kind: 'before-begin' });
    expect(await end('one', 1, day('2028-05-10'), today)).toMatchObject({ kind: 'after-end' });
    expect(await release('one', 1, year.from)).toEqual({ kind: 'begun', from: year.from });
    const june = day('2027-06-10');
    expect(await end('one', 1, addDays(june, -1), june)).toEqual({ kind: 'in-past', today: june });
    expect(await end('one', 1, day('2027-07-10'), june)).toMatchObject({
      kind: 'changed',
      holding: { to: '2027-07-10' },
    });
    await allot('two', 'b', year.from, year.to, today);
    expect(await release('two', 1, today)).toMatchObject({ kind: 'changed' });
    expect((await deps.spaces.get('two'))?.holdings).toEqual([]);
    // A number is never given again: a form of before is about nobody else.
    expect(await allot('two', 'c', year.from, year.to, today)).toMatchObject({ holding: { number: 2 } });
    expect(await release('two', 1, today)).toEqual({ kind: 'no-holding' });
  });

  it('moves a contract: the first space is free when its return is confirmed', async () => {
    const { allot, move, giveBack, deps } = await opened();
    await allot('one', 'a', year.from, year.to, today);
    const sept = day('2027-09-01');
    expect(await move('one', 1, 'one', sept, sept)).toEqual({ kind: 'same-space' });
    expect(await move('one', 1, 'two', year.from, sept)).toMatchObject({ kind: 'before-begin' });
    expect(await move('one', 1, 'two', day('2028-05-10'), sept)).toMatchObject({ kind: 'after-end' });
    expect(await move('one', 1, 'nowhere', sept, sept)).toEqual({ kind: 'no-space' });
    expect(await move('one', 1, 'two', sept, sept)).toMatchObject({ holding: { from: sept, to: year.to } });
    expect(await move('one', 1, 'two', sept, sept)).toMatchObject({ kind: 'unchanged' });
    expect(await move('one', 1, 'three', sept, sept)).toEqual({ kind: 'moved-away', to: 'two' });
    const [one, , two] = await deps.spaces.all();
    if (!one || !two) throw new Error('no spaces');
    expect([one.id, two.id]).toEqual(['one', 'two']);
    expect(occupancyOn([one, two], sept, sept).map(({ state }) => state)).toEqual(['staying', 'occupied']);
    expect(obstacleTo(one, nextYear, sept)?.kind).toBe('staying');
    expect(await giveBack('one', 1, sept, sept)).toMatchObject({ kind: 'changed' });
    expect(await allot('one', 'b', day('2027-09-02'), day('2028-09-01'), sept)).toMatchObject({ kind: 'changed' });
  });

  it('moves one of two who want the same space at once', async () => {
    const { allot, move, deps } = await opened();
    await allot('one', 'a', year.from, year.to, today);
    await allot('two', 'b', year.from, year.to, today);
    const sept = day('2027-09-01');
    const outcomes = await Promise.all([move('one', 1, 'three', sept, sept), move('two', 1, 'three', sept, sept)]);
    expect(kinds(outcomes)).toEqual(['changed', 'taken']);
    expect((await deps.spaces.get('three'))?.holdings).toHaveLength(1);
    const left = (await deps.spaces.all()).filter(({ holdings }) => holdings.some(({ movedTo }) => movedTo));
    expect(left).toHaveLength(1);
  });

  it('moves a contract whole that has not begun, and undoes a move that is to come', async () => {
    const { allot, move, release, deps } = await opened();
    await allot('one', 'a', year.from, year.to, today);
    expect(await move('one', 1, 'two', year.from, today)).toMatchObject({ kind: 'changed' });
    expect((await deps.spaces.get('one'))?.holdings).toEqual([]);
    const june = day('2027-06-01');
    expect(await move('two', 1, 'three', day('2027-09-01'), june)).toMatchObject({ kind: 'changed' });
    expect(await release('three', 1, june)).toEqual({ kind: 'moved-here', from: 'two' });
    expect(await move('three', 1, 'one', day('2027-09-01'), june)).toEqual({ kind: 'moved-here', from: 'two' });
    expect(await move('three', 1, 'two', day('2027-09-01'), june)).toMatchObject({
      kind: 'changed',
      holding: { number: 1, from: year.from, to: year.to },
    });
    expect((await deps.spaces.get('two'))?.holdings).toEqual([holdingOf(1, { holder: residency('a') })]);
    expect((await deps.spaces.get('three'))?.holdings).toEqual([]);
  });

  it('and all that is decided is in the audit, by ids and days', async () => {
    const { allot, move, giveBack, extend, end, db } = await opened();
    await allot('one', 'a', year.from, year.to, today);
    await extend('one', 1, nextYear.to, today);
    await end('one', 1, year.to, today);
    const sept = day('2027-09-01');
    await move('one', 1, 'two', sept, sept);
    await giveBack('one', 1, sept, sept);
    const events = await eventsOf(db, memoryTables.AUDIT_TABLE, 'space#one');
    expect(events.map(({ type }) => type)).toEqual([
      'SpaceLoaded',
      'SpaceAllotted',
      'SpaceContractExtended',
      'SpaceContractEnded',
      'SpaceLeft',
      'SpaceReturned',
    ]);
    // Each is the event of the space's own next revision: nobody can have decided between.
    expect(events.map(({ subject, number }) => `${subject} ${number}`)).toEqual(
      [1, 2, 3, 4, 5, 6].map((revision) => `space#one/space ${revision}`),
    );
    expect(events[4]).toMatchObject({
      by: 'person:manager',
      data: { holding: 1, kind: 'residency', holder: 'a', on: '2027-09-01', to: 'two' },
    });
    const entered = await eventsOf(db, memoryTables.AUDIT_TABLE, 'space#two');
    expect(entered.at(-1)).toMatchObject({ type: 'SpaceEntered', data: { from: 'one' } });
    expect(await faultsAbout(db, memoryTables.AUDIT_TABLE, 'space#one')).toEqual([]);
  });
});

it('what stands against a decision is told in both languages, with the days', () => {
  const holding = holdingOf(1);
  const texts = [
    obstacleText({ kind: 'contract', holding }),
    obstacleText({ kind: 'staying', holding }),
    obstacleText({ kind: 'occupied', holding, through: day('2028-05-11') }),
    notDecidedText({ kind: 'before-begin', from: holding.from }),
    notDecidedText({ kind: 'returned-already', returnedOn: day('2028-05-11') }),
  ];
  for (const { ko, en } of texts) {
    expect(ko).toMatch(/20(27|28)년 5월/u);
    expect(en).toMatch(/May 20(27|28)/u);
  }
  const space = spaceOf('one', [holding]);
  const target = spaceOf('two', [holdingOf(1)]);
  const taken = moved({ space, target }, { number: 1, on: day('2027-09-01') }, day('2027-09-01'));
  expect(taken).toMatchObject({ kind: 'taken', obstacle: { kind: 'contract' } });
});
