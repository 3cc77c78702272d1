import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { consentFacts, consentsPage, consentsPageId } from '../../../functions/forms/consents.ts';
import { forms, pagesOf, pagesToRead } from '../../../functions/forms/round-form.ts';
import { renewalForm } from '../../../functions/rounds/renews.ts';
import { roundSchema } from '../../../functions/rounds/round.ts';
import { langs } from '../../../functions/shared/i18n.ts';
import { Fields } from '../../../functions/shared/pages/fields.tsx';
import { check, controlNames, type Field } from '../../../functions/shared/pages/form.ts';
import { optional, required } from '../../../functions/shared/pages/form-texts.ts';
import { wordsOf } from '../../support/visitor.ts';
import { academyRound } from '../rounds/academy.ts';

/** What has an address of its own beside the pages of the form. */
const otherPages = [consentsPageId, 'check', 'send', 'later', 'later-sent'];

/** What code reads of every application: who applies, whether twice, and how to reach them. */
const readByCode = ['name', 'email', 'mobile'];
/** The forms that need no date of birth to know whether somebody applies twice: who may apply is known without. */
const knowsWho: readonly string[] = [renewalForm];

/** What a choice takes, or each of several. */
const takenSchema = z.object({
  enum: z.array(z.string()).optional(),
  items: z.object({ enum: z.array(z.string()) }).optional(),
});

it('a round may name exactly the forms that there are', () => {
  expect([...roundSchema.shape.form.options].sort()).toEqual([...forms.keys()].sort());
  for (const [id, form] of forms) expect(form.id).toBe(id);
});

it('a round asks for its consents before anything else, and shows them after the answers', () => {
  const round = academyRound();
  const filled = pagesOf(round).map(({ id }) => id);
  expect(filled[0]).toBe(consentsPageId);
  expect(filled.slice(1)).toEqual(forms.get(round.form)?.pages.map(({ id }) => id));
  expect(pagesToRead(round).map(({ id }) => id)).toEqual([...filled.slice(1), consentsPageId]);
});

it.each(langs)('a consent says in %s whether it has to be given, in the words of the law', (lang) => {
  const { consents } = academyRound();
  const parts = renderToString(<Fields page={consentsPage(consents)} typed={{}} lang={lang} />).split('<section');
  expect(new Set(consents.map((consent) => consent.required)).size).toBe(2);
  for (const [index, consent] of consents.entries()) {
    const one = parts[index + 1] ?? '';
    expect(wordsOf(one), consent.id).toContain(consent.title[lang]);
    // Beside the title, and beside the box.
    const [mark, other] = consent.required ? [required, optional] : [optional, required];
    expect([one.split(mark[lang]).length - 1, one.includes(other[lang])], consent.id).toEqual([2, false]);
  }
  const terms = consents.flatMap((consent) => consentFacts(consent).map(({ term }) => term.ko));
  for (const term of ['수집·이용 목적', '제공받는 자', '제공받는 자의 보유·이용 기간', '동의를 거부할 권리와 불이익']) {
    expect(terms).toContain(term);
  }
});

it.each(langs)('every consent to give data away names in %s who gets it', (lang) => {
  const { consents, admission } = academyRound();
  const given = [...consents, ...(admission?.offer.consents ?? [])].flatMap(({ recipient }) => recipient ?? []);
  expect(given).toHaveLength(2);
  const names = { ko: ['가온은행', '한결데이터연구원'], en: ['Gaon Bank', 'Hangyeol Data Institute'] }[lang];
  for (const recipient of given) {
    for (const name of names) expect(recipient[lang]).toContain(name);
    expect(recipient[lang].slice(recipient[lang].indexOf('(')).split(/, | and /u)).toHaveLength(6);
  }
});

describe.each([...forms.values()])(
  'the form $id',
  ({ id, pages, fields, requiredFields, identifying, affiliations, values }) => {
    const named = pages.flatMap((page) => Object.entries(page.fields).map(([name, field]) => ({ page, name, field })));

    it('has pages and fields under names of their own', () => {
      const ids = pages.map(({ id }) => id);
      expect(ids.filter((id, index) => otherPages.includes(id) || ids.indexOf(id) < index)).toEqual([]);
      expect(fields.filter((name, index) => fields.indexOf(name) < index)).toEqual([]);
      for (const id of ids) expect(id).toMatch(/^[a-z][a-z-]*$/u);
    });

    it('asks what code reads of every application', () => {
      for (const name of readByCode) expect(requiredFields, name).toContain(name);
      expect(requiredFields.includes('birthDate')).toBe(!knowsWho.includes(id));
    });

    it('offers exactly the options that its schemas take, each once', () => {
      for (const { page, name, field } of named.filter(({ field: { options } }) => options)) {
        const offered = values[name] ?? [];
        const isTaken = (value: string) => {
          const result = check(page, { [name]: [value] }, 'ko');
          return result.ok || result.errors.every((error) => error.field !== name);
        };
        const json = z.toJSONSchema(field.schema, { io: 'input', unrepresentable: 'any' });
        const { enum: one, items } = takenSchema.parse(json);
        // What is no plain choice says only by trying what it takes.
        const listed = one ?? items?.enum ?? offered;
        expect(listed.toSorted(), name).toEqual(offered.toSorted());
        expect(
          offered.filter((value) => !isTaken(value)),
          name,
        ).toEqual([]);
        expect(isTaken('nobody-offers-this'), name).toBe(false);
      }
    });

    it('wants every field but those that are optional', () => {
      for (const page of pages) {
        const result = check(page, {}, 'ko');
        const wanted = Object.keys(page.fields).filter((name) => requiredFields.includes(name));
        expect(result.ok ? [] : result.errors.map((error) => error.field)).toEqual(wanted);
      }
    });

    it.each(langs)('marks in %s each question that may stay blank, and no other', (lang) => {
      const questions = pages.flatMap(({ fields, ...page }) =>
        Object.entries(fields).map(([name, field]) => ({
          name,
          field,
          // Asked whatever else is answered.
          html: renderToString(
            <Fields page={{ ...page, fields: { [name]: { ...field, askedIf: undefined } } }} typed={{}} lang={lang} />,
          ),
        })),
      );
      expect(questions.some(({ field }) => field.optional)).toBe(true);
      for (const { name, field, html } of questions) {
        expect(wordsOf(html), name).toContain(field.label[lang]);
        expect([html.split(optional[lang]).length - 1, html.includes(required[lang])], name).toEqual([
          // What is asked because of another answer has to be answered.
          field.optional && !field.askedIf ? 1 : 0,
          false,
        ]);
      }
    });

    it('has words in both languages for each page, field and option', () => {
      const texts = [
        ...pages.map(({ title }) => title),
        ...named.flatMap(({ field }: { readonly field: Field }) => [
          field.label,
          ...(field.hint ? [field.hint] : []),
          ...(field.options ?? []).map(({ label }) => label),
        ]),
      ];
      for (const { ko, en } of texts) {
        expect(ko).toMatch(/\p{Script=Hangul}/u);
        expect(en).toMatch(/^[^\p{Script=Hangul}]+$/u);
      }
    });

    it('says of each field what it is asked for, in both languages', () => {
      for (const { name, field } of named) {
        expect(field.data.purpose.ko, name).toMatch(/\p{Script=Hangul}/u);
        expect(field.data.purpose.en, name).toMatch(/^To /u);
      }
    });

    it('knows which fields tell who a person is, those that name where they belong among them', () => {
      expect(identifying).toEqual(expect.arrayContaining([...readByCode, ...affiliations]));
      for (const name of identifying) expect(fields).toContain(name);
    });

    it('has a control of its own for each that a browser sends', () => {
      const controls = named.flatMap(({ name, field }) => controlNames(name, field));
      expect(new Set(controls).size).toBe(controls.length);
    });
  },
);
