import { describe, expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import type { Changes } from '../../../functions/contracts/addendum.ts';
import { askForAddendum, decideAddendum } from '../../../functions/contracts/ask-addendum.ts';
import {
  type ContractsWorld,
  contractsWorld,
  addendumReason as reason,
} from '../../support/contracts/contracts-world.ts';

const manager = 'kwon-dahye';

const ask = (world: ContractsWorld, changes: Changes) =>
  askForAddendum({ ...world.deps, kinds }, { residency: world.id, changes, by: 'applicant', reason }, world.now());

describe('a change that a startup asks for', () => {
  it('begins once the manager has accepted it', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    expect((await ask(world, { desks: 6 })).kind).toBe('asked');
    expect((await ask(world, { desks: 5 })).kind).toBe('asked-already');
    expect((await world.present()).changeAsked?.change).toMatchObject({ desks: 6, reason });
    expect(await deps.residencyEvents.of(id)).toEqual([]);
    const { id: request, generation } = await world.requestOf('addendum-request');
    const given = { request, generation, by: manager, decision: { outcome: 'CONFIRM' } } as const;
    const both = await Promise.all([
      decideAddendum(deps, given, world.now()),
      decideAddendum(deps, given, world.now()),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['closed', 'decided']);
    expect((await world.present()).changeAsked).toBeUndefined();
    expect((await world.event(`${id}-D1`)).change).toMatchObject({ for: 'addendum', desks: 6, reason });
    expect((await ask(world, { desks: 5 })).kind).toBe('under-way');
  });

  it('is told why not, once the manager has refused it, and can be asked for again', async () => {
    const world = await contractsWorld();
    const { deps } = world;
    await ask(world, { desks: 9 });
    const { id: request, generation } = await world.requestOf('addendum-request');
    const why = '그만한 공간이 없습니다.';
    const given = { request, generation, by: manager, decision: { outcome: 'REFUSE', reason: why } } as const;
    expect(await decideAddendum(deps, given, world.now())).toEqual({ kind: 'decided' });
    expect(await deps.requests.get(request)).toMatchObject({ state: 'SETTLED', outcome: 'REFUSE', reason: why });
    expect(world.mails()).toContain('addendum-refused');
    expect(await deps.residencyEvents.of(world.id)).toEqual([]);
    expect((await ask(world, { desks: 6 })).kind).toBe('asked');
  });

  it('is not begun twice if the manager has begun another meanwhile', async () => {
    const world = await contractsWorld();
    await ask(world, { desks: 6 });
    const { id: request, generation } = await world.requestOf('addendum-request');
    await world.addendum({ name: '새봄페이먼츠' });
    const given = { request, generation, by: manager, decision: { outcome: 'CONFIRM' } } as const;
    expect((await decideAddendum(world.deps, given, world.now())).kind).toBe('under-way');
    expect((await world.deps.requests.get(request))?.state).toBe('OPEN');
  });
});
