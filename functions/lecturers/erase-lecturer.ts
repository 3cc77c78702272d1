import { cancelled } from '../requests/request.ts';
import { onlyKnown } from '../shared/database/stored.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Account, accountSchema } from './account.ts';
import type { Dependencies } from './dependencies.ts';
import { lecturerSchema, lecturerSubject } from './lecturer.ts';
import { taughtBy } from './taught-by.ts';

/** What is erased of a lecturer, and what the law wants kept. */
export interface LecturerErasing {
  /** Fields of the lecturer that are overwritten. */
  readonly fields: readonly string[];
  /** Numbers of the versions of the account that are overwritten, and of those that something may have been paid to. */
  readonly accounts: readonly number[];
  readonly kept: readonly number[];
  /** Whether name, facts and confirmed accounts are wage records: of whoever taught, or could have been paid. */
  readonly hasWageRecords: boolean;
}

type Reading = Pick<Dependencies, 'lecturers' | 'rounds' | 'timetables'>;

/** What erasing would do; nothing for who is not there, or is erased. */
export async function planErasing(deps: Reading, id: string): Promise<LecturerErasing | undefined> {
  const lecturer = await deps.lecturers.get(id);
  if (!lecturer || lecturer.erasedAt) return undefined;
  const accounts = await deps.lecturers.accountsOf(id);
  const kept = accounts.filter(wasConfirmed).map(({ number }) => number);
  const hasWageRecords = kept.length > 0 || (await taughtBy(deps)).has(id);
  return {
    fields: hasWageRecords ? ['email'] : ['email', 'name', 'institution'],
    accounts: accounts.filter((one) => !wasConfirmed(one)).map(({ number }) => number),
    kept,
    hasWageRecords,
  };
}

const wasConfirmed = ({ confirmedAt }: Account): boolean => confirmedAt !== undefined;

/**
 * Overwrites what is known of a lecturer and no wage record. What something was or may be paid by stays as long as the law
 * wants it, whoever asks. Open requests end, and no link opens anything more.
 */
export async function eraseLecturer(
  deps: Reading & Pick<Dependencies, 'commit' | 'requests'>,
  given: { readonly lecturer: string; readonly by: string; readonly reason: string },
  now: Instant,
): Promise<LecturerErasing | undefined> {
  return decideAgainOnConflict(async () => {
    const plan = await planErasing(deps, given.lecturer);
    const was = await deps.lecturers.get(given.lecturer);
    if (!plan || !was) return undefined;
    const accounts = await deps.lecturers.accountsOf(was.id);
    const open = await deps.requests.stillOpen([was.accountRequest, ...accounts.map(({ request }) => request)]);
    await deps.commit({
      changes: [
        ...deps.lecturers.save(
          {
            ...onlyKnown(lecturerSchema, was),
            ...Object.fromEntries(plan.fields.map((field) => [field, ''])),
            accountRequest: undefined,
            erasedAt: now,
            revision: was.revision + 1,
          },
          was,
        ),
        ...accounts.map((one) =>
          deps.lecturers.saveAccount(
            {
              ...onlyKnown(accountSchema, one),
              email: '',
              ...(plan.accounts.includes(one.number) && { bank: '', account: '', holder: '', reason: undefined }),
              revision: one.revision + 1,
            },
            one,
          ),
        ),
        ...open.map((one) => deps.requests.save(cancelled(one, 'CANCELLED', given.by, now), one)),
      ],
      events: [
        {
          subject: lecturerSubject(was.id),
          type: 'LecturerErased',
          by: given.by,
          at: now,
          data: { reason: given.reason, fields: [...plan.fields], accounts: [...plan.accounts], kept: [...plan.kept] },
        },
      ],
    });
    return plan;
  }, tries.contested);
}
