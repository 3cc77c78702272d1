import { applicantResult } from '../../../functions/app/applicant-result.ts';
import { openAttachments } from '../../../functions/app/attachments.ts';
import { deskContextOf, deskLinks, deskRequests, telling } from '../../../functions/app/desk.ts';
import { openDocumentOwners } from '../../../functions/app/document-owners.ts';
import { openHolderNames } from '../../../functions/app/holder-names.ts';
import { roles } from '../../../functions/app/roles.ts';
import { everything } from '../../../functions/app/wiring.ts';
import { oldLinkRoutes } from '../../../functions/requests/pages/old-link-routes.ts';
import { systemClock } from '../../../functions/shared/aws/service.ts';
import type { Database } from '../../../functions/shared/database/database.ts';
import type { SignLink, VerifyLink } from '../../../functions/shared/links.ts';
import { type PageRoute, pagesHandler } from '../../../functions/shared/pages/handler.ts';
import { lazily } from '../../../functions/shared/parts.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import * as brought from '../brought.ts';
import { memoryForms } from '../documents/memory-forms.ts';
import type { Support } from '../support.ts';
import { memoryTables } from './memory-database.ts';
import type { Invoked } from './memory-invoked.ts';
import { serveHandler } from './serve-handler.ts';

const silent = { showsFaults: false, info: () => undefined, error: () => undefined };

interface PagesInMemory {
  readonly db: Database;
  readonly baseUrl: string;
  readonly sign: SignLink;
  readonly verify: VerifyLink;
  readonly signCode: SignLink;
  readonly codesAnHour: number;
}

/** The routes of all pages of all capabilities. */
export function memoryRoutes(given: PagesInMemory): readonly PageRoute[] {
  const { db, baseUrl, sign, verify, signCode, codesAnHour } = given;
  const shown = lazily({ ...everything(memoryTables, db), sign: () => sign });
  const deps = lazily({
    ...everything(memoryTables, db),
    resultOf: applicantResult(memoryTables, db),
    attachments: openAttachments(memoryTables, db),
    verifyLink: () => verify,
    signCode: () => signCode,
    codesAnHour: () => codesAnHour,
    secure: () => false,
    holderNames: openHolderNames(memoryTables, db),
    owners: openDocumentOwners(memoryTables, db, { verifyLink: verify, secure: false }),
    forms: memoryForms,
    roles: () => roles,
    sign: () => sign,
    deskLinks: () => deskLinks,
    telling: () => telling,
    deskRequests: () => deskRequests(shown),
    contextOf: () => deskContextOf(shown),
    baseUrl: () => baseUrl,
  });
  return [
    ...Object.values<Support>(brought).flatMap(({ routes }) => routes?.(deps) ?? []),
    ...oldLinkRoutes({ ...deps, answeredBefore: ['applications'] }),
  ];
}

/** The pages on a database in memory, behind a small server on this machine. */
export async function memoryPages(
  given: PagesInMemory & { readonly port: number; readonly clock?: () => Instant; readonly invoked: Invoked },
): Promise<{ readonly close: () => Promise<void> }> {
  const { port, baseUrl, clock = systemClock, invoked } = given;
  const handler = pagesHandler([...memoryRoutes(given)], { baseUrl, logger: silent, clock });
  return serveHandler(port, (event, context) => invoked('page', () => handler(event, context)));
}
