import * as z from 'zod';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { decidedPage } from '../../requests/pages/decision-frame.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { decidedPath, isJustDecided } from '../../requests/pages/next-request.tsx';
import type { RequestPagesDependencies } from '../../requests/pages/request-routes.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { Actions, Button, Notice, PageForm, SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, decode, errorsOfWanted, type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { type Form, html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { formatWon } from '../../shared/text/won.ts';
import { formatDate, formatInstant, type Instant, seoulDateOf } from '../../shared/time.ts';
import { filedOf } from '../ask-due.ts';
import type { Dependencies } from '../dependencies.ts';
import { fileDue } from '../file-due.ts';
import { dueIn, type Figures } from '../filing.ts';
import { seeTaxMonth } from '../see-tax-month.ts';
import { dueDatesOf, taxDatesInForce } from '../tax-dates.ts';
import { dueName } from '../tax-month-words.ts';
import { TaxMonthSums } from './tax-month-view.tsx';
import { taxWords as words } from './tax-words.ts';

type Deps = Dependencies & Pick<RequestPagesDependencies, 'requests' | 'people'>;

export const longestEvidence = 60;

export const dueForm = formPage({
  id: 'tax-due',
  title: words.title,
  fields: {
    evidence: {
      widget: 'text',
      label: words.evidence,
      hint: words.evidenceHint,
      missing: words.evidenceMissing,
      invalid: words.evidenceInvalid,
      maxLength: longestEvidence,
      schema: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ./_-]*$/u),
    },
  },
});

/** What the page has shown, as its form carries it. */
const shownField = 'shown';
const shownOf = ({ gross, incomeTax, localTax }: Figures): string => [gross, incomeTax, localTax].join('.');
function readShown(form: Form): Figures | undefined {
  const [, gross, incomeTax, localTax] =
    /^(-?\d{1,15})\.(-?\d{1,15})\.(-?\d{1,15})$/u.exec(form.get(shownField)?.at(-1) ?? '') ?? [];
  return gross === undefined
    ? undefined
    : { gross: Number(gross), incomeTax: Number(incomeTax), localTax: Number(localTax) };
}

const figureRows = ({ gross, incomeTax, localTax }: Figures, lang: Lang): SummaryRow[] => [
  { term: words.gross[lang], value: formatWon(gross)[lang] },
  { term: words.incomeTax[lang], value: formatWon(incomeTax)[lang] },
  { term: words.localTax[lang], value: formatWon(localTax)[lang] },
];

function dueOf({ id, subject }: PersonRequest) {
  const of = dueIn(subject);
  if (!of) throw new Fault('RequestMissing', { request: id });
  return of;
}

/** The pages of finance, who report or pay what is due of a month and say by which receipt. */
export function dueKind(deps: Deps): RequestKind {
  const look = async (request: PersonRequest, now: Instant) => {
    const of = dueOf(request);
    const [month, dates, filings] = await Promise.all([
      seeTaxMonth(deps, of.month),
      taxDatesInForce(deps, now),
      deps.filings.ofMonth(of.month),
    ]);
    const date = dates && dueDatesOf(of.month, dates).find(({ id }) => id === of.due);
    return { of, month, date, example: dates?.example === true, before: filedOf(filings, of.due).at(-1) };
  };

  const view = async (
    { request, path }: Held,
    { lang, now }: Pick<PageRequest, 'lang' | 'now'>,
    {
      typed,
      errors,
      changed,
    }: { readonly typed: Typed; readonly errors: readonly FieldError[]; readonly changed: boolean },
  ): Promise<PageResponse> => {
    const { of, month, date, example, before } = await look(request, now);
    const { reported } = month;
    return html(
      <Layout
        lang={lang}
        title={words.title[lang]}
        eyebrow={dueName(of)[lang]}
        lead={words.lead[lang]}
        errors={errors}
        formId="form"
      >
        {changed && (
          <Notice kind="warning">
            <p>{words.changed[lang]}</p>
          </Notice>
        )}
        <SummaryList
          rows={[
            ...(date ? [{ term: words.what[lang], value: date.title[lang] }] : []),
            { term: words.month[lang], value: of.month },
            { term: words.on[lang], value: formatDate(date?.on ?? seoulDateOf(request.dueAt), lang) },
            ...(date ? [{ term: words.source[lang], value: date.source }] : []),
            ...figureRows(reported, lang),
            ...(before
              ? [{ term: words.before[lang], value: `${before.evidence}, ${formatInstant(before.at, lang)}` }]
              : []),
          ]}
        />
        {(reported.incomeTax < 0 || reported.localTax < 0) && (
          <Notice kind="warning">
            <p>{words.below[lang]}</p>
          </Notice>
        )}
        {example && (
          <Notice kind="warning">
            <p>{words.example[lang]}</p>
          </Notice>
        )}
        <TaxMonthSums month={month} lang={lang} />
        <PageForm
          id="form"
          action={path}
          hidden={{ [shownField]: shownOf(reported) }}
          copied={{ of: request.id, page: dueForm.id }}
        >
          <Fields page={dueForm} typed={typed} errors={errors} lang={lang} />
          <Actions>
            <Button>{words.check[lang]}</Button>
          </Actions>
        </PageForm>
        <p class="later">
          <a href={`${path}/hand-over`}>{decidingWords.handOver[lang]}</a>
        </p>
      </Layout>,
      { status: errors.length > 0 ? 422 : changed ? 409 : 200 },
    );
  };

  return {
    show: (held, page) => view(held, page, { typed: {}, errors: [], changed: false }),

    answer: async (held, page) => {
      const { request, path, holder } = held;
      const typed = decode(dueForm, page.form);
      const shown = readShown(page.form);
      if (!shown) return view(held, page, { typed, errors: [], changed: true });
      return twoActs(page, {
        read: (lang): Choice<string> => {
          const checked = check(dueForm, typed, lang);
          if (!checked.ok) return { errors: checked.errors };
          const { evidence } = checked.values;
          return evidence === undefined
            ? { errors: errorsOfWanted(dueForm, 'evidence', typed, lang) }
            : { answer: evidence };
        },
        choose: (lang, errors) => view(held, { lang, now: page.now }, { typed, errors, changed: false }),
        confirm: (_, lang) =>
          confirmation({
            lang,
            title: words.sure[lang],
            eyebrow: dueName(dueOf(request))[lang],
            lead: words.sureLead[lang],
            action: path,
            chosen: { ...typed, [shownField]: [shownOf(shown)] },
            rows: [...figureRows(shown, lang), ...chosenOf(dueForm, typed, lang)],
            yes: words.submit[lang],
          }),
        settle: async (evidence) => {
          const given = { request: request.id, generation: request.generation, by: holder, evidence, shown };
          const { kind } = await fileDue(deps, given, page.now);
          if (kind === 'changed') return view(held, page, { typed, errors: [], changed: true });
          return seeOther(kind === 'filed' ? decidedPath(path) : path);
        },
      });
    },

    closed: async (request, page) => {
      const { lang } = page;
      const of = dueOf(request);
      const filed = filedOf(await deps.filings.ofMonth(of.month), of.due).find(({ at }) => at === request.settledAt);
      const by = request.settledBy ? await deps.people.get(request.settledBy) : undefined;
      return decidedPage(lang, request, by, {
        title: words.filed,
        about: [{ term: words.month[lang], value: dueName(of)[lang] }],
        rows: [
          ...(filed ? figureRows(filed.figures, lang) : []),
          ...(request.reason ? [{ term: words.evidence[lang], value: request.reason }] : []),
        ],
        followed: words.followed,
        nothing: words.nothing,
        first: isJustDecided(page, request),
      });
    },
  };
}
