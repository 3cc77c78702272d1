import type { Dependencies } from '../lecturers/dependencies.ts';
import { accountReturned } from '../lecturers/return-account.ts';
import type { PayeesToPay } from './dependencies.ts';
import { type Account, refKey } from './transfer.ts';

type Kept = Pick<Dependencies, 'lecturers' | 'random' | 'requests'>;

/** The accounts that `lecturers` keeps, as payments ask for them. */
export function keptPayees(deps: Kept): PayeesToPay {
  const { lecturers } = deps;
  const accountOf = async (lecturer: string, version: number): Promise<Account[]> => {
    const found = await lecturers.account(lecturer, version);
    return found ? [{ lecturer, version, bank: found.bank, number: found.account, holder: found.holder }] : [];
  };
  return {
    whoAre: (ids) =>
      Promise.all(
        ids.map(async (id) => {
          const email = (await lecturers.get(id))?.email;
          return { id, ...(email && { email }) };
        }),
      ),
    facts: async (ids, now) => {
      const found = await Promise.all(
        ids.map(async (id) => {
          const [lecturer, usable] = await Promise.all([lecturers.get(id), lecturers.usableAccount(id, now)]);
          if (!lecturer || lecturer.erasedAt) return [];
          const [account] = usable ? await accountOf(id, usable.number) : [];
          return [[id, { name: lecturer.name, ...(account && { account }) }] as const];
        }),
      );
      return new Map(found.flat());
    },
    accounts: async (refs) => {
      const wanted = new Map(refs.map((ref) => [refKey(ref), ref]));
      const found = await Promise.all(
        [...wanted.values()].map(({ lecturer, version }) => accountOf(lecturer, version)),
      );
      return new Map(found.flat().map((account) => [refKey(account), account]));
    },
    askAgain: ({ lecturer, version }, batch, now) =>
      accountReturned(deps, { lecturer, number: version, batch, by: 'system:payments' }, now),
  };
}
