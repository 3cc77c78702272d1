import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { consentsPageId } from '../../../functions/forms/consents.ts';
import { forms } from '../../../functions/forms/round-form.ts';
import { roundSchema } from '../../../functions/rounds/round.ts';
import { check, controlNames, type Field } from '../../../functions/shared/pages/form.ts';

/** What has an address of its own beside the pages of the form. */
const otherPages = [consentsPageId, 'check', 'send', 'later', 'later-sent'];

/** What code reads of every application: who applies, whether twice, and how to reach them. */
const readByCode = ['name', 'birthDate', 'email', 'mobile'];

/** What a choice takes, or each of several. */
const takenSchema = z.object({
  enum: z.array(z.string()).optional(),
  items: z.object({ enum: z.array(z.string()) }).optional(),
});

it('a round may name exactly the forms that there are', () => {
  expect([...roundSchema.shape.form.options].sort()).toEqual([...forms.keys()].sort());
  for (const [id, form] of forms) expect(form.id).toBe(id);
});

describe.each([...forms.values()])(
  'the form $id',
  ({ pages, fields, requiredFields, identifying, affiliations, values }) => {
    const named = pages.flatMap((page) => Object.entries(page.fields).map(([name, field]) => ({ page, name, field })));

    it('has pages and fields under names of their own', () => {
      const ids = pages.map(({ id }) => id);
      expect(ids.filter((id, index) => otherPages.includes(id) || ids.indexOf(id) < index)).toEqual([]);
      expect(fields.filter((name, index) => fields.indexOf(name) < index)).toEqual([]);
      for (const id of ids) expect(id).toMatch(/^[a-z][a-z-]*$/u);
    });

    it('asks what code reads of every application', () => {
      for (const name of readByCode) expect(requiredFields, name).toContain(name);
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
