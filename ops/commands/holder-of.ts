import { assigneeId, type PersonRequest } from '../../functions/requests/request.ts';
import { formatInstant } from '../../functions/shared/time.ts';

/** Who has a request that is open, and until when. */
export const holderOf = (request: PersonRequest | undefined): string[] =>
  request?.state === 'OPEN' ? [`${assigneeId(request.assignee)} until ${formatInstant(request.dueAt, 'en')}`] : [];
