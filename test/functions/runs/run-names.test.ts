import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSchema } from '../../../functions/rounds/round-parts.ts';
import { namedRun, presentRunOf, runNameOf } from '../../../functions/runs/run.ts';
import { seatId } from '../../../functions/seats/seat.ts';
import { newReference, referenceSchema } from '../../../functions/shared/references.ts';

const ids = fc.oneof(
  fc.stringMatching(/^[a-z0-9-]{1,120}$/u),
  fc.uint8Array({ minLength: 7, maxLength: 7 }).map((random) => String(newReference('A-27H1', random))),
);
const runs = fc.integer({ min: 1, max: 9999 });

describe('the name of a run', () => {
  it('is that of no other run, of whatever id', () => {
    fc.assert(
      fc.property(ids, runs, ids, runs, (id, run, other, another) => {
        fc.pre(id !== other || run !== another);
        expect(runNameOf(id, run)).not.toBe(runNameOf(other, another));
      }),
    );
    fc.assert(
      fc.property(ids, fc.integer({ min: 2, max: 99 }), (id, run) => {
        for (const other of [`${id}-${run}`, seatId(id, run)]) {
          expect(runNameOf(other, 1)).not.toBe(runNameOf(id, run));
        }
      }),
    );
  });

  it('is one that Step Functions takes, and reads as the id', () => {
    fc.assert(
      fc.property(ids, runs, (id, run) => {
        expect(runNameOf(id, run)).toMatch(/^[\w-]{1,80}$/u);
        expect(runNameOf(id, run).slice(0, 40)).toBe(`${id}${run > 1 ? `_${run}` : ''}`.slice(0, 40));
      }),
    );
  });

  it('has a mark that neither a round nor a reference can have', () => {
    expect(idSchema.safeParse('academy-demo').success).toBe(true);
    expect(idSchema.safeParse('academy-demo_2').success).toBe(false);
    const reference = String(newReference('A-27H1', new Uint8Array(7)));
    expect(referenceSchema.safeParse(reference).success).toBe(true);
    expect(referenceSchema.safeParse(`${reference}_2`).success).toBe(false);
  });

  it('stays what it was for a run of a release that stored no names', () => {
    expect(presentRunOf('academy-demo', { run: 1 })).toBe('academy-demo');
    expect(presentRunOf('academy-demo', { run: 2 })).toBe('academy-demo-2');
    const next = { run: 3, ...namedRun('academy-demo', { run: 2 }, { run: 3 }) };
    expect(presentRunOf('academy-demo', next)).toBe('academy-demo_3');
    expect(namedRun('academy-demo', next, { run: 3 })).toEqual({});
  });

  it('is that of the former release, if it was rolled back and started a further run', () => {
    expect(presentRunOf('academy-demo', { run: 3, runName: 'academy-demo_2' })).toBe('academy-demo-3');
  });
});
