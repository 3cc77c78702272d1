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
import { decidingWords } from './deciding-words.ts';
import { Decided, deskPath, NextRequest, nextWords } from './next-request.tsx';

const words = {
  toDecide: { ko: '바로 결정하러 가기', en: 'Go to your decision' },
  sureLead: {
    ko: '결정하시면 지원자에게 결과를 알리며, 되돌릴 수 없습니다.',
    en: 'We will tell the applicant, and you cannot undo this.',
  },
  reference: { ko: '접수 번호', en: 'Reference number' },
  followed: {
    ko: '결정이 반영되어 지원자에게 알렸습니다. 하실 일은 없습니다.',
    en: 'The decision is final, and we have told the applicant. You do not need to do anything.',
  },
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
      <SummaryList rows={[{ term: decidingWords.due[lang], value: formatInstant(request.dueAt, lang) }, ...rows]} />
      {children}
      <h2 id="decide">{decidingWords.decide[lang]}</h2>
      <DecisionForm {...{ request, path, form, typed, errors, lang }} />
      <p>
        <Button kind="link" form="form" {...going(leadsTo.desk)}>
          {nextWords.desk[lang]}
        </Button>
      </p>
    </Layout>
  );
}

/** The form of a decision, and below it the way to leave the request to somebody else. */
export function DecisionForm(
  props: Pick<FrameProps, 'request' | 'path' | 'form' | 'typed' | 'errors' | 'lang'> & {
    readonly hidden?: Readonly<Record<string, string>>;
    /** Nothing can be decided now, and it can be handed over still. */
    readonly locked?: boolean;
  },
) {
  const { request, path, form, typed, errors, lang, hidden, locked } = props;
  return (
    <>
      <PageForm id="form" action={path} hidden={hidden} copied={{ of: request.id, page: form.id }}>
        {!locked && (
          <>
            <Fields page={form} typed={typed} errors={errors} lang={lang} />
            <Actions>
              <Button>{decidingWords.check[lang]}</Button>
            </Actions>
          </>
        )}
      </PageForm>
      <p class="later">
        <Button kind="link" form="form" {...going(leadsTo.handOver)}>
          {decidingWords.handOver[lang]}
        </Button>
      </p>
    </>
  );
}

/** Where the form of a decision leads that is left by one of its buttons. */
export const leadsTo = { handOver: 'hand-over', case: 'case', desk: 'desk' } as const;

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
  const to = { [leadsTo.handOver]: `${path}/hand-over`, [leadsTo.desk]: deskPath }[goingTo(page.form) ?? ''] ?? path;
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
    title: decidingWords.sure[lang],
    eyebrow: <RoundAndReference title={round.title[lang]} reference={request.subject} />,
    lead: words.sureLead[lang],
    contact: round.contact,
    home: { go: leadsTo.case },
    action: path,
    chosen: typed,
    rows,
    yes: decidingWords.submit[lang],
  });
};

/** What was decided, by whom, when, and what follows: for who has, and for whoever opens the link again. */
export const decidedPage = (
  lang: Lang,
  request: PersonRequest,
  by: Person | undefined,
  told: {
    readonly title: Text;
    /** What it was about; the application's number, if nothing is said. */
    readonly about?: readonly SummaryRow[];
    readonly rows?: readonly SummaryRow[];
    /** What follows from the decision; that the applicant was told, if nothing is said. */
    readonly followed?: Text;
    /** Why there is nothing to decide, if nobody has. */
    readonly nothing: Text;
    /** What can still be done about it. */
    readonly acts?: ComponentChildren;
    /** Whether it was decided just now, by whoever is told. */
    readonly first: boolean;
    /** What somebody has typed who was later. */
    readonly late?: Late;
  },
): PageResponse => {
  const {
    about = [{ term: words.reference[lang], value: request.subject }],
    followed = words.followed,
    late = [],
  } = told;
  const isAgain = request.state === 'SETTLED' && !told.first;
  return html(
    <ProblemPage lang={lang} title={(isAgain ? nextWords.again : told.title)[lang]}>
      {isAgain && <Decided title={told.title} lang={lang} />}
      <SummaryList
        rows={[
          ...about,
          ...(by ? [{ term: decidingWords.by[lang], value: by.name }] : []),
          ...(request.settledAt
            ? [{ term: decidingWords.at[lang], value: formatInstant(request.settledAt, lang) }]
            : []),
          ...(told.rows ?? []),
        ]}
      />
      <p>{(request.state === 'SETTLED' ? followed : told.nothing)[lang]}</p>
      <NotKept rows={late} lang={lang} />
      {told.acts}
      <NextRequest lang={lang} />
    </ProblemPage>,
    { status: late.length > 0 ? 409 : 200 },
  );
};
