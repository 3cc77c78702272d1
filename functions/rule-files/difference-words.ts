import type { Lang, Text } from '../shared/i18n.ts';
import { formatWon } from '../shared/text/won.ts';
import { formatDate, localDateSchema } from '../shared/time.ts';
import type { Difference, Leaf } from './differences.ts';

/** What the fields of files are called; ids, days and everything else stand for themselves. */
const names: Readonly<Record<string, Text>> = {
  id: { ko: '파일 번호', en: 'Number of the file' },
  title: { ko: '이름', en: 'Name' },
  example: { ko: '예시 여부', en: 'An example' },
  source: { ko: '근거', en: 'Source' },
  budgetLine: { ko: '예산 항목', en: 'Budget line' },
  counting: { ko: '시간 계산', en: 'How hours are counted' },
  firstHour: { ko: '첫 시간 적용', en: 'The first hour' },
  parts: { ko: '시간 단위', en: 'Parts of an hour' },
  overMidnight: { ko: '자정을 넘는 수업', en: 'Lessons over midnight' },
  grades: { ko: '등급', en: 'Grade' },
  rates: { ko: '단가', en: 'Rates' },
  first: { ko: '첫 시간', en: 'First hour' },
  further: { ko: '추가 시간', en: 'Further hour' },
  caps: { ko: '상한', en: 'Cap' },
  limits: { ko: '한도', en: 'Limit' },
  hour: { ko: '1시간', en: 'One hour' },
  longer: { ko: '1시간 초과', en: 'Longer than an hour' },
  allPercent: { ko: '전체 비율', en: 'In all, per cent of it' },
  extras: { ko: '그 밖의 지급', en: 'Beside hours' },
  rules: { ko: '기준', en: 'Rules' },
  capped: { ko: '상한에 포함', en: 'Counts under the cap' },
  taxable: { ko: '과세', en: 'Taxable' },
  otherIncome: { ko: '기타소득', en: 'Other income' },
  businessIncome: { ko: '사업소득', en: 'Business income' },
  nonResident: { ko: '비거주자', en: 'Non-residents' },
  deemedExpense: { ko: '필요경비', en: 'Deemed expense' },
  untaxed: { ko: '과세 최저한', en: 'Not taxed' },
  upTo: { ko: '이하', en: 'Up to' },
  rate: { ko: '세율', en: 'Rate' },
  percent: { ko: '비율', en: 'Per cent' },
  localTax: { ko: '지방소득세', en: 'Local income tax' },
  cutting: { ko: '단수 처리', en: 'Cut' },
  below: { ko: '미만', en: 'Below' },
  basis: { ko: '적용 기준일', en: 'By the day' },
  lines: { ko: '예산 항목', en: 'Budget line' },
  ceiling: { ko: '한도액', en: 'Ceiling' },
  year: { ko: '회계연도', en: 'Fiscal year' },
  dates: { ko: '기한', en: 'Due date' },
  day: { ko: '다음 달의 날', en: 'Day of the month after' },
  onHoliday: { ko: '쉬는 날이면', en: 'On a holiday' },
};

/** What files say by a word of theirs. */
const values: Readonly<Record<string, Text>> = {
  'a-day': { ko: '하루에 한 번', en: 'once a day' },
  'a-lesson': { ko: '수업마다', en: 'for each lesson' },
  minute: { ko: '분 단위', en: 'by the minute' },
  'half-hour': { ko: '30분 단위', en: 'by the half hour' },
  'full-hour': { ko: '1시간 단위', en: 'by the full hour' },
  'day-it-begins': { ko: '시작한 날의 수업으로 계산', en: 'count on the day on which they begin' },
  split: { ko: '자정에 나누어 양쪽 날의 수업으로 계산', en: 'are split at midnight, each part counting on its day' },
  'each-hour': { ko: '시간마다 같은 상한', en: 'the same for each hour' },
  paid: { ko: '지급한 날', en: 'of payment' },
  lecturers: { ko: '강사료', en: 'Lecturers' },
  travel: { ko: '교통비', en: 'Travel' },
  last: { ko: '말일', en: 'the last' },
  'next-business-day': { ko: '다음 영업일', en: 'the next working day' },
  'same-day': { ko: '그날', en: 'the same day' },
};

const inWon = new Set(['first', 'further', 'hour', 'upTo', 'below', 'ceiling']);
const inPercent = new Set(['percent', 'allPercent']);

/** `등급 › special-1 › 2027년 9월 1일(수)부터 › 첫 시간` */
export const placeText = ({ path }: Pick<Difference, 'path'>, lang: Lang): string =>
  path.map((part) => partText(part, lang)).join(' › ');

function partText(part: string, lang: Lang): string {
  const day = localDateSchema.safeParse(part);
  if (!day.success) return Object.hasOwn(names, part) ? (names[part]?.[lang] ?? part) : part;
  const date = formatDate(day.data, lang);
  return { ko: `${date}부터`, en: `from ${date}` }[lang];
}

function leafText(leaf: Leaf, { path }: Pick<Difference, 'path'>, lang: Lang): string {
  const field = path.at(-1) ?? '';
  if (typeof leaf === 'object') return leaf[lang];
  if (typeof leaf === 'boolean') return { ko: leaf ? '예' : '아니요', en: leaf ? 'yes' : 'no' }[lang];
  if (typeof leaf === 'number' && inWon.has(field)) return formatWon(leaf)[lang];
  if (typeof leaf === 'number' && inPercent.has(field)) return `${leaf}%`;
  return values[leaf]?.[lang] ?? String(leaf);
}

/** What it says before and after, in words: `400,000원에서 410,000원으로`. */
export function changeText(difference: Difference, lang: Lang): string {
  const { before, after } = difference;
  const [was, is] = [before, after].map((leaf) => (leaf === undefined ? '' : leafText(leaf, difference, lang)));
  if (before === undefined) return { ko: `${is} (새로 생김)`, en: `${is} (new)` }[lang];
  if (after === undefined) return { ko: `${was} (없어짐)`, en: `${was} (gone)` }[lang];
  return { ko: `변경 전 ${was}, 변경 후 ${is}`, en: `before ${was}, after ${is}` }[lang];
}
