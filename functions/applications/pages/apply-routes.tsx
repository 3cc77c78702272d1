import { addressPage } from '../../codes/pages/code-pages.tsx';
import type { ProofDependencies } from '../../codes/pages/proofs.tsx';
import { checkPages, pageOf, pagesOf } from '../../forms/round-form.ts';
import { evaluateEligibility } from '../../rounds/eligibility.ts';
import { type Round, roundPhase } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { bothWords, chosenOfBoth, isChoosing } from '../../shared/pages/both-words.tsx';
import { check, decode, type FieldError, type FormPage, type Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import {
  type Form,
  html,
  type PageRequest,
  type PageResponse,
  seeOther,
  switchedTo,
} from '../../shared/pages/request.ts';
import { formIn, goingTo, revisionIn, shownOf } from '../../shared/pages/shown.ts';
import { newId } from '../../shared/random.ts';
import { nextState } from '../application.ts';
import { draftInForce } from '../draft-in-force.ts';
import type { Draft } from '../draft-items.ts';
import { mailDraftLink } from '../mail-link.ts';
import { savePage } from '../save-page.ts';
import { sendApplication } from '../send-application.ts';
import { addressRoutes, otherAddress, proveFirst, withProvedAddress } from './address-routes.tsx';
import { type Opened, type PagesDependencies, withApplication, withApplicationAnd } from './context.ts';
import { CheckPage, checkId, FormPageView, homeId, startId } from './form-pages.tsx';
import { EmailTakenPage, LaterPage, LinkSentPage } from './link-pages.tsx';
import { anyPage } from './other-application.tsx';
import { closedDuringPage } from './problems.tsx';

type Needed = PagesDependencies & ProofDependencies;

/** The form: its pages, the check, the sending, and coming back later. */
export function applyRoutes(deps: Needed): PageRoute[] {
  const writing = (page: Writing, wordsOf?: Parameters<typeof withApplication>[2]) =>
    withApplicationAnd(
      deps,
      deps.applications.draft,
      async (opened, request, draft) => whileOpen(opened, request) ?? page(opened, request, draft),
      wordsOf,
    );

  return [
    ...addressRoutes(deps, writing),
    {
      method: 'GET',
      path: '/apply',
      page: writing(async ({ round }, { lang }, draft) => {
        const typed = await draftInForce(deps.rounds, draft, round);
        const { problems } = checkPages(pagesOf(round), typed, lang);
        return seeOther(`/apply/${problems[0]?.page.id ?? 'check'}`);
      }),
    },
    {
      method: 'GET',
      path: '/apply/check',
      page: writing(async (opened, { lang }, draft) =>
        html(checkView(opened, await formState(deps, opened, draft, lang))),
      ),
    },
    {
      method: 'POST',
      path: '/apply/send',
      page: withApplicationAnd(deps, deps.applications.draft, (...given) => send(deps, ...given)),
    },
    {
      method: 'GET',
      path: '/apply/later',
      page: writing(async ({ application: { proved, reference }, round }, { lang }) =>
        proved ? html(<LaterPage {...{ round, reference, lang, email: proved.email }} />) : seeOther('/apply/address'),
      ),
    },
    {
      method: 'POST',
      path: '/apply/later',
      page: writing(async ({ application: { proved, reference }, round }, { lang, now }) => {
        if (!proved) return seeOther('/apply/address');
        if (await mailDraftLink(deps, { reference, lang }, now)) return seeOther('/apply/later-sent');
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

const known = (page: FormPage | undefined): FormPage => {
  if (!page) throw new PageFault(404);
  return page;
};

/** What the pages show of a draft. */
const formState = async (deps: PagesDependencies, { application, round }: Opened, draft: Draft, lang: Lang) => ({
  round,
  reference: application.reference,
  revision: draft.saves,
  typedPages: await draftInForce(deps.rounds, draft, round),
  lang,
  id: newId(deps.random),
});
type FormState = Awaited<ReturnType<typeof formState>>;

/** Why the form cannot be written in any more, or nothing. */
function whileOpen({ application, round }: Opened, { now, lang }: PageRequest): PageResponse | undefined {
  if (!nextState(application.state, 'submit')) return seeOther('/application');
  if (roundPhase(round, now) === 'OPEN') return undefined;
  return closedDuringPage(lang, round, application.version > 0);
}

async function savePosted(
  deps: Needed,
  opened: Opened,
  { form, params, lang: asked, now }: PageRequest,
  draft: Draft,
): Promise<PageResponse> {
  const { round, application } = opened;
  const page = known(pageOf(round, params.page));
  const mine = decode(page, form);
  const switched = switchedTo(form);
  const lang = switched ?? asked;
  const changing = form.get('return')?.[0] === 'check';
  const both = ({ typed, saves }: Draft, chosen?: { form: Form; errors: readonly FieldError[] }) =>
    bothWords({
      page,
      mine,
      lang,
      ...chosen,
      newer: typed[page.id] ?? {},
      action: `/apply/${page.id}`,
      hidden: { ...shownOf(application.reference, saves), ...(changing && { return: 'check' }) },
      eyebrow: round.title[lang],
      contact: round.contact,
      home: { go: homeId },
    });
  const choice = isChoosing(form) ? chosenOfBoth(page, mine, draft.typed[page.id] ?? {}, form, lang) : { typed: mine };
  if (isChoosing(form) && (switched || 'errors' in choice)) {
    return both(draft, { form, errors: switched || !('errors' in choice) ? [] : choice.errors });
  }
  const { typed } = 'typed' in choice ? choice : { typed: mine };
  const email = emailIn(page, typed);
  const proved = withProvedAddress(application, page, typed, email);
  const contact = application.proved ? undefined : email;
  const saving = { page: page.id, typed: proved.saved, shown: revisionIn(form), form: formIn(form), contact, lang };
  const saved = await savePage(deps, round, saving, now, { application, draft });
  if (saved.kind === 'newer') return both(saved.draft);

  const to = placeOf(goingTo(form), round);
  const later = form.get('action')?.[0] === 'later';
  const result = check(page, typed, lang);
  if (!switched && proved.other !== undefined && (result.ok || later || to))
    return otherAddress(opened, lang, proved.other);
  if (!switched && to) return seeOther(to);
  if (!switched && later) return seeOther('/apply/later');
  if (switched || !result.ok) {
    const errors = switched || result.ok ? [] : result.errors;
    const state = await formState(deps, opened, saved.draft, lang);
    return html(<FormPageView {...state} {...{ page, typed, errors, changing }} />, { status: switched ? 200 : 422 });
  }
  const pages = pagesOf(round);
  const next = pages[pages.findIndex((other) => other.id === page.id) + 1];
  return seeOther(changing || !next ? '/apply/check' : `/apply/${next.id}`);
}

/** The path of what a button of the form leads to. */
function placeOf(id: string | undefined, round: Round): string | undefined {
  if (id === homeId) return '/';
  if (id === startId) return `/rounds/${round.id}`;
  return id === checkId || pageOf(round, id) ? `/apply/${id}` : undefined;
}

/** The e-mail of a page that asks for one, if it is right. */
function emailIn(page: FormPage, typed: Typed): string | undefined {
  if (!page.fields.email) return undefined;
  const checked = check(addressPage, typed, 'ko');
  return checked.ok ? checked.values.email : undefined;
}

function checkView({ application, round }: Opened, state: FormState, changed = false) {
  const { answers, problems } = checkPages(pagesOf(round), state.typedPages, state.lang);
  const unmet = answers
    ? evaluateEligibility(round, answers)
        .filter((rule) => !rule.met)
        .map((rule) => rule.ruleId)
    : [];
  return <CheckPage {...state} {...{ problems, unmet, changed }} version={application.version + 1} />;
}

async function send(deps: Needed, opened: Opened, request: PageRequest, draft: Draft): Promise<PageResponse> {
  const { application, round } = opened;
  const { form, lang, now } = request;
  const version = Number(form.get('version')?.[0]);
  if (Number.isInteger(version) && version > 0 && version <= application.version) return seeOther('/application/sent');
  const stopped = whileOpen(opened, request);
  if (stopped) return stopped;
  const again = async (now: Opened, newer: Draft): Promise<PageResponse> =>
    html(checkView(now, await formState(deps, now, newer, lang), true), { status: 409 });
  const state = await formState(deps, opened, draft, lang);
  const { answers } = checkPages(pagesOf(round), state.typedPages, lang);
  if (!answers || version !== application.version + 1) return html(checkView(opened, state), { status: 422 });
  if (revisionIn(form) !== draft.saves) return again(opened, draft);
  const sending = {
    version,
    answers,
    lang,
    reference: application.reference,
    typed: state.typedPages,
  };
  const outcome = await sendApplication(deps, round, sending, now, { application, draft });
  switch (outcome.kind) {
    case 'sent':
    case 'repeat':
      return seeOther('/application/sent');
    case 'changed':
      return again({ round, application: outcome.application }, outcome.draft);
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
