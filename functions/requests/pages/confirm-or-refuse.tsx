import type { ComponentChildren } from 'preact';
import type * as z from 'zod';
import type { PeopleTable } from '../../people/people-table.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import {
  check,
  decode,
  errorsOfWanted,
  type Field,
  type FieldError,
  formPage,
  type Typed,
} from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { leaving } from '../../shared/pages/unsaved.tsx';
import { formatInstant, type Instant } from '../../shared/time.ts';
import type { ConfirmOrRefuse, GivenAnswer } from '../confirm-or-refuse.ts';
import type { PersonRequest } from '../request.ts';
import { decidingWords } from './deciding-words.ts';
import { outcomeField, writtenWithSome } from './decision-fields.ts';
import { DecisionForm, decidedPage } from './decision-frame.tsx';
import { keptTyped } from './kept-typed.ts';
import type { Held, RequestKind } from './kinds.ts';
import { interestedPage } from './link-pages.tsx';
import { decidedPath, isJustDecided } from './next-request.tsx';

/** What one kind of confirmation says; the rest is alike for all. */
export type ConfirmOrRefuseWords = Readonly<
  Record<
    | 'title'
    | 'lead'
    | 'confirm'
    | 'confirmHint'
    | 'refuse'
    | 'refuseHint'
    | 'reason'
    | 'reasonHint'
    /** What follows from either, below the question whether it is meant. */
    | 'sureLead'
    | 'confirmed'
    | 'refused'
    | 'superseded',
    Text
  >
>;

const words = {
  reasonMissing: { ko: '이유를 입력해 주십시오.', en: 'Enter the reason.' },
  cancelled: { ko: '취소된 요청입니다', en: 'This request was cancelled' },
  nothing: { ko: '더 결정하실 것이 없습니다.', en: 'There is nothing left to decide.' },
} as const satisfies Record<string, Text>;

export const longestReason = 500;

/** The form: confirmed, or refused with a reason. @param reason what the reason must be beside not too long */
export const confirmOrRefuseForm = (
  id: string,
  says: ConfirmOrRefuseWords,
  reason: Partial<Pick<Field<z.ZodType<string>>, 'schema' | 'invalid'>> = {},
) =>
  formPage({
    id,
    title: says.title,
    fields: {
      outcome: outcomeField([
        { value: 'CONFIRM', label: says.confirm, hint: says.confirmHint },
        { value: 'REFUSE', label: says.refuse, hint: says.refuseHint },
      ]),
      reason: {
        ...writtenWithSome({ label: says.reason, hint: says.reasonHint, missing: words.reasonMissing }, longestReason),
        ...reason,
      },
    },
  });
type ConfirmOrRefuseForm = ReturnType<typeof confirmOrRefuseForm>;

interface FrameProps {
  readonly held: Pick<Held, 'request' | 'path'>;
  readonly says: ConfirmOrRefuseWords;
  readonly eyebrow: ComponentChildren;
  /** What it is about, below when it is due. */
  readonly rows: readonly SummaryRow[];
  readonly form: ConfirmOrRefuseForm;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
  readonly children: ComponentChildren;
}

/** The page: what was entered, what is unusual about it, and below it the decision. */
export function ConfirmOrRefuseFrame({ held, says, eyebrow, rows, form, typed, errors, lang, children }: FrameProps) {
  const { request, path } = held;
  return (
    <Layout lang={lang} title={says.title[lang]} eyebrow={eyebrow} lead={says.lead[lang]} errors={errors} formId="form">
      <SummaryList rows={[{ term: decidingWords.due[lang], value: formatInstant(request.dueAt, lang) }, ...rows]} />
      {children}
      <DecisionForm {...{ request, path, form, typed, errors, lang }} />
    </Layout>
  );
}

interface Steps {
  readonly says: ConfirmOrRefuseWords;
  readonly form: ConfirmOrRefuseForm;
  readonly view: (
    held: Held,
    page: Pick<PageRequest, 'lang' | 'now'>,
    typed: Typed,
    errors: readonly FieldError[],
  ) => Promise<PageResponse>;
  /** What is said besides where it is asked whether the decision is meant. */
  readonly alsoSure?: (given: GivenAnswer, held: Held, now: Instant) => Promise<Text>;
  /** A page: why it could not be decided so, or what comes first. */
  readonly decide: (
    given: GivenAnswer,
    held: Held,
    page: PageRequest,
    typed: Typed,
  ) => Promise<'decided' | 'somebody-was-first' | 'not-yours' | PageResponse>;
  /** What a request that is done with was about. */
  readonly told: (
    request: PersonRequest,
    lang: Lang,
    page: PageRequest,
  ) => Promise<{
    readonly about: readonly SummaryRow[];
    readonly rows?: readonly SummaryRow[];
    readonly followed?: Text;
    /** What can still be done about it. */
    readonly acts?: ComponentChildren;
  }>;
}

/** The pages of somebody who confirms what others have entered, or refuses it with a reason. */
export function confirmOrRefusePages(
  { people }: { readonly people: Pick<PeopleTable, 'get'> },
  steps: Steps,
): RequestKind {
  const { says, form, view, alsoSure, decide, told } = steps;
  const acts = (held: Held, page: PageRequest, typed: Typed): Promise<PageResponse> => {
    const { request, path, holder } = held;
    const { lang, now } = page;
    const givenOf = (decision: ConfirmOrRefuse): GivenAnswer => ({
      request: request.id,
      generation: request.generation,
      by: holder,
      decision,
    });
    return twoActs(page, {
      read: (shown) => readDecision(form, typed, shown),
      choose: (shown, errors) => view(held, { lang: shown, now }, typed, errors),
      confirm: async (decision, shown) => {
        const chosen = decision.outcome === 'REFUSE' ? typed : { ...typed, reason: [] };
        const also = await alsoSure?.(givenOf(decision), held, now);
        return confirmation({
          lang: shown,
          title: decidingWords.sure[shown],
          lead: says.sureLead[shown],
          also: also?.[shown],
          action: path,
          chosen,
          rows: chosenOf(form, chosen, shown),
          yes: decidingWords.submit[shown],
        });
      },
      settle: async (decision) => {
        const outcome = await decide(givenOf(decision), held, page, typed);
        if (typeof outcome === 'object') return outcome;
        if (outcome === 'not-yours') return interestedPage(lang, path);
        return seeOther(outcome === 'decided' ? decidedPath(path) : path);
      },
    });
  };
  return {
    show: (held, page) => {
      const typed = keptTyped(held, page);
      return typed ? acts(held, page, typed) : view(held, page, {}, []);
    },

    answer: async (held, page) => {
      const { path } = held;
      const { lang } = page;
      const typed = decode(form, page.form);
      const left = leaving(page.form, { lang, pages: [form], typed, action: path, to: `${path}/hand-over` });
      return left ?? acts(held, page, typed);
    },

    closed: async (request, page) => {
      const { lang } = page;
      const by = request.settledBy ? await people.get(request.settledBy) : undefined;
      const { about, rows = [], followed = words.nothing, acts } = await told(request, lang, page);
      const titles: Readonly<Record<string, Text>> = {
        CONFIRM: says.confirmed,
        REFUSE: says.refused,
        SUPERSEDED: says.superseded,
      };
      return decidedPage(lang, request, by, {
        title: titles[request.outcome ?? ''] ?? words.cancelled,
        about,
        rows: [...rows, ...(request.reason ? [{ term: says.reason[lang], value: request.reason }] : [])],
        followed,
        nothing: words.nothing,
        acts,
        first: isJustDecided(page, request),
      });
    },
  };
}

/** What was decided, or what is missing for it: refusing wants the reason. */
function readDecision(form: ConfirmOrRefuseForm, typed: Typed, lang: Lang): Choice<ConfirmOrRefuse> {
  const checked = check(form, typed, lang);
  if (!checked.ok) return { errors: checked.errors };
  const { outcome, reason } = checked.values;
  if (outcome === 'CONFIRM') return { answer: { outcome } };
  return reason ? { answer: { outcome, reason } } : { errors: errorsOfWanted(form, 'reason', typed, lang) };
}
