import type { Kind } from '../requests/kind.ts';
import { committeeApproval } from './committee-requests.ts';

export const committeeKinds: readonly Kind[] = [
  { name: committeeApproval, title: { ko: '선발 순위 승인', en: 'Approve the ranking' }, pages: 'committee' },
];
