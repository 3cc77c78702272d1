import type { Academy } from '../academy.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { decideProved } from '../second-factor/proved.ts';
import { visitor } from '../visitor.ts';
import { accountOf, askedLecturer, checkLink, linkTo, someLecturer } from './lecturers.ts';

const title = { ko: '강사료를 받을 계좌', en: 'The account for your fees' };
const checkTitle = { ko: '강사 계좌 확인', en: 'Check a lecturer’s account' };
const sure = { ko: '이렇게 결정하시겠습니까?', en: 'Is this your decision?' };

/** The lecturer's page empty, wrong, confirmed and after; finance's page with all its warnings, and after. */
export async function lecturersVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const { lang } = typed;
  const browser = visitor(at.baseUrl, { lang });
  const ko = lang === 'ko';
  const name = ko ? '김하온' : 'Haon Kim';
  const row = { name, lang, institution: ko ? '가온은행' : 'Gaon Bank' };
  const [asked, entering, changing, refused] = [
    someLecturer(row),
    someLecturer(row),
    someLecturer(row),
    someLecturer(row),
  ];
  const path = await askedLecturer(at, asked);
  const sent = await askedLecturer(at, entering);
  const other = accountOf({ holder: ko ? '이솔' : 'Sol Lee' });
  await browser.post(sent, other);
  const open = await checkLink(at, entering.id);

  await browser.post(await askedLecturer(at, changing), accountOf({ holder: name }));
  const decided = await checkLink(at, changing.id);
  await decideProved(at, browser, decided, { outcome: 'CONFIRM' });

  await browser.post(await askedLecturer(at, refused), other);
  const refusedCheck = await checkLink(at, refused.id);
  await decideProved(at, browser, refusedCheck, { outcome: 'REFUSE', reason: typed.reason });
  const again = await linkTo(at, refused.email, 1);

  return [
    { name: 'account', path, status: 200, heading: title },
    { name: 'account-errors', path, post: { account: '12', holder: '' }, status: 422, heading: title },
    {
      name: 'account-number-of-a-resident',
      path,
      post: accountOf({ account: '900101-1234567', holder: name }),
      status: 422,
      heading: title,
    },
    {
      name: 'account-confirm',
      path,
      post: other,
      status: 200,
      heading: { ko: '이 계좌로 강사료를 받으시겠습니까?', en: 'Is this the account for your fees?' },
    },
    { name: 'account-again', path: again, status: 200, heading: title },
    { name: 'account-sent', path: sent, status: 200, heading: { ko: '계좌를 받았습니다', en: 'We have your account' } },
    { name: 'account-check', path: open, status: 200, heading: checkTitle },
    { name: 'account-check-errors', path: open, post: { outcome: 'REFUSE' }, status: 422, heading: checkTitle },
    { name: 'account-check-confirm', path: open, post: { outcome: 'CONFIRM' }, status: 200, heading: sure },
    {
      name: 'account-check-decided',
      path: decided,
      status: 200,
      heading: { ko: '이미 결정된 요청입니다', en: 'This has been decided already' },
    },
  ];
}
