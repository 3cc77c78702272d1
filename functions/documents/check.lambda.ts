import { openDocumentKeepers } from '../app/document-owners.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { faultNoter, redactErrors } from '../shared/redact-errors.ts';
import { checkDocuments } from './check-documents.ts';
import { fileStore } from './file-store.ts';
import { documentsLambdas } from './lambdas.ts';
import { documentsParts } from './parts.ts';

const logger = openLogger();
const environment = readEnvironment(documentsLambdas['documents-check']);
const db = openDatabase();
const deps = lazily({
  ...documentsParts(environment, db),
  keepers: openDocumentKeepers(environment, db),
  files: () => fileStore(db, environment.DOCUMENTS_BUCKET),
  faulted: () => faultNoter(logger, 'file'),
});

/** Takes in documents: what arrives, verdicts, and on the clock what was not told. */
export const handler = redactErrors(logger, async (event: unknown) => {
  const checked = await checkDocuments(deps, event, systemClock());
  logger.info('checked', { ...checked });
  return checked;
});
