import { describe, expect, it } from 'vitest';
import { likelyMeant, unknownEnding } from '../../../functions/codes/mail-domains.ts';

describe('a slip in an address', () => {
  it.each([
    ['haneul@gmial.con', 'haneul@gmail.com'],
    ['haneul@gmail.co', 'haneul@gmail.com'],
    ['haneul@gamil.com', 'haneul@gmail.com'],
    ['haneul@nave.com', 'haneul@naver.com'],
    ['haneul@naver.con', 'haneul@naver.com'],
    ['haneul@hanmial.net', 'haneul@hanmail.net'],
    ['haneul@daum.ent', 'haneul@daum.net'],
    ['haneul@outlok.com', 'haneul@outlook.com'],
    ['haneul@kakoa.com', 'haneul@kakao.com'],
  ])('%s is asked about', (typed, meant) => {
    expect(likelyMeant(typed)).toBe(meant);
  });

  it.each([
    'haneul@gmail.com',
    'haneul@GMAIL.com',
    'haneul@mail.com',
    'haneul@me.com',
    'haneul@example.com',
    'haneul@academy.seoul.kr',
    'haneul@kb.co.kr',
    'haneul@yahoo.co.jp',
  ])('%s is taken as it is', (typed) => {
    expect(likelyMeant(typed)).toBeUndefined();
  });
});

describe('an ending', () => {
  it.each([
    ['haneul@gmail.con', 'con'],
    ['haneul@naver.cmo', 'cmo'],
    ['haneul@office.internal', 'internal'],
  ])('of %s does not exist', (typed, ending) => {
    expect(unknownEnding(typed)).toBe(ending);
  });

  it.each(['haneul@gmail.com', 'haneul@academy.seoul.kr', 'a@b.xn--3e0b707e', 'a@b.museum', 'a@city.go.kr'])(
    'of %s exists',
    (typed) => {
      expect(unknownEnding(typed)).toBeUndefined();
    },
  );
});
