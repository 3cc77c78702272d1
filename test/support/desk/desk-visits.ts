import { loadPeople } from '../../../functions/people/load-people.ts';
import { enterAbsence } from '../../../functions/people/own-absences.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import { addDays, seoulDateOf } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { beginWithHelp } from '../intake/help.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { visitor } from '../visitor.ts';
import { requestOf, settledBefore } from './desk-requests.ts';
import { signIn } from './sign-in.ts';

const headings = {
  signIn: { ko: '업무함 열기', en: 'Open your desk' },
  code: { ko: '인증 번호 입력', en: 'Enter the code' },
  list: { ko: '받은 요청', en: 'Your requests' },
  away: { ko: '부재 기간', en: 'Days away' },
  help: { ko: '이메일을 쓸 수 없는 분의 지원 돕기', en: 'Apply for somebody who cannot use email' },
  aboutYou: { ko: '기본 정보', en: 'About you' },
  out: { ko: '업무함에서 나왔습니다', en: 'You have signed out' },
  unknown: { ko: '열 수 없는 요청입니다', en: 'This request cannot be opened' },
};

/** The pages of a desk: signing in, with much on it and with nothing, days away, leaving. */
export async function deskVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const { lang } = typed;
  const round = await at.round();
  await loadPeople(at, people(lang), 'operator:test', at.now());
  const today = seoulDateOf(at.now());
  await enterAbsence(at, { person: 'desk-busy', from: addDays(today, 10), to: addDays(today, 14) }, at.now());
  const given = { person: 'desk-busy', context: round.id };
  for (const days of [0, 1, 12, 25]) await requestOf(at, { ...given, days });
  for (const days of [9, 10]) {
    await settledBefore(at, await requestOf(at, { ...given, days }), 'desk-busy', days - 8);
  }
  const [busy, idle] = await Promise.all(['busy', 'idle'].map((who) => signIn(at, addressOf(who), { lang })));
  const asking = visitor(at.baseUrl, { lang });
  await asking.post('/desk/address', { email: addressOf('deputy') });
  const helping = await at.round({ intake: { ...round.intake, officer: 'desk-busy' } });
  const help = { reason: typed.reason, consent: 'yes', consentWords: typed.reply, reach: '02-0000-1234' };
  await beginWithHelp(at, helping, { browser: busy?.browser, words: help });
  const at422 = { status: 422, by: busy?.browser };
  const ok = { status: 200, by: busy?.browser };
  return [
    { name: 'desk-address', path: '/desk/address', status: 200, heading: headings.signIn },
    {
      name: 'desk-address-errors',
      path: '/desk/address',
      post: { email: 'minji' },
      status: 422,
      heading: headings.signIn,
    },
    { name: 'desk-code', path: '/desk/code', by: asking, status: 200, heading: headings.code },
    { name: 'desk', path: '/desk', ...ok, heading: headings.list },
    { name: 'desk-nothing', path: '/desk', ...ok, by: idle?.browser, heading: headings.list },
    { name: 'desk-away', path: '/desk/away', ...ok, heading: headings.away },
    {
      name: 'desk-away-errors',
      path: '/desk/away',
      post: { 'from.year': '2031', 'from.month': '2', 'from.day': '30', 'to.year': '2031' },
      ...at422,
      heading: headings.away,
    },
    { name: 'desk-help', path: '/desk/help', ...ok, heading: headings.help },
    {
      name: 'desk-help-errors',
      path: `/desk/help/${helping.id}`,
      post: { reason: typed.reason },
      ...at422,
      heading: headings.help,
    },
    { name: 'desk-help-form', path: '/apply/about-you', ...ok, heading: headings.aboutYou },
    { name: 'desk-unknown', path: `/desk/requests/${'0'.repeat(32)}`, ...ok, status: 404, heading: headings.unknown },
    { name: 'desk-left', path: '/desk/sign-out', post: {}, status: 200, heading: headings.out },
  ];
}

const addressOf = (who: string): string => `${who}@desk.academy.example.kr`;

/** Staff of their own, whose names are written as the pages are. */
function people(lang: 'ko' | 'en') {
  const [busy, idle, deputy] = lang === 'ko' ? ['김민지', '박소라', '이준호'] : ['Minji Kim', 'Sora Park', 'Junho Lee'];
  const row = (who: string, name: string | undefined, deputyId = '') =>
    [`desk-${who}`, name, addressOf(who), lang, 'intake-officer', deputyId, ''].join(',');
  const file = [
    'id,name,email,lang,roles,deputy,absences',
    row('busy', busy, 'desk-deputy'),
    row('idle', idle),
    row('deputy', deputy),
  ];
  return readPeople(file.join('\n')).people;
}
