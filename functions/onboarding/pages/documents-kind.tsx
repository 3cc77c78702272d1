import { keepSession } from '../../applications/keep-session.ts';
import { keepCredential, type SessionDependencies } from '../../applications/pages/context.ts';
import { sendersPaths } from '../../documents/pages/document-paths.ts';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import type { PersonRequest } from '../../requests/request.ts';
import { residencyKind } from '../../residencies/residency.ts';
import { Fault } from '../../shared/errors.ts';
import { Actions, Button, Notice, PageForm, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { shownOf } from '../../shared/pages/shown.ts';
import { formatEnd } from '../../shared/time.ts';
import { documentsCloseAt } from '../ask-documents.ts';
import { documentsOf } from '../asked-documents.ts';
import { rulesOf } from '../case.ts';
import { sendDocuments } from '../decide-documents.ts';
import type { Dependencies } from '../dependencies.ts';
import { onboardingWords as words } from '../words.ts';
import { documentRows } from './residency-view.tsx';

export type OnboardingPages = Pick<
  Dependencies,
  | 'applications'
  | 'commit'
  | 'documents'
  | 'people'
  | 'requests'
  | 'residencies'
  | 'rounds'
  | 'sessions'
  | 'spaces'
  | 'random'
> &
  SessionDependencies;

/** The residency that a request is about, with the rules that hold for it. */
export async function caseOf(deps: Pick<Dependencies, 'residencies' | 'rounds'>, { subject }: PersonRequest) {
  const residency = await deps.residencies.get(subject);
  if (!residency) throw new Fault('ResidencyMissing', { reference: subject });
  return { residency, ...(await rulesOf(deps, residency)) };
}

/** The startup's page for its documents: what is asked for, what is there, and the word that all is. */
export function documentsKind(deps: OnboardingPages): RequestKind {
  const view = async ({ request, path }: Held, { lang }: PageRequest, isLacking: boolean): Promise<PageResponse> => {
    const { residency, round, onboarding } = await caseOf(deps, request);
    return html(
      <Layout
        lang={lang}
        title={words.documents[lang]}
        eyebrow={<RoundAndReference title={round.title[lang]} reference={request.subject} />}
        lead={words.documentsLead[lang]}
        contact={round.contact}
      >
        {isLacking && (
          <Notice kind="warning">
            <p>{words.lacking[lang]}</p>
          </Notice>
        )}
        <SummaryList rows={[{ term: words.dueOn[lang], value: formatEnd(documentsCloseAt(residency), lang) }]} />
        <SummaryList rows={documentRows(await documentsOf(deps, onboarding, residency), lang)} />
        <PageForm id="open" action={path} hidden={{ ...shownOf(residency.id), answer: 'open' }}>
          <Actions>
            <Button>{words.toDocuments[lang]}</Button>
          </Actions>
        </PageForm>
        <PageForm id="send" action={path} hidden={{ ...shownOf(residency.id), answer: 'send' }}>
          <Actions>
            <Button>{words.send[lang]}</Button>
          </Actions>
        </PageForm>
      </Layout>,
      { status: isLacking ? 422 : 200 },
    );
  };

  /** Whoever has the link reads the mails of the address: their browser may send what is asked for. */
  const open = async ({ request }: Held, { now }: PageRequest): Promise<PageResponse> => {
    const application = await deps.applications.get(request.subject);
    const round = application && (await deps.rounds.current(application.roundId));
    if (!application || !round) throw new Fault('ApplicationMissing', { reference: request.subject });
    const { secret } = await keepSession(deps, round, application, now);
    const session = keepCredential(deps, { kind: 'session', reference: application.reference, secret });
    return { ...seeOther(sendersPaths.list(residencyKind, application.reference)), cookies: [session] };
  };

  return {
    show: (held, page) => view(held, page, false),
    answer: async (held, page) => {
      const answer = page.form.get('answer')?.at(-1);
      if (answer === 'open') return open(held, page);
      if (answer !== 'send') return view(held, page, false);
      const { id, generation, subject } = held.request;
      const officer = held.holder === subject ? {} : { by: held.holder };
      const { kind } = await sendDocuments(deps, { request: id, generation, ...officer }, page.now);
      return kind === 'lacking' ? view(held, page, true) : seeOther(held.path);
    },
    closed: async (request, { lang }) => {
      const { round } = await caseOf(deps, request);
      const [title, text] =
        request.state === 'SETTLED'
          ? [words.sent, words.sentText]
          : request.state === 'LAPSED'
            ? [words.lapsed, words.lapsedText]
            : [words.gone, words.goneText];
      return html(
        <ProblemPage lang={lang} title={title[lang]} contact={round.contact}>
          <p>{text[lang]}</p>
          <p>
            <a href="/application">{words.toStatus[lang]}</a>
          </p>
        </ProblemPage>,
        { status: request.state === 'LAPSED' ? 410 : 200 },
      );
    },
  };
}
