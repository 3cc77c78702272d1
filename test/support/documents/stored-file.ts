import type { StoredFile } from '../../../functions/documents/document.ts';

/** A file as a slot has it, in its first moment or as a test says. */
export const storedFile = (change: Partial<StoredFile> & Pick<StoredFile, 'begunAt' | 'until'>): StoredFile => ({
  id: '0123456789abcdef0123456789abcdef',
  number: 1,
  state: 'WAITING',
  by: 'applicant',
  formats: ['pdf'],
  ...change,
});
