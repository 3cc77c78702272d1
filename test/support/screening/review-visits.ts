import { declareConflict, endReview } from '../../../functions/screening/end-review.ts';
import { lapseReview } from '../../../functions/screening/lapses.ts';
import type { Review } from '../../../functions/screening/review.ts';
import { renewReviewerLink } from '../../../functions/screening/reviewer-link.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { apply } from '../applicants.ts';
import { eventually } from '../eventually.ts';
import { bothHeading, type Typing, unsavedHeading, type Visit } from '../pages/visits.ts';
import { changeRound } from '../rounds/change-round.ts';
import { visitor } from '../visitor.ts';
import {
  listLink,
  reviewedRound,
  reviewNumber,
  reviewPath,
  scored,
  sendReview,
  untilAdmission,
} from './reviewed-round.ts';

const application = { ko: '지원서', en: 'Application' };
const missedHeading = { ko: '심사 기한이 지났습니다', en: 'This review is overdue' };
const decline = { ko: '이 심사 맡지 않기', en: 'Decline this review' };

/** A round under review by whoever is a reviewer, with so many applications; the first reviews of each. */
async function underReview(at: Academy, typed: Typing, applications: number) {
  const round = await reviewedRound(at);
  const applied = await Promise.all(
    Array.from({ length: applications }, () => apply(at, round, typed.person(), typed.lang)),
  );
  for (const { reference } of applied) await at.untilState(reference, 'ACCEPTED');
  await changeRound(at, round, { closesAt: addMinutes(at.now(), -1) });
  await untilAdmission(at, round, 'REVIEWING');
  const reviews = await Promise.all(applied.map(({ reference }) => reviewNumber(at, reference, 1)));
  return { round, applied, reviews };
}

/** Every page that a reviewer comes to. */
export async function reviewVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const [{ round, applied, reviews }, ranked] = await Promise.all([
    underReview(at, typed, 8),
    underReview(at, typed, 1),
  ]);
  const [open, begun, sent, conflict, declined, missed, away, cancelled] = reviews;
  if (!open || !begun || !sent || !conflict || !declined || !missed || !away || !cancelled)
    throw new Error('too few reviews');
  const pathOf = (review: Review) => reviewPath(at, round, review);
  await visitor(at.baseUrl).post(await pathOf(begun), { 'score-plan': '4', comment: typed.reason, save: 'yes' });
  await sendReview(at, round, sent, 4);
  await declareConflict(at, { review: conflict.id, by: conflict.reviewer }, at.now());
  await visitor(at.baseUrl).post(`${await pathOf(declined)}/decline`, { reason: typed.reason });
  await lapseReview(at, missed, at.now());
  await endReview(at, away.id, { how: 'unassign', by: 'operator:test', why: 'away' }, at.now());
  await applied.at(-1)?.browser.post('/application/withdraw', {});
  const page = (name: string, path: string, heading: Visit['heading'], more: Partial<Visit> = {}): Visit => ({
    name: `review-${name}`,
    path,
    status: 200,
    heading,
    ...more,
  });
  const ended = async (name: string, review: Review, ko: string, en: string) =>
    page(name, await pathOf(review), { ko, en });
  const list = await listLink(at, round, open.reviewer);
  const conflictSure = { ko: '이해관계가 있어 회피하시겠습니까?', en: 'Declare a conflict of interest?' };
  const notYours = { ko: '이 심사는 열 수 없습니다', en: 'You cannot open this review' };
  return [
    page('list', list, { ko: '심사 목록', en: 'Your reviews' }),
    page('open', await pathOf(open), application),
    page('errors', await pathOf(open), application, {
      post: { 'score-plan': '4', comment: 'x'.repeat(2001) },
      status: 422,
    }),
    page('saved', await pathOf(begun), application),
    page('both', await pathOf(begun), bothHeading, {
      post: { 'score-plan': '5', comment: typed.reply, save: 'yes' },
      status: 409,
    }),
    page('sent', await pathOf(sent), application),
    page('leaving', await pathOf(sent), unsavedHeading, {
      post: { ...scored(round, 2, typed.reason), revision: '9', action: 'go:list' },
      status: 409,
    }),
    page('decline', `${await pathOf(open)}/decline`, decline),
    page('decline-errors', `${await pathOf(open)}/decline`, decline, { post: { reason: '' }, status: 422 }),
    page('conflict-confirm', `${await pathOf(open)}/conflict`, conflictSure, { post: {} }),
    await ended('conflict', conflict, '이해관계가 있어 심사를 회피', 'You have declared a conflict'),
    await ended('declined', declined, '이 심사를 맡지 않기로 하셨습니다', 'You have declined'),
    await ended('missed', missed, missedHeading.ko, missedHeading.en),
    page('too-late', await pathOf(missed), missedHeading, { post: scored(round, 4, typed.reason), status: 409 }),
    await ended('unassigned', away, '다른 심사위원께 부탁드린', 'Another reviewer now has'),
    await ended('cancelled', cancelled, '더 이상 필요하지 않은 심사', 'This review is no longer'),
    page('not-yours', `${list}/${'0'.repeat(32)}`, notYours, { status: 404 }),
    ...(await frozenAndRevoked(at, ranked, page)),
  ];
}

async function frozenAndRevoked(
  at: Academy,
  { round, applied: [applied], reviews: [first] }: Awaited<ReturnType<typeof underReview>>,
  page: (name: string, path: string, heading: Visit['heading'], more?: Partial<Visit>) => Visit,
): Promise<Visit[]> {
  if (!applied || !first) throw new Error('nobody applied');
  const second = await reviewNumber(at, applied.reference, 2);
  await visitor(at.baseUrl).post(await reviewPath(at, round, first), scored(round, 4));
  await sendReview(at, round, second, 4);
  await eventually(`${round.id} is ranked`, async () => (await at.admissions.get(round.id))?.since.RANKING);
  const revoked = await listLink(at, round, second.reviewer);
  await renewReviewerLink(at, { roundId: round.id, person: second.reviewer, by: 'operator:test' }, at.now());
  return [
    page('frozen', await reviewPath(at, round, first), {
      ko: '제출하신 심사는 더 수정하실 수 없습니다',
      en: 'This review can no longer be changed',
    }),
    page('revoked', revoked, { ko: '새 링크가 있습니다', en: 'There is a newer link' }, { status: 410 }),
  ];
}
