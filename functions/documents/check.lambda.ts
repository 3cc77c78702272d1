import { openDocumentKeepers } from '../app/document-owners.ts';
import { openDatabase } from '../shared/database.ts';
import { lazily } from '../shared/parts.ts';
import { readEnvironment } from '../shared/read-environment.ts';
import { faultNoter, redactErrors } from '../shared/redact-errors.ts';
import { openLogger, systemClock } from '../shared/service.ts';
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
