import * as z from 'zod';
import { commitTables } from './environment.ts';

/*
 * The environment of each Lambda: read by its entry, and the type of what infra gives it. One place, so that infra can
 * import it without any page or mail.
 */

const applicationTables = {
  ...commitTables,
  APPLICATIONS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  ROUNDS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SCREENINGS_TABLE: z.string(),
  ADMISSIONS_TABLE: z.string(),
  SEATS_TABLE: z.string(),
};

const pages = {
  /** Where people see the pages: `https://…`, without a slash at the end. */
  BASE_URL: z.url(),
  LINK_KEY_ID: z.string(),
};

/** The environment is text on both sides: infra writes it, the entry reads the number. */
const wholeNumber = z.string().regex(/^[1-9]\d*$/);

/** Beginning of every state machine's ARN; the name of the workflow follows. */
const runs = { STATE_MACHINE_PREFIX: z.string() };

export const applicationsPagesEnvironment = z.object({ ...applicationTables, ...pages });
export const applicationsTasksEnvironment = z.object(applicationTables);
export const runsReconcileEnvironment = z.object({ ...applicationTables, ...runs });
export const screeningPagesEnvironment = z.object({ ...applicationTables, ...pages });
export const screeningTasksEnvironment = z.object(applicationTables);
export const admissionPagesEnvironment = z.object({ ...applicationTables, ...pages });
export const admissionLetterEnvironment = z.object({ ...applicationTables, ...pages });
export const admissionTasksEnvironment = z.object(applicationTables);
export const admissionEraseDueEnvironment = z.object(applicationTables);
export const requestsPagesEnvironment = z.object({ ...applicationTables, ...pages });
export const requestsChaseEnvironment = z.object(applicationTables);
export const outboxDeliverEnvironment = z.object({
  ...applicationTables,
  ...pages,
  ...runs,
  ADDRESSES_TABLE: z.string(),
  PACE_TABLE: z.string(),
  /** Below the SES account's sending rate. */
  MAILS_A_SECOND: wholeNumber,
  /** Below the account's quota of StartExecution. */
  STARTS_A_SECOND: wholeNumber,
  MAIL_FROM: z.email(),
  MAIL_REPLY_TO: z.email(),
});
export const outboxFeedbackEnvironment = z.object({
  ...commitTables,
  ADDRESSES_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
});
export const auditSignHeadsEnvironment = z.object({
  AUDIT_TABLE: z.string(),
  MANIFESTS_BUCKET: z.string(),
  SIGNING_KEY_ID: z.string(),
});
