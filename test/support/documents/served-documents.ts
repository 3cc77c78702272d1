import type { DeskDependencies } from '../../../functions/desk/open-desk.ts';
import { documentRoutes } from '../../../functions/documents/pages/document-routes.tsx';
import type { DocumentPagesDependencies } from '../../../functions/documents/pages/open-slot.ts';
import { pagesHandler } from '../../../functions/shared/pages/handler.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { freePort } from '../../../local/ports.ts';
import { serveHandler } from '../memory/serve-handler.ts';

/**
 * The pages of documents behind a small server in this process, for owners that no capability of the app brings.
 * @param clock the time that they go by
 */
export async function serveDocuments(
  deps: Omit<DocumentPagesDependencies & DeskDependencies, 'baseUrl' | 'secure' | 'deskLinks'>,
  clock: () => Instant,
): Promise<{ readonly baseUrl: string; readonly lines: readonly object[]; readonly close: () => Promise<void> }> {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const lines: object[] = [];
  const note = (message: string, extra: object) => void lines.push({ message, ...extra });
  const handler = pagesHandler(
    documentRoutes({
      documents: deps.documents,
      commit: deps.commit,
      random: deps.random,
      owners: deps.owners,
      forms: deps.forms,
      people: deps.people,
      sessions: deps.sessions,
      baseUrl,
      secure: false,
      deskLinks: [],
    }),
    { baseUrl, logger: { showsFaults: true, info: note, error: note }, clock },
  );
  return { baseUrl, lines, ...(await serveHandler(port, handler)) };
}
