import type { Application } from '../../applications/application.ts';
import type { SentVersion } from '../../applications/applications-table.ts';
import type { Ports } from '../../applications/dependencies.ts';
import type { CaseFigures } from '../../attachments/case-figures.ts';
import type { Dependencies as Attachments } from '../../attachments/dependencies.ts';
import { documentsForReview } from '../../attachments/sent-documents.ts';
import { addressForReviewer } from '../../attachments/show-to-reviewer.ts';
import type { SignedForms } from '../../documents/signed-forms.ts';
import { deskPath, nextRequestPath } from '../../requests/pages/next-request.tsx';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import type { VerifyLink } from '../../shared/links.ts';
import { chosenOfBoth, differing, isChoosing } from '../../shared/pages/both-words.tsx';
import { check, decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { html, type PageRequest, type PageResponse, seeOther, switchedTo } from '../../shared/pages/request.ts';
import { goingTo, revisionIn } from '../../shared/pages/shown.ts';
import { twoActs } from '../../shared/pages/two-acts.tsx';
import type { Instant } from '../../shared/time.ts';
import { amendReview } from '../amend-review.ts';
import type { Dependencies } from '../dependencies.ts';
import { declareConflict, declineReview } from '../end-review.ts';
import { reportName } from '../report-name.ts';
import { saveReview } from '../save-review.ts';
import { sendReview } from '../send-review.ts';
import { type OpenList, type OpenReview, reviewOpeners } from './open-review-pages.ts';
import { declineForm, filledIn, rubric, typedOf } from './review-form.ts';
import { ReviewList } from './review-list.tsx';
import { EndedPage, FrozenPage } from './review-over.tsx';
import { confirmConflict, DeclinePage, leadsTo, ReviewPage } from './review-page.tsx';
import { bothReviews, leavingDecline, unsavedReview } from './review-unsaved.tsx';

type Reach = Pick<Dependencies, 'applications' | 'commit' | 'people' | 'requests' | 'rounds' | 'screenings'> &
  Pick<Ports, 'selection'> &
  Pick<Attachments, 'documents'> & {
    readonly verifyLink: VerifyLink;
    readonly forms: SignedForms;
    readonly caseFigures: CaseFigures;
  };

/** The reviews of one person in a round, and each of them. Nothing here tells who applied, in a blind round. */
export function reviewRoutes(deps: Reach): PageRoute[] {
  const { withList, withReview, whileOpen } = reviewOpeners(deps);

  /** Where who is done with a review goes on. */
  const nextUp = async ({ review, reviewer, list }: OpenReview): Promise<string | undefined> => {
    if (review.state === 'OPEN') return undefined;
    const next = (await deps.screenings.reviewsOf(reviewer)).find(({ state }) => state === 'OPEN');
    return next && `${list}/${next.id}`;
  };

  const versionOf = async ({ reference, version, erasedAt }: Application): Promise<SentVersion | undefined> =>
    erasedAt ? undefined : deps.applications.version(reference, version);

  /** The documents that the reviewer sees, by the rules under which the application was sent. */
  const attachmentsIn = async ({ round, rules }: OpenList, application: Application, version?: SentVersion) => {
    if (!round.documents) return [];
    const made = await deps.rounds.version(application.roundId, application.roundVersion);
    return documentsForReview(deps, made ?? round, version, rules.blind);
  };

  /** Leads a reviewer to a file, as long as the review is theirs. */
  const document = async (open: OpenReview, { params, now, lang }: PageRequest): Promise<PageResponse> => {
    const { review, rules, reviewer, path } = open;
    const isTheirs = review.state === 'OPEN' || review.state === 'SENT';
    const application = isTheirs ? await deps.applications.get(review.reference) : undefined;
    const shown = application ? await attachmentsIn(open, application, await versionOf(application)) : [];
    const attachment = shown.find((one) => one.document.id === params.document);
    const given = { reference: review.reference, blind: rules.blind, reviewer: reviewer.person };
    const address = attachment && (await addressForReviewer(deps, { ...given, attachment }, now));
    if (!address) return (await over(open, lang)) ?? seeOther(path);
    return { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' }, body: '' };
  };

  const form = async (
    open: OpenReview,
    lang: PageRequest['lang'],
    typed: Typed,
    { shown = open.review.revision, errors = [] }: { shown?: number; errors?: readonly FieldError[] } = {},
  ): Promise<PageResponse> => {
    const [application, request] = await Promise.all([
      deps.applications.get(open.review.reference),
      deps.requests.get(open.review.id),
    ]);
    if (!application || !request)
      throw new Fault(application ? 'RequestMissing' : 'ApplicationMissing', { review: open.review.id });
    const version = await versionOf(application);
    const next = await nextUp(open);
    const [attachments, figures] = await Promise.all([
      attachmentsIn(open, application, version),
      version && deps.caseFigures(application),
    ]);
    return html(
      <ReviewPage
        {...open}
        {...{ next, version, figures, attachments, dueAt: request.dueAt, typed, shown, errors, lang }}
      />,
      {
        status: errors.length > 0 ? 422 : 200,
      },
    );
  };

  /** Whether a review that was sent may not be changed any more. */
  const isFrozen = async ({ reviewer }: OpenReview): Promise<boolean> =>
    !(await deps.selection.of(reviewer.roundId))?.reviewing;

  /** The page of a review that takes nothing any more, with what came too late for it; nothing for one that does. */
  const over = async (open: OpenReview, lang: Lang, given: Typed = {}): Promise<PageResponse | undefined> => {
    const { state } = open.review;
    const typed = Object.values(given).some(([value]) => value) ? given : undefined;
    const status = typed ? 409 : 200;
    if (state !== 'OPEN' && state !== 'SENT')
      return html(<EndedPage {...open} {...{ typed, state, lang }} next={await nextUp(open)} />, { status });
    if (state === 'SENT' && (await isFrozen(open)))
      return html(<FrozenPage {...open} {...{ typed, lang }} next={await nextUp(open)} />, { status });
    return undefined;
  };

  const show = async (open: OpenReview, { lang }: PageRequest): Promise<PageResponse> =>
    (await over(open, lang)) ?? form(open, lang, typedOf(open.rules, open.review));

  const answer = async (open: OpenReview, request: PageRequest): Promise<PageResponse> => {
    const { review, rules, path, reviewer } = open;
    const { form: sent } = request;
    const to = goingTo(sent);
    const isOpen = review.state === 'OPEN';
    const saving = isOpen && (sent.has('save') || to !== undefined);
    const page = rubric(rules, !saving);
    const typed = decode(page, sent);
    const switched = switchedTo(sent);
    const lang = switched ?? request.lang;
    const late = await over(open, lang, typed);
    if (late) return late;
    const stored = typedOf(rules, review);
    const choice = isChoosing(sent) ? chosenOfBoth(page, typed, stored, sent, lang) : { typed };
    if (isChoosing(sent) && (switched || 'errors' in choice)) {
      const errors = switched || !('errors' in choice) ? [] : choice.errors;
      return bothReviews({ ...open, typed, lang, chosen: { form: sent, errors } });
    }
    if (switched) return form(open, switched, typed, { shown: revisionIn(sent) });
    const words = 'typed' in choice ? choice.typed : typed;
    const isChanged = differing(page, words, stored).length > 0;
    if (isChanged && review.savedAt && review.revision > revisionIn(sent)) return bothReviews({ ...open, typed, lang });
    if (to !== undefined && !isChanged) return leave(open, to, lang, request.now);
    if (to !== undefined && !isOpen) {
      const { headers } = await leave(open, to, lang, request.now);
      return unsavedReview({ ...open, typed: words, lang, to: headers.Location ?? open.list });
    }
    const checked = check(page, words, lang);
    if (!checked.ok) return form(open, lang, words, { errors: checked.errors });
    const given = { review: review.id, by: reviewer.person, over: review.revision, ...filledIn(rules, checked.values) };
    const keep = saving ? saveReview : isOpen ? sendReview : amendReview;
    const { kind } = await keep(deps, given, request.now);
    if (kind === 'newer' || kind === 'ended' || kind === 'frozen') {
      const now = { ...open, review: (await deps.screenings.review(review.id)) ?? review };
      return (await over(now, lang, words)) ?? bothReviews({ ...now, typed: words, lang });
    }
    return to === undefined ? seeOther(path) : leave(open, to, lang, request.now);
  };

  /** Where a button of the form leads that leaves it. */
  const leave = async (open: OpenReview, to: string, lang: Lang, now: Instant): Promise<PageResponse> => {
    if (to === leadsTo.conflict && open.review.state === 'OPEN') return confirmConflict(open, lang);
    if (to === leadsTo.decline && open.review.state === 'OPEN') return seeOther(`${open.path}/decline`);
    if (to === leadsTo.nextRequest) return seeOther(nextRequestPath);
    if (to === leadsTo.desk) return seeOther(deskPath);
    if (to === leadsTo.nameSeen) {
      if (open.rules.blind) await reportName(deps, { review: open.review.id, by: open.reviewer.person }, now);
      return seeOther(open.path);
    }
    return seeOther((to === leadsTo.next && (await nextUp(open))) || open.list);
  };

  const decline = async (open: OpenReview, request: PageRequest): Promise<PageResponse> => {
    const typed = decode(declineForm, request.form);
    const left = leavingDecline({ ...open, typed, lang: request.lang }, request.form);
    if (left) return left;
    const switched = switchedTo(request.form);
    if (switched) return html(<DeclinePage {...open} {...{ typed, errors: [], lang: switched }} />);
    const checked = check(declineForm, typed, request.lang);
    if (!checked.ok) {
      const { errors } = checked;
      return html(<DeclinePage {...open} {...{ typed, errors, lang: request.lang }} />, { status: 422 });
    }
    const { reason } = checked.values;
    await declineReview(deps, { review: open.review.id, by: open.reviewer.person, reason }, request.now);
    return seeOther(open.path);
  };

  const list = async ({ reviewer, round, list: path }: OpenList, { lang }: PageRequest): Promise<PageResponse> => {
    const reviews = await deps.screenings.reviewsOf(reviewer);
    const listed = await Promise.all(
      reviews.map(async (review) => ({
        review,
        dueAt: review.state === 'OPEN' ? (await deps.requests.get(review.id))?.dueAt : undefined,
      })),
    );
    return html(<ReviewList {...{ round, path, listed, lang }} />);
  };

  const ofReview = '/v/{reviewer}/{mac}/{review}';
  const logs = ['review'];
  return [
    { method: 'GET', path: '/v/{reviewer}/{mac}', page: withList(list) },
    { method: 'GET', path: ofReview, logs, page: withReview(show) },
    { method: 'POST', path: ofReview, logs, page: withReview(answer) },
    { method: 'GET', path: `${ofReview}/documents/{document}`, logs, page: withReview(document) },
    {
      method: 'POST',
      path: `${ofReview}/conflict`,
      logs,
      page: whileOpen((open, request) =>
        twoActs(request, {
          read: () => ({ answer: 'CONFLICT' }),
          choose: (lang) => show(open, { ...request, lang }),
          confirm: (_, lang) => confirmConflict(open, lang),
          settle: async () => {
            await declareConflict(deps, { review: open.review.id, by: open.reviewer.person }, request.now);
            return seeOther(open.path);
          },
        }),
      ),
    },
    {
      method: 'GET',
      path: `${ofReview}/decline`,
      logs,
      page: whileOpen(async (open, { lang }) => html(<DeclinePage {...open} {...{ typed: {}, errors: [], lang }} />)),
    },
    { method: 'POST', path: `${ofReview}/decline`, logs, page: whileOpen(decline) },
  ];
}
