import { documentRoutes } from '../../../functions/documents/pages/document-routes.tsx';
import type { Support } from '../support.ts';

export const documentsSupport: Support = {
  routes: documentRoutes,
  indexed: [
    { table: 'DOCUMENTS_TABLE', attributes: ['due', 'dueAt'], has: ({ pk }) => !String(pk).startsWith('file#') },
  ],
};
