import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  fromItem,
  onlyKnown,
  readStored,
  storedObject,
  unknownKeys,
} from '../../../../functions/shared/database/stored.ts';

const schema = storedObject({ id: z.string(), at: storedObject({ place: z.string() }).optional() });

describe('what is stored', () => {
  it('is read with keys that this code does not know, at every depth, and without the keys of its table', () => {
    const stored = { id: 'a', at: { place: 'b', floor: 3 }, colour: 'red' };
    expect(fromItem(schema, { pk: 'x#a', sk: 'x', ...stored }, 'things')).toEqual(stored);
  });

  it('is refused if what this code knows is wrong, and named by table, key and field, without a value', () => {
    const read = () => fromItem(schema, { pk: 'x#a', sk: 'x', id: 'a', at: { place: 3 }, colour: 'red' }, 'things');
    expect(read).toThrow('what is stored is not as it should be, table things, key x#a/x, field at.place');
    expect(read).toThrow(expect.objectContaining({ name: 'ItemUnreadable' }));
  });

  it('names no field that somebody may have typed', () => {
    const answers = storedObject({ answers: z.record(z.string(), z.number()) });
    const read = () => fromItem(answers, { pk: 'a', answers: { 'my own words': 'x', ok: 'y' } }, 'things');
    expect(read).toThrow('field answers.… and answers.ok');
  });

  it('is read without unknown keys if its schema is strict, and refused for anything else that is wrong', () => {
    const strict = z.strictObject({ rules: z.array(z.strictObject({ id: z.string() })) });
    expect(readStored(strict, { rules: [{ id: 'a' }, { id: 'b', weight: 2 }], since: 1 })).toEqual({
      rules: [{ id: 'a' }, { id: 'b' }],
    });
    expect(() => readStored(strict, { rules: [{ id: 3, weight: 2 }] })).toThrow();
  });

  it('is reduced to what this code knows when it is erased, and gives what it does not know to what replaces it', () => {
    const stored = { id: 'a', colour: 'red' };
    expect(onlyKnown(schema, stored)).toEqual({ id: 'a' });
    expect(unknownKeys(schema, stored)).toEqual({ colour: 'red' });
  });
});
