import type { Dependencies } from '../../../functions/lecturers/dependencies.ts';
import { addMinutes, type Instant } from '../../../functions/shared/time.ts';

/** Another version of a lecturer's account, confirmed long enough ago to be paid to. */
export async function putAccount(
  deps: Pick<Dependencies, 'commit' | 'lecturers'>,
  lecturer: string,
  account: string,
  now: Instant,
): Promise<void> {
  const was = await deps.lecturers.get(lecturer);
  if (!was) throw new Error(`no lecturer ${lecturer}`);
  const number = was.accounts + 1;
  const [enteredAt, confirmedAt, usableFrom] = [-3000, -2000, -500].map((minutes) => addMinutes(now, minutes));
  await deps.commit({
    changes: [
      ...deps.lecturers.save({ ...was, accounts: number, revision: was.revision + 1 }, was),
      deps.lecturers.saveAccount(
        {
          lecturer,
          number,
          bank: '004',
          account,
          holder: was.name,
          email: was.email,
          state: 'CONFIRMED',
          enteredAt: enteredAt ?? now,
          confirmedAt,
          usableFrom,
          revision: 1,
        },
        undefined,
      ),
    ],
    events: [{ subject: `lecturer#${lecturer}`, type: 'AccountConfirmed', by: 'operator:test', at: now }],
  });
}
