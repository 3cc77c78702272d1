import { describe, expect, it } from 'vitest';
import type { TypedPages } from '../../../functions/forms/answers.ts';
import { keptTyped } from '../../../functions/forms/kept-typed.ts';
import type { ApplicantKind } from '../../../functions/forms/lab-v1/kind.ts';
import { labV1 } from '../../../functions/forms/lab-v1.ts';
import { checkPages, pagesOf, pagesToRead, typedWhereAsked, warningsOf } from '../../../functions/forms/round-form.ts';
import { startupOf } from '../../../functions/residencies/startup-of.ts';
import { residentNumberStopped } from '../../../functions/shared/text/resident-number.ts';
import { labRound, labTyped } from '../../support/rounds/lab.ts';

const { personal, of } = labTyped;
const round = labRound();
const checked = (typed: TypedPages) => checkPages(pagesOf(round, typed), typed, 'ko');
const ids = (typed: TypedPages) => pagesOf(round, typed).map(({ id }) => id);
const problemOf = (field: string, typed: TypedPages) =>
  checked(typed)
    .problems.flatMap(({ errors }) => errors)
    .find((error) => error.field === field)?.message;
const { answers: sent = {} } = checked(of('firm'));
const firmWith = (field: string, value: string): TypedPages => {
  const typed = of('firm');
  return { ...typed, firm: { ...typed.firm, [field]: [value] } };
};

describe('the form of the Lab', () => {
  it.each<[ApplicantKind, string[]]>([
    ['founder', ['founder']],
    ['firm', ['firm', 'company']],
    ['foreign-firm', ['foreign-firm', 'company']],
  ])('asks a %s what it can answer, and nothing else', (kind, own) => {
    const typed = of(kind);
    expect(ids(typed)).toEqual(['consents', 'kind', ...own, 'representative', 'product', 'residency']);
    const { answers, problems } = checked(typed);
    expect(problems).toEqual([]);
    const names = pagesOf(round, typed).flatMap((page) => Object.keys(page.fields));
    expect(Object.keys(answers ?? {}).every((name) => names.includes(name))).toBe(true);
    expect(pagesToRead(round, typed).at(-1)?.id).toBe('consents');
  });

  it('asks the kind first, and of nobody who has not said it what follows from it', () => {
    expect(ids({})).toEqual(['consents', 'kind', 'representative', 'product', 'residency']);
    expect(ids({ kind: { kind: ['bank'] } })).toEqual(ids({}));
  });

  it('loses nothing when the kind is another for a while, and sends only what is asked', () => {
    const both: TypedPages = { ...of('firm'), ...of('founder') };
    expect(both.firm).toEqual(of('firm').firm);
    const sent = typedWhereAsked(round, both);
    expect(Object.keys(sent).sort()).toEqual(Object.keys(of('founder')).sort());
    expect(checked(both).answers).toEqual(checked(of('founder')).answers);
    const back: TypedPages = { ...both, kind: { kind: ['firm'] } };
    expect(checked(back).answers).toEqual(checked(of('firm')).answers);
  });

  it('takes a business number by its last digit, and says what to do about another', () => {
    expect(checked(firmWith('businessNumber', '１２３４５６７８９１')).answers).toMatchObject({
      businessNumber: '123-45-67891',
    });
    expect(problemOf('businessNumber', firmWith('businessNumber', '123-45-67892'))).toContain('예: 123-45-67891');
  });

  it('only warns about the last digit of a corporate number', () => {
    const odd = firmWith('corporateNumber', '110111-1234560');
    expect(checked(odd).answers).toMatchObject({ corporateNumber: '110111-1234560' });
    expect(warningsOf(pagesOf(round, odd), odd, 'en')).toEqual([
      { field: 'corporateNumber', message: expect.stringContaining('you can send it as it is') },
    ]);
    const right = firmWith('corporateNumber', '110111-0000127');
    expect(warningsOf(pagesOf(round, right), right, 'ko')).toEqual([]);
    expect(problemOf('corporateNumber', firmWith('corporateNumber', '110111'))).toContain('13자리');
  });

  it('keeps a corporate number that looks like a resident number, and no resident number in its place', () => {
    expect(keptTyped(firmWith('corporateNumber', '110111-1234567')).firm?.corporateNumber).toEqual(['110111-1234567']);
    const person = firmWith('corporateNumber', '900101-1234567');
    expect(keptTyped(person).firm?.corporateNumber).toEqual(['●●●●●●-●●●●●●●']);
    expect(problemOf('corporateNumber', person)).toContain(residentNumberStopped.ko);
    expect(keptTyped(firmWith('firmName', '110111-1234567')).firm?.firmName).toEqual(['●●●●●●-●●●●●●●']);
  });

  it.each([
    ['desks', 'residency', '4개', 4],
    ['staff', 'company', '５명', 5],
  ])('reads %s as people write it', (field, page, value, number) => {
    const typed = of('firm');
    expect(checked({ ...typed, [page]: { ...typed[page], [field]: [value] } }).answers).toMatchObject({
      [field]: number,
    });
  });

  it.each<[ApplicantKind, string, string]>([
    ['founder', 'founder', 'teamName'],
    ['firm', 'firm', 'firmName'],
    ['firm', 'representative', 'position'],
    ['foreign-firm', 'foreign-firm', 'foreignName'],
    ['foreign-firm', 'foreign-firm', 'foreignNumber'],
  ])('takes of a %s on the page %s a %s that the agreement can print, and says so at once', (kind, page, field) => {
    const whole = of(kind);
    const withOwn = (value: string): TypedPages => ({ ...whole, [page]: { ...whole[page], [field]: [value] } });
    const unknown = 'ሀ12';
    expect(problemOf(field, withOwn(unknown))).toContain('협약서에 표시할 수 없는 글자');
    const [english] = checkPages(pagesOf(round, withOwn(unknown)), withOwn(unknown), 'en').problems;
    expect(english?.errors).toEqual([
      { field, message: expect.stringContaining('cannot be printed on the agreement') },
    ]);
    expect(problemOf(field, withOwn('金새봄 Ý 12'))).toBeUndefined();
  });

  it('keeps what it does not take, and what was sent before it was refused', () => {
    const typed = firmWith('firmName', '새봄🌱');
    expect(keptTyped(typed).firm?.firmName).toEqual(['새봄🌱']);
    expect(
      startupOf({ reference: 'L-27L1-0000-0000', lang: 'ko', answers: { ...sent, firmName: '새봄🌱' } }),
    ).toMatchObject({ name: '새봄🌱' });
  });

  it('has an agreement signed in Latin letters by who has a name that it cannot print', () => {
    const unknown = 'ሀብታሙ';
    const named = (latinName: string): TypedPages => ({
      ...of('firm'),
      representative: { ...of('firm').representative, name: [unknown], latinName: [latinName] },
    });
    expect(problemOf('latinName', named(''))).toContain('HONG GILDONG');
    const { answers = {} } = checked(named('HABTAMU'));
    const reference = 'L-27L1-0000-0000';
    expect(startupOf({ reference, lang: 'ko', answers })).toMatchObject({ representative: 'HABTAMU' });
    expect(startupOf({ reference, lang: 'ko', answers: { ...sent, name: unknown } }).representative).toBe(unknown);
    expect(startupOf({ reference, lang: 'ko', answers: sent }).representative).toBe('김새봄');
  });

  it('keeps away whoever belongs to the firm or the employer, and knows what tells who applies', () => {
    expect(labV1.affiliations).toEqual(['employer', 'firmName', 'foreignName']);
    expect(labV1.identifying).toEqual(
      expect.arrayContaining([
        ...personal,
        'teamName',
        'businessNumber',
        'corporateNumber',
        'foreignNumber',
        'founders',
      ]),
    );
  });
});
