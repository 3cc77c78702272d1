import type { TypedPages } from '../../forms/answers.ts';
import { checkPages, pageOf, pagesOf } from '../../forms/round-form.ts';
import { roundPhase } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { check, decode, type FieldError, type FormPage, type Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther, switchedTo } from '../../shared/pages/request.ts';
import { nextState } from '../application.ts';
import type { Draft } from '../applications-table.ts';
import { draftInForce } from '../draft-in-force.ts';
import { evaluateEligibility } from '../eligibility.ts';
import { mailDraftLink } from '../mail-link.ts';
import { savePage } from '../save-page.ts';
import { sendApplication } from '../send-application.ts';
import { addressRoutes, otherAddress, proveFirst, withProvedAddress } from './address-routes.tsx';
import { addressPage } from './code-pages.tsx';
import { type Opened, type PagesDependencies, withApplication, withApplicationAnd } from './context.ts';
import { CheckPage, FormPageView } from './form-pages.tsx';
import { EmailTakenPage, LaterPage, LinkSentPage } from './link-pages.tsx';
import { closedDuringPage } from './problems.tsx';
import type { ProofDependencies } from './proofs.tsx';

type Needed = PagesDependencies & ProofDependencies;

/** The form: its pages, the check, the sending, and coming back later. */
export function applyRoutes(deps: Needed): PageRoute[] {
  const writing = (page: (opened: Opened, request: PageRequest) => Promise<PageResponse>) =>
    withApplication(deps, async (opened, request) => whileOpen(opened, request) ?? page(opened, request));

  return [
    ...addressRoutes(deps, writing),
    {
      method: 'GET',
      path: '/apply',
      page: writing(async (opened, { lang }) => {
        const typed = await typedBy(deps, opened);
        const { problems } = checkPages(pagesOf(opened.round), typed, lang);
        return seeOther(`/apply/${problems[0]?.page.id ?? 'check'}`);
      }),
    },
    {
      method: 'GET',
      path: '/apply/check',
      page: writing(async (opened, { lang }) => html(checkView(opened, await typedBy(deps, opened), lang))),
    },
    {
      method: 'POST',
      path: '/apply/send',
      page: withApplicationAnd(deps, deps.applications.draft, (...given) => send(deps, ...given)),
    },
    {
      method: 'GET',
      path: '/apply/later',
      page: writing(async ({ application: { proved }, round }, { lang }) =>
        proved ? html(<LaterPage {...{ round, lang, email: proved.email }} />) : seeOther('/apply/address'),
      ),
    },
    {
      method: 'POST',
      path: '/apply/later',
      page: writing(async ({ application: { proved, reference }, round }, { lang, now }) => {
        if (!proved) return seeOther('/apply/address');
        const mailed = await mailDraftLink(deps, { reference, lang }, now);
        if (mailed) return seeOther('/apply/later-sent');
        return html(<LaterPage {...{ round, lang, email: proved.email, notMailed: true }} />, { status: 429 });
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
      page: writing(async (opened, request) => {
        const { round } = opened;
        const page = known(pageOf(round, request.params.page));
        const pages = await typedBy(deps, opened);
        const typed = pages[page.id] ?? {};
        return html(
          <FormPageView
            {...{ round, page, typed, errors: [], lang: request.lang, changing: request.query.return === 'check' }}
          />,
        );
      }),
    },
    { method: 'POST', path: '/apply/{page}', page: writing((opened, request) => savePosted(deps, opened, request)) },
  ];
}

const known = (page: FormPage | undefined): FormPage => {
  if (!page) throw new PageFault(404);
  return page;
};

const typedBy = async (deps: PagesDependencies, { application, round }: Opened): Promise<TypedPages> =>
  draftInForce(deps.rounds, await deps.applications.draft(application.reference), round);

/** Why the form cannot be written in any more, or nothing. */
function whileOpen({ application, round }: Opened, { now, lang }: PageRequest): PageResponse | undefined {
  if (!nextState(application.state, 'submit')) return seeOther('/application');
  if (roundPhase(round, now) === 'OPEN') return undefined;
  return closedDuringPage(lang, round, application.version > 0);
}

async function savePosted(deps: Needed, opened: Opened, request: PageRequest): Promise<PageResponse> {
  const { round, application } = opened;
  const page = known(pageOf(round, request.params.page));
  const typed = decode(page, request.form);
  const switched = switchedTo(request.form);
  const lang = switched ?? request.lang;
  const changing = request.form.get('return')?.[0] === 'check';
  const result = check(page, typed, lang);
  const email = emailIn(page, typed);
  const { saved, other } = withProvedAddress(application, page, typed, email);
  await savePage(
    deps,
    application.reference,
    round,
    { id: page.id, typed: saved, contact: application.proved ? undefined : email },
    lang,
    request.now,
  );
  const view = (errors: readonly FieldError[], status: number) =>
    html(<FormPageView {...{ round, page, typed, errors, lang, changing }} />, { status });
  if (switched) return view([], 200);
  if (request.form.get('action')?.[0] === 'later') return seeOther('/apply/later');
  if (!result.ok) return view(result.errors, 422);
  if (other !== undefined) return otherAddress(opened, lang, other);
  const pages = pagesOf(round);
  const next = pages[pages.findIndex((other) => other.id === page.id) + 1];
  return seeOther(changing || !next ? '/apply/check' : `/apply/${next.id}`);
}

/** The e-mail of a page that asks for one, if it is right. */
function emailIn(page: FormPage, typed: Typed): string | undefined {
  if (!page.fields.email) return undefined;
  const checked = check(addressPage, typed, 'ko');
  return checked.ok ? checked.values.email : undefined;
}

function checkView({ application, round }: Opened, typed: TypedPages, lang: Lang) {
  const { answers, problems } = checkPages(pagesOf(round), typed, lang);
  const unmet = answers
    ? evaluateEligibility(round, answers)
        .filter((rule) => !rule.met)
        .map((rule) => rule.ruleId)
    : [];
  return <CheckPage {...{ round, typed, problems, unmet, version: application.version + 1, lang }} />;
}

async function send(deps: Needed, opened: Opened, request: PageRequest, draft: Draft): Promise<PageResponse> {
  const { application, round } = opened;
  const { lang, now } = request;
  const version = Number(request.form.get('version')?.[0]);
  if (Number.isInteger(version) && version > 0 && version <= application.version) return seeOther('/application/sent');
  const stopped = whileOpen(opened, request);
  if (stopped) return stopped;
  const typed = await draftInForce(deps.rounds, draft, round);
  const { answers } = checkPages(pagesOf(round), typed, lang);
  if (!answers || version !== application.version + 1) return html(checkView(opened, typed, lang), { status: 422 });
  const outcome = await sendApplication(
    deps,
    round,
    { reference: application.reference, version, answers, typed, lang },
    now,
    { application, draft },
  );
  switch (outcome.kind) {
    case 'sent':
    case 'repeat':
      return seeOther('/application/sent');
    case 'unproved':
      return proveFirst(deps, opened, String(answers.email), request);
    case 'email-taken':
      return html(<EmailTakenPage round={round} lang={lang} />, { status: 409 });
    case 'closed':
      return closedDuringPage(lang, round, application.version > 0);
    case 'final':
      return seeOther('/application');
  }
}
