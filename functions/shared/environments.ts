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
};

const pages = {
  /** Where people see the pages: `https://…`, without a slash at the end. */
  BASE_URL: z.url(),
  LINK_KEY_ID: z.string(),
};

/** Beginning of every state machine's ARN; the name of the workflow follows. */
const runs = { STATE_MACHINE_PREFIX: z.string() };

export const applicationsPagesEnvironment = z.object({ ...applicationTables, ...pages });
export const applicationsTasksEnvironment = z.object(applicationTables);
export const applicationsReconcileEnvironment = z.object({ ...applicationTables, ...runs });
export const requestsPagesEnvironment = z.object({ ...applicationTables, ...pages });
export const requestsChaseEnvironment = z.object(applicationTables);
export const outboxDeliverEnvironment = z.object({
  ...applicationTables,
  ...pages,
  ...runs,
  ADDRESSES_TABLE: z.string(),
  MAIL_FROM: z.email(),
  MAIL_REPLY_TO: z.email(),
});
export const outboxFeedbackEnvironment = z.object({
  ...commitTables,
  ADDRESSES_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
});
