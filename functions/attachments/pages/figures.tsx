import { quarterText } from '../../residency-rules/quarter-text.ts';
import { type Lang, peopleText, type Text } from '../../shared/i18n.ts';
import { SummaryList } from '../../shared/pages/components.tsx';
import { WideTable } from '../../shared/pages/wide-table.tsx';
import { formatWon } from '../../shared/text/won.ts';
import { formatDate, formatInstant, seoulDateOf } from '../../shared/time.ts';
import type { QuarterFigures } from '../case-figures.ts';

const words = {
  title: { ko: '분기 보고', en: 'Quarterly reports' },
  none: { ko: '아직 보고할 분기가 없었습니다.', en: 'No quarter was to be reported yet.' },
  quarter: { ko: '분기', en: 'Quarter' },
  staff: { ko: '상근 인원', en: 'Full-time people' },
  revenue: { ko: '매출', en: 'Revenue' },
  investment: { ko: '투자 유치액', en: 'Investment received' },
  sent: { ko: '보고', en: 'Report' },
  inTime: { ko: '기한 안', en: 'In time' },
  milestones: { ko: '이룬 성과와 다음 분기 계획', en: 'What was reached, and what was next' },
  reached: { ko: '이룬 성과', en: 'What was reached' },
  next: { ko: '다음 분기 계획', en: 'What is next' },
} as const satisfies Record<string, Text>;

const lateText = (at: string): Text => ({ ko: `늦음 (${at})`, en: `Late (${at})` });
const missingText = (due: string): Text => ({ ko: `없음 (기한 ${due})`, en: `Not sent (due ${due})` });

/** When a report came, or that it has not. */
const sentText = ({ dueAt, sentAt }: QuarterFigures, lang: Lang): string => {
  if (!sentAt) return missingText(formatInstant(dueAt, lang))[lang];
  return sentAt <= dueAt ? words.inTime[lang] : lateText(formatDate(seoulDateOf(sentAt), lang))[lang];
};

/** What a startup has reported, quarter by quarter, for who judges whether it stays. */
export function Figures({ figures, lang }: { readonly figures: readonly QuarterFigures[]; readonly lang: Lang }) {
  const told = figures.flatMap(({ quarter, said }) => (said ? [{ quarter, milestones: said.milestones }] : []));
  return (
    <section class="answers">
      <h2>{words.title[lang]}</h2>
      {figures.length === 0 && <p>{words.none[lang]}</p>}
      {figures.length > 0 && (
        <WideTable
          label={words.title[lang]}
          head={(['quarter', 'staff', 'revenue', 'investment', 'sent'] as const).map((column) => words[column][lang])}
          rows={figures.map((one) => ({
            key: one.quarter,
            cells: [
              quarterText(one.quarter)[lang],
              one.said ? peopleText(one.said.staff)[lang] : '–',
              one.said ? formatWon(one.said.revenue)[lang] : '–',
              one.said ? formatWon(one.said.investment)[lang] : '–',
              sentText(one, lang),
            ],
          }))}
        />
      )}
      {told.length > 0 && (
        <>
          <h3>{words.milestones[lang]}</h3>
          <SummaryList
            rows={told.map(({ quarter, milestones }) => ({
              term: quarterText(quarter)[lang],
              value: (
                <>
                  {words.reached[lang]}: <span class="typed">{milestones.reached}</span>
                  <br />
                  {words.next[lang]}: <span class="typed">{milestones.next}</span>
                </>
              ),
            }))}
          />
        </>
      )}
    </section>
  );
}
