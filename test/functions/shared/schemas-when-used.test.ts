import { describe, expect, it } from 'vitest';
import * as zod from 'zod';
import * as late from '../../../functions/shared/schemas-when-used.ts';

/** The same schema by both: zod alone, and put off. */
const both = <Schema>(make: (z: typeof zod | typeof late) => Schema): readonly Schema[] => [make(zod), make(late)];

/** A schema that zod knows by its id from the moment on in which it is made. */
const named = (id: string) => late.string().meta({ id });
const areMade = (): string[] =>
  Object.keys(zod.toJSONSchema(zod.globalRegistry).schemas).filter((id) => ['one', 'two', 'three'].includes(id));

describe('a schema that is made when it is used', () => {
  it('is not made by being declared, within others, or with more said of it', () => {
    const schema = late.object({ a: named('one').optional(), b: late.array(named('two')).min(1), c: late.string() });
    const more = late.object({ d: named('three'), ...schema.shape }).optional();
    expect(Object.keys(schema.shape)).toEqual(['a', 'b', 'c']);
    expect(schema.shape.c.parse('text')).toBe('text');
    expect(areMade()).toEqual([]);
    expect(more.parse({ d: 'x', b: ['y'], c: 'z' })).toEqual({ d: 'x', b: ['y'], c: 'z' });
    expect(areMade().sort()).toEqual(['one', 'three', 'two']);
  });

  it('reads and refuses as zod does, in every way in which ours are made', () => {
    const schemas = both((z) =>
      z
        .looseObject({
          kind: z.enum(['a', 'b']),
          count: z.number().int().positive().max(5).default(1),
          names: z.array(z.string().min(1).trim().regex(/^\w+$/u)).readonly(),
          by: z.record(z.string(), z.union([z.boolean(), z.literal('never')])).nullable(),
          what: z.discriminatedUnion('is', [
            z.strictObject({ is: z.literal('x'), at: z.number().nonnegative() }),
            z.object({ is: z.literal('y') }),
          ]),
          code: z
            .string()
            .transform((typed) => typed.replaceAll(' ', ''))
            .pipe(z.string().length(3))
            .describe('three characters')
            .nullish(),
        })
        .refine(({ kind, count }) => kind === 'a' || count > 1, 'b needs more'),
    );
    const right = {
      kind: 'a',
      names: ['x'],
      by: { one: true },
      what: { is: 'y' },
      code: '1 2 3',
      more: { kept: true },
    };
    const wrong = [
      {},
      { ...right, kind: 'c' },
      { ...right, kind: 'b' },
      { ...right, count: 1.5 },
      { ...right, names: [''], by: { one: 1 }, what: { is: 'x', at: 0, more: 1 }, code: 'long' },
    ];
    for (const given of [right, { ...right, by: null, code: undefined, what: { is: 'x', at: 2 } }]) {
      const [expected, found] = schemas.map((schema) => schema.parse(given));
      expect(found).toEqual(expected);
    }
    for (const given of wrong) {
      const [expected, found] = schemas.map((schema) => schema.safeParse(given).error?.issues);
      expect(found).toEqual(expected);
      expect(found).toHaveLength(expected?.length ?? Number.NaN);
    }
  });

  it('is a schema to whoever looks at it', () => {
    const schema = late.object({ a: late.string() });
    expect(schema instanceof zod.ZodObject).toBe(true);
    expect(zod.object({ inner: schema.optional() }).parse({ inner: { a: 'x' } })).toEqual({ inner: { a: 'x' } });
    expect('parse' in schema && Object.keys(schema).includes('def')).toBe(Object.keys(zod.object({})).includes('def'));
    expect(schema.strip().parse({ a: 'x', b: 1 })).toEqual({ a: 'x' });
    expect(late.prettifyError).toBe(zod.prettifyError);
  });
});
