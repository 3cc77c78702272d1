import type { PeopleTable } from '../people/people-table.ts';
import type { Commit } from '../shared/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { DeliverDependencies } from './deliver.ts';

/**
 * Mails the operators about an entry that was given up, and keeps it in the audit. A notice that could not be sent
 * makes no further notice: the metric's alarm goes by SNS and not by SES.
 */
export const operatorTeller =
  (
    deps: { readonly people: PeopleTable; readonly commit: Commit },
    clock: () => Instant,
  ): DeliverDependencies['tellOperators'] =>
  async ({ id, attempts, message, error }) => {
    if (message?.kind === 'mail' && message.template === 'operator-notice') return;
    const operators = await deps.people.withRole('operator');
    await deps.commit({
      changes: [],
      events: [
        {
          subject: `outbox#${id}`,
          type: 'OutboxGivenUp',
          by: 'system:outbox',
          at: clock(),
          data: { entry: id, kind: message?.kind ?? 'unknown', error, attempts },
        },
      ],
      outbox: operators.map((operator) => ({
        kind: 'mail',
        template: 'operator-notice',
        to: { person: operator.id },
        ids: { about: 'given-up', subject: id, detail: error },
      })),
    });
  };
