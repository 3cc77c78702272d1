import { caseworkPaths } from '../../../functions/casework/pages/casework-paths.ts';
import { accessWords, roundWords } from '../../../functions/casework/pages/casework-words.ts';
import { interestsWords } from '../../../functions/casework/pages/interests-page.tsx';
import { listWords } from '../../../functions/casework/pages/list-words.ts';
import { deskWords } from '../../../functions/desk/pages/desk-words.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { apply } from '../applicants.ts';
import { deskOf } from '../desk/sign-in.ts';
import { type Typing, type Visit, young } from '../pages/visits.ts';
import { addPeople } from './more-people.ts';

const manager = 'sora.park@academy.example.kr';
const related = 'related@academy.example.kr';
const officer = 'minji.kim@academy.example.kr';
const day = 24 * 60;

/** What those who look after rounds come to, and what others are told. */
export async function caseworkVisits(at: Academy, typed: Typing): Promise<readonly Visit[]> {
  const round = await at.round();
  const form = typed.person();
  const sent = await apply(at, round, form, typed.lang);
  const asked = await apply(at, round, young(typed.person()), typed.lang);
  const banker = await apply(
    at,
    round,
    { ...typed.person(), background: { ...typed.person().background, organisation: 'Kakaopay' } },
    typed.lang,
  );
  await addPeople(at, [
    { id: 'related', name: '박소라', email: related, roles: ['academy-manager'], affiliations: ['Kakaopay'] },
  ]);
  await at.untilState(sent.reference, 'ACCEPTED');
  await at.untilState(asked.reference, 'WITH_OFFICER');
  await at.untilState(banker.reference, 'ACCEPTED');
  await at.counts.put({
    roundId: round.id,
    at: at.now(),
    sent: 412,
    states: { ACCEPTED: 371, WITH_OFFICER: 12, WITH_APPLICANT: 3, REFUSED: 8, WITHDRAWN: 18 },
    reviews: { done: 268, of: 371 },
    seats: { TAKEN: 11, OFFERED: 14, VACANT: 5 },
    waiting: 20,
    waits: [
      { person: 'kim-minji', kind: 'intake-decision', count: 12, dueAt: addMinutes(at.now(), -2 * day), overdue: 4 },
      { person: 'jung-haneul', kind: 'committee-approval', count: 1, dueAt: addMinutes(at.now(), 3 * day), overdue: 0 },
    ],
  });
  const [by, kept, other] = await Promise.all(
    [manager, related, officer].map((email) => deskOf(at, email, typed.lang)),
  );
  const list = caseworkPaths.list(round.id);
  const search = caseworkPaths.search(round.id);
  const name = String(form['about-you'].name);
  const title = listWords.title;
  const found = listWords.searchTitle;
  return [
    { name: 'casework-rounds', path: caseworkPaths.rounds, by, status: 200, heading: roundWords.rounds },
    { name: 'casework-round', path: caseworkPaths.round(round.id), by, status: 200, heading: round.title },
    { name: 'casework-list', path: list, by, status: 200, heading: title },
    {
      name: 'casework-conflicts',
      path: caseworkPaths.conflicts(round.id),
      by,
      status: 200,
      heading: interestsWords.title,
    },
    { name: 'casework-list-empty', path: `${list}?state=REFUSED`, by, status: 200, heading: title },
    { name: 'casework-list-conflict', path: list, by: kept, status: 200, heading: title },
    { name: 'casework-found', path: search, by, post: { q: name }, status: 200, heading: found },
    { name: 'casework-found-nothing', path: search, by, post: { q: '010-0000-0000' }, status: 200, heading: found },
    { name: 'casework-search-errors', path: search, by, post: { q: '' }, status: 422, heading: found },
    {
      name: 'casework-case',
      path: caseworkPaths.case(round.id, sent.reference),
      by,
      status: 200,
      heading: { ko: name, en: name },
    },
    {
      name: 'casework-case-asked',
      path: caseworkPaths.case(round.id, asked.reference),
      by,
      status: 200,
      heading: { ko: name, en: name },
    },
    {
      name: 'casework-case-conflict',
      path: caseworkPaths.case(round.id, banker.reference),
      by: kept,
      status: 403,
      heading: accessWords.conflict,
    },
    {
      name: 'casework-no-case',
      path: caseworkPaths.case(round.id, 'A-27H1-0000-0000'),
      by,
      status: 404,
      heading: listWords.noCase,
    },
    {
      name: 'casework-no-round',
      path: caseworkPaths.round('no-such-round'),
      by,
      status: 404,
      heading: roundWords.noRound,
    },
    { name: 'casework-no-role', path: list, by: other, status: 403, heading: deskWords.noRole },
  ];
}
