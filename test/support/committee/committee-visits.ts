import type { Round } from '../../../functions/rounds/round.ts';
import type { Academy } from '../academy.ts';
import { decidedAlready, type Typing, unsavedHeading, type Visit } from '../pages/visits.ts';
import type { Placed, Wanted } from '../selection/ranked-round.ts';
import type { FormFields } from '../visitor.ts';
import { committee, memberLink, press, rankedRound, sendRankingBack, twoSeats } from './committee.ts';

const headings = {
  ranking: { ko: '선발 순위 승인', en: 'Approve the ranking' },
  return: { ko: '순위 조정하기', en: 'Change the ranking' },
  approved: { ko: '승인하셨습니다', en: 'You have approved the ranking' },
  returned: { ko: '순위를 조정하셨습니다', en: 'You have changed the ranking' },
  conflict: { ko: '이해관계가 있어 이 결정을 회피하셨습니다', en: 'You take no part in this decision' },
  replaced: { ko: '순위가 조정되어 새로 요청드렸습니다', en: 'The ranking has changed, and we have asked you again' },
};

/** Applicants who type in the language of the pages. */
export const typedBy =
  (typed: Typing): (() => Omit<Wanted, 'scores'>) =>
  () => ({ form: typed.person(), lang: typed.lang, comment: typed.reason });

/** The pages of the committee, and of the lot before the results. */
export async function committeeVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const wanted = { count: 8, applicant: typedBy(typed), change: twoSeats(at.now()) };
  const [first, second] = await Promise.all([rankedRound(at, wanted), rankedRound(at, wanted)]);
  const open = await openRanking(at, first, typed);
  const returned = await returnedRanking(at, second, typed);
  return [
    ...open,
    ...returned,
    {
      name: 'lot-before',
      path: `/lot/${first.round.id}`,
      status: 200,
      heading: { ko: '추첨과 확인 방법', en: 'The random draw, and how to check it' },
    },
    { name: 'start-with-admission', path: `/rounds/${first.round.id}`, status: 200, heading: first.round.title },
  ];
}

interface Ranked {
  readonly round: Round;
  readonly placed: readonly Placed[];
}

async function openRanking(at: Academy, { round, placed }: Ranked, typed: Typing): Promise<Visit[]> {
  const [one = '', , three = ''] = await Promise.all(committee.map((member) => memberLink(at, round.id, member)));
  await press(at, three, 'CONFLICT');
  const [applicant] = placed;
  const wrong: FormFields = { rows: '3', 'who-1': '99', 'to-1': 'x', 'why-1': '', 'who-2': '1', 'why-2': typed.reason };
  const heading = headings.return;
  return [
    { name: 'committee-ranking', path: one, status: 200, heading: headings.ranking },
    {
      name: 'committee-case',
      path: `${one}/case/${applicant?.reference}`,
      status: 200,
      heading: { ko: applicant?.name ?? '', en: applicant?.name ?? '' },
    },
    {
      name: 'committee-approve-confirm',
      path: one,
      post: { outcome: 'APPROVE' },
      status: 200,
      heading: { ko: '이 순위를 승인하시겠습니까?', en: 'Approve this ranking?' },
    },
    {
      name: 'committee-conflict-confirm',
      path: one,
      post: { outcome: 'CONFLICT' },
      status: 200,
      heading: { ko: '이해관계가 있어 회피하시겠습니까?', en: 'Declare a conflict of interest?' },
    },
    { name: 'committee-return', path: `${one}/return`, status: 200, heading },
    { name: 'committee-return-errors', path: `${one}/return`, post: wrong, status: 422, heading },
    { name: 'committee-return-more', path: `${one}/return`, post: { rows: '3', more: 'yes' }, status: 200, heading },
    {
      name: 'committee-return-leaving',
      path: `${one}/return`,
      post: { ...wrong, action: 'go:ranking' },
      status: 409,
      heading: unsavedHeading,
    },
    { name: 'committee-conflict', path: three, status: 200, heading: headings.conflict },
  ];
}

async function returnedRanking(at: Academy, { round, placed }: Ranked, typed: Typing): Promise<Visit[]> {
  const [one = '', two = '', three = ''] = await Promise.all(
    committee.map((member) => memberLink(at, round.id, member)),
  );
  await press(at, two, 'APPROVE');
  await sendRankingBack(at, one, placed.at(-1)?.reference ?? '', typed.reason);
  const anew = await memberLink(at, round.id, committee[1], 2);
  const late: FormFields = { rows: '3', 'who-1': '8', 'to-1': '1', 'why-1': typed.reason };
  return [
    { name: 'committee-changed', path: anew, status: 200, heading: headings.ranking },
    { name: 'committee-returned', path: `${one}/decided`, status: 200, heading: headings.returned },
    { name: 'committee-approved', path: `${two}/decided`, status: 200, heading: headings.approved },
    { name: 'committee-approved-again', path: two, status: 200, heading: decidedAlready },
    { name: 'committee-replaced', path: three, status: 200, heading: headings.replaced },
    { name: 'committee-too-late', path: `${three}/return`, post: late, status: 409, heading: headings.replaced },
  ];
}
