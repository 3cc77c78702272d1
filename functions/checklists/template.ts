import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import { type CheckedFile, checkYaml, type Finding } from '../shared/files/check-yaml.ts';
import { shaped } from '../shared/text/shaped.ts';
import { instantSchema } from '../shared/time.ts';
import { mostDoers, mostItems } from './checklist.ts';
import { evidences, itemIdPattern } from './item.ts';

const words = z.string().regex(/\S/);
const textSchema = z
  .strictObject({ ko: words, en: words })
  .meta({ id: 'Text', description: 'The same words in Korean and in English.' });
const idSchema = shaped(itemIdPattern, 'access-cards');
/** Stands in the ids of lists (`listIn`). */
const nameSchema = shaped(/^[a-z](?:-?[a-z0-9]){0,19}$/u, 'services');
const days = z.int().min(0).max(120);

/** When an item is due, in business days before or after the day of the list; 0 is that day. */
const dueSchema = z.union([
  z.strictObject({ before: days.describe('Business days before the day of the list.') }),
  z.strictObject({ after: days.describe('Business days after the day of the list.') }),
]);
export type DueRule = z.infer<typeof dueSchema>;

const itemSchema = z.strictObject({
  id: idSchema,
  kind: idSchema.describe('What sort of thing it is: what takes its place has the same.'),
  label: textSchema,
  hint: textSchema.optional().describe('What whoever does it has to know.'),
  doer: idSchema.describe('Who does it: one of the doers.'),
  required: z.boolean(),
  due: dueSchema,
  evidence: z.enum(evidences).describe('What shows that it is done: a remark that may stay empty, words, a document.'),
  amount: z.int().positive().optional().describe('Won, told with the item; nothing is booked.'),
});

export const templateSchema = z.strictObject({
  kind: z.literal('checklist'),
  id: nameSchema.describe('The name of the list among those of its owner.'),
  title: textSchema,
  example: z.boolean().describe('Items and amounts are examples that nobody has confirmed.'),
  doers: z
    .record(
      idSchema,
      z.strictObject({
        title: textSchema,
        by: z
          .enum(['staff', 'party'])
          .describe('Somebody of the staff, named when the list begins; or whoever the list is for, by a mailed link.'),
      }),
    )
    .refine((doers) => Object.keys(doers).length <= mostDoers, `should have at most ${mostDoers} entries`),
  items: z.array(itemSchema).min(1).max(mostItems),
});
export type Template = z.infer<typeof templateSchema>;

/** A template as it was loaded. */
export const storedTemplateSchema = storedObject({
  id: z.string(),
  version: z.number().int().positive(),
  template: templateSchema,
  loadedBy: z.string(),
  loadedAt: instantSchema,
});
export type StoredTemplate = z.infer<typeof storedTemplateSchema>;

/** The JSON schema by which editors check and complete `rules/checklists/*.yaml`. */
export const templateJsonSchema = () => z.toJSONSchema(templateSchema, { io: 'input' });

/** What its schema cannot say: every item has a doer, and a name of its own. */
function contradictions({ doers, items }: Template): Finding[] {
  const ids = new Set<string>();
  return items.flatMap(({ id, doer }, index): Finding[] => {
    const isTwice = ids.has(id);
    ids.add(id);
    return [
      ...(isTwice ? [{ path: ['items', index, 'id'], reason: `is ${id}, as another item has it` }] : []),
      ...(Object.hasOwn(doers, doer)
        ? []
        : [{ path: ['items', index, 'doer'], reason: `is ${doer}, and no such doer is listed` }]),
    ];
  });
}

/** Reads the template of a checklist. */
export const checkTemplate = (yaml: string): CheckedFile<Template> =>
  checkYaml(yaml, templateSchema, 'a checklist', contradictions);
