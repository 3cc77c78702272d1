import * as z from 'zod';
import { storedObject } from './stored.ts';

/** Where a chain of audit events ends: what the next event of an entity builds on, kept with the entity. */
export const chainHeadSchema = storedObject({ number: z.number().int().positive(), hash: z.string() });
export type ChainHead = z.infer<typeof chainHeadSchema>;

/**
 * For the schema of every entity with revisions: the event of its present revision. Written by `commit` alone; read and
 * saved with the rest, so that the next commit need not look the event up.
 */
export const audited = { audited: chainHeadSchema.optional() };
