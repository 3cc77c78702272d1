import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { TableVariable } from '../../functions/app/names-of-tables.ts';
import { wire } from '../../functions/app/wiring.ts';
import { forms } from '../../functions/forms/round-form.ts';
import { outboxTable } from '../../functions/outbox/outbox-table.ts';
import { loadRound } from '../../functions/rounds/load-round.ts';
import type { Round, RoundDraft, WrittenDraft } from '../../functions/rounds/round.ts';
import { systemClock } from '../../functions/shared/aws/service.ts';
import type { Database } from '../../functions/shared/database/database.ts';
import { addMinutes, type Instant } from '../../functions/shared/time.ts';
import type { Cloud } from '../../local/cloud.ts';
import { eventually } from './eventually.ts';
import { academyDraft } from './rounds/academy-draft.ts';

/** What tests read and store behind the pages, wherever the tables are. */
export function openTables(
  db: Database,
  tables: Readonly<Record<TableVariable, string>>,
  now: () => Instant = systemClock,
) {
  const deps = wire(tables, db);

  /** A whole table, which grows with all that was ever done: only for a cloud of a test's own. */
  const scan = async (table: TableVariable) => {
    const items: Record<string, unknown>[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await db.send(
        new ScanCommand({ TableName: tables[table], ConsistentRead: true, ExclusiveStartKey: from }),
      );
      items.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from);
    return items;
  };

  const application = async (reference: string) => {
    const found = await deps.applications.get(reference);
    if (!found) throw new Error(`there is no application ${reference}`);
    return found;
  };

  return {
    ...deps,
    db,
    tables,
    now,
    scan,
    application,
    outbox: outboxTable(db, tables.OUTBOX_TABLE),
    untilState: (reference: string, ...states: string[]) =>
      eventually(`${reference} is ${states.join(' or ')}`, async () => {
        const found = await application(reference);
        return states.includes(found.state) ? found : undefined;
      }),

    /**
     * A round that is open now, or as the change says; each under an id of its own. Without its admission, which starts
     * a run, unless a test is about that.
     */
    round: async (
      change: Partial<RoundDraft> = {},
      { admission: admitting }: { readonly admission: boolean } = { admission: false },
    ): Promise<Round> => {
      rounds += 1;
      const { admission, ...usual } = academyDraft();
      const draft: WrittenDraft = {
        ...usual,
        ...(admitting && { admission }),
        id: `test-${process.pid}-${rounds}`,
        opensAt: addMinutes(now(), -60 * 24),
        closesAt: addMinutes(now(), 60 * 24 * 30),
        ...change,
      };
      await loadRound(
        deps,
        draft,
        {
          by: 'operator:test',
          force: { reason: 'test' },
          requiredFieldsOf: (form) => forms.get(form)?.requiredFields ?? [],
        },
        now(),
      );
      const round = await deps.rounds.current(draft.id);
      if (!round) throw new Error('the round was not loaded');
      return round;
    },
  };
}

/** What is stored, and what tests do with it. */
export type Stored = ReturnType<typeof openTables>;

let rounds = 0;

/**
 * The academy as people meet it, by pages and mails, and its tables: on the deployed local cloud, or in this process
 * (memory-academy.ts).
 */
export interface Academy extends Stored {
  /** Where the pages are. */
  readonly baseUrl: string;
  readonly cloud: Pick<Cloud, 'messagesAfter'>;
  /** The items of a table that were written since the test file began, as they are now. */
  readonly written: (table: TableVariable) => Promise<Record<string, unknown>[]>;
  /** How many items were written since the test file began. */
  readonly writes: () => number;
  /** What the clock does at a moment. */
  readonly chaseAt: (at: Instant) => Promise<unknown>;
}
