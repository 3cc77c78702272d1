import { describe, expect, it } from 'vitest';
import type { Party } from '../../../functions/contracts/addendum.ts';
import { addendumForm, changesTyped, typedNow } from '../../../functions/contracts/addendum-form.ts';

const firm: Party = {
  startup: {
    kind: 'firm',
    name: '새봄페이',
    number: '123-45-67891',
    representative: '김새봄',
    email: 'saebom@example.com',
    lang: 'ko',
  },
  desks: 4,
};
const foreign: Party = { ...firm, startup: { ...firm.startup, kind: 'foreign-firm', number: '201912345K' } };
const reason = ['등록증을 다시 받았습니다.'];

const wrongIn = (party: Party, typed: Readonly<Record<string, string>>): string[] => {
  const all = Object.fromEntries(Object.entries(typed).map(([field, words]) => [field, [words]]));
  const checked = changesTyped(party, { ...typedNow(party), reason, ...all }, 'ko');
  return checked.ok ? [] : checked.errors.map(({ field, message }) => `${field}: ${message}`);
};

describe('what is typed of an addendum', () => {
  it('is taken in letters that the agreement can print, whatever the field, and else refused beside it', () => {
    const unknown = 'ሀ12';
    for (const field of ['name', 'number', 'representative', 'position']) {
      expect(wrongIn(foreign, { [field]: unknown }), field).toEqual([expect.stringContaining('표시할 수 없는 글자')]);
    }
    expect(wrongIn(foreign, { number: '201912346K' })).toEqual([]);
  });

  it.each(Object.keys(addendumForm(firm).fields))('holds no resident registration number in %s', (field) => {
    for (const typed of ['900101-1234568', '９００１０１－１２３４５６８', '번호는 900101 1234568 입니다']) {
      expect(wrongIn(firm, { [field]: typed })[0], typed).toMatch(new RegExp(`^${field}: .*주민등록번호`, 'u'));
    }
  });
});
