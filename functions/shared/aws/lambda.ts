import type * as z from 'zod';
import type { MachineName } from '../names.ts';

/** What a role may do with a table, and the indexes that it may query: no Scan, and BatchGet or PartiQL neither. */
export type TableGrant =
  | 'GetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | `index/${string}`;

export type Permission =
  | 'verify links'
  | 'sign links'
  | 'derive codes'
  | 'send mail'
  | 'wake the sweep'
  | 'start and resume runs'
  | 'look at runs'
  | 'sign manifests'
  | 'give out documents'
  | 'show documents'
  | 'keep documents'
  | 'scan documents';

/**
 * A Lambda as its capability brings it: what it reads, the least that it may do, and what calls it. Infra deploys it
 * like this, so that nothing here may import a page.
 */
export interface Lambda {
  readonly description: string;
  /** What its entry reads beside the names of its tables. */
  readonly environment: z.ZodObject<Readonly<Record<string, z.ZodType<string>>>>;
  /** A table that has to be there only for what another capability does is granted by that one. */
  readonly tables: Readonly<Record<string, readonly TableGrant[]>>;
  /** What `commit` may write beside the entities: from who erases, nothing leaves. */
  readonly commits?: 'audit and outbox' | 'audit';
  readonly may?: readonly Permission[];
  /** Paths of the HTTP API that it answers; `$default` is all that nobody else does. */
  readonly routes?: readonly string[];
  /** State machines of which only definitions of the last year name it: their runs may still call it. */
  readonly stillCalledBy?: readonly MachineName[];
  /** Called by the clock, every five minutes. */
  readonly onTheClock?: boolean;
  /** Called by the clock once, at two in the morning in Seoul. */
  readonly everyNight?: boolean;
  /** In the place of a service that the local cloud does not have: deployed there alone. */
  readonly onlyLocal?: boolean;
  /** Whether its pages show people's data to the staff, so that its log has the records of access. */
  readonly showsToStaff?: boolean;
  readonly seconds?: number;
  readonly memory?: number;
}

/** What a Lambda of another capability may do with what is brought here: app/ hands it over. */
export type Granted = Pick<Lambda, 'tables'>;

/** The Lambdas of a capability by the names of their entries: `seats-pages`; and what those of others are granted. */
export type Lambdas = Readonly<Record<string, Lambda | Granted>>;
