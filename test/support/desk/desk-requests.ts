import { openedRequest, type PersonRequest, settled } from '../../../functions/requests/request.ts';
import { newId, secureRandom } from '../../../functions/shared/random.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';

const minutesADay = 24 * 60;

/** A request of somebody that was opened so many days ago, and was due two business days later. */
export async function requestOf(
  at: Pick<Academy, 'requests' | 'commit' | 'now'>,
  given: { readonly person: string; readonly context: string; readonly days: number; readonly kind?: string },
): Promise<PersonRequest> {
  const { person, context, days } = given;
  const id = newId(secureRandom);
  const opened = openedRequest({
    id,
    kind: 'intake-decision',
    subject: `A-TEST-${id.slice(0, 12).toUpperCase()}`,
    context,
    askKey: id,
    outcomes: ['ACCEPT', 'REFUSE'],
    assignee: { person },
    why: 'asked',
    plan: { within: 2, remindAfter: [] },
    now: addMinutes(at.now(), -days * minutesADay),
  });
  const made = { ...opened, kind: given.kind ?? opened.kind };
  await at.commit({
    changes: at.requests.create(made),
    events: [{ subject: made.subject, type: 'RequestOpened', by: 'operator:test', at: at.now() }],
  });
  return made;
}

/** Settles it as somebody did so many days ago. */
export async function settledBefore(
  at: Pick<Academy, 'requests' | 'commit' | 'now'>,
  was: PersonRequest,
  by: string,
  days: number,
): Promise<void> {
  const when = addMinutes(at.now(), -days * minutesADay);
  await at.commit({
    changes: [at.requests.save(settled(was, { outcome: 'ACCEPT', by, at: when }), was)],
    events: [{ subject: was.subject, type: 'ApplicationAccepted', by: `person:${by}`, at: when }],
  });
}
