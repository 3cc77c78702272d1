import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { fileStore } from './file-store.ts';
import { documentsLambdas } from './lambdas.ts';
import { sayScanResult, scanHere } from './local-scan.ts';

const logger = openLogger();
const { DOCUMENTS_BUCKET: bucket } = readEnvironment(documentsLambdas['documents-local-scan']);
/** For its region and credentials. */
const client = openDatabase();
const files = fileStore(client, bucket);

/** Looks through what arrives, and says what it found, as GuardDuty does on AWS. */
export const handler = redactErrors(logger, async (event: unknown) => {
  const result = await scanHere({ files, bucket }, event);
  if (result) await sayScanResult(client, result);
  logger.info('scanned', { status: result?.scanResultDetails.scanResultStatus ?? 'nothing' });
});
