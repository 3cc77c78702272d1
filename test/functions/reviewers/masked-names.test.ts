import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namePatterns } from '../../../functions/reviewers/masked-names.ts';
import { maskerFor } from '../../../functions/reviewers/masking.ts';
import { koreanWords } from '../../../functions/reviewers/names-that-are-words.ts';
import { demoApplicants } from '../../../local/demo/applicants.ts';
import { inventedNames } from '../../support/reviewers/invented-names.ts';

const shown = (text: string, name: string): string =>
  maskerFor({ names: [name], emails: [], phones: [], districts: [], births: [], organisations: [] })(text)
    .map((piece) => (typeof piece === 'string' ? piece : '|'))
    .join('');

const gap = fc.constantFrom(' ', '.', '·', ' . ', '  ', '-', '\n');
const before = fc.constantFrom('', '저는 ', '안녕하세요. ', '(', '“', '지원자: ', '핀테크를 배우는 ');
const behind = fc.constantFrom('', '입니다', '은 ', '이라고 합니다', '의 꿈', '.', ')', ', 그리고', '가', '에게');

describe('an invented name', () => {
  it('never remains, with particles, spaces and dots', () => {
    const names = inventedNames.filter((name) => !koreanWords.has(name) && name.length > 2);
    fc.assert(
      fc.property(fc.constantFrom(...names), gap, before, behind, (name, between, left, right) => {
        const apart = [...name].join(between);
        for (const written of [name, name.normalize('NFD'), [...name].join('\u200b'), apart]) {
          expect(shown(left + written + right, name)).toBe(`${left}|${right}`);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('of two syllables never remains as a word of its own', () => {
    const names = inventedNames.filter((name) => !koreanWords.has(name) && name.length === 2);
    fc.assert(
      fc.property(fc.constantFrom(...names), before, behind, (name, left, right) => {
        expect(shown(left + name + right, name)).toBe(`${left}|${right}`);
      }),
      { numRuns: 50 },
    );
  });

  it('is masked where it is said to be one, if it is a word too', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inventedNames), (name) => {
        expect(shown(`제 이름은 ${name}입니다.`, name)).toBe('제 이름은 |입니다.');
      }),
      { numRuns: 50 },
    );
  });
});

describe('a name in Latin letters', () => {
  it.each([
    ['김민준', 'Minjun Kim'],
    ['이서연', 'Lee Seo-yeon'],
    ['이서연', 'Yi Seoyeon'],
    ['박지후', 'Jihoo Park'],
    ['최은정', 'CHOI, EUN JEONG'],
    ['최은정', 'Eunjung Choi'],
    ['정우진', 'Woojin Jung'],
    ['강현우', 'Hyunwoo Kang'],
    ['조승현', 'Cho Seung-hyun'],
    ['윤하은', 'Ha Eun Yoon'],
    ['장태현', 'Taehyun Jang'],
    ['임수빈', 'Subin Lim'],
    ['한결', 'Gyeol Han'],
    ['오영희', 'Younghee Oh'],
    ['서상훈', 'Suh Sanghoon'],
    ['신지영', 'Jiyoung Shin'],
    ['류준혁', 'Joonhyuk Ryu'],
    ['백예린', 'Yerin Baek'],
    ['허도윤', 'Doyoon Hur'],
    ['남궁솔', 'Sol Namgung'],
    ['황보별', 'Hwangbo Byul'],
  ])('of %s, %s, is masked', (name, written) => {
    expect(shown(`My name is ${written}.`, name)).toBe('My name is |.');
  });
});

describe('what others write', () => {
  const texts = demoApplicants.flatMap(({ pages }) => [pages.why?.motivation, pages.why?.plan].flat());
  const essays = texts.filter((text) => text !== undefined).join('\n');

  it('is left alone by names that are not in it', () => {
    const some = inventedNames.filter((_, index) => index % 23 === 0);
    const touched = some.flatMap((name) =>
      namePatterns(name).flatMap((pattern) =>
        [...essays.matchAll(new RegExp(pattern, 'gu'))].map(([found]) => `${name}: ${found}`),
      ),
    );
    expect(some.length).toBeGreaterThan(300);
    expect(essays.length).toBeGreaterThan(1000);
    expect(touched).toEqual([]);
  });
});
