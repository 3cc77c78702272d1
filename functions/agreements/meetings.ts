import type { OutboxDraft } from '../outbox/entry.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Text } from '../shared/i18n.ts';
import { newId } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Agreement, type Meeting, presentIn } from './agreement.ts';
import type { Dependencies } from './dependencies.ts';
import { ownerId } from './owners.ts';
import { recipientOf } from './requests.ts';

/** When and where the signers meet. */
export interface MeetingPlan {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly title: Text;
  readonly place: Text;
}

/** The agreement with all meetings to come cancelled: there is nothing (any more) to meet for. */
export const cancelMeetings = (agreement: Agreement, at: Instant): Agreement => ({
  ...agreement,
  meetings: agreement.meetings.map((one) =>
    one.cancelledAt === undefined && one.startsAt > at ? cancelled(one, at) : one,
  ),
});

const cancelled = (was: Meeting, at: Instant): Meeting => ({
  ...was,
  sequence: was.sequence + 1,
  changedAt: at,
  cancelledAt: at,
});

/** The invitations of what has changed between two revisions of an agreement, to all who sign. */
export function invitations(was: Pick<Agreement, 'meetings'>, next: Agreement): OutboxDraft[] {
  const changed = next.meetings.filter(
    ({ id, sequence }) => was.meetings.find((one) => one.id === id)?.sequence !== sequence,
  );
  const signers = presentIn(next)?.signers ?? [];
  return changed.flatMap(({ id, sequence }) =>
    signers.map((signer) => ({
      kind: 'mail' as const,
      template: 'agreement-meeting' as const,
      to: recipientOf(next, signer),
      ids: { agreement: next.id, meeting: id, sequence: String(sequence), signer: signer.id },
    })),
  );
}

type Reach = Pick<Dependencies, 'agreements' | 'commit'>;
type EventType = 'MeetingCalled' | 'MeetingMoved' | 'MeetingCancelled';

async function changeMeetings(
  deps: Reach,
  given: { readonly agreement: string; readonly by: string; readonly type: EventType },
  now: Instant,
  change: (was: readonly Meeting[]) => { readonly meeting: Meeting; readonly all: readonly Meeting[] } | undefined,
): Promise<Meeting | undefined> {
  return decideAgainOnConflict(async () => {
    const was = await deps.agreements.get(given.agreement);
    const changed = was && !was.erasedAt ? change(was.meetings) : undefined;
    if (!was || !changed) return undefined;
    const { meeting, all } = changed;
    const next: Agreement = { ...was, revision: was.revision + 1, meetings: [...all] };
    await deps.commit({
      changes: [deps.agreements.save(next, was)],
      events: [
        {
          subject: ownerId(was.owner),
          type: given.type,
          by: given.by,
          at: now,
          data: { agreement: was.id, meeting: meeting.id, sequence: meeting.sequence, startsAt: meeting.startsAt },
        },
      ],
      outbox: invitations(was, next),
    });
    return meeting;
  }, tries.contested);
}

/** Invites all who sign. Nothing, if it is not in the future, ends before it begins, or the agreement is gone. */
export function callMeeting(
  deps: Reach & Pick<Dependencies, 'random'>,
  given: { readonly agreement: string; readonly by: string; readonly plan: MeetingPlan },
  now: Instant,
): Promise<Meeting | undefined> {
  const { plan } = given;
  return changeMeetings(deps, { ...given, type: 'MeetingCalled' }, now, (was) => {
    if (!isPossible(plan, now)) return undefined;
    const meeting: Meeting = { id: newId(deps.random).slice(0, 12), sequence: 0, ...plan, changedAt: now };
    return { meeting, all: [...was, meeting] };
  });
}

/** Moves a meeting to another time or place: the same event in every calendar. Nothing, if it is cancelled. */
export function moveMeeting(
  deps: Reach,
  given: { readonly agreement: string; readonly meeting: string; readonly by: string; readonly plan: MeetingPlan },
  now: Instant,
): Promise<Meeting | undefined> {
  const { plan } = given;
  return changeMeetings(deps, { ...given, type: 'MeetingMoved' }, now, (was) => {
    if (!isPossible(plan, now)) return undefined;
    return replaced(was, given.meeting, (one) => ({ ...one, ...plan, sequence: one.sequence + 1, changedAt: now }));
  });
}

/** Takes a meeting out of every calendar. Nothing, if it was cancelled before. */
export const cancelMeeting = (
  deps: Reach,
  given: { readonly agreement: string; readonly meeting: string; readonly by: string },
  now: Instant,
): Promise<Meeting | undefined> =>
  changeMeetings(deps, { ...given, type: 'MeetingCancelled' }, now, (was) =>
    replaced(was, given.meeting, (one) => cancelled(one, now)),
  );

const isPossible = ({ startsAt, endsAt }: MeetingPlan, now: Instant): boolean => now < startsAt && startsAt < endsAt;

function replaced(was: readonly Meeting[], id: string, change: (one: Meeting) => Meeting) {
  const found = was.find((one) => one.id === id && one.cancelledAt === undefined);
  if (!found) return undefined;
  const meeting = change(found);
  return { meeting, all: was.map((one) => (one === found ? meeting : one)) };
}
