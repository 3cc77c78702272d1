import type { Ports } from '../../applications/dependencies.ts';
import { unknownLinkPage } from '../../requests/pages/link-pages.tsx';
import type { Reviewer } from '../../reviewers/reviewer.ts';
import type { AdmissionRules } from '../../rounds/admission-rules.ts';
import type { Round } from '../../rounds/round.ts';
import { Fault } from '../../shared/errors.ts';
import type { VerifyLink } from '../../shared/links.ts';
import { accessed, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Review } from '../review.ts';
import { openReviewerLink } from '../reviewer-link.ts';
import { leftPage, notYoursPage, revokedPage } from './reviewer-problems.tsx';

type Reach = Pick<Dependencies, 'people' | 'rounds' | 'screenings'> &
  Pick<Ports, 'selection'> & { readonly verifyLink: VerifyLink };

/** What a link opens that is not, or no longer, the way to somebody's list. */
const closedLinks = { unknown: unknownLinkPage, revoked: revokedPage, left: leftPage };

/** A reviewer's list, opened by their link. */
export interface OpenList {
  readonly reviewer: Reviewer;
  readonly round: Round;
  readonly rules: AdmissionRules['review'];
  readonly list: string;
}
export interface OpenReview extends OpenList {
  readonly review: Review;
  readonly path: string;
}

/** Opens a reviewer's list by their link, and the reviews in it, for pages; everybody else is told why not. */
export function reviewOpeners(deps: Reach) {
  const withList =
    (page: (open: OpenList, request: PageRequest) => Promise<PageResponse>) =>
    async (request: PageRequest): Promise<PageResponse> => {
      const { reviewer: id = '', mac = '' } = request.params;
      const link = await openReviewerLink(deps, id, mac);
      if (link.kind !== 'current') return closedLinks[link.kind](request.lang);
      const selection = await deps.selection.of(link.reviewer.roundId);
      const round = await deps.rounds.version(link.reviewer.roundId, selection?.roundVersion ?? 0);
      if (!round?.admission)
        throw new Fault('RoundMissing', { round: link.reviewer.roundId, version: selection?.roundVersion });
      return page({ reviewer: link.reviewer, round, rules: round.admission.review, list: `/v/${id}/${mac}` }, request);
    };

  const withReview = (page: (open: OpenReview, request: PageRequest) => Promise<PageResponse>) =>
    withList(async (open, request) => {
      const { review: id = '' } = request.params;
      const review = /^[0-9a-f]{32}$/.test(id) ? await deps.screenings.review(id) : undefined;
      const { roundId, person } = open.reviewer;
      if (review?.roundId !== roundId || review.reviewer !== person) return notYoursPage(request.lang, open.list);
      const response = await page({ ...open, review, path: `${open.list}/${id}` }, request);
      return accessed(response, { account: person, of: review.reference, task: 'review' });
    });

  /** For what only an open review takes; everything else leads to the page that says how it stands. */
  const whileOpen = (page: (open: OpenReview, request: PageRequest) => Promise<PageResponse>) =>
    withReview(async (open, request) => (open.review.state === 'OPEN' ? page(open, request) : seeOther(open.path)));

  return { withList, withReview, whileOpen };
}
