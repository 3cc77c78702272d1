import type { Application } from '../../applications/application.ts';
import { helpPath, isOfficerOf, mayHelp } from '../../applications/help.ts';
import { keepCredential, openedBy, type SessionDependencies } from '../../applications/pages/context.ts';
import type { Desk } from '../../desk/desk.ts';
import type { DeskDependencies } from '../../desk/open-desk.ts';
import { withDesk } from '../../desk/pages/sign-in.ts';
import { recordDeskRead } from '../../desk/record-desk-read.ts';
import { type Round, roundPhase } from '../../rounds/round.ts';
import { roundIn } from '../../rounds/round-in-path.ts';
import { check, decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { type PageRequest, type PageResponse, seeOther, switchedTo } from '../../shared/pages/request.ts';
import { formIn } from '../../shared/pages/shown.ts';
import { newId } from '../../shared/random.ts';
import { startWithHelp } from '../start-with-help.ts';
import { helpForm, helpFormPage, helpListPage, mayGoOn, noHelpPage } from './help-page.tsx';
import { helpWords as words } from './help-words.ts';

export type HelpDependencies = SessionDependencies & DeskDependencies;

/** From the desk of an intake officer to the form of somebody who cannot use mail. */
export function helpRoutes(deps: HelpDependencies): PageRoute[] {
  const withHelper = (page: (desk: Desk, request: PageRequest) => Promise<PageResponse>) =>
    withDesk(deps, async (desk, request) =>
      mayHelp(desk.person) ? page(desk, request) : noHelpPage(desk, 'notYours', request.lang),
    );
  const inRound = (page: (desk: Desk, round: Round, request: PageRequest) => Promise<PageResponse>) =>
    withHelper(async (desk, request) => {
      const round = await roundIn(deps, request);
      if (!round) throw new PageFault(404);
      return isOfficerOf(round, desk.person.id)
        ? page(desk, round, request)
        : noHelpPage(desk, 'notYours', request.lang);
    });

  const list = async (desk: Desk, request: PageRequest): Promise<PageResponse> => {
    const { now, lang } = request;
    const opened = await openedBy(deps, request);
    const rounds = (await deps.rounds.list()).filter((round) => !round.renews && isOfficerOf(round, desk.person.id));
    const begun = await Promise.all(
      rounds.map(async (round) => {
        const references = await deps.applications.helpedBy(round.id, desk.person.id);
        const applications = await deps.applications.many(references);
        return { round, applications: applications.filter(({ erasedAt }) => !erasedAt) };
      }),
    );
    const open = opened && mayGoOn(opened.application) ? opened.application : undefined;
    return helpListPage(desk, { begun, open, now, lang });
  };

  const show = async (
    desk: Desk,
    round: Round,
    request: PageRequest,
    typed: Typed = {},
    errors: readonly FieldError[] = [],
  ): Promise<PageResponse> => {
    if (round.renews) return noHelpPage(desk, 'byInvitation', request.lang);
    if (roundPhase(round, request.now) !== 'OPEN') return noHelpPage(desk, 'closed', request.lang);
    const another = (await openedBy(deps, request)) !== undefined;
    const form = formIn(request.form) ?? newId(deps.random);
    return helpFormPage(desk, { round, form, another, typed, errors, lang: request.lang });
  };

  const begin = async (desk: Desk, round: Round, request: PageRequest): Promise<PageResponse> => {
    const typed = decode(helpForm, request.form);
    const switched = switchedTo(request.form);
    if (switched) return show(desk, round, { ...request, lang: switched }, typed);
    const { lang, now } = request;
    const checked = check(helpForm, typed, lang);
    if (!checked.ok) return show(desk, round, request, typed, checked.errors);
    const { reason, consentWords, reach } = checked.values;
    const begun = await startWithHelp(
      deps,
      round,
      {
        person: desk.person.id,
        form: formIn(request.form) ?? newId(deps.random),
        lang,
        reason,
        consent: { to: words.consentTo[lang], words: consentWords },
        reach,
      },
      now,
    );
    if (!begun) return noHelpPage(desk, round.renews ? 'byInvitation' : 'closed', lang);
    // A form that was sent before is another way to go on with what it began.
    const open = begun.isNew ? openAtDesk : goOnWith;
    return open(deps, desk, begun.application, request);
  };

  const goOn = async (desk: Desk, round: Round, request: PageRequest): Promise<PageResponse> => {
    const [reference = ''] = request.form.get('reference') ?? [];
    const mine = await deps.applications.helpedBy(round.id, desk.person.id);
    const application = mine.includes(reference) ? await deps.applications.get(reference) : undefined;
    return application ? goOnWith(deps, desk, application, request) : seeOther(helpPath);
  };

  return [
    { method: 'GET', path: helpPath, page: withHelper(list) },
    { method: 'GET', path: `${helpPath}/{round}`, page: inRound((...given) => show(...given)) },
    { method: 'POST', path: `${helpPath}/{round}`, page: inRound(begin) },
    { method: 'POST', path: `${helpPath}/{round}/open`, page: inRound(goOn) },
  ];
}

/** Opens an application again that was begun earlier, and keeps that it was looked at. */
async function goOnWith(
  deps: HelpDependencies,
  desk: Desk,
  application: Application,
  request: PageRequest,
): Promise<PageResponse> {
  if (!mayGoOn(application)) return seeOther(helpPath);
  await recordDeskRead(deps, desk, { of: application.reference, task: 'help' }, request.now);
  return openAtDesk(deps, desk, application, request);
}

/** Opens an application in the browser of the officer who helps, as long as their desk is open there. */
async function openAtDesk(
  deps: HelpDependencies,
  { person, session }: Desk,
  { reference, state }: Application,
  { now }: PageRequest,
): Promise<PageResponse> {
  const minutes = (Date.parse(session.until) - Date.parse(now)) / 60_000;
  const { secret } = await deps.sessions.begin(reference, 'desk', deps.random, now, { by: person.id, minutes });
  return seeOther(state === 'DRAFT' ? '/apply' : '/application', {
    cookies: [keepCredential(deps, { kind: 'session', reference, secret })],
  });
}
