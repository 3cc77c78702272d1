import { askForReconsideration } from '../../../functions/results/ask-for-reconsideration.ts';
import { decideReconsideration } from '../../../functions/results/decide-reconsideration.ts';
import { reconsiderationKey } from '../../../functions/results/reconsideration.ts';
import { closeWaitlist } from '../../../functions/seats/close-waitlist.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { browserOf } from '../cohort/confirmed-cohort.ts';
import { approveTwice, committee, memberLink, rankedRound, twoSeats } from '../committee/committee.ts';
import { typedBy } from '../committee/committee-visits.ts';
import { officer } from '../intake/intake.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { requestLink } from '../requests/asked-by-mail.ts';
import type { Visitor } from '../visitor.ts';

const headings = {
  result: { ko: '선발 결과', en: 'Your result' },
  notYet: { ko: '아직 결과가 나오지 않았습니다', en: 'There is no result yet' },
  form: { ko: '재검토 요청하기', en: 'Ask us to look again' },
  asked: { ko: '재검토를 요청하셨습니다', en: 'You have asked us to look again' },
  late: { ko: '재검토 요청 기간이', en: 'The deadline to ask us to look again has passed' },
  none: { ko: '재검토를 요청하실 수 있는 결과가 아닙니다', en: 'You cannot ask us to look at this result again' },
  officer: { ko: '선발 결과 재검토', en: 'Look at a result again' },
  stands: { ko: '결정되었습니다: 결과 유지', en: 'Decided: the result stands' },
  granted: { ko: '결정되었습니다: 대기자로 등록', en: 'Decided: put on the waiting list' },
  decided: { ko: '이미 결정되었습니다', en: 'This has already been decided' },
  lot: { ko: '추첨과 확인 방법', en: 'The random draw, and how to check it' },
};

/** Results with their reasons, reconsiderations, and the lot with its seed. */
export async function resultVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const [waiting, open, over] = await Promise.all([notYet(at, typed), released(at, typed), ended(at, typed)]);
  return [...waiting, ...open, ...over];
}

const wanted = (at: Academy, typed: Typing) => ({
  count: 8,
  applicant: typedBy(typed),
  change: twoSeats(at.now()),
});

async function notYet(at: Academy, typed: Typing): Promise<Visit[]> {
  const { placed } = await rankedRound(at, wanted(at, typed));
  const by = await browserOf(at, placed[0]?.reference ?? '');
  return [{ name: 'result-not-yet', path: '/result', by, status: 200, heading: headings.notYet }];
}

/** A round with its results, and browsers of its applicants by their places. */
async function releasedRound(at: Academy, typed: Typing) {
  const { round } = await rankedRound(at, wanted(at, typed));
  await approveTwice(at, round.id);
  const entries = (await at.admissions.snapshot(round.id, 1))?.entries ?? [];
  const references = entries.map(({ reference }) => reference);
  const browsers = await Promise.all(references.map((reference) => browserOf(at, reference)));
  return {
    round,
    references,
    browser: (place: number): Visitor => browsers[place - 1] ?? browsers[0] ?? raise(),
    /** Asks for reconsideration; gives the officer's link. */
    ask: async (place: number) => {
      const reference = references[place - 1] ?? '';
      await askForReconsideration(at, reference, typed.reason, at.now());
      const request = await at.requests.byAskKey(reconsiderationKey(reference));
      return { request: request ?? raise(), link: await requestLink(at, request?.id ?? '', officer) };
    },
  };
}

function raise(): never {
  throw new Error('nobody is there');
}

async function released(at: Academy, typed: Typing): Promise<Visit[]> {
  const { round, browser, ask } = await releasedRound(at, typed);
  const [openAsked, refused, granted] = [await ask(8), await ask(7), await ask(6)];
  const decide = (request: typeof refused.request, decision: Parameters<typeof decideReconsideration>[1]['decision']) =>
    decideReconsideration(
      at,
      { request: request.id, generation: request.generation, by: 'kim-minji', decision },
      at.now(),
    );
  await decide(refused.request, { outcome: 'REFUSE', reason: typed.reason });
  await decide(granted.request, { outcome: 'GRANT', place: 4, reason: typed.reason });
  const result = (name: string, place: number): Visit => ({
    name: `result-${name}`,
    path: '/result',
    by: browser(place),
    status: 200,
    heading: headings.result,
  });
  const again = (name: string, place: number, heading: Visit['heading']): Visit => ({
    name: `look-again-${name}`,
    path: '/result/look-again',
    by: browser(place),
    status: 200,
    heading,
  });
  const third = await memberLink(at, round.id, committee[2]);
  return [
    result('seat', 1),
    result('waiting', 3),
    result('not-selected', 5),
    result('asked', 8),
    result('looked-at', 7),
    result('granted', 6),
    again('form', 5, headings.form),
    { ...again('errors', 5, headings.form), post: { words: '' }, status: 422 },
    again('asked', 8, headings.asked),
    again('none', 3, headings.none),
    { name: 'officer-look-again', path: openAsked.link, status: 200, heading: headings.officer },
    {
      name: 'officer-look-again-errors',
      path: openAsked.link,
      post: { outcome: 'GRANT', place: '9', reason: '' },
      status: 422,
      heading: headings.officer,
    },
    {
      name: 'officer-look-again-confirm',
      path: openAsked.link,
      post: { outcome: 'GRANT', place: '4', reason: typed.reason },
      status: 200,
      heading: { ko: '이렇게 결정하시겠습니까?', en: 'Is this your decision?' },
    },
    { name: 'officer-look-again-refused', path: `${refused.link}/decided`, status: 200, heading: headings.stands },
    { name: 'officer-look-again-granted', path: `${granted.link}/decided`, status: 200, heading: headings.granted },
    { name: 'committee-decided', path: third, status: 200, heading: headings.decided },
    { name: 'lot-after', path: `/lot/${round.id}`, status: 200, heading: headings.lot },
  ];
}

/** The waitlist is closed, and the days in which reconsideration may be asked for are over. */
async function ended(at: Academy, typed: Typing): Promise<Visit[]> {
  const { round, browser, ask } = await releasedRound(at, typed);
  const { link } = await ask(8);
  await closeWaitlist(at, round.id, { by: 'operator:test', reason: 'test' }, at.now());
  const admission = (await at.admissions.get(round.id)) ?? raise();
  const releasedAt = addMinutes(at.now(), -60 * 24 * 20);
  await at.commit({
    changes: [at.admissions.save({ ...admission, revision: admission.revision + 1, releasedAt }, admission)],
    events: [{ subject: `round#${round.id}`, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
  });
  const late: Visit = {
    name: 'look-again-late',
    path: '/result/look-again',
    by: browser(7),
    status: 200,
    heading: headings.late,
  };
  return [late, { name: 'officer-look-again-ended', path: link, status: 200, heading: headings.officer }];
}
