import { runName } from '../../functions/applications/application.ts';
import { presentRequest } from '../../functions/applications/open-requests.ts';
import { assigneeId } from '../../functions/requests/request.ts';
import { eventsOf } from '../../functions/shared/audit.ts';
import { formatInstant } from '../../functions/shared/time.ts';
import * as brought from '../brought.ts';
import type { CapabilityOps } from '../capability-ops.ts';
import { type Context, needed, type Row } from '../context.ts';
import { printRows } from '../print-rows.ts';
import { readRows } from '../read-rows.ts';
import { applicationOf } from './application-of.ts';
import { findPerson, isAboutPerson } from './find-person.ts';
import { entryRows } from './outbox.ts';
import { showRound } from './round-status.ts';
import { failedRunRows, runRows } from './runs.ts';

const capabilities = Object.values<CapabilityOps>(brought);

/**
 * `find REFERENCE`: run, state, waiting on whom, since when, until when; a round's or a seat's id too. No personal data,
 * but that somebody of a name or an address has applied.
 */
export async function find(context: Context, typed: string | undefined): Promise<void> {
  const usage = 'find REFERENCE|ROUND|SEAT|ENTRY|EMAIL|NAME';
  const admission = await context.admissions.get(needed(typed, usage));
  if (admission) return showRound(context, admission);
  for (const { ofId } of capabilities) {
    const found = await ofId?.(context, needed(typed, usage));
    if (found) return printRows(found);
  }
  const entry = await entryRows(context, needed(typed, usage));
  if (entry) return printRows(entry);
  if (isAboutPerson(needed(typed, usage))) return findPerson(context, needed(typed, usage).trim());
  const application = await applicationOf(context, typed, usage);
  const request = await presentRequest(context, application);
  const last = (await eventsOf(context.db, context.tables.AUDIT_TABLE, application.reference)).at(-1);
  const at = (instant: Parameters<typeof formatInstant>[0] | undefined) =>
    instant ? formatInstant(instant, 'en') : '-';
  const rows: Row[] = [
    ['application', application.reference],
    ['round', `${application.roundId} (version ${application.roundVersion})`],
    ['state', application.stuck ? `${application.state}, stuck: ${application.stuck.error}` : application.state],
    ['version sent', application.version > 0 ? `${application.version}, ${at(application.sentAt)}` : 'none (draft)'],
    ...(await runRows(context, 'applicant-intake', {
      id: application.reference,
      name: application.run > 0 ? runName(application) : undefined,
    })),
    ...(await failedRunRows(context, application.reference)),
    ['waiting for', request?.state === 'OPEN' ? assigneeId(request.assignee) : '-'],
    ['since', at(request?.state === 'OPEN' ? request.held.at(-1)?.since : undefined)],
    ['until', at(request?.state === 'OPEN' ? request.dueAt : undefined)],
    [
      'request',
      request ? `${request.id} (${request.kind}, ${request.state}, ${request.remindersSent} reminders)` : '-',
    ],
    ...(
      await Promise.all(
        capabilities.map(({ ofApplication }) =>
          readRows(async () => (await ofApplication?.(context, application)) ?? []),
        ),
      )
    ).flat(),
    ['last event', last ? `${last.type} by ${last.by}, ${at(last.at)}` : '-'],
  ];
  printRows(rows);
}
