import { cancelled } from '../requests/request.ts';
import { eventNews } from '../residencies/event-news.ts';
import { joinedParts, type Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import { addendumRequestKind } from './ask-addendum.ts';
import type { Dependencies } from './dependencies.ts';
import { extensionSpaceKind } from './extension-space.ts';

/**
 * What goes into the commit with which a startup leaves, or one side gives notice: the runs of what is being signed look
 * once more, and find that it has become pointless; what the manager is asked about it ends. The residency is saved by
 * whoever commits this, without `changeAsked`.
 */
export async function contractsLeaving(
  deps: Pick<Dependencies, 'requests' | 'residencyEvents'>,
  given: { readonly residency: string; readonly by: string },
  now: Instant,
): Promise<Parts> {
  const { residency, by } = given;
  const events = (await deps.residencyEvents.of(residency)).filter(({ kind }) => kind === 'agreement');
  const subjects = [residency, ...events.map(({ id }) => id)];
  const asked = (await Promise.all(subjects.map((subject) => deps.requests.ofSubject(subject)))).flat();
  const open = (await deps.requests.stillOpen(asked)).filter(({ kind }) =>
    [addendumRequestKind, extensionSpaceKind].includes(kind),
  );
  return joinedParts([
    {
      changes: open.map((one) => deps.requests.save(cancelled(one, 'GONE', by, now), one)),
      events: [],
      outbox: [],
    },
    ...events
      .filter(({ state }) => state === 'OPEN')
      .map((was) => eventNews(deps, was, { type: 'ContractNews', by, data: { because: 'leaving' } }, now)),
  ]);
}
