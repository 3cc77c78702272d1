import { describe, expect, it } from 'vitest';
import { seoulTime } from '../../../functions/shared/time.ts';
import { heldOf, spaceHeldBy, takeBackSpaces } from '../../../functions/spaces/held-space.ts';
import { day, holdingOf, residency, rowOf, spaceOf } from '../../support/spaces/made-up.ts';
import { openSpaces } from '../../support/spaces/open-spaces.ts';

const firm = residency('firm-1');
const [june, sept, oct] = [day('2027-06-01'), day('2027-09-01'), day('2027-10-01')];
const year = { from: day('2027-05-10'), to: day('2028-05-09') };

describe('the space of a holder', () => {
  const left = spaceOf('one', [holdingOf(1, { to: day('2027-08-31'), movedTo: 'two' })]);
  const entered = spaceOf('two', [holdingOf(1, { from: sept, movedFrom: 'one' })]);
  const next = spaceOf('two', [holdingOf(1, { from: day('2028-05-10'), to: day('2029-05-09') })]);
  it.each([
    ['before the first day, what waits', [spaceOf('one', [holdingOf(1)])], '2027-04-20', 'one'],
    ['the one of the contract', [spaceOf('one', [holdingOf(1)])], '2028-05-09', 'one'],
    ['where it stays past the end', [spaceOf('one', [holdingOf(1)])], '2028-05-20', 'one'],
    ['none once it is returned', [spaceOf('one', [holdingOf(1, { returnedOn: june })])], '2027-06-02', undefined],
    ['the first until a move', [left, entered], '2027-08-31', 'one'],
    ['the second from the move on, though the first is not returned', [left, entered], '2027-09-01', 'two'],
    [
      'none after both are returned',
      [spaceOf('two', [holdingOf(1, { from: sept, returnedOn: oct })]), left],
      '2027-10-02',
      undefined,
    ],
    ['the next one from its first day on', [spaceOf('one', [holdingOf(1)]), next], '2028-05-10', 'two'],
    ['none of somebody else', [spaceOf('one', [holdingOf(2)])], '2027-06-01', undefined],
  ])('%s', (_, spaces, today, id) => {
    expect(heldOf(spaces, firm, day(today))?.space.id).toBe(id);
  });
});

describe('what a holder has', () => {
  const opened = async () => {
    const open = openSpaces();
    await open.load([rowOf('one'), rowOf('two'), rowOf('three')]);
    return open;
  };

  it('follows moves and returns', async () => {
    const { allot, move, giveBack, deps } = await opened();
    const at = async (date: string) => (await spaceHeldBy(deps.spaces, firm, day(date)))?.space.id;
    expect(await at('2027-05-01')).toBeUndefined();
    await allot('one', firm.id, year.from, year.to, day('2027-05-01'));
    expect(await at('2027-05-01')).toBe('one');
    await move('one', 1, 'two', sept, june);
    expect([await at('2027-08-31'), await at('2027-09-01')]).toEqual(['one', 'two']);
    await giveBack('one', 1, sept, sept);
    await giveBack('two', 1, oct, oct);
    expect(await at('2027-10-02')).toBeUndefined();
  });

  it.each([
    ['that is to come is gone', '2027-05-01', [], []],
    ['with a move that is to come ends today in the first', '2027-06-01', [{ to: june }], []],
    ['after a move ends today in the second', '2027-10-01', [{ to: day('2027-08-31') }], [{ to: oct }]],
  ])('%s, once it is taken back, however often', async (_, on, one, two) => {
    const { allot, move, deps } = await opened();
    await allot('one', firm.id, year.from, year.to, day('2027-05-01'));
    await move('one', 1, 'two', sept, day('2027-05-01'));
    await allot('three', 'other', year.from, year.to, day('2027-05-01'));
    const now = seoulTime(day(on), '12:00');
    await takeBackSpaces(deps, { holder: firm, by: 'system:test' }, now);
    await takeBackSpaces(deps, { holder: firm, by: 'system:test' }, now);
    expect((await deps.spaces.get('one'))?.holdings).toMatchObject(one);
    expect((await deps.spaces.get('two'))?.holdings).toMatchObject(two);
    expect((await deps.spaces.get('three'))?.holdings).toHaveLength(1);
  });
});
