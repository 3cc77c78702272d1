import type { DeskDependencies } from '../../desk/open-desk.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { documentDeskRoutes } from './desk-routes.tsx';
import type { DocumentPagesDependencies } from './open-slot.ts';
import { senderRoutes } from './sender-routes.tsx';

/** All pages of documents. */
export const documentRoutes = (deps: DocumentPagesDependencies & DeskDependencies): PageRoute[] => [
  ...senderRoutes(deps),
  ...documentDeskRoutes(deps),
];
