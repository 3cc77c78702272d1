import * as z from 'zod';
import { quarterText } from '../../residency-rules/quarter-text.ts';
import type { Quarter } from '../../residency-rules/reports.ts';
import type { Text } from '../../shared/i18n.ts';
import { formPage, type Typed } from '../../shared/pages/form.ts';
import { type AmountProblem, type AmountRead, readCount, readWon } from '../../shared/text/amounts.ts';
import { longText } from '../../shared/text/normalise.ts';
import { wonDigits } from '../../shared/text/won.ts';
import type { Figures } from '../report.ts';
import { type FigureName, figureText, reportWords } from '../words.ts';
import { amountProblemTexts, beforeText, countProblemText, reportPageWords as words } from './report-texts.ts';

/** The report of the quarter before, as it was sent last. */
export interface Before {
  readonly quarter: Quarter;
  readonly figures: Figures;
}

/** As many people as a startup of the Lab can have, and more. */
const mostPeople = 99_999;

const mostWords = 2000;

const numberOf = (read: (typed: string) => AmountRead, textOf: (problem: AmountProblem) => Text) =>
  z.string().transform((typed, context) => {
    const found = read(typed);
    if (found.kind === 'amount') return found.amount;
    context.addIssue({ code: 'custom', params: { text: textOf(found.problem) }, input: typed });
    return z.NEVER;
  });

const won = numberOf(readWon, (problem) => amountProblemTexts[problem]);
const people = numberOf((typed) => readCount(typed, mostPeople), countProblemText);

/** What is asked about a quarter, with the figures of the one before beside each. */
export function reportForm(before?: Before) {
  const hint = (own: Text, name: FigureName): Text => {
    const value = before && figureText(before.figures, name);
    if (!before || !value) return own;
    const beside = beforeText(quarterText(before.quarter), value);
    return { ko: `${own.ko}. ${beside.ko}`, en: `${own.en}. ${beside.en}` };
  };
  const common = { widget: 'number', maxLength: 40 } as const;
  const text = { widget: 'textarea', maxLength: mostWords, schema: longText({ min: 1, max: mostWords }) } as const;
  return formPage({
    id: 'quarterly-report',
    title: words.title,
    fields: {
      staff: {
        ...common,
        label: reportWords.staff,
        hint: hint(words.staffHint, 'staff'),
        schema: people,
        missing: words.staffMissing,
      },
      revenue: {
        ...common,
        widget: 'text',
        inputMode: 'text',
        label: reportWords.revenue,
        hint: hint(words.revenueHint, 'revenue'),
        schema: won,
        missing: words.revenueMissing,
      },
      investment: {
        ...common,
        widget: 'text',
        inputMode: 'text',
        label: reportWords.investment,
        hint: hint(words.investmentHint, 'investment'),
        schema: won,
        missing: words.investmentMissing,
      },
      jobs: {
        ...common,
        label: reportWords.jobs,
        hint: hint(words.jobsHint, 'jobs'),
        optional: true,
        schema: people,
      },
      reached: { ...text, label: reportWords.reached, hint: words.reachedHint, missing: words.reachedMissing },
      next: { ...text, label: reportWords.next, hint: words.nextHint, missing: words.nextMissing },
    },
  });
}

/** A report as it would have been typed, to be corrected. */
export const typedFrom = ({ staff, revenue, investment, jobs, milestones }: Figures): Typed => ({
  staff: [String(staff)],
  revenue: [wonDigits(revenue)],
  investment: [wonDigits(investment)],
  jobs: jobs === undefined ? [] : [String(jobs)],
  reached: [milestones.reached],
  next: [milestones.next],
});
