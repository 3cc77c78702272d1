import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Answers } from '../../../../functions/shared/pages/answer-sections.tsx';
import { Fields } from '../../../../functions/shared/pages/fields.tsx';
import { check, decode, formPage } from '../../../../functions/shared/pages/form.ts';
import { wholeNumber } from '../../../../functions/shared/pages/schemas.ts';
import { longText } from '../../../../functions/shared/text/normalise.ts';

const yesNo = [
  { value: 'yes', label: { ko: '예', en: 'Yes' } },
  { value: 'no', label: { ko: '아니요', en: 'No' } },
] as const;

const page = formPage({
  id: 'pet',
  title: { ko: '반려동물', en: 'Your pet' },
  fields: {
    name: { widget: 'text', label: { ko: '이름', en: 'Name' }, schema: z.string(), maxLength: 10 },
    born: { widget: 'date', label: { ko: '생일', en: 'Birthday' }, schema: z.iso.date() },
    story: {
      widget: 'textarea',
      label: { ko: '이야기', en: 'Story' },
      schema: longText({ min: 5, max: 20 }),
      minLength: 5,
      maxLength: 20,
    },
    loud: { widget: 'radios', label: { ko: '시끄러움', en: 'Loud' }, options: yesNo, schema: z.enum(['yes', 'no']) },
    likes: {
      widget: 'checkboxes',
      label: { ko: '좋아하는 것', en: 'Likes' },
      options: yesNo,
      schema: z.array(z.string()),
    },
    age: { widget: 'number', label: { ko: '나이', en: 'Age' }, schema: wholeNumber({ min: 0, max: 50, unit: /살$/ }) },
    nickname: { widget: 'text', label: { ko: '별명', en: 'Nickname' }, optional: true, schema: z.string() },
    news: {
      widget: 'checkbox',
      label: { ko: '소식을 받습니다', en: 'Send news' },
      optional: true,
      schema: z.boolean(),
    },
  },
});

const form = (fields: Record<string, string | string[]>) =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));
const good = {
  name: '보리',
  'born.year': '２０２０',
  'born.month': '2',
  'born.day': '29',
  story: '첫째 줄\r\n둘째 줄',
  loud: 'no',
  likes: ['yes', 'no'],
  age: ' ７살 ',
};
const checked = (fields: Record<string, string | string[]>, lang: 'ko' | 'en' = 'en') =>
  check(page, decode(page, form(fields)), lang);
const messages = (fields: Record<string, string | string[]>, lang: 'ko' | 'en' = 'en') => {
  const result = checked(fields, lang);
  return result.ok ? [] : result.errors.map(({ field, message }) => `${field}: ${message}`);
};

describe('the form engine', () => {
  it('gives what the schemas make of a page that is right', () => {
    expect(checked(good)).toEqual({
      ok: true,
      values: {
        name: '보리',
        born: '2020-02-29',
        story: '첫째 줄\n둘째 줄',
        loud: 'no',
        likes: ['yes', 'no'],
        age: 7,
        nickname: undefined,
        news: false,
      },
    });
  });

  it('names what is missing in the order of the fields and in the language of the person', () => {
    expect(messages({})).toEqual([
      'name: Enter your name.',
      'born: Enter your birthday.',
      'story: Enter your story.',
      'loud: Choose your loud.',
      'likes: Choose your likes.',
      'age: Enter your age.',
    ]);
    expect(messages({}, 'ko').slice(0, 2)).toEqual(['name: 이름을 입력해 주십시오.', 'born: 생일을 입력해 주십시오.']);
  });

  it('answers a repeated single field with words and not with a crash', () => {
    expect(messages({ ...good, name: ['a', 'b'], 'born.year': ['2020', '2021'], loud: ['yes', 'no'] })).toEqual([
      'name: Name: there are two answers here. Leave only one.',
      'born: Birthday: there are two answers here. Leave only one.',
      'loud: Loud: there are two answers here. Leave only one.',
    ]);
  });

  it('takes only the answers that it offered', () => {
    expect(messages({ ...good, loud: 'maybe', likes: ['yes', '<script>'], news: 'on' })).toEqual([
      'loud: Loud: choose one of the answers shown.',
      'likes: Likes: choose one of the answers shown.',
      'news: Send news: choose one of the answers shown.',
    ]);
  });

  it('says which part of a date is missing or wrong, and leads there', () => {
    const control = (fields: Record<string, string>) => {
      const result = checked({ ...good, ...fields });
      return result.ok ? 'ok' : result.errors.map((error) => `${error.control}: ${error.message}`).join();
    };
    expect(control({ 'born.day': '' })).toBe('born-day: Birthday: enter the day, for example 2.');
    expect(control({ 'born.year': '95' })).toMatch(/^born: Birthday: enter the year in four digits/);
    for (const day of ['30', '0', '-1', '1e1', '⁇'])
      expect(control({ 'born.day': day })).toMatch(/^undefined: Birthday: there is no such date/);
  });

  it('counts code points of the normalised text: decomposed Hangul and emoji are as long as they look', () => {
    expect(messages({ ...good, story: '가나다라마'.normalize('NFD') })).toEqual([]);
    expect(messages({ ...good, story: `글${'😀'.repeat(19)}` })).toEqual([]);
    expect(messages({ ...good, story: '😀'.repeat(21) })).toEqual([
      'story: Story: shorten it by 1 character (at most 20).',
    ]);
    expect(messages({ ...good, story: ' 가나 ' }, 'ko')).toEqual(['story: 이야기: 3자를 더 써 주십시오(최소 5자).']);
  });

  it('keeps no megabytes: a value far too long is cut where it still is too long', () => {
    const typed = decode(page, form({ ...good, story: '가'.repeat(1_000_000), likes: Array(1000).fill('yes') }));
    expect(typed.story?.[0]).toHaveLength(80);
    expect(typed.likes).toHaveLength(50);
    expect(check(page, typed, 'en').ok).toBe(false);
  });

  it('decodes to plain JSON with every field of the page and no other', () => {
    const typed = decode(
      page,
      new Map([...form(good), ['__proto__', ['x']], ['constructor', ['x']], ['switch', ['en']]]),
    );
    expect(JSON.parse(JSON.stringify(typed))).toEqual(typed);
    expect(Object.keys(typed)).toEqual([
      'name',
      'born.year',
      'born.month',
      'born.day',
      'story',
      'loud',
      'likes',
      'age',
      'nickname',
      'news',
    ]);
  });

  it('is not fooled by names of Object.prototype in what was kept', () => {
    expect(check(page, {}, 'en').ok).toBe(false);
  });
});

describe('the fields of a page', () => {
  const shown = (fields: Record<string, string | string[]>, lang: 'ko' | 'en' = 'en') => {
    const typed = decode(page, form(fields));
    const result = check(page, typed, lang);
    return renderToString(<Fields page={page} typed={typed} errors={result.ok ? [] : result.errors} lang={lang} />);
  };

  it('escape what was typed', () => {
    const markup = '"><script>alert(1)</script>';
    expect(shown({ ...good, name: markup, story: `</textarea>${markup}` })).not.toMatch(/<script|<\/textarea>"/);
  });

  it('show again what was typed, with the error beside the field and tied to it', () => {
    const html = shown({ ...good, name: 'far too long a name', story: '' });
    expect(html).toContain('value="far too long a name"');
    expect(html).toMatch(/<input[^>]*aria-describedby="name-error"[^>]*aria-invalid/);
    expect(html).toContain('id="name-error"');
    expect(html).toMatch(/<input type="radio"[^>]*value="no"[^>]*checked/);
  });

  it('keep a line end at the beginning of a text, which browsers drop', () => {
    expect(shown({ ...good, story: '\nabcdef' })).toContain('>\n\nabcdef</textarea>');
  });

  it('mark what is optional in words and nothing with an asterisk', () => {
    const html = shown(good, 'ko');
    expect(html.match(/\(선택\)/g)).toHaveLength(2);
    expect(html).not.toContain('*');
  });
});

describe('the answers of a page', () => {
  it('are the words of the options, the date in the language, and the text as it is kept', () => {
    const html = renderToString(
      <Answers
        pages={[page]}
        typed={decode(page, form(good))}
        lang="en"
        changeHref={(_, control) => `/pet#${control}`}
      />,
    );
    for (const words of ['29 February 2020', 'Yes, No', 'Not given', '첫째 줄\n둘째 줄', 'href="/pet#born"', '>7<']) {
      expect(html).toContain(words);
    }
  });
});
