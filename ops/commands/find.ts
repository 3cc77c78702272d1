import { kinds } from '../../functions/app/kinds.ts';
import { type Application, type ApplicationState, runName } from '../../functions/applications/application.ts';
import { presentRequest } from '../../functions/applications/open-requests.ts';
import { assigneeId } from '../../functions/requests/request.ts';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { formatInstant } from '../../functions/shared/time.ts';
import { capabilities } from '../capabilities.ts';
import { type Context, needed, type Row } from '../context.ts';
import { printRows } from '../print-rows.ts';
import { readRows } from '../read-rows.ts';
import { applicationOf } from './application-of.ts';
import { recordReading } from './applications.ts';
import { findPerson, isAboutPerson } from './find-person.ts';
import { entryRows } from './outbox.ts';
import { showRound } from './round-status.ts';
import { failedRunRows, runRows } from './runs.ts';

/** Who helped to apply, and why, in one line. */
export function helpRows({ help }: Application): Row[] {
  if (!help) return [];
  const because = help.reason === undefined ? '' : `, because ${help.reason.replaceAll(/\s+/gu, ' ')}`;
  return [['help', `applied with help of ${help.by}${because}`]];
}

const stateWords: Readonly<Record<ApplicationState, string>> = {
  DRAFT: 'not sent yet',
  SUBMITTED: 'being checked',
  WITH_OFFICER: 'an officer decides',
  WITH_APPLICANT: 'the applicant was asked something',
  ACCEPTED: 'eligible, takes part in the selection',
  REFUSED: 'not eligible',
  WITHDRAWN: 'withdrawn',
  CANCELLED: 'its round was cancelled',
};

const stateText = ({ state, stuck }: Application): string =>
  `${state} (${stateWords[state]})${stuck ? `, stuck: ${stuck.error}` : ''}`;

/**
 * `find REFERENCE`: run, state, waiting on whom, since when, until when; a round's or a seat's id too. No personal data,
 * but that somebody of a name or an address has applied, and why an officer helped, which the audit keeps as read.
 */
export async function find(context: Context, typed: string | undefined): Promise<void> {
  const usage = 'find REFERENCE|ROUND|SEAT|ENTRY|EMAIL|NAME';
  const words = needed(typed, usage);
  const admission = await context.admissions.get(words);
  if (admission) return showRound(context, admission);
  for (const { ofId } of capabilities) {
    const found = await ofId?.(context, words);
    if (found) return printRows(found);
  }
  const entry = await entryRows(context, words);
  if (entry) return printRows(entry);
  if (isAboutPerson(words)) return findPerson(context, words.trim());
  const application = await applicationOf(context, typed, usage);
  // The officer's words are about the applicant.
  if (application.help?.reason !== undefined) await recordReading(context, application.reference);
  const request = await presentRequest(context, application);
  const last = (await eventsOf(context.db, context.tables.AUDIT_TABLE, application.reference)).at(-1);
  const at = (instant: Parameters<typeof formatInstant>[0] | undefined) =>
    instant ? formatInstant(instant, 'en') : '-';
  const rows: Row[] = [
    ['application', application.reference],
    ['round', `${application.roundId} (version ${application.roundVersion})`],
    ['state', stateText(application)],
    ['version sent', application.version > 0 ? `${application.version}, ${at(application.sentAt)}` : 'none (draft)'],
    ...helpRows(application),
    ...(await runRows(context, 'applicant-intake', {
      id: application.reference,
      name: application.run > 0 ? runName(application) : undefined,
      stuck: application.stuck,
    })),
    ...(await failedRunRows(context, application.reference)),
    ['waiting for', request?.state === 'OPEN' ? assigneeId(request.assignee) : '-'],
    ['since', at(request?.state === 'OPEN' ? request.held.at(-1)?.since : undefined)],
    ['until', at(request?.state === 'OPEN' ? request.dueAt : undefined)],
    [
      'request',
      request
        ? `${request.id} (${kinds.get(request.kind)?.title.en ?? request.kind}, ${request.state}, ${request.remindersSent} reminders)`
        : '-',
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
