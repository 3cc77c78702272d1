import { peopleText, type Text } from '../shared/i18n.ts';
import { formatWon } from '../shared/text/won.ts';
import type { Figures } from './report.ts';

/** The words that pages and mails about reports share. */
export const reportWords = {
  startup: { ko: '입주 기업', en: 'Startup' },
  quarter: { ko: '분기', en: 'Quarter' },
  due: { ko: '제출 기한', en: 'Due' },
  sentAt: { ko: '제출한 때', en: 'Sent' },
  late: { ko: '기한 후 제출', en: 'sent late' },
  staff: { ko: '상근 인원', en: 'Full-time people' },
  revenue: { ko: '매출', en: 'Revenue' },
  investment: { ko: '투자 유치액', en: 'Investment received' },
  jobs: { ko: '새로 채용한 인원', en: 'Jobs created' },
  reached: { ko: '이룬 성과', en: 'What was reached' },
  next: { ko: '다음 분기 계획', en: 'What is next' },
} as const satisfies Record<string, Text>;

const inWords = {
  staff: peopleText,
  revenue: formatWon,
  investment: formatWon,
  jobs: peopleText,
} as const;

/** The figures of a report, in the order in which they are told. */
export const figureNames = ['staff', 'revenue', 'investment', 'jobs'] as const;
export type FigureName = (typeof figureNames)[number];

/** One figure with its unit; nothing, if it was left out. */
export const figureText = (figures: Figures, name: FigureName): Text | undefined => {
  const value = figures[name];
  return value === undefined ? undefined : inWords[name](value);
};
