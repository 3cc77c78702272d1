import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type TypedPages, typedPagesSchema } from '../forms/answers.ts';
import { keptTyped } from '../forms/kept-typed.ts';
import { type Change, conditionOf, type Database, type Guard } from '../shared/database/database.ts';
import { fromItem, storedObject } from '../shared/database/stored.ts';
import { Conflict } from '../shared/errors.ts';
import { type Instant, instantSchema, toInstant } from '../shared/time.ts';
import type { Application } from './application.ts';

const draftSchema = storedObject({
  typed: typedPagesSchema,
  savedAt: instantSchema,
  /** The version of the round whose consents were on the page. */
  consentsUnder: z.number().int().optional(),
  /** Its revision; not by that name, by which commit knows what has a chain of events. */
  saves: z.number().int().nonnegative().default(0),
  /** At which of them the words of a page last changed, by page. */
  changed: z.record(z.string(), z.number().int()).default({}),
  /** The form that changed them, by page: it may come again, and is not stale by what it has saved itself. */
  forms: z.record(z.string(), z.string()).default({}),
  /** The revision of its application that last changed with it; what is read with it may not be older. */
  beside: z.number().int().optional(),
});

/** What somebody has typed and may not have sent. */
export interface Draft {
  readonly typed: TypedPages;
  readonly savedAt: Instant;
  readonly consentsUnder?: number;
  /** How often it was changed. */
  readonly saves: number;
  readonly changed: Readonly<Record<string, number>>;
  readonly forms: Readonly<Record<string, string>>;
  readonly beside?: number;
}

/** Before anything is saved. */
export const nothingTyped: Draft = { typed: {}, savedAt: toInstant(new Date(0)), saves: 0, changed: {}, forms: {} };

/** A draft with other words. */
export function changedDraft(was: Draft, typed: TypedPages, now: Instant, form = ''): Draft {
  const saves = was.saves + 1;
  const changed = Object.keys(typed).filter((page) => typed[page] !== was.typed[page]);
  return {
    ...was,
    typed,
    savedAt: now,
    saves,
    changed: { ...was.changed, ...Object.fromEntries(changed.map((page) => [page, saves])) },
    forms: { ...was.forms, ...Object.fromEntries(changed.map((page) => [page, form])) },
  };
}

/** Drafts of releases before do not count them. */
const asRead = ({ saves }: Draft): Guard => (saves === 0 ? { absent: 'saves' } : { saves });

/** Saved elsewhere since it was read, or being sent at this moment. */
const firstWas = [ConditionalCheckFailedException, TransactionConflictException];

type Kept = Pick<Application, 'reference' | 'expiresAt'>;

/** The part of the repository of applications that keeps drafts. */
export function draftItems(db: Database, table: string) {
  const itemOf = ({ reference, expiresAt }: Kept, { saves, ...draft }: Draft) => ({
    ...draft,
    typed: keptTyped(draft.typed),
    saves: saves === 0 ? undefined : saves,
    pk: reference,
    sk: 'draft',
    expiresAt,
  });
  /** Of one that is not there: nothing is typed yet. */
  const draftOf = (item: Readonly<Record<string, unknown>> = {}): Draft => {
    const { expiresAt: _, ...found } = item;
    return 'pk' in found ? fromItem(draftSchema, found, table) : nothingTyped;
  };
  return {
    draft: async (reference: string): Promise<Draft> => {
      const Key = { pk: reference, sk: 'draft' };
      const { Item } = await db.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return draftOf(Item);
    },
    draftOf,

    /** With a decision about its application, as it was read. */
    putDraft: (application: Kept & { readonly revision: number | undefined }, next: Draft, was: Draft): Change => ({
      table,
      put: itemOf(application, { ...next, beside: application.revision }),
      guard: asRead(was),
    }),

    /**
     * Keeps what was typed, by itself: the one thing that is written without `commit`, since a draft is no decision and
     * leaves no event (docs/adr/0024).
     * @throws Conflict if it was changed since it was read
     */
    keepDraft: async (application: Kept, next: Draft, was: Draft): Promise<void> => {
      try {
        await db.send(
          new PutCommand({ TableName: table, Item: itemOf(application, next), ...conditionOf(asRead(was)) }),
        );
      } catch (error) {
        if (firstWas.some((kind) => error instanceof kind)) throw new Conflict('somebody was first');
        throw error;
      }
    },
  };
}
