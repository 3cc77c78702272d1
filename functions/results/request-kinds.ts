import type { Kind } from '../requests/kind.ts';
import { lookAgainKind } from './look-again.ts';

export const resultsKinds: readonly Kind[] = [
  {
    name: lookAgainKind,
    title: { ko: '다시 살펴봐 달라는 요청', en: 'A request to look again' },
    pages: 'results',
    heldBy: 'intake-officer',
  },
];
