import fc from 'fast-check';

const lone = { first: 0xd800, count: 0x800 } as const;

/**
 * Any character of Unicode, as the unit `binary` of fast-check gives them, which makes a table of all of them: that
 * takes longer than most tests.
 */
export const codePoint: fc.Arbitrary<string> = fc.nat(0x10ffff - lone.count).map(
  (number) => String.fromCodePoint(number < lone.first ? number : number + lone.count),
  (text) => {
    const [char, ...more] = typeof text === 'string' ? text : '';
    const point = char?.codePointAt(0);
    if (point === undefined || more.length > 0) throw new Error('not one character');
    return point < lone.first ? point : point - lone.count;
  },
);
