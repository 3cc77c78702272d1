import type { Support } from '../support.ts';

export const documentsSupport: Support = {
  indexed: [
    { table: 'DOCUMENTS_TABLE', attributes: ['due', 'dueAt'], has: ({ pk }) => !String(pk).startsWith('file#') },
  ],
};
