import { mailTo } from '../requests/ask.ts';
import type { InterestsIn } from '../requests/interests.ts';
import type { Kinds } from '../requests/kind.ts';
import { type Asked, assigneeId, cancelled, openedRequest, settled } from '../requests/request.ts';
import { whoIsAsked } from '../requests/who-is-asked.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { RequestOutcome } from '../shared/names.ts';
import { newId } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Account, accountLifecycle } from './account.ts';
import { lecturersContext } from './ask-for-account.ts';
import type { Dependencies } from './dependencies.ts';
import { financeOfficer, type Lecturer, lecturerOf, lecturerSubject } from './lecturer.ts';

export const checkKind = 'account-check';
const outcomes: readonly RequestOutcome<typeof checkKind>[] = ['CONFIRM', 'REFUSE'];

/** What a lecturer types. */
export interface EnteredAccount {
  readonly bank: string;
  readonly account: string;
  readonly holder: string;
}

type Reach = Pick<Dependencies, 'commit' | 'lecturers' | 'people' | 'random' | 'requests'> & {
  readonly kinds: Kinds;
  readonly interestsIn: InterestsIn;
};

/**
 * Keeps what a lecturer has entered as the next version of the account, which finance is asked to confirm. One that
 * waited for finance is replaced; one that is confirmed serves on. A change is told to where the lecturer was reached
 * before, since whoever has somebody's mailbox could have made it.
 */
export async function enterAccount(
  deps: Reach,
  given: { readonly request: string; readonly generation: number; readonly entered: EnteredAccount },
  now: Instant,
): Promise<'entered' | 'somebody-was-first'> {
  return decideAgainOnConflict(async () => {
    const asked = await deps.requests.get(given.request);
    if (asked?.state !== 'OPEN' || asked.generation !== given.generation) return 'somebody-was-first';
    const was = await deps.lecturers.get(lecturerOf(asked.subject) ?? '');
    if (!was || was.erasedAt || was.accountRequest !== asked.id) return 'somebody-was-first';
    const before = await deps.lecturers.accountsOf(was.id);
    const number = was.accounts + 1;
    const check = await checkAsked(deps, was, number, now);
    const account: Account = {
      lecturer: was.id,
      number,
      ...given.entered,
      email: was.email,
      state: 'ENTERED',
      enteredAt: now,
      enteredIn: asked.id,
      request: check.id,
      revision: 1,
    };
    const replaced = before.filter(({ state }) => state === 'ENTERED');
    const superseded = await deps.requests.stillOpen(replaced.map(({ request }) => request));
    const by = `lecturer:${was.id}`;
    await deps.commit({
      changes: [
        ...deps.lecturers.save(
          { ...was, accounts: number, accountRequest: undefined, revision: was.revision + 1 },
          was,
        ),
        deps.lecturers.saveAccount(account, undefined),
        deps.requests.save(settled(asked, { outcome: 'ENTERED', by, at: now }), asked),
        ...deps.requests.create(check),
        ...replaced.map((one) => deps.lecturers.saveAccount(replacedAccount(one), one)),
        ...superseded.map((one) => deps.requests.save(cancelled(one, 'SUPERSEDED', by, now), one)),
      ],
      events: [
        {
          subject: lecturerSubject(was.id),
          type: 'AccountEntered',
          by,
          at: now,
          data: { number, request: check.id, assignee: assigneeId(check.assignee), due: check.dueAt },
        },
      ],
      outbox: [
        mailTo(check, 'request-opened'),
        ...(before.length > 0
          ? [
              {
                kind: 'mail',
                template: 'account-changed',
                to: { lecturer: was.id },
                ids: { lecturer: was.id, number: String(number) },
              } as const,
            ]
          : []),
      ],
    });
    return 'entered';
  }, tries.contested);
}

export const replacedAccount = (was: Account): Account => ({
  ...was,
  state: accountLifecycle.moved(was.state, 'replace'),
  revision: was.revision + 1,
});

/** Somebody of finance who is not the lecturer is asked whether the account is right. */
async function checkAsked(deps: Reach, { id }: Lecturer, number: number, now: Instant): Promise<Asked> {
  const subject = lecturerSubject(id);
  const [first] = (await deps.people.idsWithRole(financeOfficer)).sort();
  if (first === undefined) throw new Fault('NobodyMayDecide', { subject, kind: checkKind });
  const plan = { within: 3, remindAfter: [2] };
  const { person, why } = await whoIsAsked(deps, { kind: checkKind, subject, person: first, plan: {} }, now);
  const deputy = (await deps.people.get(person))?.deputy;
  return openedRequest({
    id: newId(deps.random),
    kind: checkKind,
    subject,
    context: lecturersContext,
    askKey: `${checkKind}/${id}/${number}`,
    outcomes,
    assignee: { person },
    why,
    plan: { ...plan, ...(deputy && { deputy }) },
    now,
  });
}
