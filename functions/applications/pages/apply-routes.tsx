import { BouncedPage } from '../../codes/pages/bounced-notice.tsx';
import type { ProofDependencies } from '../../codes/pages/proofs.tsx';
import { EmailTakenPage, LaterPage, LinkSentPage } from '../../forms/pages/later-pages.tsx';
import { checkPages, pageOf, pagesOf } from '../../forms/round-form.ts';
import { typedInForce } from '../../forms/typed-in-force.ts';
import { evaluateEligibility } from '../../rounds/eligibility.ts';
import { roundPhase } from '../../rounds/round.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { decode } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { revisionIn } from '../../shared/pages/shown.ts';
import { nextState } from '../application.ts';
import type { Draft } from '../draft-items.ts';
import { mailDraftLink } from '../mail-link.ts';
import { sentBySamePerson } from '../same-person.ts';
import { sendApplication } from '../send-application.ts';
import { addressRoutes, proveFirst } from './address-routes.tsx';
import { closedDuringPage } from './closed-during.tsx';
import { isAtDesk, type Opened, type PagesDependencies, type WordsOf, withApplication, withDraft } from './context.ts';
import { CheckPage, FormPageView } from './form-pages.tsx';
import { anyPage } from './other-application.tsx';
import { type FormState, formState, known, savePosted } from './save-posted.tsx';

type Needed = PagesDependencies & ProofDependencies;

/** The form: its pages, the check, the sending, and coming back later. */
export function applyRoutes(deps: Needed): PageRoute[] {
  const writing = (page: Writing, wordsOf?: WordsOf) =>
    withDraft(
      deps,
      async (opened, request, draft) => whileOpen(opened, request, wordsOf) ?? page(opened, request, draft),
      wordsOf,
    );

  return [
    ...addressRoutes(deps, writing),
    {
      method: 'GET',
      path: '/apply',
      page: writing(async ({ round }, { lang }, draft) => {
        const typed = await typedInForce(deps.rounds, draft, round);
        const { problems } = checkPages(pagesOf(round, typed), typed, lang);
        return seeOther(`/apply/${problems[0]?.page.id ?? 'check'}`);
      }),
    },
    {
      method: 'GET',
      path: '/apply/check',
      page: writing(async (opened, { lang }, draft) =>
        html(await checkView(deps, opened, await formState(deps, opened, draft, lang))),
      ),
    },
    {
      method: 'POST',
      path: '/apply/send',
      page: withDraft(deps, (...given) => send(deps, ...given)),
    },
    {
      method: 'GET',
      path: '/apply/later',
      page: writing(async ({ application: { proved, reference }, round }, { lang }) => {
        const email = proved?.email ?? '';
        if (await deps.addresses.problemOf(email)) return html(<BouncedPage {...round} {...{ email, lang }} />);
        return proved ? html(<LaterPage {...{ round, reference, lang, email }} />) : seeOther('/apply/address');
      }),
    },
    {
      method: 'POST',
      path: '/apply/later',
      page: writing(async ({ application: { proved, reference }, round, by }, { lang, now }) => {
        if (!proved) return seeOther('/apply/address');
        if (await mailDraftLink(deps, { reference, lang, by }, now)) return seeOther('/apply/later-sent');
        const { email } = proved;
        return html(<LaterPage {...{ round, reference, lang, email }} notMailed />, { status: 429 });
      }),
    },
    {
      method: 'GET',
      path: '/apply/later-sent',
      page: withApplication(deps, async ({ round }, { lang }) => html(<LinkSentPage round={round} lang={lang} />)),
    },
    {
      method: 'GET',
      path: '/apply/{page}',
      page: writing(async (opened, { params, query, lang }, draft) => {
        const page = known(pageOf(opened.round, params.page));
        const state = await formState(deps, opened, draft, lang);
        const typed = state.typedPages[page.id] ?? {};
        return html(<FormPageView {...state} {...{ page, typed }} errors={[]} changing={query.return === 'check'} />);
      }),
    },
    {
      method: 'POST',
      path: '/apply/{page}',
      page: writing(
        (opened, request, draft) => savePosted(deps, opened, request, draft),
        ({ params }, opened) => (opened ? pageOf(opened.round, params.page) : anyPage(params.page)),
      ),
    },
  ];
}

type Writing = (opened: Opened, request: PageRequest, draft: Draft) => Promise<PageResponse>;

/** Why the form cannot be written in any more, or nothing. */
function whileOpen(opened: Opened, request: PageRequest, wordsOf?: WordsOf): PageResponse | undefined {
  const [{ application, round }, { now, lang, form }] = [opened, request];
  if (!nextState(application.state, 'submit')) return seeOther('/application');
  if (roundPhase(round, now) === 'OPEN') return undefined;
  const page = wordsOf?.(request, opened);
  return closedDuringPage(lang, round, application.version > 0, page && chosenOf(page, decode(page, form), lang));
}

async function checkView(deps: Needed, opened: Opened, state: FormState, changed = false) {
  const { application, round } = opened;
  const { answers, problems } = checkPages(pagesOf(round, state.typedPages), state.typedPages, state.lang);
  const unmet = answers
    ? evaluateEligibility(round, answers)
        .filter((rule) => !rule.met)
        .map((rule) => rule.ruleId)
    : [];
  const samePerson = answers && isAtDesk(opened) ? await sentBySamePerson(deps.applications, application, answers) : [];
  const attached = await deps.attachments(application, round, state.typedPages);
  return (
    <CheckPage {...state} {...{ problems, unmet, changed, samePerson, attached }} version={application.version + 1} />
  );
}

async function send(deps: Needed, opened: Opened, request: PageRequest, draft: Draft): Promise<PageResponse> {
  const { application, round } = opened;
  const { form, lang, now } = request;
  const version = Number(form.get('version')?.[0]);
  if (Number.isInteger(version) && version > 0 && version <= application.version) return seeOther('/application/sent');
  const stopped = whileOpen(opened, request);
  if (stopped) return stopped;
  const again = async (now: Opened, newer: Draft): Promise<PageResponse> =>
    html(await checkView(deps, now, await formState(deps, now, newer, lang), true), { status: 409 });
  const state = await formState(deps, opened, draft, lang);
  const { answers } = checkPages(pagesOf(round, state.typedPages), state.typedPages, lang);
  const attached = await deps.attachments(application, round, state.typedPages);
  if (!answers || attached?.isMissing || version !== application.version + 1)
    return html(await checkView(deps, opened, state), { status: 422 });
  if (revisionIn(form) !== draft.saves) return again(opened, draft);
  const sending = {
    version,
    answers,
    lang,
    by: opened.by,
    reference: application.reference,
    typed: state.typedPages,
  };
  const outcome = await sendApplication(deps, round, sending, now, { application, draft });
  switch (outcome.kind) {
    case 'sent':
    case 'repeat':
      return seeOther('/application/sent');
    case 'changed':
      return again({ ...opened, application: outcome.application }, outcome.draft);
    case 'unproved':
      return proveFirst(deps, opened, String(answers.email), request);
    case 'email-taken': {
      const { reference } = application;
      return html(<EmailTakenPage {...{ round, reference, lang }} />, { status: 409 });
    }
    case 'closed':
      return closedDuringPage(lang, round, application.version > 0);
    case 'final':
      return seeOther('/application');
  }
}
