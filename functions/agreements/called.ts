import type { Text } from '../shared/i18n.ts';

const known = ['계약', '약정', '협약'] as const;
/** What an agreement is called in Korean; with 서 behind it, the paper. All end alike, so that particles fit each. */
export type Called = (typeof known)[number];

/** What an agreement is called by its own title: `입주 협약서` is a 협약, as are those of the institution that say nothing else. */
export const calledIn = (title: Pick<Text, 'ko'>): Called => known.find((one) => title.ko.includes(one)) ?? '협약';
