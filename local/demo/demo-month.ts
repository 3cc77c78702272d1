import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LecturerRow } from '../../functions/lecturers/read-lecturers.ts';
import { addDays, type Instant, type LocalDate, localDateSchema, seoulDateOf } from '../../functions/shared/time.ts';
import { root } from '../paths.ts';

/** A lecturer of the demo's class, and the account that is paid to. Nobody and nothing of it exists. */
interface DemoLecturer {
  readonly row: Omit<LecturerRow, 'capConfirmedBy' | 'capConfirmedOn' | 'recordedBy' | 'taxSince'>;
  readonly account: { readonly bank: string; readonly account: string; readonly holder: string };
}

const resident = { lang: 'ko', cap: 'none', payee: 'resident', taxClass: 'other-income', document: '' } as const;

const lecturers: readonly DemoLecturer[] = [
  {
    row: {
      ...resident,
      id: 'kim-haon',
      name: '김하온',
      email: 'haon.kim@gaon-bank.example',
      institution: '가온은행',
      grade: 'special-2',
      cap: 'class-40',
    },
    account: { bank: '004', account: '000-01-000001', holder: '김하온' },
  },
  {
    row: {
      ...resident,
      id: 'lee-sol',
      name: '이솔',
      email: 'sol.lee@nurim-card.example',
      institution: '누림카드',
      grade: 'grade-1',
      taxClass: 'business-income',
    },
    account: { bank: '088', account: '000-02-000002', holder: '이솔' },
  },
  {
    row: {
      ...resident,
      id: 'park-narae',
      name: '박나래',
      email: 'narae.park@dasol-securities.example',
      institution: '다솔증권',
      grade: 'grade-2',
      payee: 'institution',
      taxClass: '',
      document: 'DEMO-0001',
    },
    account: { bank: '011', account: '000-03-000003', holder: '다솔증권' },
  },
  {
    row: {
      ...resident,
      id: 'seo-garam',
      name: '서가람',
      email: 'garam.seo@maru-insurance.example',
      institution: '마루보험',
      grade: 'grade-1',
    },
    account: { bank: '020', account: '000-04-000004', holder: '서가람' },
  },
  {
    row: {
      ...resident,
      id: 'jang-byeol',
      name: '장별',
      email: 'byeol.jang@saeron-pay.example',
      lang: 'en',
      institution: '새론페이',
      grade: 'special-1',
      taxClass: 'business-income',
    },
    account: { bank: '081', account: '000-05-000005', holder: '장별' },
  },
  {
    row: {
      ...resident,
      id: 'jo-yunseul',
      name: '조윤슬',
      email: 'yunseul.jo@hangyeol-data.example',
      institution: '한결데이터연구원',
      grade: 'grade-2',
    },
    account: { bank: '003', account: '000-06-000006', holder: '조윤슬' },
  },
];

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

/** The month that is over at a moment: `2026-10`. */
const monthBefore = (now: Instant): string => {
  const today = seoulDateOf(now);
  return addDays(today, -Number(today.slice(8))).slice(0, 7);
};

/** The example rules, in force from the first day of teaching on whenever that is. */
function ruleFiles(firstDay: LocalDate, now: Instant): string[] {
  const [first, last] = [yearOf(firstDay), yearOf(addDays(seoulDateOf(now), 60))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const text = (file: string): string => readFileSync(join(root, 'rules', file), 'utf8');
  return [
    text('wages/rate-card.yaml').replaceAll('since: 2027-01-01', `since: ${first}-01-01`),
    text('wages/tax.yaml'),
    text('claims/claims.yaml').replace(/ {2}- \{ year: 2027, day: (2027)(-\d\d-\d\d) \}/u, (_, __, day: string) =>
      years.map((year) => `  - { year: ${year}, day: ${year}${day} }`).join('\n'),
    ),
    ...years.map((year) => text('budget/2027.yaml').replace('year: 2027', `year: ${year}`)),
    text('banks/example-csv.yaml'),
    text('payments/tax-dates.yaml'),
  ];
}

/** What the month of a class that began on some day needs, so that it can be played from the claims to the payment. */
export function demoMonth(firstDay: LocalDate, now: Instant) {
  const since = localDateSchema.parse(`${yearOf(firstDay)}-01-01`);
  return {
    month: monthBefore(now),
    files: ruleFiles(firstDay, now),
    lecturers: lecturers.map(({ row, account }) => ({
      account,
      row: {
        ...row,
        capConfirmedBy: 'park-sora',
        capConfirmedOn: since,
        recordedBy: 'ryu-hana',
        taxSince: row.taxClass === '' ? undefined : since,
      },
    })),
  };
}
export type DemoMonth = ReturnType<typeof demoMonth>;
