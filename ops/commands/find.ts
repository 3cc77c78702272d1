import { type Application, runName } from '../../functions/applications/application.ts';
import { presentRequest } from '../../functions/applications/open-requests.ts';
import { mostShown } from '../../functions/intake/eligibility-check.ts';
import { assigneeId } from '../../functions/requests/request.ts';
import { eventsOf } from '../../functions/shared/audit.ts';
import { formatInstant } from '../../functions/shared/time.ts';
import * as brought from '../brought.ts';
import { type Context, needed, type Row } from '../context.ts';
import { applicationOf } from './application-of.ts';
import { entryRows } from './outbox.ts';
import { showRound, showSeat } from './round-status.ts';
import { failedRunRows, runOf } from './runs.ts';

/** `find REFERENCE`: run, state, waiting on whom, since when, until when; a round's or a seat's id too. No personal data. */
export async function find(context: Context, typed: string | undefined): Promise<void> {
  const usage = 'find REFERENCE|ROUND|SEAT|ENTRY';
  const admission = await context.admissions.get(needed(typed, usage));
  if (admission) return showRound(context, admission);
  const seat = await context.seats.seat(needed(typed, usage));
  if (seat) return showSeat(context, seat);
  const entry = await entryRows(context, needed(typed, usage));
  if (entry) return print(entry);
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
    [
      'run',
      await runOf(context, 'applicant-intake', {
        id: application.reference,
        name: application.run > 0 ? runName(application) : undefined,
      }),
    ],
    ...(await failedRunRows(context, application.reference)),
    ['in question', inQuestion(application)],
    ['waiting for', request?.state === 'OPEN' ? assigneeId(request.assignee) : '-'],
    ['since', at(request?.state === 'OPEN' ? request.held.at(-1)?.since : undefined)],
    ['until', at(request?.state === 'OPEN' ? request.dueAt : undefined)],
    [
      'request',
      request ? `${request.id} (${request.kind}, ${request.state}, ${request.remindersSent} reminders)` : '-',
    ],
    ...(await selectionRows(context, application.reference)),
    ['last event', last ? `${last.type} by ${last.by}, ${at(last.at)}` : '-'],
  ];
  print(rows);
}

const print = (rows: readonly Row[]): void => {
  for (const [name, value] of rows) console.log(`${name.padEnd(13)} ${value}`);
};

/** Where it stands in the selection, as soon as its round is that far. */
async function selectionRows(context: Context, reference: string): Promise<readonly Row[]> {
  const rows = await Promise.all(Object.values(brought).map(({ ofApplication }) => ofApplication(context, reference)));
  const place = await context.seats.place(reference);
  return [
    ...rows.flat(),
    ...(place
      ? ([['place', `${place.state}, rank ${place.rank}${place.seat ? `, ${place.seat}` : ''}`]] satisfies Row[])
      : []),
  ];
}

const inQuestion = ({ flags }: Application): string => {
  const unmet = (flags?.rules ?? []).filter((rule) => !rule.met).map((rule) => `rule ${rule.ruleId}`);
  const { duplicates: others = [], more = 0 } = flags ?? {};
  const duplicates = others.slice(0, mostShown).map((reference) => `possible duplicate of ${reference}`);
  const rest = others.length - duplicates.length + more;
  return [...unmet, ...duplicates, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ') || '-';
};
