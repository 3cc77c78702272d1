import * as z from 'zod';
import type { AwsCall } from '../../local/gate/call.ts';
import type { Gate } from '../../local/gate/gate.ts';
import { tableShapes } from './memory/memory-tables.ts';
import type { TableKey, Tables } from './table-keys.ts';

/*
 * What passed the gate since the present test file began: which items were written, which requests were opened, on whose
 * requests the clock acted, and what went wrong. So that nothing has to be looked for in whole tables.
 */

/** The key of one item, as `lib-dynamodb` takes it. */
export type ItemKey = Readonly<Record<string, string | number>>;

export interface StuckRun {
  readonly machine: string;
  readonly run: string;
  readonly error: string;
}

export interface GateLog {
  /** A test file begins: what was before is forgotten. */
  fileBegins(): void;
  /** A test begins: faults are not expected any more, and those of earlier tests are none of its own. */
  testBegins(): void;
  /** How many items functions wrote. */
  writes(): number;
  /** What was written until now is put away. */
  putAway(): void;
  /** How many items functions wrote since, between two files: by a step that was under way when its run was stopped. */
  lateWrites(): number;
  /** When a function wrote last (Unix ms). */
  lastWriteAt(): number;
  /** The keys of all items of a table that were written, also of those that were removed again. */
  keysOf(table: TableKey): ItemKey[];
  /** The keys of items of a table that were not there before. */
  createdIn(table: TableKey): ItemKey[];
  /** Requests on which the clock acted though they were not opened since the file began. */
  chasedOfOthers(): string[];
  /** Runs that are to fail in this test: their faults end no wait. */
  expectFaults(): void;
  faultsAreExpected(): boolean;
  /** What the gate refused since the test began. */
  refusals(): string[];
  /** Runs about what this test or its file made that were marked as stuck since the test began. */
  stuckRuns(): StuckRun[];
}

/** The names of the key of a table, by its variable in the environment. */
const keyNames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(tableShapes).map(([name, { keys }]) => [`${name.toUpperCase()}_TABLE`, keys]),
);
const keyNamesOf = (table: string): readonly string[] => keyNames.get(table) ?? [];
/** The key of an item as `lib-dynamodb` gave it. */
export const keyOf = (table: TableKey, item: Readonly<Record<string, unknown>>): ItemKey =>
  Object.fromEntries(keyNamesOf(table).map((name) => [name, plainKey.parse(item[name])]));
const plainKey = z.union([z.string(), z.number()]);

const attributes = z.record(z.string(), z.unknown());
const written = z.object({
  TableName: z.string(),
  Item: attributes.optional(),
  Key: attributes.optional(),
  ConditionExpression: z.string().optional(),
});
type Written = z.infer<typeof written>;
const transaction = z.object({
  TransactItems: z.array(z.object({ Put: written.optional(), Delete: written.optional(), Update: written.optional() })),
});
const scalar = z.union([
  z.object({ S: z.string() }).transform(({ S }) => S),
  z.object({ N: z.coerce.number() }).transform(({ N }) => N),
]);
const text = z.object({ S: z.string() });
const stuckEvent = z.object({
  type: z.object({ S: z.literal('RunStuck') }),
  subject: text,
  data: z.object({ M: z.object({ machine: text, run: text, error: text }) }),
});

/** The items that a call writes, if it writes any. */
function writesOf({ service, operation, input }: AwsCall): readonly Written[] {
  if (service !== 'dynamodb') return [];
  if (operation === 'TransactWriteItems') {
    const parsed = transaction.safeParse(input);
    return parsed.success
      ? parsed.data.TransactItems.flatMap(({ Put, Delete, Update }) => Put ?? Delete ?? Update ?? [])
      : [];
  }
  if (!['PutItem', 'UpdateItem', 'DeleteItem'].includes(operation)) return [];
  const parsed = written.safeParse(input);
  return parsed.success ? [parsed.data] : [];
}

/** The key in an item as it is on the wire; nothing if it is no key, which DynamoDB refuses by itself. */
function wireKey(table: string, from: Readonly<Record<string, unknown>>): ItemKey | undefined {
  const parts = keyNamesOf(table).map((name) => [name, scalar.safeParse(from[name]).data] as const);
  const whole = parts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return whole.length === parts.length ? Object.fromEntries(whole) : undefined;
}

/** Whether a test makes a run fail by this call of its own. */
const makesAFault = ({ functionName, service, operation, input }: AwsCall): boolean =>
  functionName === undefined &&
  ((service === 'states' && operation === 'SendTaskFailure') || (service === 'lambda' && input.step === 'mark-stuck'));

/** Begins to note what passes the gate of a stage. */
export function openGateLog(
  gate: Pick<Gate, 'onCall' | 'onRefusal'>,
  stage: { readonly tables: Tables; readonly named: (name: string) => string },
): GateLog {
  const tableOf = new Map(Object.entries(stage.tables).map(([variable, name]) => [name, variable]));
  const clock = stage.named('requests-chase');
  let keys = new Map<string, Map<string, ItemKey>>();
  let created = new Map<string, Map<string, ItemKey>>();
  let opened = new Set<string>();
  let chased = new Set<string>();
  /** In which test of the file a subject was made: 0 before the first. */
  let made = new Map<string, number>();
  let test = 0;
  let count = 0;
  let countPutAway = 0;
  let writtenAt = 0;
  let expected = false;
  let refused: string[] = [];
  let stuck: StuckRun[] = [];

  const keep = (into: Map<string, Map<string, ItemKey>>, table: string, key: ItemKey): void => {
    const known = into.get(table) ?? new Map<string, ItemKey>();
    known.set(JSON.stringify(key), key);
    into.set(table, known);
  };

  const noteEvent = (call: AwsCall, key: ItemKey, item: Written['Item']): void => {
    if (key.number === 1) made.set(String(key.subject), test);
    const event = call.functionName === undefined ? undefined : stuckEvent.safeParse(item);
    if (!event?.success) return;
    const { machine, run, error } = event.data.data.M;
    const since = made.get(event.data.subject.S);
    if (since === 0 || since === test) stuck.push({ machine: machine.S, run: run.S, error: error.S });
  };

  const noteRequest = (call: AwsCall, { pk = '' }: ItemKey, item: Written['Item']): void => {
    const id = String(pk);
    const asked = text.safeParse(item?.request);
    if (id.startsWith('ask#') && asked.success) opened.add(asked.data.S);
    else if (!id.includes('#') && call.functionName === clock && !opened.has(id)) chased.add(id);
  };

  const note = (call: AwsCall): void => {
    if (makesAFault(call)) expected = true;
    const items = writesOf(call);
    if (call.functionName !== undefined && items.length > 0) {
      count += items.length;
      writtenAt = Date.now();
    }
    for (const { TableName, Item, Key, ConditionExpression = '' } of items) {
      const table = tableOf.get(TableName);
      if (!table) continue;
      const key = wireKey(table, Item ?? Key ?? {});
      if (!key) continue;
      keep(keys, table, key);
      if (ConditionExpression.startsWith('attribute_not_exists')) keep(created, table, key);
      if (table === 'AUDIT_TABLE') noteEvent(call, key, Item);
      if (table === 'REQUESTS_TABLE') noteRequest(call, key, Item);
    }
  };
  gate.onCall(note);
  gate.onRefusal((what) => refused.push(what));

  const testBegins = (): void => {
    test += 1;
    expected = false;
    refused = [];
    stuck = [];
  };
  return {
    testBegins,
    fileBegins: () => {
      keys = new Map();
      created = new Map();
      opened = new Set();
      chased = new Set();
      made = new Map();
      testBegins();
      test = 0;
    },
    writes: () => count,
    putAway: () => {
      countPutAway = count;
    },
    lateWrites: () => count - countPutAway,
    lastWriteAt: () => writtenAt,
    keysOf: (table) => [...(keys.get(table)?.values() ?? [])],
    createdIn: (table) => [...(created.get(table)?.values() ?? [])],
    chasedOfOthers: () => [...chased],
    expectFaults: () => {
      expected = true;
    },
    faultsAreExpected: () => expected,
    refusals: () => [...refused],
    stuckRuns: () => [...stuck],
  };
}
