import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted } from '../../../../functions/assets/script/count.ts';
import { check, formPage } from '../../../../functions/shared/pages/form.ts';
import { longText } from '../../../../functions/shared/text/normalise.ts';

const limits = { least: 100, most: 1000 };
const page = formPage({
  id: 'p',
  title: { ko: '글', en: 'Text' },
  fields: {
    story: {
      widget: 'textarea',
      label: { ko: '글', en: 'Text' },
      optional: true,
      maxLength: 20,
      schema: longText({ max: 20 }),
    },
  },
});

describe('the counter below a long text', () => {
  it.each([
    ['', '', ''],
    ['가'.repeat(40), '지금 40자, 60자 이상 더 써 주십시오', '40 written so far, at least 60 more needed'],
    ['가'.repeat(100), '900자 더 쓸 수 있습니다', '900 characters left'],
    ['가'.repeat(999), '1자 더 쓸 수 있습니다', '1 character left'],
    ['가'.repeat(1000), '0자 더 쓸 수 있습니다', '0 characters left'],
    ['가'.repeat(1001), '1자를 줄여 주십시오', '1 character too many'],
    ['가'.repeat(3000), '2,000자를 줄여 주십시오', '2,000 characters too many'],
    // Emoji, decomposed Hangul, line ends of Windows, what nobody sees, and half a pair.
    [`${'👩🏽‍💻\r\n각\u200b'.repeat(50)}\ud800`, '699자 더 쓸 수 있습니다', '699 characters left'],
  ])('says of %j what is left, in both languages', (typed, ko, en) => {
    expect(counted(typed, limits, 'ko').text).toBe(ko);
    expect(counted(typed, limits, 'en').text).toBe(en);
  });

  it('speaks only near the limit', () => {
    expect([899, 900, 1000, 1001].map((count) => counted('a'.repeat(count), limits, 'en').isNear)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('says that it is too long exactly if the server will', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (typed) => {
        const checked = check(page, { story: [typed] }, 'en');
        const refused = !checked.ok && checked.errors[0].message.includes('at most');
        expect(counted(typed, { least: 0, most: 20 }, 'en').isOver).toBe(refused);
      }),
      { numRuns: 500 },
    );
  });
});
