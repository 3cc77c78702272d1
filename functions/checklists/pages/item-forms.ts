import * as z from 'zod';
import type { Lang, Text } from '../../shared/i18n.ts';
import { check, errorsOfWanted, formPage, type Typed } from '../../shared/pages/form.ts';
import type { Choice } from '../../shared/pages/two-acts.tsx';
import { longText, shortText } from '../../shared/text/normalise.ts';
import { formatDate, type Instant, type LocalDate, localDateSchema } from '../../shared/time.ts';
import type { Checklist } from '../checklist.ts';
import { type Decision, type DecisionOutcome, decidable, earliestDue } from '../deciding.ts';
import type { Item } from '../item.ts';
import type { Report } from '../reporting.ts';
import { managerWords, outcomeTexts, workWords } from './checklist-words.ts';

const longestWords = 1000;
const longestLabel = 100;

const wordsField = (label: Text, hint: Text, missing: Text) =>
  ({
    widget: 'textarea',
    label,
    hint,
    missing,
    optional: true,
    unmarked: true,
    maxLength: longestWords,
    schema: longText({ max: longestWords }),
  }) as const;

/** What whoever does an item says about it. */
export const reportForm = (missing: Text) =>
  formPage({
    id: 'report',
    title: workWords.title,
    fields: {
      outcome: {
        widget: 'radios',
        label: workWords.outcome,
        missing: workWords.missing,
        options: [
          { value: 'DONE', label: workWords.done, hint: workWords.doneHint },
          { value: 'CANNOT', label: workWords.cannot, hint: workWords.cannotHint },
        ],
        schema: z.enum(['DONE', 'CANNOT']),
      },
      words: wordsField(workWords.note, workWords.noteHint, missing),
    },
  });

export const plainReportForm = reportForm(workWords.noteMissing);

/** The report, or what is still wanted for it: words if the item wants them, and a reason for what cannot be done. */
export const readReport =
  ({ evidence }: Pick<Item, 'evidence'>, typed: Typed) =>
  (lang: Lang): Choice<Report> => {
    const checked = check(plainReportForm, typed, lang);
    if (!checked.ok) return { errors: checked.errors };
    const { outcome, words } = checked.values;
    if (outcome === 'CANNOT') {
      if (words) return { answer: { outcome, words } };
      return { errors: errorsOfWanted(reportForm(workWords.reasonMissing), 'words', typed, lang) };
    }
    if (evidence === 'words' && !words) return { errors: errorsOfWanted(plainReportForm, 'words', typed, lang) };
    return { answer: { outcome, ...(words && { words }) } };
  };

const dueTooEarly = (first: LocalDate): Text => ({
  ko: `${formatDate(first, 'ko')} 이후의 날짜를 입력해 주십시오.`,
  en: `Enter ${formatDate(first, 'en')} or a later date.`,
});
const dueTooLate = (last: LocalDate): Text => ({
  ko: `${formatDate(last, 'ko')} 이전의 날짜를 입력해 주십시오. 연도를 확인해 주십시오.`,
  en: `Enter ${formatDate(last, 'en')} or an earlier date. Check the year.`,
});

/** What is later is a slip of the hand. */
const longestYears = 3;

function dueField(now: Instant) {
  const first = earliestDue(now);
  const last = localDateSchema.parse(`${Number(first.slice(0, 4)) + longestYears}-12-31`);
  return {
    widget: 'date',
    label: managerWords.due,
    hint: managerWords.dueHint,
    missing: managerWords.dueMissing,
    optional: true,
    unmarked: true,
    schema: localDateSchema.superRefine((date, context) => {
      const text = date < first ? dueTooEarly(first) : date > last ? dueTooLate(last) : undefined;
      if (text) context.addIssue({ code: 'custom', params: { text } });
    }),
  } as const;
}

const outcomesOf: readonly DecisionOutcome[] = ['ACCEPT', 'RETURN', 'POSTPONE', 'SUBSTITUTE', 'DROP'];

/** What a manager can decide about an item as it is, and what goes with it. */
export function decisionForm(list: Pick<Checklist, 'items' | 'doers'>, item: Item, now: Instant) {
  const possible = decidable(list, item);
  const canSubstitute = possible.includes('SUBSTITUTE');
  const hidden = { askedIf: () => false };
  return formPage({
    id: 'decision',
    title: managerWords.title,
    fields: {
      outcome: {
        widget: 'radios',
        label: managerWords.decision,
        missing: managerWords.decisionMissing,
        options: possible.map((value) => ({
          value,
          label: outcomeTexts[value].label,
          hint: outcomeTexts[value].hint,
        })),
        schema: z.enum(outcomesOf),
      },
      words: wordsField(managerWords.words, managerWords.wordsHint, managerWords.wordsMissing),
      due: dueField(now),
      label: {
        widget: 'text',
        label: managerWords.label,
        hint: managerWords.labelHint,
        missing: managerWords.labelMissing,
        optional: true,
        unmarked: true,
        maxLength: longestLabel,
        schema: shortText({ min: 1, max: longestLabel }),
        ...(canSubstitute ? {} : hidden),
      },
      doer: {
        widget: 'radios',
        label: managerWords.newDoer,
        hint: managerWords.newDoerHint,
        optional: true,
        unmarked: true,
        options: Object.entries(list.doers).map(([value, { title }]) => ({ value, label: title })),
        schema: z.string(),
        ...(canSubstitute ? {} : hidden),
      },
    },
  });
}
type DecisionForm = ReturnType<typeof decisionForm>;

/** The decision, or what is still wanted for it: whoever does not accept says why. */
export const readDecision =
  (form: DecisionForm, item: Pick<Item, 'doer'>, typed: Typed) =>
  (lang: Lang): Choice<Decision> => {
    const checked = check(form, typed, lang);
    if (!checked.ok) return { errors: checked.errors };
    const { outcome, words, due: dueOn, label, doer = item.doer } = checked.values;
    const wanted = (...names: readonly string[]) => ({
      errors: names.flatMap((name) => errorsOfWanted(form, name, typed, lang)),
    });
    if (outcome === 'ACCEPT') return { answer: { outcome } };
    if (outcome === 'RETURN') {
      return words ? { answer: { outcome, words, ...(dueOn && { dueOn }) } } : wanted('words');
    }
    if (outcome === 'DROP') return words ? { answer: { outcome, words } } : wanted('words');
    if (outcome === 'POSTPONE') {
      return words && dueOn ? { answer: { outcome, words, dueOn } } : wanted('words', 'due');
    }
    return words && dueOn && label
      ? { answer: { outcome, words, dueOn, label, doer } }
      : wanted('words', 'due', 'label');
  };
