import type { GivenAnswer } from '../requests/confirm-or-refuse.ts';
import type { InterestsIn } from '../requests/interests.ts';
import { settled } from '../requests/request.ts';
import type { NotProved } from '../second-factor/proofs.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { accountLifecycle, usableFromOf } from './account.ts';
import { accountAsked } from './ask-for-account.ts';
import type { Dependencies } from './dependencies.ts';
import { replacedAccount } from './enter-account.ts';
import { lecturerOf, lecturerSubject } from './lecturer.ts';
import { provedAccount } from './proved-account.ts';

export type DecideAccountReach = Pick<
  Dependencies,
  'commit' | 'decisionProof' | 'lecturers' | 'people' | 'random' | 'requests'
> & {
  readonly interestsIn: InterestsIn;
};

/**
 * Finance's answer about one version of an account, once. A confirmed one is used a day after, and replaces the one
 * before. `not-yours`: whoever decides is the lecturer.
 */
export async function decideAccount(
  deps: DecideAccountReach,
  given: GivenAnswer,
  now: Instant,
): Promise<'decided' | 'somebody-was-first' | 'not-yours' | NotProved> {
  return decideAgainOnConflict(async () => {
    const check = await deps.requests.get(given.request);
    if (check?.state !== 'OPEN' || check.generation !== given.generation) return 'somebody-was-first';
    const person = await deps.people.get(given.by);
    if (!person || (await deps.interestsIn(check)(person)) === 'surely') return 'not-yours';
    const lecturer = await deps.lecturers.get(lecturerOf(check.subject) ?? '');
    const accounts = lecturer ? await deps.lecturers.accountsOf(lecturer.id) : [];
    const was = accounts.find(({ request }) => request === check.id);
    if (!lecturer || was?.state !== 'ENTERED') return 'somebody-was-first';
    const { decision } = given;
    const asked = provedAccount(given, was);
    const proof = await deps.decisionProof.take(asked, now);
    if (!proof) return { kind: 'not-proved', decision: asked };
    const by = `person:${given.by}`;
    const event = { subject: lecturerSubject(lecturer.id), by, at: now } as const;
    const data = { number: was.number, request: check.id };
    if (decision.outcome === 'REFUSE') {
      const { request, mail } = accountAsked(deps.random, lecturer, decision.reason, now);
      await deps.commit({
        changes: [
          proof,
          ...deps.lecturers.save(
            { ...lecturer, accountRequest: request.id, revision: lecturer.revision + 1 },
            lecturer,
          ),
          deps.lecturers.saveAccount(
            {
              ...was,
              state: accountLifecycle.moved(was.state, 'refuse'),
              refusedBy: given.by,
              refusedAt: now,
              reason: decision.reason,
              revision: was.revision + 1,
            },
            was,
          ),
          deps.requests.save(
            settled(check, { outcome: 'REFUSE', by: given.by, at: now, reason: decision.reason }),
            check,
          ),
          ...deps.requests.create(request),
        ],
        events: [{ ...event, type: 'AccountRefused', data: { ...data, asked: request.id } }],
        outbox: [mail],
      });
      return 'decided';
    }
    const before = accounts.filter(({ state }) => state === 'CONFIRMED');
    const usableFrom = usableFromOf(now);
    await deps.commit({
      changes: [
        proof,
        ...deps.lecturers.save({ ...lecturer, revision: lecturer.revision + 1 }, lecturer),
        deps.lecturers.saveAccount(
          {
            ...was,
            state: accountLifecycle.moved(was.state, 'confirm'),
            confirmedBy: given.by,
            confirmedAt: now,
            usableFrom,
            revision: was.revision + 1,
          },
          was,
        ),
        ...before.map((one) => deps.lecturers.saveAccount(replacedAccount(one), one)),
        deps.requests.save(settled(check, { outcome: 'CONFIRM', by: given.by, at: now }), check),
      ],
      events: [{ ...event, type: 'AccountConfirmed', data: { ...data, usableFrom } }],
      outbox: [
        {
          kind: 'mail',
          template: 'account-confirmed',
          to: { lecturer: lecturer.id },
          ids: { lecturer: lecturer.id, number: String(was.number) },
        },
      ],
    });
    return 'decided';
  }, tries.contested);
}
