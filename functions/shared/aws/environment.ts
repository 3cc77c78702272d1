import * as z from 'zod';
import type { Lambda } from './lambda.ts';

/** Names of tables as the environment says them: `REQUESTS_TABLE`. */
export interface TableNames {
  readonly [variable: `${string}_TABLE`]: string;
}

const variableOf = (table: string): `${string}_TABLE` => `${table.toUpperCase()}_TABLE`;

/** The tables that a Lambda is given: those that it is granted, and those of `commit`. */
export const tablesOf = ({
  tables,
  commits,
}: Pick<Lambda, 'tables' | 'commits'>): ReadonlyMap<`${string}_TABLE`, string> =>
  new Map([...Object.keys(tables), ...(commits ? ['audit', 'outbox'] : [])].map((table) => [variableOf(table), table]));

/** What every Lambda with pages reads. */
export const pagesEnvironment = z.object({
  /** Where people see the pages: `https://…`, without a slash at the end. */
  BASE_URL: z.url(),
});
/** What those read too that check links, or sign them. */
export const linksEnvironment = z.object({ ...pagesEnvironment.shape, LINK_KEY_ID: z.string() });
/** What those read that derive the codes with which an address is proved. */
export const codesEnvironment = z.object({ CODE_KEY_ID: z.string() });
export const noEnvironment = z.object({});

/** Beside its own, of every Lambda that logs: whether a fault's message is logged, which may quote what a person typed. */
export const loggingEnvironment = z.object({ SHOW_FAULTS: z.enum(['yes', 'no']).default('no') });
