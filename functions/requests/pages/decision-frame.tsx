import type { ComponentChildren } from 'preact';
import type { Person } from '../../people/person.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import {
  Actions,
  Button,
  PageForm,
  RoundAndReference,
  SummaryList,
  type SummaryRow,
} from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { decode, type FieldError, type FormPage, type Typed } from '../../shared/pages/form.ts';
import { type Contact, Layout } from '../../shared/pages/layout.tsx';
import { NotKept } from '../../shared/pages/not-kept.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { type Form, html, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import { going, goingTo } from '../../shared/pages/shown.ts';
import { confirmation } from '../../shared/pages/two-acts.tsx';
import { leaving } from '../../shared/pages/unsaved.tsx';
import { formatInstant } from '../../shared/time.ts';
import type { PersonRequest } from '../request.ts';

const words = {
  due: { ko: '결정 기한', en: 'Decide by' },
  toDecide: { ko: '바로 결정하러 가기', en: 'Go to your decision' },
  decide: { ko: '결정', en: 'Your decision' },
  check: { ko: '결정 내용 확인하기', en: 'Check your decision' },
  submit: { ko: '결정하기', en: 'Decide' },
  sure: { ko: '이렇게 결정하시겠습니까?', en: 'Is this your decision?' },
  sureLead: {
    ko: '결정하시면 지원자에게 알리며 되돌릴 수 없습니다.',
    en: 'The applicant is told, and it cannot be taken back.',
  },
  handOver: { ko: '다른 담당자에게 넘기기', en: 'Hand it to a colleague' },
  reference: { ko: '접수 번호', en: 'Reference' },
  by: { ko: '결정한 사람', en: 'Decided by' },
  at: { ko: '일시', en: 'When' },
  followed: {
    ko: '결정이 반영되었고 지원자에게 알렸습니다. 하실 일은 없습니다.',
    en: 'The decision stands and the applicant is told. There is nothing you need to do.',
  },
} as const satisfies Record<string, Text>;

/** What the field for the decision itself says. */
export const decisionField = {
  label: { ko: '어떻게 결정하시겠습니까?', en: 'What do you decide?' },
  missing: { ko: '결정을 하나 고르십시오.', en: 'Choose one decision.' },
} as const satisfies Record<string, Text>;

export const ToDecide = ({ lang }: { readonly lang: Lang }) => (
  <p>
    <a href="#decide">{words.toDecide[lang]}</a>
  </p>
);

interface FrameProps {
  readonly request: PersonRequest;
  readonly path: string;
  readonly title: Text;
  readonly round: { readonly title: Text; readonly contact: Contact };
  /** What the case is at a glance, below when it is due. */
  readonly rows: readonly SummaryRow[];
  readonly form: FormPage;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
  /** The case. */
  readonly children: ComponentChildren;
}

/** The page of an officer who decides on one application: the case, and below it the one decision. */
export function DecisionFrame(props: FrameProps) {
  const { request, path, title, round, rows, form, typed, errors, lang, children } = props;
  return (
    <Layout
      lang={lang}
      title={title[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={request.subject} />}
      errors={errors}
      formId="form"
      contact={round.contact}
      home={{ go: leadsTo.case }}
    >
      <SummaryList rows={[{ term: words.due[lang], value: formatInstant(request.dueAt, lang) }, ...rows]} />
      {children}
      <h2 id="decide">{words.decide[lang]}</h2>
      <PageForm id="form" action={path}>
        <Fields page={form} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.check[lang]}</Button>
        </Actions>
      </PageForm>
      <p class="later">
        <Button kind="link" form="form" {...going(leadsTo.handOver)}>
          {words.handOver[lang]}
        </Button>
      </p>
    </Layout>
  );
}

/** Where the form of a decision leads that is left by one of its buttons. */
const leadsTo = { handOver: 'hand-over', case: 'case' } as const;

/**
 * For who leaves the form: on to where they want, once nothing is lost by it, or after they were asked. Nothing for who
 * decides.
 * @param shown what the form showed before anything was typed
 */
export function leavingDecision(
  { request, path }: Pick<FrameProps, 'request' | 'path'>,
  form: FormPage,
  typed: Typed,
  page: Pick<PageRequest, 'form' | 'lang'>,
  round: FrameProps['round'],
  shown: Typed = {},
): PageResponse | undefined {
  const to = goingTo(page.form) === leadsTo.handOver ? `${path}/hand-over` : path;
  const eyebrow = <RoundAndReference title={round.title[page.lang]} reference={request.subject} />;
  const { contact } = round;
  return leaving(page.form, { lang: page.lang, eyebrow, contact, pages: [form], typed, action: path, to }, shown);
}

export type Late = ReturnType<typeof chosenOf>;

/** The words of a decision that came when another one stood already. */
export function lateWords(request: PersonRequest, form: FormPage, posted: Form, lang: Lang): Late {
  const { outcome, ...typed } = decode(form, posted);
  const words = Object.fromEntries(Object.entries(typed).filter(([name]) => form.fields[name]?.widget === 'textarea'));
  const rows = chosenOf(form, words, lang);
  const kept = [request.reason, request.question?.text];
  const isThisOne = outcome?.at(-1) === request.outcome && rows.some(({ value }) => kept.includes(value));
  return isThisOne ? [] : rows;
}

/** The second act: what the officer has chosen, as it will stand. */
export const confirmDecision = (
  props: Pick<FrameProps, 'request' | 'path' | 'round' | 'rows' | 'typed' | 'lang'>,
): PageResponse => {
  const { request, path, round, rows, typed, lang } = props;
  return confirmation({
    lang,
    title: words.sure[lang],
    eyebrow: <RoundAndReference title={round.title[lang]} reference={request.subject} />,
    lead: words.sureLead[lang],
    contact: round.contact,
    home: path,
    action: path,
    chosen: typed,
    rows,
    yes: words.submit[lang],
  });
};

/** For whoever opens the link again: what was decided, by whom, when, and what follows. */
export const decidedPage = (
  lang: Lang,
  request: PersonRequest,
  by: Person | undefined,
  told: {
    readonly title: Text;
    readonly rows?: readonly SummaryRow[] /** Why there is nothing to decide, if nobody has. */;
    readonly nothing: Text;
    /** What somebody has typed who was later. */
    readonly late: Late;
  },
): PageResponse =>
  html(
    <ProblemPage lang={lang} title={told.title[lang]}>
      <SummaryList
        rows={[
          { term: words.reference[lang], value: request.subject },
          ...(by ? [{ term: words.by[lang], value: by.name }] : []),
          ...(request.settledAt ? [{ term: words.at[lang], value: formatInstant(request.settledAt, lang) }] : []),
          ...(told.rows ?? []),
        ]}
      />
      <p>{(request.state === 'SETTLED' ? words.followed : told.nothing)[lang]}</p>
      <NotKept rows={told.late} lang={lang} />
    </ProblemPage>,
    { status: told.late.length > 0 ? 409 : 200 },
  );
