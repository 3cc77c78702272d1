import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runShardOf } from '../../../../functions/runs/run.ts';
import { changedOn } from '../../../../functions/shared/database/audit.ts';
import { shardOf } from '../../../../functions/shared/database/shard.ts';
import { instantSchema } from '../../../../functions/shared/time.ts';

describe('the shard of an id', () => {
  it('is the one in which it was stored before, for keys that are made of it', () => {
    expect(shardOf('A-27H1-7K3Q-9MX4', 16)).toBe(11);
    expect(runShardOf('A-27H1-7K3Q-9MX4')).toBe('run-4');
    const at = instantSchema.parse('2027-01-11T03:00:00.000Z');
    expect(changedOn({ subject: 'A-27H1-7K3Q-9MX4', at })).toBe('2027-01-11/11');
    expect(changedOn({ subject: 'A-27H1-7K3Q-9MX4/application', at })).toBe('2027-01-11/05');
  });

  it('is one of as many as there are', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 64 }), (id, shards) => shardOf(id, shards) < shards));
  });

  it('spreads ids that follow each other over all of them', () => {
    const ids = Array.from({ length: 400 }, (_, index) => `academy-2027h1-seat-${index}`);
    expect(new Set(ids.map((id) => shardOf(id, 8))).size).toBe(8);
  });
});
