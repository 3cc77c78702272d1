import * as z from 'zod';

/** The environment of a Lambda, checked when its worker starts: the same schema types the CDK props. */
export const readEnvironment = <Shape extends z.ZodObject>(schema: Shape): z.infer<Shape> => schema.parse(process.env);

/** Names of the tables that `commit` always writes. */
export const commitTables = { AUDIT_TABLE: z.string(), OUTBOX_TABLE: z.string() };
