import * as z from 'zod';
import type { ShortPart } from '../../budget/draw-parts.ts';
import { outcomeField, writtenWithSome } from '../../requests/pages/decision-fields.ts';
import type { Lang } from '../../shared/i18n.ts';
import { check, errorsOfWanted, type FieldMap, type FormPage, type Typed } from '../../shared/pages/form.ts';
import type { Choice } from '../../shared/pages/two-acts.tsx';
import type { ClaimDecision } from '../claim-decision.ts';
import { claimsKinds } from '../request-kinds.ts';
import { decisionWords as words } from './claim-texts.ts';

/** What the form asks beside the decision, as the claim and the budget are. */
export interface Asked {
  readonly kind: 'wage-manager' | 'wage-finance';
  /** Years that are closed, of which finance says which line pays. */
  readonly closed: readonly number[];
  readonly thisYear: number;
  readonly short: readonly ShortPart[];
  /** Finance has asked the manager something. */
  readonly isAnswered: boolean;
}

/** Whether finance can add what is short. */
const canAdd = ({ short }: Pick<Asked, 'short'>): boolean =>
  short.length > 0 && short.every(({ by, free }) => by <= free);

/** The form of the manager, and of finance. */
export function decisionForm(asked: Asked): FormPage {
  const { kind, closed, thisYear } = asked;
  const isFinance = kind === 'wage-finance';
  const outcomes = isFinance
    ? (['APPROVE', 'RETURN', 'ASK_MANAGER', 'REFUSE'] as const)
    : (['APPROVE', 'RETURN', 'REFUSE'] as const);
  const hints = {
    APPROVE: isFinance ? words.approveFinance : words.approveManager,
    RETURN: words.returnHint,
    ASK_MANAGER: words.returnHint,
    REFUSE: words.refuseHint,
  };
  const [old] = closed;
  const text = (field: 'question' | 'reason' | 'reply') =>
    writtenWithSome({ label: words[field], hint: words[`${field}Hint`], missing: words[`${field}Missing`] }, 1000);
  const fields: FieldMap = {
    outcome: outcomeField(outcomes.map((value) => ({ value, label: words[value], hint: hints[value] }))),
    ...(isFinance &&
      old !== undefined && {
        year: {
          widget: 'radios',
          label: words.year,
          hint: words.yearHint,
          missing: words.yearMissing,
          optional: true,
          unmarked: true,
          options: [...new Set([old, thisYear])].map((year) => ({
            value: String(year),
            label: year === old ? words.oldYear(year) : words.newYear(year),
          })),
          schema: z.string().transform(Number),
        },
      }),
    // Which line is short depends on the year: what is needed is told when it is decided.
    ...(isFinance &&
      (canAdd(asked) || old !== undefined) && {
        adding: {
          widget: 'checkbox',
          label: words.adding,
          missing: words.addingMissing,
          optional: true,
          unmarked: true,
          schema: z.literal(true),
        },
      }),
    ...(asked.isAnswered && { reply: text('reply') }),
    question: text('question'),
    reason: text('reason'),
  };
  return { id: 'decision', title: claimsKinds[kind].title, fields };
}

/** What was decided, or what is missing for it. */
export function readDecision(form: FormPage, asked: Asked, typed: Typed, lang: Lang): Choice<ClaimDecision> {
  const checked = check(form, typed, lang);
  if (!checked.ok) return { errors: checked.errors };
  const { outcome, question, reason, reply, year, adding }: Readonly<Record<string, unknown>> = checked.values;
  const wanted = (field: string) => ({ errors: errorsOfWanted(form, field, typed, lang) });
  switch (outcome) {
    case 'APPROVE': {
      if ('year' in form.fields && typeof year !== 'number') return wanted('year');
      if (asked.kind === 'wage-finance' && asked.closed.length === 0 && asked.short.length > 0 && adding !== true) {
        if (!canAdd(asked)) return { errors: [{ field: 'outcome', message: words.ceiling[lang] }] };
        return wanted('adding');
      }
      if (asked.isAnswered && typeof reply !== 'string') return wanted('reply');
      return {
        answer: {
          outcome,
          ...(typeof year === 'number' && { year }),
          ...(adding === true && { adding }),
          ...(typeof reply === 'string' && { reply }),
        },
      };
    }
    case 'RETURN':
    case 'ASK_MANAGER':
      return typeof question === 'string' ? { answer: { outcome, question } } : wanted('question');
    default:
      return typeof reason === 'string' ? { answer: { outcome: 'REFUSE', reason } } : wanted('reason');
  }
}
