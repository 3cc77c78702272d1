import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { wire } from '../../../functions/app/wiring.ts';
import type { BankProfile } from '../../../functions/bank-files/bank-profile.ts';
import type { BankProfiles, ProfileInForce } from '../../../functions/bank-files/bank-profile-kind.ts';
import type { ClaimsToPay, Dependencies, PayeesToPay } from '../../../functions/payments/dependencies.ts';
import { type PayableClaim, payableClaimSchema } from '../../../functions/payments/payable-claim.ts';
import type { Commit } from '../../../functions/shared/database/commit.ts';
import type { Change } from '../../../functions/shared/database/database.ts';
import { Conflict } from '../../../functions/shared/errors.ts';
import { type Instant, instantSchema, type LocalDate, localDateSchema } from '../../../functions/shared/time.ts';
import type { Dependencies as TaxDependencies } from '../../../functions/tax-month/dependencies.ts';
import { plainItem } from '../memory/memory-attributes.ts';
import { memoryDatabase, memoryTables } from '../memory/memory-database.ts';
import { profileOf } from './profiles.ts';

const table = memoryTables.PAYMENTS_TABLE;

const claimItemSchema = z.object({
  pk: z.string(),
  claim: payableClaimSchema,
  state: z.enum(['APPROVED', 'IN_BATCH', 'PAID']),
  held: z.boolean(),
  /** The first day on which its taxes are others. */
  otherTaxesFrom: localDateSchema.optional(),
  batch: z.string().optional(),
  /** How often it was told that it is paid. */
  paid: z.number(),
  count: z.number(),
});
export type ClaimItem = z.output<typeof claimItemSchema>;

const payeeItemSchema = z.object({
  pk: z.string(),
  name: z.string(),
  email: z.string().optional(),
  /** Every version that was entered. The last is used, unless the bank has returned it. */
  accounts: z.array(z.object({ bank: z.string(), number: z.string(), holder: z.string(), confirmedAt: instantSchema })),
  returned: z.number(),
  asked: z.number(),
  count: z.number(),
});
type PayeeItem = z.output<typeof payeeItemSchema>;

export const claimOf = (id: string, change: Partial<PayableClaim> = {}): PayableClaim => {
  const { gross = 100_000, incomeTax = 8_000, localTax = 800, lecturer = 'kim-haon' } = change;
  const kind = { kind: 'resident', class: 'other-income', taxed: incomeTax + localTax > 0 } as const;
  return {
    id,
    lecturer,
    payee: lecturer,
    month: '2027-03',
    gross,
    incomeTax,
    localTax,
    net: gross - incomeTax - localTax,
    parts: [{ ...kind, gross, incomeTax, localTax }],
    approvals: [{ by: 'manager-one' }, { by: 'finance-one', onBehalfOf: 'finance-head' }],
    ...change,
  };
};

/**
 * Payments in memory, with keepers of claims and of accounts as simple as can be, in the same transactions.
 * `stopAfter` ends whatever is under way at its next commit after so many, as a machine does that is switched off.
 */
export function openPayments() {
  const { db, plain, items, clear } = memoryDatabase({ quick: true });
  const wired = wire(memoryTables, db);
  let left = Number.POSITIVE_INFINITY;
  const commit: Commit = async (commitment) => {
    if (left <= 0) throw new Error('stopped');
    left -= 1;
    await wired.commit(commitment);
  };

  /** What is stored, each version of an item read once. */
  const kept = <Of extends ClaimItem | PayeeItem>(kind: string, schema: z.ZodType<Of>, seen: WeakMap<object, Of>) =>
    items(table).flatMap((item) => {
      if (!String(item.pk?.S).startsWith(`kept-${kind}#`)) return [];
      const found = seen.get(item) ?? schema.parse(plainItem(item));
      seen.set(item, found);
      return [found];
    });
  const seenClaims = new WeakMap<object, ClaimItem>();
  const seenPayees = new WeakMap<object, PayeeItem>();
  const claims = (): ClaimItem[] => kept('claim', claimItemSchema, seenClaims);
  const claim = (id: string): ClaimItem | undefined => claims().find(({ claim: { id: own } }) => own === id);
  const payee = (id: string): PayeeItem | undefined =>
    kept('payee', payeeItemSchema, seenPayees).find(({ pk }) => pk === `kept-payee#${id}`);

  const put = (item: ClaimItem | PayeeItem): Change => ({
    table,
    put: { sk: 'kept', ...item, count: item.count + 1 },
    guard: { count: item.count },
  });
  const save = async (item: ClaimItem | PayeeItem): Promise<void> => {
    await db.send(new PutCommand({ TableName: table, Item: { sk: 'kept', ...item, count: item.count + 1 } }));
  };
  const partsOf = (changes: readonly Change[]) => ({ changes, events: [], outbox: [] });
  const moved = (ids: readonly string[], from: ClaimItem['state'], change: (was: ClaimItem) => Partial<ClaimItem>) =>
    partsOf(
      ids.map((id) => {
        const was = claim(id);
        if (was?.state !== from) throw new Conflict(`${id} is not ${from}`);
        return put({ ...was, ...change(was) });
      }),
    );

  const claimsToPay: ClaimsToPay = {
    payable: async () => claims().flatMap((one) => (one.state === 'APPROVED' && !one.held ? [one.claim] : [])),
    takeIntoBatch: async (taken, batch) => {
      if (taken.some(({ id }) => claim(id)?.held)) throw new Conflict('held');
      return moved(
        taken.map(({ id }) => id),
        'APPROVED',
        () => ({ state: 'IN_BATCH', batch }),
      );
    },
    taxedOtherwise: async (ids, paidOn) =>
      ids.filter((id) => {
        const { otherTaxesFrom } = claim(id) ?? {};
        return otherTaxesFrom !== undefined && otherTaxesFrom <= paidOn;
      }),
    markPaid: async (ids) => moved(ids, 'IN_BATCH', ({ paid }) => ({ state: 'PAID', paid: paid + 1 })),
    giveBack: async (ids) => moved(ids, 'IN_BATCH', () => ({ state: 'APPROVED', batch: undefined })),
  };
  const payeesToPay: PayeesToPay = {
    whoAre: async (lecturers) =>
      lecturers.map((id) => {
        const email = payee(id)?.email;
        return { id, ...(email && { email }) };
      }),
    facts: async (lecturers) =>
      new Map(
        lecturers.flatMap((lecturer) => {
          const kept = payee(lecturer);
          if (!kept) return [];
          const version = kept.accounts.length;
          const last = version > kept.returned ? kept.accounts.at(-1) : undefined;
          const entry = { name: kept.name, ...(last && { account: { lecturer, version, ...last } }) };
          return [[lecturer, entry] as const];
        }),
      ),
    accounts: async (refs) =>
      new Map(
        refs.flatMap(({ lecturer, version }) => {
          const account = payee(lecturer)?.accounts[version - 1];
          return account ? [[`${lecturer}#${version}`, { lecturer, version, ...account }] as const] : [];
        }),
      ),
    askAgain: async ({ lecturer, version }) => {
      const was = payee(lecturer);
      if (!was || was.returned >= version) return partsOf([]);
      return partsOf([put({ ...was, returned: version, asked: was.asked + 1 })]);
    },
  };
  const confirmed = new Map<string, ProfileInForce>();
  const bankProfiles: BankProfiles = {
    inForce: async (bank) => confirmed.get(bank),
    monthly: async () => [...confirmed.values()].find(({ profile }) => profile.monthly !== undefined),
  };
  /** As if finance had confirmed it. */
  const confirmProfile = (profile: BankProfile): void => {
    confirmed.set(profile.id, { profile, version: (confirmed.get(profile.id)?.version ?? 0) + 1 });
  };
  confirmProfile(profileOf('example-csv'));
  const deps: Dependencies & Pick<TaxDependencies, 'repaidTaxes'> = {
    payments: wired.payments,
    commit,
    claimsToPay,
    payeesToPay,
    bankProfiles,
    people: wired.people,
    requests: wired.requests,
    repaidTaxes: { repaidIn: async () => [] },
  };

  return {
    db,
    deps,
    people: wired.people,
    wired,
    clear,
    plain,
    claims,
    claim,
    payee,
    confirmProfile,
    /** Something of an account in place, as nobody may. */
    tamper: async (lecturer: string, change: { readonly number?: string; readonly holder?: string }) => {
      const was = payee(lecturer);
      if (was) await save({ ...was, accounts: was.accounts.map((account) => ({ ...account, ...change })) });
    },
    stopAfter: (commits: number) => {
      left = commits;
    },
    approve: (one: PayableClaim) =>
      save({ pk: `kept-claim#${one.id}`, claim: one, state: 'APPROVED', held: false, paid: 0, count: 0 }),
    hold: async (id: string, held: boolean) => {
      const was = claim(id);
      if (was?.state === 'APPROVED') await save({ ...was, held });
    },
    taxOtherwise: async (id: string, otherTaxesFrom: LocalDate) => {
      const was = claim(id);
      if (was) await save({ ...was, otherTaxesFrom });
    },
    /** A lecturer with an account, or another account of theirs. */
    account: async (
      lecturer: string,
      number: string,
      at: Instant,
      { holder = '김하온', name = '김하온', email = '' } = {},
    ) => {
      const was = payee(lecturer) ?? {
        pk: `kept-payee#${lecturer}`,
        name,
        ...(email && { email }),
        accounts: [],
        returned: 0,
        asked: 0,
        count: 0,
      };
      await save({ ...was, accounts: [...was.accounts, { bank: '004', number, holder, confirmedAt: at }] });
    },
  };
}
export type OpenPayments = ReturnType<typeof openPayments>;
