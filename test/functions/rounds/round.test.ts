import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roundJsonSchema, roundPhase, roundSchema } from '../../../functions/rounds/round.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { academyRound } from './academy.ts';

describe('a round', () => {
  const round = academyRound();
  const secondsBefore = (instant: typeof round.opensAt) =>
    instantSchema.parse(new Date(Date.parse(instant) - 1).toISOString());

  it('is open from the moment it opens until just before the moment it closes', () => {
    expect(roundPhase(round, secondsBefore(round.opensAt))).toBe('BEFORE');
    expect(roundPhase(round, round.opensAt)).toBe('OPEN');
    expect(roundPhase(round, secondsBefore(round.closesAt))).toBe('OPEN');
    expect(roundPhase(round, round.closesAt)).toBe('CLOSED');
    expect(roundPhase(round, addMinutes(round.closesAt, 1))).toBe('CLOSED');
  });

  it('has a version once it is loaded, and is the same after it was stored', () => {
    const loaded = roundSchema.parse({ ...round, version: 1 });
    expect(roundSchema.parse(JSON.parse(JSON.stringify(loaded)))).toEqual(loaded);
    expect(roundSchema.safeParse(round).success).toBe(false);
    expect(roundSchema.safeParse({ ...round, version: 0 }).success).toBe(false);
  });

  it('has the schema that editors are given', () => {
    const file = readFileSync(new URL('../../../rounds/round.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(roundJsonSchema())));
  });
});
