import { withSent } from '../../applications/pages/context.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { seeOther } from '../../shared/pages/request.ts';
import { documentsKey, documentsKind as kindName } from '../ask-documents.ts';
import { sendersPath } from '../senders-path.ts';
import { documentsKind, type OnboardingPages } from './documents-kind.tsx';

/** What the mail for the documents leads to, for a startup that comes from its status page or from what it has sent. */
export const startupRoutes = (deps: OnboardingPages): PageRoute[] => {
  const kind = documentsKind(deps);
  const page = withSent(deps, async ({ application, by }, request) => {
    const residency = await deps.residencies.get(application.reference);
    const asked = residency && (await deps.requests.byAskKey(documentsKey(kindName, residency)));
    if (!asked) return seeOther('/application');
    const holder = by.startsWith('person:') ? by : application.reference;
    if (asked.state !== 'OPEN') return kind.closed(asked, request, holder);
    const held = { request: asked, holder, path: sendersPath };
    return request.method === 'POST' ? kind.answer(held, request) : kind.show(held, request);
  });
  return [
    { method: 'GET', path: sendersPath, page },
    { method: 'POST', path: sendersPath, page },
  ];
};
