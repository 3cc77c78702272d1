import * as z from 'zod';
import { monthSchema } from '../claim-rules/claim.ts';
import { namedRun, runParts } from '../runs/run.ts';
import { runIndexOf } from '../runs/run-index.ts';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import { type Instant, instantSchema, localDateSchema } from '../shared/time.ts';
import { wonSchema } from './payable-claim.ts';

export const batchStates = [
  /** Claims are being taken, a few at a time. */
  'GATHERING',
  /** Its claims, sums and rows stand; no file was made of it. */
  'FROZEN',
  /** The bank's file was made, and may be with the bank. */
  'MADE',
  /** What the bank says is stored, and its claims are being told. */
  'SETTLING',
  'SETTLED',
  /** Nothing of it is paid: its claims are being given back. */
  'DISSOLVING',
  'DISSOLVED',
] as const;
export type BatchState = (typeof batchStates)[number];

export const batchLifecycle = lifecycle('Batches of payments', batchStates, {
  freeze: { GATHERING: 'FROZEN' },
  make: { FROZEN: 'MADE' },
  confirm: { MADE: 'SETTLING' },
  settle: { SETTLING: 'SETTLED' },
  dissolve: { GATHERING: 'DISSOLVING', FROZEN: 'DISSOLVING', MADE: 'DISSOLVING' },
  'give back': { DISSOLVING: 'DISSOLVED' },
});
export type BatchMove = MoveOf<typeof batchLifecycle>;

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** Control totals: what every list of the batch has to come to. */
export const totalsSchema = storedObject({
  claims: count,
  transfers: count,
  gross: wonSchema,
  incomeTax: wonSchema,
  localTax: wonSchema,
  net: wonSchema,
});
export type Totals = z.output<typeof totalsSchema>;

/** The one item by which a batch is what it is; its claims and rows stand in pages. Ids only. */
export const batchSchema = storedObject({
  id: z.string(),
  /** The month of its number: `2027-03`. Claims of earlier months may be in it. */
  month: monthSchema,
  state: z.enum(batchStates),
  revision: z.number().int().positive(),
  ...audited,
  ...runParts,
  /** 0 of a batch that was made before batches had runs. */
  run: count.default(0),
  startedBy: z.string(),
  startedAt: instantSchema,
  /** The profile by which it is written and read, which is kept with it. */
  profile: z.string(),
  /** The version of it that a second person of finance had confirmed. */
  profileVersion: z.number().int().positive().optional(),
  /** The day by whose rules the taxes of its claims were calculated. */
  payOn: localDateSchema,
  /** The claims that alone may be in it; none: all that are approved. */
  only: z.array(z.string()).optional(),
  /** Pages of claims that it has taken. */
  pages: count,
  /** Everybody who agreed to one of its claims, or on whose behalf somebody did. */
  approvers: z.array(z.string()),
  frozen: storedObject({
    hash: hashSchema,
    totals: totalsSchema,
    /** Of the profile as it is kept with the batch. */
    profile: hashSchema.optional(),
    /** How many accounts are paid to, and the hash of what the bank's file has of them. */
    accounts: storedObject({ count, hash: hashSchema }).optional(),
    at: instantSchema,
  }).optional(),
  file: storedObject({
    hash: hashSchema,
    /** As the audit knows them. */
    by: z.string(),
    /** The id of the same, whether at a desk or on the command line. */
    person: z.string().optional(),
    at: instantSchema,
  }).optional(),
  result: storedObject({
    /** Of what the bank says of every row. */
    hash: hashSchema,
    paidOn: localDateSchema,
    by: z.string(),
    at: instantSchema,
    paid: totalsSchema,
    returned: totalsSchema,
  }).optional(),
  dissolved: storedObject({ by: z.string(), reason: z.string(), at: instantSchema }).optional(),
  /** Pages whose claims were told, while it settles or dissolves. */
  done: count.default(0),
});
export type Batch = z.output<typeof batchSchema>;

/** `pay-2703-1`: the first batch of March 2027. */
export const batchId = (month: string, number: number): string => `pay-${month.slice(2).replace('-', '')}-${number}`;

export const isBatchId = (id: string): boolean => /^pay-\d{4}-\d{1,2}$/u.test(id);

/** How many batches a month may have: their rows have two digits for it. */
export const mostInMonth = 99;

export const numberOf = ({ id }: Pick<Batch, 'id'>): number => Number(id.split('-').at(-1));

/** Whether its state wants a run under way. */
export const batchInRun = ({ state }: Pick<Batch, 'state'>): boolean => state !== 'SETTLED' && state !== 'DISSOLVED';

const indexed = (next: Batch): Batch => ({
  ...next,
  needsRun: runIndexOf(next.id, { stuck: next.stuck, inRun: batchInRun(next) }),
});

export const newBatch = (
  given: Pick<Batch, 'id' | 'month' | 'payOn' | 'profile' | 'profileVersion' | 'startedBy' | 'only'>,
  now: Instant,
): Batch =>
  indexed({
    ...given,
    state: 'GATHERING',
    revision: 1,
    run: 1,
    changedAt: now,
    startedAt: now,
    pages: 0,
    approvers: [],
    done: 0,
  });

/** The next revision, by a move of the lifecycle or, without one, in the same state. */
export function changedBatch(was: Batch, now: Instant, change: Partial<Batch>, move?: BatchMove): Batch {
  const state = batchLifecycle.moved(was.state, move);
  const named = namedRun(was.id, was, change);
  return indexed({ ...was, ...named, ...change, state, revision: was.revision + 1, changedAt: now });
}
