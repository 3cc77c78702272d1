import * as z from 'zod';

/**
 * An object as it is stored, or a part of one. Keys that this code does not know survive reading and saving: what newer
 * code wrote is still there after it was rolled back. They are no part of the type, so that nothing uses them.
 */
export const storedObject = <Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape> =>
  z.looseObject(shape);

/** What a stored item is, without the keys of its table. */
export const fromItem = <Schema extends z.ZodType>(
  schema: Schema,
  { pk: _partition, sk: _sort, ...item }: Readonly<Record<string, unknown>>,
): z.output<Schema> => schema.parse(item);

/** What newer code wrote of something that is stored anew from a file. */
export const unknownKeys = (schema: z.ZodObject, was: object): object =>
  Object.fromEntries(Object.entries(was).filter(([key]) => !(key in schema.shape)));

/** Without what newer code wrote: to be erased, it cannot be told from personal data. */
export const onlyKnown = <Shape extends z.core.$ZodLooseShape>(
  schema: z.ZodObject<Shape>,
  entity: object,
): z.output<z.ZodObject<Shape>> => schema.strip().parse(entity);
