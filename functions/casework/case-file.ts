import type { Application } from '../applications/application.ts';
import type { SentVersion } from '../applications/applications-table.ts';
import type { Attachment } from '../attachments/attachments.ts';
import type { CaseFigures, QuarterFigures } from '../attachments/case-figures.ts';
import type { Dependencies as Attachments } from '../attachments/dependencies.ts';
import { documentsOf } from '../attachments/sent-documents.ts';
import { isPersonId, peopleIn } from '../desk/telling.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import { recipientKey } from '../outbox/entry.ts';
import { peopleNames } from '../people/people-names.ts';
import { assigneeId, type PersonRequest } from '../requests/request.ts';
import { type Result, resultOf } from '../results/result-of.ts';
import type { Round } from '../rounds/round.ts';
import type { Screening } from '../screening/screening.ts';
import type { AuditEvent } from '../shared/database/audit.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';

/** All that there is of an application. */
export interface CaseFile {
  readonly application: Application;
  /** The rules under which it was sent last. */
  readonly round: Round;
  /** The answers that were sent last; none of somebody who was erased. */
  readonly version?: SentVersion;
  /** In the order in which they were asked. */
  readonly requests: readonly PersonRequest[];
  /** The documents that were asked for; what was sent for each. */
  readonly attachments: readonly Attachment[];
  /** What the startup has reported, in a round of renewal. */
  readonly figures?: readonly QuarterFigures[] | undefined;
  readonly screening?: Screening;
  readonly result?: Result;
  /** Newest first, of the last 180 days. */
  readonly mails: readonly OutboxEntry[];
  /** In the order in which it happened; who has looked at it apart. */
  readonly events: readonly AuditEvent[];
  readonly readings: readonly AuditEvent[];
  /** Names of the staff by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** Mails that are shown of one application: the newest. */
const mostMails = 100;

export type CaseDependencies = Pick<
  Dependencies & Attachments,
  | 'admissions'
  | 'applications'
  | 'documents'
  | 'eventsOf'
  | 'outbox'
  | 'people'
  | 'requests'
  | 'rounds'
  | 'screenings'
  | 'seats'
> & { readonly caseFigures: CaseFigures };

/** Reads an application with all that belongs to it. */
export async function caseFileOf(deps: CaseDependencies, application: Application, round: Round, now: Instant) {
  const { reference } = application;
  const [rules, version, requestIds, screening, result, mails, all] = await Promise.all([
    deps.rounds.version(round.id, application.roundVersion),
    deps.applications.version(reference, application.version),
    deps.requests.ofSubject(reference),
    deps.screenings.get(reference),
    resultOf(deps, application, now),
    deps.outbox.mailsTo(recipientKey({ applicant: reference }), mostMails),
    deps.eventsOf(reference),
  ]);
  const requests = (await deps.requests.readable(requestIds)).toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  const file: CaseFile = {
    application,
    round: rules ?? round,
    version,
    attachments: await documentsOf(deps, rules ?? round, application.erasedAt ? undefined : version),
    figures: application.erasedAt ? undefined : await deps.caseFigures(application),
    requests,
    screening,
    ...(result.kind === 'released' && { result }),
    mails,
    events: all.filter(({ type }) => type !== 'PersonalDataRead'),
    readings: all.filter(({ type }) => type === 'PersonalDataRead'),
    names: new Map(),
  };
  return { ...file, names: await namesIn(deps, file) };
}

/** The names of everybody of the staff whom a file mentions. */
async function namesIn(deps: Pick<Dependencies, 'people'>, file: CaseFile): Promise<CaseFile['names']> {
  const { application, events, readings, requests, screening } = file;
  const ids = [
    ...[...events, ...readings].flatMap(peopleIn),
    ...requests.flatMap(({ assignee, held }) => [assigneeId(assignee), ...held.map((holder) => holder.assignee)]),
    ...(screening?.reviews ?? []).map(({ reviewer }) => reviewer),
    ...(application.decision ? [application.decision.by] : []),
  ];
  return peopleNames(deps, ids.filter(isPersonId));
}
