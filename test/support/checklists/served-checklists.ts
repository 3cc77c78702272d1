import { nobodyInterested } from '../../../functions/checklists/follow-requests.ts';
import { itemDocumentOwners } from '../../../functions/checklists/item-documents.ts';
import { checklistRoutes } from '../../../functions/checklists/pages/checklist-routes.tsx';
import { beginDesk } from '../../../functions/desk/open-desk.ts';
import { documentRoutes } from '../../../functions/documents/pages/document-routes.tsx';
import { signedForms } from '../../../functions/documents/signed-forms.ts';
import { type PageRoute, pagesHandler } from '../../../functions/shared/pages/handler.ts';
import { freePort } from '../../../local/ports.ts';
import { serveHandler } from '../memory/serve-handler.ts';
import { type Visitor, visitor } from '../visitor.ts';
import type { ChecklistWorld } from './checklist-world.ts';

const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };

/** The pages of checklists and of documents behind a small server in this process, for owners of the tests alone. @param more what else is served */
export async function serveChecklists(at: ChecklistWorld, more: readonly PageRoute[] = []) {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const lines: object[] = [];
  const note = (message: string, extra: object) => void lines.push({ message, ...extra });
  const { deps } = at;
  const { checklists, checklistOwners, documents, requests, people, sessions, commit, random, kinds } = deps;
  const shared = { requests, people, sessions, documents, commit, random, secure: false, deskLinks: [] };
  const config = { region: async () => 'ap-northeast-2', credentials: async () => key };
  const routes: PageRoute[] = [
    ...more,
    ...checklistRoutes({
      ...shared,
      checklists,
      checklistOwners,
      kinds,
      interestsIn: nobodyInterested,
      verifyLink: at.verify,
    }),
    ...documentRoutes({
      ...shared,
      owners: itemDocumentOwners({ checklists, checklistOwners, requests, sessions }),
      forms: signedForms({ config }, 'documents'),
      baseUrl,
    }),
  ];
  const handler = pagesHandler(routes, {
    baseUrl,
    logger: { showsFaults: true, info: note, error: note },
    clock: at.now,
  });
  return {
    baseUrl,
    lines,
    /** Somebody with nothing but a link. */
    anybody: (lang = 'ko'): Visitor => visitor(baseUrl, { lang }),
    /** The browser of a firm that has signed in. */
    firm: (id: string, lang = 'ko'): Visitor => {
      const browser = visitor(baseUrl, { lang });
      browser.cookies.set('firm', id);
      return browser;
    },
    atDesk: async (person: string, lang = 'ko'): Promise<Visitor> => {
      const browser = visitor(baseUrl, { lang });
      const found = await people.get(person);
      if (!found) throw new Error(`there is no ${person}`);
      const cookie = await beginDesk({ sessions, random, secure: false }, found, at.now());
      const [, value = ''] = /^desk=([^;]+)/u.exec(cookie) ?? [];
      browser.cookies.set('desk', value);
      return browser;
    },
    ...(await serveHandler(port, handler)),
  };
}
export type ServedChecklists = Awaited<ReturnType<typeof serveChecklists>>;
