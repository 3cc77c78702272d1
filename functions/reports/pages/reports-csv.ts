import { csvOf } from '../../shared/files/csv.ts';
import type { Lang } from '../../shared/i18n.ts';
import { seoulMinuteOf } from '../../shared/time.ts';
import type { ReportRow } from '../all-reports.ts';
import { reportWords } from '../words.ts';
import { stateOf } from './desk-list.tsx';
import { deskReportWords as words } from './desk-texts.ts';

const digits = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** Every report of every residency as a file, as it was sent last. */
export const reportsCsv = (rows: readonly ReportRow[], lang: Lang): string =>
  csvOf([
    [
      reportWords.quarter,
      words.reference,
      reportWords.startup,
      words.state,
      words.due,
      words.sentAt,
      words.versions,
      reportWords.staff,
      reportWords.revenue,
      reportWords.investment,
      reportWords.jobs,
      reportWords.reached,
      reportWords.next,
    ].map((text) => text[lang]),
    ...rows.map(({ residency, row }) => [
      row.quarter,
      residency.id,
      residency.startup.name,
      words[stateOf(row)][lang],
      seoulMinuteOf(row.dueAt),
      row.sentAt ? seoulMinuteOf(row.sentAt) : '',
      String(row.versions.length),
      digits(row.figures?.staff),
      digits(row.figures?.revenue),
      digits(row.figures?.investment),
      digits(row.figures?.jobs),
      row.figures?.milestones.reached ?? '',
      row.figures?.milestones.next ?? '',
    ]),
  ]);
