import * as z from 'zod';
import { peopleTable } from '../people/people-table.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { committer } from '../shared/database/commit.ts';
import { openDatabase } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { addressesTable } from './addresses-table.ts';
import { takeFeedback } from './feedback.ts';
import { outboxLambdas } from './lambdas.ts';

const logger = openLogger();
const environment = readEnvironment(outboxLambdas['outbox-feedback']);
const db = openDatabase();
const deps = {
  addresses: addressesTable(db, tableName(environment, 'ADDRESSES_TABLE')),
  people: peopleTable(db, tableName(environment, 'PEOPLE_TABLE')),
  commit: committer(db, {
    audit: tableName(environment, 'AUDIT_TABLE'),
    outbox: tableName(environment, 'OUTBOX_TABLE'),
  }),
};

const eventSchema = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });

/** What SES says about mails that did not arrive or were not wanted. */
export const handler = redactErrors(logger, async (event: unknown): Promise<void> => {
  for (const record of eventSchema.parse(event).Records) {
    const result = await takeFeedback(deps, record.Sns.Message, systemClock());
    logger.info('feedback taken', { ...result });
  }
});
