import { withdrawApplication } from '../../../functions/applications/withdraw-application.ts';
import { cancelRound } from '../../../functions/cohort/cancel-round.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import type { Person } from '../../../functions/people/person.ts';
import type { Academy } from '../academy.ts';
import { apply, fill } from '../applicants.ts';
import { signIn } from '../desk/sign-in.ts';
import { statusHeading, type Typing, type Visit } from '../pages/visits.ts';
import { visitor } from '../visitor.ts';
import { browserOf, cohortLinkTo, cohortOfThree, threeOf } from './confirmed-cohort.ts';
import { roundToEnd, untilAdmissionIs } from './ending.ts';

/** The pages with which a round ends: the cohort, its numbers, letters, and what a cancelled round shows. */
export async function endVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const [confirmed, cancelled] = await Promise.all([cohortVisits(at, typed), cancelledVisits(at, typed)]);
  return [...confirmed, ...cancelled];
}

async function cohortVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const formerly = await institutionOfItsOwn(at);
  const forms = [typed.person(), typed.person(), typed.person(), typed.person()];
  const contact = { name: 'Robin Kim', relationship: 'Sister', phone: '010-2222-3333' };
  const { round, placed } = await cohortOfThree(at, forms, contact);
  const [manager, bank, left] = threeOf(
    await Promise.all([
      cohortLinkTo(at, round, 'sora.park@academy.example.kr'),
      cohortLinkTo(at, round, 'bora.shin@gaon-bank.example'),
      cohortLinkTo(at, round, formerly.email),
    ]),
  );
  await formerly.leave();
  const [first, , third] = threeOf(placed);
  const waited = placed[3] ?? first;
  const codes = await Promise.all([first, third].map(({ reference }) => at.letters.get(reference)));
  const [valid = '', given = ''] = codes.map((letter) => letter?.code ?? '');
  await withdrawApplication(at, third.reference, at.now());

  const { browser: desk } = await signIn(at, 'bora.shin@gaon-bank.example');

  const cohort = { ko: '참여 확정 명단', en: 'The cohort' };
  const numbers = { ko: '모집 통계', en: 'Statistics of the round' };
  const unknown = { ko: '이 링크로는 열 수 없습니다', en: 'This link does not work' };
  const noRole = { ko: '이 명단을 보실 권한이 없습니다', en: 'You can no longer see this list' };
  const heading = { ko: '확인서 진위 확인', en: 'Check a confirmation letter' };
  const verify = (name: string, code: string, status = 200): Visit => ({
    name: `verify-${name}`,
    path: '/verify',
    post: { code },
    status,
    heading,
  });
  return [
    { name: 'cohort-staff', path: manager, status: 200, heading: cohort },
    { name: 'cohort-institution', path: bank, status: 200, heading: cohort },
    { name: 'cohort-left', path: left, status: 403, heading: noRole },
    { name: 'cohort-unknown', path: `${manager.slice(0, -4)}AAAA`, status: 404, heading: unknown },
    {
      name: 'desk-cohorts',
      path: '/desk/cohorts',
      by: desk,
      // With the name of its owner, who has one in Korean.
      lang: 'ko',
      status: 200,
      heading: { ko: '참여 확정 명단', en: 'Cohorts' },
    },
    { name: 'statistics-staff', path: `${manager}/statistics`, status: 200, heading: numbers },
    { name: 'statistics-institution', path: `${bank}/statistics`, status: 200, heading: numbers },
    { name: 'verify', path: '/verify', status: 200, heading },
    verify('errors', '', 422),
    verify('unknown', '7K3Q-9MX4'),
    verify('valid', valid),
    verify('no-longer', given),
    {
      name: 'letter-none',
      path: `/letter/${round.id}.pdf`,
      by: await browserOf(at, waited.reference),
      status: 404,
      heading: { ko: '지금은 발급해 드릴 확인서가 없습니다', en: 'There is no confirmation letter for you' },
    },
    {
      name: 'letter-no-session',
      path: `/letter/${round.id}.pdf`,
      by: visitor(at.baseUrl),
      status: 403,
      heading: { ko: '이 브라우저에서 열려 있는', en: 'No application is open' },
    },
  ];
}

/** Somebody of an institution who is there for one mail, and then no longer. */
async function institutionOfItsOwn(at: Academy) {
  const id = `bank-${process.pid}`;
  const email = `${id}@bank.example`;
  const load = (roles: Person['roles']) =>
    loadPeople(
      at,
      [
        {
          id,
          name: '한시연',
          email,
          lang: 'ko',
          roles,
          deputy: undefined,
          absences: [],
          affiliations: [],
          languages: ['ko'],
          capacity: 0,
        },
      ],
      'operator:test',
      at.now(),
    );
  await load(['institution']);
  return { email, leave: () => load([]) };
}

async function cancelledVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const round = await roundToEnd(at);
  const [{ browser: writing }, sent] = await Promise.all([
    fill(at, round, typed.person(), typed.lang),
    apply(at, round, typed.person(), typed.lang),
  ]);
  await at.untilState(sent.reference, 'ACCEPTED');
  await cancelRound(at, round.id, { by: 'operator:test', reason: typed.reason }, at.now());
  await untilAdmissionIs(at, round, 'CANCELLED');
  const heading = { ko: '모집이 취소되었습니다', en: 'This round has been cancelled' };
  return [
    { name: 'cancelled-start', path: `/rounds/${round.id}`, status: 200, heading: round.title },
    { name: 'cancelled-during', path: '/apply/check', by: writing, status: 409, heading },
    { name: 'cancelled-status', path: '/application', by: sent.browser, status: 200, heading: statusHeading },
  ];
}
