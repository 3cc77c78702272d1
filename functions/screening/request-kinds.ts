import type { Kind } from '../requests/kind.ts';
import { reviewKind } from './open-review.ts';

/** Reviews are opened by the link to a reviewer's list. */
export const screeningKinds: readonly Kind[] = [
  { name: reviewKind, title: { ko: '심사', en: 'Review' }, together: 'reviews-reminder' },
];
