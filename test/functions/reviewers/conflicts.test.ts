import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conflictsBetween,
  interestOf,
  interestsBetween,
  reviewInterestsBetween,
} from '../../../functions/reviewers/conflicts.ts';

const applicant = { reference: 'A-27H1-7K3Q-9MX4', email: 'haneul@naver.com', affiliations: ['한빛은행'] };
const reviewer = { email: 'dasom@gmail.com', affiliations: ['서울대학교'], declared: ['A-27H1-0000-0000'] };

const byAffiliation = (one: string, other: string) =>
  interestOf({ ...applicant, affiliations: ['서울시', one] }, { ...reviewer, affiliations: ['세종시', other] });
const byEmail = (one: string, other: string) => interestOf({ ...applicant, email: one }, { ...reviewer, email: other });

describe('a conflict', () => {
  it('is none between people who have nothing in common', () => {
    expect(interestOf(applicant, reviewer)).toBeUndefined();
    expect(interestOf({ ...applicant, affiliations: [] }, { ...reviewer, affiliations: [] })).toBeUndefined();
  });

  it('is what the reviewer declared, before anything that is found', () => {
    expect(interestOf(applicant, { ...reviewer, declared: ['A-27H1-0000-0000', applicant.reference] })).toBe(
      'declared',
    );
    expect(
      interestOf(applicant, { email: applicant.email, affiliations: ['한빛은행'], declared: [applicant.reference] }),
    ).toBe('declared');
  });

  it('is somebody’s own application, also under a public mail address', () => {
    expect(byEmail('Haneul@naver.com', 'haneul@NAVER.com')).toBe('email-domain');
  });
});

describe('an affiliation', () => {
  it.each([
    ['한빛은행', ' 한빛 은행 '],
    ['한빛은행', '주식회사 한빛은행'],
    ['한빛은행', '한빛은행주식회사'],
    ['한빛은행', '㈜한빛은행'],
    ['한빛은행', '한빛은행( 주 )'],
    ['한국핀테크산업협회', '(사)한국핀테크산업협회'],
    ['한국핀테크산업협회', '사단법인 한국·핀테크ㆍ산업협회'],
    ['연세대학교', '학교법인 연세대학교'],
    ['한빛', '한빛'.normalize('NFD')],
    ['Hanbit Fintech', 'HANBIT FINTECH Co., Ltd.'],
    ['Hanbit Fintech', 'Hanbit-Fintech Co.Ltd'],
    ['Hanbit Fintech, Inc.', 'ｈａｎｂｉｔ fintech'],
    ['Hanbit Capital', 'Hanbit Capital L.L.C.'],
    ['Hanbit Capital', 'Hanbit Capital Pte. Ltd.'],
  ])('“%s” is “%s”', (one, other) => {
    expect(byAffiliation(one, other)).toBe('affiliation');
    expect(byAffiliation(other, one)).toBe('affiliation');
  });

  it.each([
    ['서울대학교', '서울'],
    ['서울대학교', '서울과학기술대학교'],
    ['Korea University', 'Korea'],
    ['Seoul University', 'University of Seoul'],
    ['Limited Brands', 'Brands'],
    ['Incheon', 'Inc'],
    ['-', '…'],
    ['', ' '],
    ['Co., Ltd.', 'CO LTD'],
    ['프리랜서', '프리랜서'],
  ])('“%s” is not “%s”', (one, other) => {
    expect(byAffiliation(one, other)).toBeUndefined();
  });

  it('matches itself however it is spaced, punctuated and cased, and with any legal form', () => {
    const word = fc.stringMatching(/^[a-z가-힣]{2,8}x$/u);
    const form = fc.constantFrom('', ', Inc.', ' Co., Ltd.', ' (주)', '㈜', ' 주식회사', ' Corp');
    const gap = fc.constantFrom(' ', '  ', '-', '·', ' & ', '\u00a0');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), gap, gap, form, form, (words, a, b, one, other) => {
        expect(byAffiliation(words.join(a) + one, words.join(b).toUpperCase() + other)).toBe('affiliation');
      }),
      { numRuns: 500 },
    );
  });
});

describe('what only looks like a conflict', () => {
  const bank = { ...applicant, affiliations: ['한빛은행'] };
  const card = { ...reviewer, id: 'dasom', affiliations: ['한빛카드'] };

  it('is that two employers may be of one house', () => {
    expect(interestOf(bank, card)).toBe('in-doubt');
    expect(interestsBetween([bank], [card])(bank.reference, 'dasom')).toBe('in-doubt');
  });

  it('is no conflict for those who decide together, and gives way to what is surely one', () => {
    expect(conflictsBetween([bank], [card])(bank.reference, 'dasom')).toBeUndefined();
    expect(interestOf(bank, { ...card, declared: [bank.reference] })).toBe('declared');
    expect(interestOf({ ...bank, email: 'a@hanbit.com' }, { ...card, email: 'b@hanbit.com' })).toBe('email-domain');
    const decided = reviewInterestsBetween([{ ...bank, intakeBy: 'dasom' }], [card]);
    expect(decided(bank.reference, 'dasom')).toBe('intake');
    const helped = reviewInterestsBetween([{ ...bank, helpedBy: 'dasom' }], [card]);
    expect(helped(bank.reference, 'dasom')).toBe('intake');
  });
});

describe('an e-mail domain', () => {
  it.each([
    ['a@snu.ac.kr', 'b@snu.ac.kr'],
    ['a@cse.snu.ac.kr', 'b@snu.ac.kr'],
    ['a@cse.snu.ac.kr', 'b@law.snu.ac.kr'],
    ['a@Hanbit.CO.KR', 'b@mail.hanbit.co.kr'],
    ['a@sen.go.kr', 'b@x.sen.go.kr'],
    ['a@hanbit.com', 'b@kr.hanbit.com'],
    ['a@cam.ac.uk', 'b@cl.cam.ac.uk'],
    ['a@hanbit.io', 'b@hanbit.io'],
  ])('%s conflicts with %s', (one, other) => {
    expect(byEmail(one, other)).toBe('email-domain');
    expect(byEmail(other, one)).toBe('email-domain');
  });

  it.each([
    ['a@a.co.kr', 'b@b.co.kr'],
    ['a@snu.ac.kr', 'b@kaist.ac.kr'],
    ['a@fsc.go.kr', 'b@moef.go.kr'],
    ['a@bok.or.kr', 'b@kftc.or.kr'],
    ['a@one.re.kr', 'b@two.re.kr'],
    ['a@one.seoul.kr', 'b@two.seoul.kr'],
    ['a@hanbit.com', 'b@hanbit.co.kr'],
    ['a@korea.kr', 'b@korea.kr'],
    ['a@co.kr', 'b@co.kr'],
    ['a@localhost', 'b@localhost'],
    ['a@[127.0.0.1]', 'b@[127.0.0.1]'],
    ['', 'b@naver.com'],
    ['nobody', 'nothing'],
  ])('%s does not conflict with %s', (one, other) => {
    expect(byEmail(one, other)).toBeUndefined();
  });

  const open =
    'naver.com gmail.com daum.net hanmail.net kakao.com nate.com outlook.com outlook.kr hotmail.com hotmail.co.kr ' +
    'yahoo.com yahoo.co.kr yahoo.co.jp yahoo.fr icloud.com me.com proton.me protonmail.com live.com live.co.kr msn.com ' +
    'korea.com tuta.com fastmail.com gmx.de qq.com 163.com yandex.ru mail.ru aol.com';
  it.each(open.split(' '))('of a public provider, like %s, says nothing', (domain) => {
    expect(byEmail(`a@${domain}`, `b@${domain}`)).toBeUndefined();
  });
});

describe('a conflict with a review', () => {
  const accepted = { ...applicant, intakeBy: 'kim-minji' };
  const officer = { ...reviewer, id: 'kim-minji' };

  it('is also that one has decided about the intake, and has seen whose application it is', () => {
    const between = reviewInterestsBetween(
      [accepted, { ...applicant, reference: 'A-OTHER' }],
      [officer, { ...officer, id: 'lee-junho' }],
    );
    expect(between(applicant.reference, 'kim-minji')).toBe('intake');
    expect(between(applicant.reference, 'lee-junho')).toBeUndefined();
    expect(between('A-OTHER', 'kim-minji')).toBeUndefined();
  });

  it('is none with a decision that is not blind', () => {
    expect(conflictsBetween([accepted], [officer])(applicant.reference, 'kim-minji')).toBeUndefined();
  });
});

describe('a whole round', () => {
  it('finds for each pair what the pair alone shows', () => {
    const email = fc.constantFrom('a@snu.ac.kr', 'b@x.snu.ac.kr', 'c@naver.com', 'd@naver.com', 'e@hanbit.com');
    const affiliations = fc.subarray(['한빛은행', '㈜한빛은행', '한빛카드', 'Hanbit Inc.', 'hanbit', '서울대학교']);
    const declared = fc.subarray(['A-0', 'A-1', 'A-2']);
    const people = <Person>(person: fc.Arbitrary<Person>) => fc.array(person, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        people(fc.record({ email, affiliations })),
        people(fc.record({ email, affiliations, declared })),
        (some, others) => {
          const applications = some.map((one, at) => ({ reference: `A-${at}`, ...one }));
          const reviewers = others.map((one, at) => ({ id: `r-${at}`, ...one }));
          const between = interestsBetween(applications, reviewers);
          for (const application of applications) {
            for (const other of reviewers) {
              expect(between(application.reference, other.id)).toBe(interestOf(application, other));
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('knows nothing of people it was not given', () => {
    expect(conflictsBetween([applicant], [])(applicant.reference, 'dasom')).toBeUndefined();
  });
});
