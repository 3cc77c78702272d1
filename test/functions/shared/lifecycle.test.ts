import { describe, expect, it } from 'vitest';
import { drawLifecycle, lifecycle } from '../../../functions/shared/lifecycle.ts';
import { lifecycles } from '../../../infra/lifecycles.ts';

const door = lifecycle('Doors', ['SHUT', 'OPEN', 'GONE'], {
  open: { SHUT: 'OPEN' },
  push: { OPEN: 'OPEN' },
  hold: { OPEN: 'OPEN' },
  remove: { SHUT: 'GONE', OPEN: 'GONE' },
});

describe('a lifecycle', () => {
  it('says where a move leads, and nothing if there is none', () => {
    expect(door.next('SHUT', 'open')).toBe('OPEN');
    expect(door.next('OPEN', 'open')).toBeUndefined();
    expect(door.moved('OPEN', 'remove')).toBe('GONE');
    expect(door.moved('GONE')).toBe('GONE');
  });

  it('throws a fault that names the move and the state, if there is no such move', () => {
    expect(() => door.moved('GONE', 'open')).toThrow(
      expect.objectContaining({
        name: 'IllegalMove',
        message: 'the lifecycle has no such move from this state, lifecycle Doors, move open, from GONE',
      }),
    );
  });

  it('is drawn from its first state to its last, with all moves between two states at one arrow', () => {
    expect(drawLifecycle(door).split('\n')).toEqual([
      'stateDiagram-v2',
      '  [*] --> SHUT',
      '  SHUT --> OPEN: open',
      '  OPEN --> OPEN: push, hold',
      '  SHUT --> GONE: remove',
      '  OPEN --> GONE: remove',
      '  GONE --> [*]',
    ]);
  });
});

describe('the lifecycles of all entities', () => {
  it('are found wherever they are made', () => {
    const names = lifecycles.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Applications', 'Requests', 'Seats']));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(8);
  });

  it.each(lifecycles)('$name can come to each of their states from where they begin', ({ states, begins, moves }) => {
    const reached = new Set(begins);
    for (const state of reached) for (const { from, to } of moves) if (from === state) reached.add(to);
    expect([...reached].sort()).toEqual([...states].sort());
  });
});
