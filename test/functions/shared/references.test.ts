import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  newReference,
  parseReference,
  referenceSchema,
  roundCodeSchema,
} from '../../../functions/shared/references.ts';
import { codePoint } from '../../support/code-points.ts';

const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const codes = fc
  .tuple(
    fc.constantFrom('A', 'S', 'P'),
    fc.integer({ min: 10, max: 99 }),
    fc.constantFrom('H', 'R'),
    fc.constantFrom(1, 2),
  )
  .map(([letter, year, mark, number]) => `${letter}-${year}${mark}${number}`);
const references = fc
  .tuple(codes, fc.uint8Array({ minLength: 7, maxLength: 7 }))
  .map(([code, random]) => newReference(code, random));

/** All strings that differ from the reference in exactly one character other than a hyphen. */
const singleErrors = (reference: string): string[] =>
  [...reference].flatMap((char, place) =>
    char === '-'
      ? []
      : alphabet
          .filter((other) => other !== char)
          .map((other) => reference.slice(0, place) + other + reference.slice(place + 1)),
  );

/** All strings in which two different characters have changed places. */
const swaps = (reference: string): string[] => {
  const places = [...[...reference].keys()].filter((place) => reference[place] !== '-');
  return places.flatMap((a) =>
    places
      .filter((b) => b > a && reference[a] !== reference[b])
      .map((b) => {
        const chars = [...reference];
        [chars[a], chars[b]] = [reference.charAt(b), reference.charAt(a)];
        return chars.join('');
      }),
  );
};

describe('a reference', () => {
  it('is the round code, seven random characters and a check character', () => {
    fc.assert(
      fc.property(codes, fc.uint8Array({ minLength: 7, maxLength: 20 }), (code, random) => {
        const reference = newReference(code, random);
        expect(reference).toMatch(/^[ASP]-\d\d[HR][12]-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
        expect(reference.startsWith(`${code}-`)).toBe(true);
        expect(referenceSchema.parse(reference)).toBe(reference);
      }),
    );
  });

  it('never has a letter that is taken for another', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(reference).not.toMatch(/[ILOU]/);
      }),
    );
  });

  it('shows every error in a single character', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(singleErrors(reference).filter((wrong) => parseReference(wrong))).toEqual([]);
      }),
    );
  });

  it('shows every swap of two different characters, wherever they stand', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(swaps(reference).filter((wrong) => parseReference(wrong))).toEqual([]);
      }),
    );
  });

  it('shows errors and swaps by its check character alone, also if the shape still fits', () => {
    const reference = newReference('A-27H1', new Uint8Array([1, 2, 3, 4, 5, 6, 7]));
    const shaped = /^[ASP]-\d\d[HR][12]-/;
    const wrong = [...singleErrors(reference), ...swaps(reference)].filter((written) => shaped.test(written));
    expect(wrong.length).toBeGreaterThan(250);
    expect(wrong.filter((written) => referenceSchema.safeParse(written).success)).toEqual([]);
  });

  it('is understood in small letters, with other separators or none, and with O, I and L for 0 and 1', () => {
    const separators = fc.constantFrom('', ' ', '-', '–', ' - ', '—', '．', '\u200b', '-\u00ad', '\u2060\ufeff');
    fc.assert(
      fc.property(
        references,
        separators,
        fc.boolean(),
        fc.constantFrom('i', 'L', 'l'),
        (reference, gap, lower, one) => {
          const typed = reference.replaceAll('0', 'o').replaceAll('1', one).replaceAll('-', gap);
          expect(parseReference(` ${lower ? typed.toLowerCase() : typed}\n`)).toBe(reference);
        },
      ),
    );
  });

  it('is understood in full-width characters', () => {
    const reference = newReference('A-27H1', new Uint8Array(7));
    const wide = [...reference].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('');
    expect(parseReference(wide)).toBe(reference);
  });

  it('is not found in anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint }), (typed) => {
        expect(parseReference(typed)).toBeUndefined();
      }),
    );
    expect(parseReference('A'.repeat(1_000_000))).toBeUndefined();
  });

  it('needs seven random bytes and a round code', () => {
    expect(() => newReference('A-27H1', new Uint8Array(6))).toThrow(
      expect.objectContaining({ name: 'RandomTooShort' }),
    );
    expect(() => newReference('X-27H1', new Uint8Array(7))).toThrow();
    expect(roundCodeSchema.safeParse('A-27H3').success).toBe(false);
  });
});
