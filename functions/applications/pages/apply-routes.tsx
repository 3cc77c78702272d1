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
import { type Opened, type PagesDependencies, withApplication, withApplicationAnd } from './context.ts';
import { CheckPage, FormPageView } from './form-pages.tsx';
import { EmailForm, EmailTakenPage, emailPage, LinkSentPage } from './link-pages.tsx';
import { closedDuringPage } from './problems.tsx';

/** The form: its pages, the check, the sending, and coming back later. */
export function applyRoutes(deps: PagesDependencies): PageRoute[] {
  const writing = (page: (opened: Opened, request: PageRequest) => Promise<PageResponse>) =>
    withApplication(deps, async (opened, request) => whileOpen(opened, request) ?? page(opened, request));

  return [
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
      page: writing(async ({ application, round }, { lang }) => {
        const typed: Typed = application.email ? { email: [application.email] } : {};
        return html(<EmailForm round={round} kind="later" typed={typed} errors={[]} lang={lang} />);
      }),
    },
    { method: 'POST', path: '/apply/later', page: writing((opened, request) => mailLater(deps, opened, request)) },
    {
      method: 'GET',
      path: '/apply/later-sent',
      page: withApplication(deps, async ({ round }, { lang }) =>
        html(<LinkSentPage round={round} kind="later" lang={lang} />),
      ),
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

async function savePosted(deps: PagesDependencies, opened: Opened, request: PageRequest): Promise<PageResponse> {
  const { round, application } = opened;
  const page = known(pageOf(round, request.params.page));
  const typed = decode(page, request.form);
  const switched = switchedTo(request.form);
  const lang = switched ?? request.lang;
  const changing = request.form.get('return')?.[0] === 'check';
  const result = check(page, typed, lang);
  await savePage(
    deps,
    application.reference,
    round,
    { id: page.id, typed, contact: contactIn(page, typed) },
    lang,
    request.now,
  );
  const view = (errors: readonly FieldError[], status: number) =>
    html(<FormPageView {...{ round, page, typed, errors, lang, changing }} />, { status });
  if (switched) return view([], 200);
  if (request.form.get('action')?.[0] === 'later') return seeOther('/apply/later');
  if (!result.ok) return view(result.errors, 422);
  const pages = pagesOf(round);
  const next = pages[pages.findIndex((other) => other.id === page.id) + 1];
  return seeOther(changing || !next ? '/apply/check' : `/apply/${next.id}`);
}

/** The e-mail of a page that asks for one, if it is right: the draft's link can be mailed again to it. */
function contactIn(page: FormPage, typed: Typed): string | undefined {
  if (!page.fields.email) return undefined;
  const checked = check(emailPage, typed, 'ko');
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

async function send(
  deps: PagesDependencies,
  opened: Opened,
  request: PageRequest,
  draft: Draft,
): Promise<PageResponse> {
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
    case 'email-taken':
      return html(<EmailTakenPage round={round} lang={lang} />, { status: 409 });
    case 'closed':
      return closedDuringPage(lang, round, application.version > 0);
    case 'final':
      return seeOther('/application');
  }
}

async function mailLater(
  deps: PagesDependencies,
  { application, round }: Opened,
  request: PageRequest,
): Promise<PageResponse> {
  const typed = decode(emailPage, request.form);
  const switched = switchedTo(request.form);
  const lang = switched ?? request.lang;
  const checked = check(emailPage, typed, lang);
  if (switched) return html(<EmailForm round={round} kind="later" typed={typed} errors={[]} lang={lang} />);
  if (!checked.ok) {
    return html(<EmailForm round={round} kind="later" typed={typed} errors={checked.errors} lang={lang} />, {
      status: 422,
    });
  }
  await mailDraftLink(
    deps,
    round,
    { reference: application.reference, email: checked.values.email, lang },
    request.now,
  );
  return seeOther('/apply/later-sent');
}
