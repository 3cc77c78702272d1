import * as z from 'zod';
import { type CheckedFile, checkYaml, type Finding } from '../shared/files/check-yaml.ts';
import { type Lang, langs, type Text } from '../shared/i18n.ts';
import { unprintable } from '../shared/pdf/unprintable.ts';

const idSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u);
const wordsSchema = z.string().regex(/\S/u).max(4000);
const textSchema = z.strictObject({ ko: wordsSchema, en: wordsSchema });
const nameSchema = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/u);

/** The text of an agreement as data, with names in braces in the place of what each case says. */
export const templateSchema = z.strictObject({
  kind: z.literal('agreement'),
  id: idSchema,
  version: z.int().positive().describe('Raised with every change of the text.'),
  title: textSchema,
  fields: z
    .record(nameSchema, z.strictObject({ label: textSchema }))
    .describe('What each case says, by the name that stands in braces in the text.'),
  signers: z
    .array(z.strictObject({ id: idSchema, title: textSchema.describe('As what they sign.') }))
    .min(1)
    .max(4)
    .describe('In the order in which they sign.'),
  signingDays: z
    .int()
    .min(1)
    .max(30)
    .default(5)
    .describe('Business days that whoever signs after somebody else has at least, whenever that was.'),
  parts: z
    .array(z.strictObject({ heading: textSchema, paragraphs: z.array(textSchema).min(1).max(30) }))
    .min(1)
    .max(60),
});
export type AgreementTemplate = z.output<typeof templateSchema>;

/** Reads the text of an agreement from a file. */
export const checkTemplate = (yaml: string): CheckedFile<AgreementTemplate> =>
  checkYaml(yaml, templateSchema, 'an agreement', contradictions);

/** The JSON schema by which editors check and complete such files. */
export const templateJsonSchema = () => z.toJSONSchema(templateSchema, { io: 'input' });

const inBraces = /\{([^{}]*)\}/gu;
const namesIn = (words: string): string[] => [...words.matchAll(inBraces)].map(([, name = '']) => name);

function contradictions(template: AgreementTemplate): Finding[] {
  const texts = template.parts.flatMap(({ heading, paragraphs }, part) => [
    { text: heading, path: ['parts', part, 'heading'] },
    ...paragraphs.map((text, index) => ({ text, path: ['parts', part, 'paragraphs', index] })),
  ]);
  const unknown = texts.flatMap(({ text, path }) =>
    langs.flatMap((lang) =>
      namesIn(text[lang])
        .filter((name) => !Object.hasOwn(template.fields, name))
        .map((name) => ({ path: [...path, lang], reason: `names {${name}}, which is none of the fields` })),
    ),
  );
  const differing = texts
    .filter(({ text }) => setOf(text.ko) !== setOf(text.en))
    .map(({ path }) => ({ path, reason: 'names other fields in Korean than in English' }));
  const used = new Set(texts.flatMap(({ text }) => namesIn(text.ko)));
  const unused = Object.keys(template.fields)
    .filter((name) => !used.has(name))
    .map((name) => ({ path: ['fields', name], reason: 'stands nowhere in the text' }));
  const ids = template.signers.map(({ id }) => id);
  const twice = ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ path: ['signers', index, 'id'], reason: 'is the id of another signer' }],
  );
  const printed = [
    { text: template.title, path: ['title'] },
    ...template.signers.map(({ title }, index) => ({ text: title, path: ['signers', index, 'title'] })),
    ...texts,
  ];
  return [
    ...unknown,
    ...differing,
    ...unused,
    ...twice,
    ...printed.flatMap(({ text, path }) => unprintable(text, path)),
  ];
}

const setOf = (words: string): string => [...new Set(namesIn(words))].sort().join(' ');

/** A part of an agreement with all that a case says in it. */
export interface FilledPart {
  readonly heading: Text;
  readonly paragraphs: readonly Text[];
}

/** The text with the values of a case, or the names of those that it does not say. */
export function filled(
  { fields, parts }: Pick<AgreementTemplate, 'fields' | 'parts'>,
  values: Readonly<Record<string, Text>>,
): { readonly parts: readonly FilledPart[] } | { readonly missing: readonly string[] } {
  const missing = Object.keys(fields).filter((name) => langs.some((lang) => !values[name]?.[lang].trim()));
  if (missing.length > 0) return { missing };
  const words = (text: Text, lang: Lang): string =>
    text[lang].replaceAll(inBraces, (_, name: string) => values[name]?.[lang] ?? '');
  const fill = (text: Text): Text => ({ ko: words(text, 'ko'), en: words(text, 'en') });
  return {
    parts: parts.map(({ heading, paragraphs }) => ({ heading: fill(heading), paragraphs: paragraphs.map(fill) })),
  };
}
