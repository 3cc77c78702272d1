import { type Lang, langs, type Text } from '../shared/i18n.ts';
import { formatWon } from '../shared/text/won.ts';
import { formatDate, type LocalDate } from '../shared/time.ts';
import type { Calculation, PricedExtra } from './calculate.ts';
import type { Lowered } from './caps.ts';
import type { PricedLesson } from './fees.ts';
import type { TaxLine, Withheld } from './taxes.ts';

/** A line that people see: items up to a sum add up to it, sums included; a note has no amount. */
export type ExplainedLine =
  | { readonly kind: 'item' | 'sum'; readonly text: Text; readonly amount: number }
  | { readonly kind: 'note'; readonly text: Text };

const words = {
  gross: { ko: '지급 총액(세전)', en: 'Gross' },
  paid: { ko: '실지급액', en: 'Paid' },
  manuscript: { ko: '원고료', en: 'Manuscript' },
  travel: { ko: '교통비', en: 'Travel' },
  unpaid: { ko: '지급 대상 시간 없음', en: 'no complete unit of an hour' },
  'other-income': { ko: '소득세(기타소득)', en: 'Income tax (other income)' },
  'business-income': { ko: '소득세(사업소득)', en: 'Income tax (business income)' },
  'non-resident': { ko: '소득세(비거주자)', en: 'Income tax (non-resident)' },
  example: {
    ko: '예시 단가와 예시 세율로 계산한 금액입니다. 재무 담당자가 확인하기 전에는 실제 지급에 쓰지 않습니다.',
    en: 'Calculated with example rates and taxes. They are not used for real payments before finance has confirmed them.',
  },
  treaty: { ko: '조세 조약에 따라 원천징수하지 않음', en: 'Nothing withheld, by a tax treaty' },
  institution: { ko: '기관에 지급하므로 원천징수하지 않음', en: 'Nothing withheld, as an institution is paid' },
  'business-with-invoice': {
    ko: '계산서를 발급하는 사업자이므로 원천징수하지 않음',
    en: 'Nothing withheld, as the business sends an invoice',
  },
} as const satisfies Record<string, Text>;

/** What courses are called, by their ids. */
type Titles = Readonly<Record<string, Text>>;

const titleIn = (titles: Titles, course: string): Text => titles[course] ?? { ko: course, en: course };

/** The calculation line by line, in both languages; a course that has no title is told by its id. */
export function explain(calculation: Calculation & { readonly courses?: Titles | undefined }): ExplainedLine[] {
  const { lessons, extras, lowered, taxes, gross, paid, by, example, courses = {} } = calculation;
  const called = <Line extends { readonly course: string }>(line: Line) => ({
    ...line,
    course: titleIn(courses, line.course),
  });
  const sum = (text: Text, amount: number): ExplainedLine => ({ kind: 'sum', text, amount });
  return [
    ...lessons.map((line) => lessonLine(called(line))),
    ...extras.map((line) => extraLine(called(line))),
    ...lowered.map((line) => loweredLine(called(line))),
    sum(words.gross, gross),
    ...taxes.flatMap((line) => taxLines(line, 'course' in line ? titleIn(courses, line.course) : noCourse)),
    sum(words.paid, paid),
    { kind: 'note', text: inBoth((lang) => `${byText[lang]}: ${by.map((title) => title[lang]).join(', ')}`) },
    ...(example ? ([{ kind: 'note', text: words.example }] as const) : []),
  ];
}

const byText = { ko: '적용 기준', en: 'Calculated by' } as const satisfies Text;

const inBoth = (write: (lang: Lang) => string): Text => {
  const [ko = '', en = ''] = langs.map(write);
  return { ko, en };
};

/** `6시간 20분`, `6 h 20 min`. */
function durationText(minutes: number): Text {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const text = (hour: string, minute: string): string =>
    [...(hours > 0 ? [`${hours}${hour}`] : []), ...(rest > 0 || hours === 0 ? [`${rest}${minute}`] : [])].join(' ');
  return { ko: text('시간', '분'), en: text(' h', ' min') };
}

const dayText = (date: LocalDate): Text => inBoth((lang) => formatDate(date, lang));

type Called<Line> = Omit<Line, 'course'> & { readonly course: Text };

function lessonLine({ date, start, minutes, course, amount, ...paid }: Called<PricedLesson>): ExplainedLine {
  const [day, duration] = [dayText(date), durationText(minutes)];
  const rates = ratesText(paid);
  return {
    kind: 'item',
    amount,
    text: {
      ko: `${day.ko} ${start}부터 ${duration.ko}, ${course.ko}: ${rates.ko}`,
      en: `${day.en}, ${duration.en} from ${start}, ${course.en}: ${rates.en}`,
    },
  };
}

type Paid = Pick<PricedLesson, 'firstMinutes' | 'furtherMinutes' | 'first' | 'further'>;

function ratesText({ firstMinutes, furtherMinutes, first, further }: Paid): Text {
  const part = (name: Text, minutes: number, rate: number): Text[] => {
    const [duration, won] = [durationText(minutes), formatWon(rate)];
    const text = {
      ko: `${name.ko} ${duration.ko}(시간당 ${won.ko})`,
      en: `${name.en} ${duration.en} (${won.en} an hour)`,
    };
    return minutes > 0 ? [text] : [];
  };
  const parts = [
    ...part({ ko: '첫 시간', en: 'first hour,' }, firstMinutes, first),
    ...part({ ko: '추가', en: 'further' }, furtherMinutes, further),
  ];
  return parts.length > 0 ? inBoth((lang) => parts.map((text) => text[lang]).join(', ')) : words.unpaid;
}

function extraLine({ kind, date, course, amount }: Called<PricedExtra>): ExplainedLine {
  const day = dayText(date);
  return { kind: 'item', amount, text: inBoth((lang) => `${words[kind][lang]}, ${day[lang]}, ${course[lang]}`) };
}

function loweredLine({ date, course, before, limit, amount }: Called<Lowered>): ExplainedLine {
  const [day, sum, most] = [dayText(date), formatWon(before), formatWon(limit)];
  return {
    kind: 'item',
    amount,
    text: {
      ko: `강의료 상한 초과분, ${day.ko}, ${course.ko}: 합계 ${sum.ko}, 상한 ${most.ko}`,
      en: `Above the limit of a lecture, ${day.en}, ${course.en}: ${sum.en} earned, at most ${most.en}`,
    },
  };
}

const noCourse: Text = { ko: '', en: '' };

function taxLines(line: TaxLine, course: Text): ExplainedLine[] {
  switch (line.kind) {
    case 'withheld':
      return withheldLines(words[line.income], line);
    case 'caught-up': {
      const day = dayText(line.paidOn);
      return withheldLines(
        {
          ko: `${day.ko} 지급분 소득세 추가 징수, ${course.ko}`,
          en: `Income tax caught up on the payment of ${day.en}, ${course.en}`,
        },
        line,
      );
    }
    case 'withheld-elsewhere': {
      const text = {
        ko: `다른 지급에서 이미 징수한 소득세와 지방소득세, ${course.ko}`,
        en: `Taxes withheld already with another payment, ${course.en}`,
      };
      return [{ kind: 'item', amount: line.incomeTax + line.localTax, text }];
    }
    case 'carried': {
      const [day, due] = [dayText(line.paidOn), formatWon(0 - line.incomeTax - line.localTax)];
      const text = {
        ko: `${day.ko} 지급분의 세금 ${due.ko}은 이번 지급액보다 많아 다음 지급 때 징수함, ${course.ko}`,
        en: `The tax of ${due.en} on the payment of ${day.en} is more than this payment and follows with the next, ${course.en}`,
      };
      return [{ kind: 'note', text }];
    }
    case 'untaxed-case': {
      const [total, most] = [formatWon(line.total), formatWon(line.upTo)];
      const text = {
        ko: `소득세 없음, ${course.ko}: 지급 계획 총액 ${total.ko}에서 필요경비를 뺀 금액이 ${most.ko} 이하`,
        en: `No income tax, ${course.en}: of ${total.en} planned in all, no more than ${most.en} is income`,
      };
      return [{ kind: 'note', text }];
    }
    case 'nothing-withheld':
      return [{ kind: 'note', text: inBoth((lang) => `${words[line.why][lang]} (${line.document})`) }];
  }
}

function withheldLines(name: Text, line: Withheld): ExplainedLine[] {
  const [taxable, tax] = [formatWon(line.taxable), formatWon(0 - line.incomeTax)];
  const { deemedExpensePercent: expense, percent, localPercent } = line;
  return [
    {
      kind: 'item',
      amount: line.incomeTax,
      text:
        expense > 0
          ? {
              ko: `${name.ko}: ${taxable.ko}에서 필요경비 ${expense}%를 뺀 금액의 ${percent}%`,
              en: `${name.en}: ${percent}% of ${taxable.en} less ${expense}% deemed expense`,
            }
          : { ko: `${name.ko}: ${taxable.ko}의 ${percent}%`, en: `${name.en}: ${percent}% of ${taxable.en}` },
    },
    {
      kind: 'item',
      amount: line.localTax,
      text: { ko: `지방소득세: 소득세 ${tax.ko}의 ${localPercent}%`, en: `Local tax: ${localPercent}% of ${tax.en}` },
    },
  ];
}
