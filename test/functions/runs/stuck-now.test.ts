import { expect, it } from 'vitest';
import { machinesOf } from '../../../functions/app/machines.ts';
import { markStuck } from '../../../functions/runs/mark-stuck.ts';
import { redrive } from '../../../functions/runs/redrive.ts';
import { stuckNow } from '../../../functions/runs/stuck-now.ts';
import { closed, memoryScreening } from '../../support/screening/memory-screening.ts';

it('what is stuck is counted on every machine until an operator redrives it, and is not looked at by the reconciling', async () => {
  const at = await memoryScreening({ applications: 2 });
  await at.begin();
  const machines = machinesOf(at.deps);
  const [reference = ''] = at.references;
  const stuck = () => stuckNow(Object.values(machines), closed);
  const waiting = async () => {
    const shards = Array.from({ length: 8 }, (_, shard) => machines.screening.needing(shard, { until: closed }, 10));
    return (await Promise.all(shards)).flatMap(({ ids }) => ids).sort();
  };
  expect(await stuck()).toBe(0);
  expect(await waiting()).toEqual([...at.references].sort());

  await markStuck(at.deps, machines.screening, { reference, run: reference, error: 'PlanMissing' }, closed);
  await markStuck(
    at.deps,
    machines['cohort-admission'],
    { reference: at.round.id, run: at.round.id, error: 'PlanMissing' },
    closed,
  );
  expect(await stuck()).toBe(2);
  expect(await waiting()).toEqual(at.references.filter((one) => one !== reference));

  await redrive(at.deps.commit, machines.screening, reference, 'operator:test', closed);
  expect(await stuck()).toBe(1);
  expect(await waiting()).toEqual([...at.references].sort());
});
