import { describe, expect, it } from 'vitest';
import { academyV1 } from '../../../functions/forms/academy-v1.ts';
import { consentsPage } from '../../../functions/forms/consents.ts';
import { check, decode, type FormPage } from '../../../functions/shared/pages/form.ts';

const text = (words: string) => ({ ko: words, en: words });
const consent = (id: string, required: boolean) => ({
  id,
  required,
  title: text(`동의 ${id}`),
  purpose: text('목적'),
  items: text('항목'),
  retention: text('기간'),
  refusal: text('권리'),
});
const consents = consentsPage([consent('privacy', true), consent('news', false)]);
const essay = '핀테크를 배우고 싶습니다. '.repeat(5);
const good: Record<string, string | string[]> = {
  name: '  김하늘 '.normalize('NFD'),
  'birthDate.year': '１９９５',
  'birthDate.month': '3',
  'birthDate.day': '02',
  email: 'Haneul@EXAMPLE.com',
  mobile: '０１０ １２３４ ５６７８',
  district: 'mapo',
  seoulTies: ['lives', 'works'],
  education: 'bachelor',
  employment: 'employed',
  organisation: ' 새론  페이 ',
  field: 'finance',
  years: '3년',
  motivation: essay,
  plan: `글${'😀'.repeat(999)}`,
  canAttend: 'all',
  finishedEarlier: 'no',
  'consent-privacy': 'yes',
};
const filled = (page: FormPage, changes: Record<string, string | string[]> = {}) => {
  const fields = { ...good, ...changes };
  return check(page, decode(page, new Map(Object.entries(fields).map(([key, value]) => [key, [value].flat()]))), 'ko');
};
const pageWith = (field: string): FormPage => {
  const page = academyV1.pages.find(({ fields }) => field in fields);
  if (!page) throw new Error(`no page has ${field}`);
  return page;
};
const problem = (field: string, changes: Record<string, string | string[]>) => {
  const result = filled(pageWith(field), changes);
  return result.ok ? undefined : result.errors.find((error) => error.field === field)?.message;
};

describe('the application form of the academy', () => {
  it.each([
    '82010 1234 5678',
    '8201012345678',
    '+82 010-1234-5678',
    '+82 10 1234 5678',
    '821012345678',
    '010.1234.5678',
  ])('takes “%s” for the mobile that it is, and for no resident number', (mobile) => {
    const result = filled(pageWith('mobile'), { mobile });
    expect(result.ok && result.values.mobile).toBe('010-1234-5678');
  });

  it('accepts Korean as it is typed, decomposed, full-width and without hyphens, and keeps it normalised', () => {
    const values = academyV1.pages
      .map((page) => filled(page))
      .map((result) => (result.ok ? result.values : result.errors));
    expect(Object.assign({}, ...values)).toMatchObject({
      name: '김하늘',
      birthDate: '1995-03-02',
      email: 'Haneul@example.com',
      mobile: '010-1234-5678',
      seoulTies: ['lives', 'works'],
      organisation: '새론 페이',
      years: 3,
      motivation: essay.trim(),
      accessibility: undefined,
    });
  });

  it('has the fields that it was announced with', () => {
    expect(academyV1.fields).toHaveLength(17);
    const optional = academyV1.fields.filter((field) => !academyV1.requiredFields.includes(field));
    expect(optional).toEqual(['latinName', 'organisation', 'accessibility']);
    expect(academyV1.values.district).toHaveLength(26);
  });

  it('says what is wrong with each answer', () => {
    expect(problem('email', { email: 'haneul@' })).toContain('형식이 맞지 않습니다');
    expect(problem('mobile', { mobile: '02-123-4567' })).toContain('국내 휴대전화');
    expect(problem('birthDate', { 'birthDate.year': '2027' })).toBe('생년월일: 태어난 연도를 다시 확인해 주십시오.');
    expect(problem('birthDate', { 'birthDate.month': '2', 'birthDate.day': '30' })).toContain('없는 날짜');
    expect(problem('years', { years: '51' })).toBe('해당 분야 경력(년): 0과 50 사이의 숫자를 입력해 주십시오.');
    expect(problem('years', { years: '1.5' })).toContain('0과 50');
    expect(problem('seoulTies', { seoulTies: ['none', 'lives'] })).toContain('해당 없음');
    expect(problem('motivation', { motivation: '가'.repeat(49) })).toBe('지원 동기: 1자를 더 써 주십시오(최소 50자).');
    expect(problem('organisation', { organisation: '가'.repeat(101) })).toContain('1자를 줄여 주십시오(최대 100자).');
    expect(problem('plan', { plan: '가'.repeat(1001) })).toContain('1자를 줄여 주십시오(최대 1,000자).');
  });

  it.each(['𠮷野太郎', 'ཨོཾ་བསོད་ནམས', 'ကျော်ကျော်', 'مُحَمَّد', 'น้ำฝน', '김 ꦱꦫꦶ'])(
    'asks for the name in Latin letters just then, when no document could show %s',
    (name) => {
      const page = pageWith('name');
      expect(problem('latinName', { name })).toContain('여권에 적힌 로마자 이름을 입력해 주십시오. 예: HONG GILDONG');
      expect(problem('latinName', { name, latinName: '홍길동' })).toContain(
        '로마자로 입력해 주십시오. 예: HONG GILDONG',
      );
      const answered = filled(page, { name, latinName: ' Nguyễn  O’Hara-Smith, Jr. ' });
      expect(answered.ok && answered.values).toMatchObject({ name, latinName: 'Nguyễn O’Hara-Smith, Jr.' });
    },
  );

  it.each(['김하늘', 'محمد علي', '张伟', '李知垣', 'Kim 金 하늘'])(
    'asks for no other name of %s, and keeps none',
    (name) => {
      const given = filled(pageWith('name'), { name, latinName: 'HONG GILDONG' });
      expect(given.ok && given.values).toMatchObject({ name, latinName: undefined });
    },
  );

  it.each(['\u3164', '\u200d', '\u00ad', '\u2800', '\u200b\u115f\uffa0'])(
    'asks for words in an essay of 60 × what nobody sees',
    (unseen) => {
      expect(problem('motivation', { motivation: unseen.repeat(60) })).toBe('지원 동기를 써 주십시오.');
      expect(problem('plan', { plan: `계획${unseen.repeat(60)}` })).toContain('더 써 주십시오(최소 50자).');
      const page = filled(pageWith('accessibility'), { accessibility: unseen.repeat(60) });
      expect(page.ok && page.values).toMatchObject({ accessibility: undefined });
    },
  );

  it('asks for words in an essay of signs', () => {
    for (const sign of ['.', '😀', '~ ']) {
      expect(problem('motivation', { motivation: sign.repeat(60) })).toContain(
        '글자가 없습니다. 내용을 글로 써 주십시오.',
      );
    }
  });

  it('knows which fields tell who a person is, and which name where they belong', () => {
    expect(academyV1.identifying).toEqual([
      'name',
      'latinName',
      'birthDate',
      'email',
      'mobile',
      'district',
      'organisation',
    ]);
    expect(academyV1.affiliations).toEqual(['organisation']);
  });

  it('asks for each consent by itself, and does without the optional ones', () => {
    const refused = filled(consents, { 'consent-privacy': [] });
    expect(refused.ok ? [] : refused.errors).toEqual([
      {
        field: 'consent-privacy',
        message: '지원하시려면 ‘동의 privacy’ 동의란에 표시해 주십시오.',
        control: undefined,
      },
    ]);
    const agreed = filled(consents);
    expect(agreed.ok && agreed.values).toEqual({ 'consent-privacy': true, 'consent-news': false });
  });
});
