import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { Actions, Button, Notice, PageForm, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { decode, type FieldError, type FormPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { html, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { leaving } from '../../shared/pages/unsaved.tsx';
import { formatWon } from '../../shared/text/won.ts';
import { formatDate, formatInstant } from '../../shared/time.ts';
import { answerClaim } from '../answer-claim.ts';
import { type BasisReach, basisOf, calculated } from '../claim-basis.ts';
import type { Dependencies } from '../dependencies.ts';
import { claimsKinds } from '../request-kinds.ts';
import { claimRequests, openRequestOf } from '../requests.ts';
import { answerForm, readAnswer, typedOf } from './answer-form.ts';
import { CalculationTable } from './case-parts.tsx';
import { monthText, claimWords as words } from './claim-texts.ts';
import { closedClaimPage } from './closed-page.tsx';

type Reach = BasisReach & Pick<Dependencies, 'commit' | 'people' | 'requests' | 'rounds'>;

/** The lecturer's page: the lessons as the timetable has them, what they come to, and one form. */
export function lecturerKind(deps: Reach): RequestKind {
  const load = async ({ request }: Pick<Held, 'request'>) => {
    const claim = await deps.claims.get(request.subject);
    const round = claim && (await deps.rounds.current(claim.cohort));
    if (!claim || !round) throw new Fault('RequestMissing', { request: request.id });
    return { claim, round, form: answerForm(claim) };
  };
  type Loaded = Awaited<ReturnType<typeof load>>;

  const view = (
    held: Held,
    loaded: Loaded,
    lang: Lang,
    typed: Typed,
    errors: readonly FieldError[] = [],
  ): PageResponse =>
    html(<AnswerPage {...{ ...held, ...loaded, typed, errors, lang }} />, { status: errors.length > 0 ? 422 : 200 });

  return {
    show: async (held, { lang }) => {
      const loaded = await load(held);
      return view(held, loaded, lang, typedOf(loaded.claim));
    },

    answer: async (held, page) => {
      const { request, path, holder } = held;
      const loaded = await load(held);
      const { claim, round, form } = loaded;
      const typed = decode(form, page.form);
      const eyebrow = <RoundAndReference title={round.title[page.lang]} reference={claim.id} />;
      const left = leaving(
        page.form,
        { lang: page.lang, eyebrow, contact: round.contact, pages: [form], typed, action: path, to: path },
        typedOf(claim),
      );
      if (left) return left;
      return twoActs(page, {
        read: (lang) => readAnswer(form, claim.lessons, typed, lang),
        choose: (lang, errors) => view(held, loaded, lang, typed, errors),
        confirm: async (answer, lang) => {
          const said = answer.said.map((one) => ({ ...one, at: page.now }));
          const { gross, paid } = calculated(
            { ...claim, said, extras: [...answer.extras] },
            await basisOf(deps, claim, page.now),
          );
          return confirmation({
            lang,
            title: words.sureAnswer[lang],
            eyebrow,
            lead: words.sureAnswerLead[lang],
            contact: round.contact,
            home: { go: 'claim' },
            action: path,
            chosen: typed,
            rows: [
              ...chosenOf(form, typed, lang),
              { term: words.gross[lang], value: formatWon(gross)[lang] },
              { term: words.paid[lang], value: formatWon(paid)[lang] },
              { term: words.payDate[lang], value: formatDate(claim.promisedPayDate, lang) },
            ],
            yes: words.send[lang],
          });
        },
        settle: async (answer) => {
          const given = { request: request.id, generation: request.generation, lecturer: holder, answer };
          await answerClaim(deps, given, page.now);
          return seeOther(path);
        },
      });
    },

    closed: async (request, page) => {
      const [round, claim] = await Promise.all([
        deps.rounds.current(request.context),
        deps.claims.get(request.subject),
      ]);
      const open = claim && (await openRequestOf(deps, claim));
      const asked = open?.kind === claimRequests.lecturer ? open : undefined;
      return closedClaimPage(page.lang, request, { round, by: undefined, first: true, asked });
    },
  };
}

interface AnswerProps extends Held {
  readonly claim: Parameters<typeof CalculationTable>[0]['claim'];
  readonly round: {
    readonly title: Readonly<Record<Lang, string>>;
    readonly contact: Parameters<typeof Layout>[0]['contact'];
  };
  readonly form: FormPage;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}

function AnswerPage({ request, path, claim, round, form, typed, errors, lang }: AnswerProps) {
  return (
    <Layout
      lang={lang}
      title={claimsKinds[claimRequests.lecturer].title[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={claim.id} />}
      errors={errors}
      formId="form"
      contact={round.contact}
      home={{ go: 'claim' }}
    >
      {request.question && (
        <Notice title={words.asked[lang]}>
          <p class="typed">{request.question.text}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: words.answerBy[lang], value: formatInstant(request.dueAt, lang) },
          { term: words.month[lang], value: monthText(claim.month)[lang] },
          { term: words.payDate[lang], value: formatDate(claim.promisedPayDate, lang) },
        ]}
      />
      <h2>{words.calculation[lang]}</h2>
      <CalculationTable claim={claim} lang={lang} />
      <h2>{words.lessons[lang]}</h2>
      <PageForm id="form" action={path} copied={{ of: request.id, page: form.id }}>
        <Fields page={form} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.checkAnswer[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>
  );
}
