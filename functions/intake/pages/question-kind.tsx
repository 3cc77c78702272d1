import type { Dependencies } from '../../applications/dependencies.ts';
import type { TypedPages } from '../../forms/answers.ts';
import { checkPages, pageOf, typedTogether } from '../../forms/round-form.ts';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import { check, decode, type FieldError } from '../../shared/pages/form.ts';
import { html, type PageResponse, seeOther, switchedTo } from '../../shared/pages/request.ts';
import { leaving } from '../../shared/pages/unsaved.tsx';
import { answerQuestion } from '../answer-question.ts';
import { closedQuestionPage, otherAddressError, QuestionPage, replyPage } from './question.tsx';

/** The applicant's page for an officer's question: the question, exactly the pages it is about, a reply in words. */
export function questionKind(deps: Pick<Dependencies, 'applications' | 'commit' | 'requests' | 'rounds'>): RequestKind {
  const load = async ({ request }: Held) => {
    const application = await deps.applications.get(request.subject);
    const version = application && (await deps.applications.version(application.reference, application.version));
    const round = application && (await deps.rounds.version(application.roundId, application.roundVersion));
    if (!application) throw new Fault('ApplicationMissing', { reference: request.subject });
    if (!version) throw new Fault('VersionMissing', { reference: application.reference, version: application.version });
    if (!round) throw new Fault('RoundMissing', { round: application.roundId, version: application.roundVersion });
    const pages = (request.question?.pages ?? []).map((id) => pageOf(round, id)).filter((page) => page !== undefined);
    return { application, version, round, pages };
  };
  const view = async (
    held: Held,
    lang: Lang,
    typed: TypedPages,
    errors: readonly FieldError[],
    status: number,
  ): Promise<PageResponse> => {
    const { round, pages } = await load(held);
    return html(<QuestionPage {...{ request: held.request, path: held.path, round, pages, typed, errors, lang }} />, {
      status,
    });
  };

  return {
    show: async (held, { lang }) => {
      const { version } = await load(held);
      return view(held, lang, version.typed, [], 200);
    },

    answer: async (held, request) => {
      const { pages, round, version } = await load(held);
      const given = Object.fromEntries(pages.map((page) => [page.id, decode(page, request.form)]));
      const reply = decode(replyPage, request.form);
      const typed = { ...given, [replyPage.id]: reply };
      const left = leaving(
        request.form,
        {
          lang: request.lang,
          pages: [...pages, replyPage],
          typed: typedTogether(typed),
          eyebrow: round.title[request.lang],
          contact: round.contact,
          action: held.path,
          to: held.path,
        },
        typedTogether(version.typed),
      );
      if (left) return left;
      const switched = switchedTo(request.form);
      if (switched) return view(held, switched, typed, [], 200);
      const checkedReply = check(replyPage, reply, request.lang);
      const { answers, problems } = checkPages(pages, given, request.lang);
      const errors = [
        ...problems.flatMap((problem) => problem.errors),
        ...(checkedReply.ok ? [] : checkedReply.errors),
      ];
      if (!answers || !checkedReply.ok) return view(held, request.lang, typed, errors, 422);
      const outcome = await answerQuestion(
        deps,
        {
          request: held.request.id,
          generation: held.request.generation,
          reply: checkedReply.values.reply,
          answers,
          typed: given,
        },
        request.now,
      );
      return outcome === 'other-address'
        ? view(held, request.lang, typed, [otherAddressError(request.lang)], 422)
        : seeOther(held.path);
    },

    closed: async (request, { lang, form }) =>
      closedQuestionPage(lang, request, await deps.rounds.current(request.context), form),
  };
}
