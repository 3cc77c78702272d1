import type { PeopleTable } from '../people/people-table.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Commit } from '../shared/database/commit.ts';
import { Conflict } from '../shared/errors.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import type { DeliverDependencies } from './deliver.ts';

/**
 * Mails the operators about an entry that was given up, and keeps it in the audit. A notice that could not be sent
 * makes no further notice: the metric's alarm goes by SNS and not by SES. Of an address that takes no mails they are
 * told once a day, however many mails go there; on the day on which SES told of it they have been told by that.
 */
export const operatorTeller =
  (
    deps: { readonly people: PeopleTable; readonly commit: Commit },
    clock: () => Instant,
  ): DeliverDependencies['tellOperators'] =>
  async ({ id, attempts, message, error, address }) => {
    if (message?.kind === 'mail' && message.template === 'operator-notice') return;
    const now = clock();
    const event: EventDraft = {
      subject: `outbox#${id}`,
      type: 'OutboxGivenUp',
      by: 'system:outbox',
      at: now,
      data: { entry: id, kind: message?.kind ?? 'unknown', error, attempts },
    };
    const eventAlone = () => deps.commit({ changes: [], events: [event] });
    if (address && seoulDateOf(address.at) === seoulDateOf(now)) return eventAlone();
    const notices = (await deps.people.withRole('operator')).map(
      (operator) =>
        ({
          kind: 'mail',
          template: 'operator-notice',
          to: { person: operator.id },
          ids: { about: 'given-up', subject: id, detail: error },
        }) as const,
    );
    if (!address) return deps.commit({ changes: [], events: [event], outbox: notices });
    const today = `${address.problem}.${address.pk}.${seoulDateOf(now)}`;
    const held = notices.map((notice) => ({ id: `${today}.${notice.to.person}`, seconds: 0, message: notice }));
    try {
      await deps.commit({ changes: [], events: [event], held });
    } catch (conflict) {
      if (!(conflict instanceof Conflict)) throw conflict;
      await eventAlone();
    }
  };
