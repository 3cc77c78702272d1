import { accessibilityWords, privacyWords } from '../../../functions/forms/pages/policy-texts.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import type { Text } from '../../../functions/shared/i18n.ts';
import { linkSigner, type SignLink } from '../../../functions/shared/links.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { answers, apply, begin, codeTo, emailOf, fill, mailTo, proveOther, sendVersion } from '../applicants.ts';
import * as brought from '../brought.ts';
import type { TestCloud } from '../cloud.ts';
import { lapsedQuestion, officers, questions } from '../intake/case-visits.ts';
import { codeKeyId, linkKeyId } from '../link-key.ts';
import { type MemoryAcademy, memoryAcademy } from '../memory/memory-academy.ts';
import { changeRound } from '../rounds/change-round.ts';
import type { Support } from '../support.ts';
import { type FormFields, hiddenIn, visitor } from '../visitor.ts';
import { putOnCloud, storedKeys } from './put-on-cloud.ts';
import { bothHeading, statusHeading as status, type Typing, typing, type Visit, young } from './visits.ts';

const day = 24 * 60;
const formPages = {
  'about-you': { ko: '기본 정보', en: 'About you' },
  background: { ko: '학력과 경력', en: 'Background' },
  why: { ko: '지원 동기와 계획', en: 'Why you apply' },
  attendance: { ko: '수업 참여', en: 'Attendance' },
  consents: { ko: '개인정보 동의', en: 'Your consent' },
} as const satisfies Record<string, Text>;

/** What is typed into a page to see all its errors. */
const wrong: Readonly<Record<keyof typeof formPages, FormFields>> = {
  'about-you': { email: 'jiwon@', mobile: '02-123', 'birthDate.year': '1995', 'birthDate.month': '13' },
  background: { seoulTies: ['lives', 'none'], organisation: 'x'.repeat(101), years: 'many' },
  why: { motivation: 'Too short.', plan: '' },
  attendance: { accessibility: 'x'.repeat(501) },
  consents: {},
};

/** Every page, and where it is served beside the cloud. */
interface EveryPage {
  readonly visits: Visit[];
  /** The pages of the same states in this process, as long as it is not closed. */
  readonly beside: Pick<MemoryAcademy, 'baseUrl' | 'close'>;
}

/**
 * Builds every state once and says where its page is on the cloud. The states come about in this process, by the pages,
 * the steps and the use cases of the app, and are then put on the cloud, whose Lambdas show them.
 */
export async function everyPage(at: TestCloud, lang: 'ko' | 'en'): Promise<EveryPage> {
  const [sign, signCode] = [linkSigner(await linkKeyId(at)), linkSigner(await codeKeyId(at))];
  const held = new Set<string>();
  const memory = await memoryAcademy({ sign, signCode, isHeldUp: (reference) => held.has(reference) });
  const before = storedKeys(memory);
  const visits = await everyState(memory, typing[lang], { sign, hold: (reference) => held.add(reference) });
  await memory.halt();
  await putOnCloud(memory, before, at);
  return { visits, beside: memory };
}

interface Means {
  readonly sign: SignLink;
  /** Before it begins, keeps the run of an application from beginning. */
  readonly hold: (reference: string) => void;
}

async function everyState(at: Academy, typed: Typing, { sign, hold }: Means): Promise<Visit[]> {
  const [round, before, closed, closing] = await Promise.all([
    at.round(),
    at.round({ opensAt: addMinutes(at.now(), 10 * day), closesAt: addMinutes(at.now(), 40 * day) }),
    at.round({ opensAt: addMinutes(at.now(), -40 * day), closesAt: addMinutes(at.now(), -10 * day) }),
    at.round(),
  ]);
  // First and alone, since it moves the clock for everything that is open.
  const lapsed = await lapsedQuestion(at, round, typed);
  const [draftPages, sentPages, heldUp, officerPages, questionPages, closingPages, codePages] = await Promise.all([
    drafts(at, round, typed),
    sent(at, round, typed),
    justSubmitted(at, round, typed, hold),
    officers(at, round, typed),
    questions(at, round, typed),
    closings(at, closing, typed),
    codes(at, round, typed),
  ]);
  const broughtPages = await Promise.all(
    Object.values<Support>(brought).map(async ({ visits: some }) => (await some?.(at, typed, sign)) ?? []),
  );
  return [
    ...starts(round, before, closed),
    ...draftPages,
    ...sentPages,
    heldUp,
    ...officerPages,
    ...questionPages,
    lapsed,
    ...closingPages,
    ...codePages,
    ...broughtPages.flat(),
    ...faults(round),
  ];
}

function starts(round: Round, before: Round, closed: Round): Visit[] {
  const heading = round.title;
  const again = { ko: '이메일 주소 확인', en: 'Confirm your email address' };
  const address = `/rounds/${round.id}/address`;
  return [
    { name: 'rounds', path: '/', status: 200, heading: { ko: '모집 안내', en: 'Rounds' } },
    { name: 'privacy', path: '/privacy', status: 200, heading: privacyWords.title },
    { name: 'accessibility', path: '/accessibility', status: 200, heading: accessibilityWords.title },
    { name: 'start-open', path: `/rounds/${round.id}`, status: 200, heading },
    { name: 'start-before', path: `/rounds/${before.id}`, status: 200, heading },
    { name: 'start-closed', path: `/rounds/${closed.id}`, status: 200, heading },
    { name: 'address', path: address, status: 200, heading: again },
    { name: 'address-errors', path: address, post: { email: 'jiwon@' }, status: 422, heading: again },
    { name: 'address-slip', path: address, post: { email: 'jiwon@gmial.com' }, status: 200, heading: again },
    { name: 'address-no-ending', path: address, post: { email: 'jiwon@naver.con' }, status: 422, heading: again },
  ];
}

/** Where a code is entered: mailed, wrong, of an address to which no more mails go; and the links of its mail. */
async function codes(at: Academy, round: Round, typed: Typing): Promise<Visit[]> {
  const ask = async (times = 1) => {
    const [by, email] = [visitor(at.baseUrl, { lang: typed.lang }), emailOf(answers())];
    for (let time = 0; time < times; time += 1) await by.post(`/rounds/${round.id}/address`, { email });
    return { by, email };
  };
  const [mailed, often, linked, used] = await Promise.all([ask(), ask(4), ask(), ask()]);
  const linkTo = async ({ email }: { readonly email: string }) =>
    /\/continue\/[\w/-]+/u.exec((await mailTo(at, email)).text)?.[0] ?? '';
  const [link, usedLink] = [await linkTo(linked), await linkTo(used)];
  await used.by.post(usedLink, {});
  const closed = await at.round();
  await changeRound(at, closed, { closesAt: addMinutes(at.now(), -5) });
  const nothingThere = async (lang: 'ko' | 'en'): Promise<Visit> => {
    const [by, email] = [visitor(at.baseUrl, { lang }), emailOf(answers())];
    await by.post(`/rounds/${closed.id}/address`, { email });
    return {
      name: 'code-nothing-there',
      path: `/rounds/${closed.id}/code`,
      by,
      lang,
      post: { code: await codeTo(at, email) },
      status: 404,
      heading: { ko: '이 주소로 작성된', en: 'There is no application' },
    };
  };
  const path = `/rounds/${round.id}/code`;
  const heading = { ko: '인증 번호 입력', en: 'Enter the code' };
  const onward = { ko: '이 기기에서 계속하기', en: 'Continue on this device' };
  return [
    { name: 'code', path, by: mailed.by, status: 200, heading },
    { name: 'code-errors', path, by: mailed.by, post: { code: '12' }, status: 422, heading },
    { name: 'code-not-mailed-again', path, by: often.by, status: 200, heading },
    { name: 'code-link', path: link, status: 200, heading: onward },
    {
      name: 'code-link-used',
      path: usedLink,
      status: 410,
      heading: { ko: '이 링크는 더 사용하실 수', en: 'This link has been' },
    },
    await nothingThere('ko'),
    await nothingThere('en'),
  ];
}

async function drafts(at: Academy, round: Round, typed: Typing): Promise<Visit[]> {
  const empty = await begin(at, round, emailOf(typed.person()), typed.lang);
  const broken = await begin(at, round, emailOf(typed.person()), typed.lang);
  const [{ browser: full }, { browser: unmet }] = await Promise.all([
    fill(at, round, typed.person(), typed.lang),
    fill(at, round, { ...young(typed.person()), attendance: { canAttend: 'less-than-80', finishedEarlier: 'no' } }),
  ]);
  const check = { ko: '제출 전 확인', en: 'Check your answers' };
  const otherAddress = { ko: '이메일 주소 변경', en: 'Change your email address' };
  const later = { ko: '저장하고 나중에 계속하기', en: 'Save and come back later' };
  const pages = Object.entries(formPages).flatMap(([id, heading]): Visit[] => [
    { name: `form-${id}-empty`, path: `/apply/${id}`, by: empty, status: 200, heading },
    { name: `form-${id}-filled`, path: `/apply/${id}`, by: full, status: 200, heading },
  ]);
  const stale = { revision: '0', version: '1' };
  const reference = empty.cookies.get('application')?.split('.')[1] ?? '';
  const { motivation = '' } = typed.person().why;
  const why = { motivation, plan: `${String(motivation)} 2027.` };
  const open = { ko: '이 브라우저에 다른 지원서가 열려 있습니다', en: 'Another application is open in this browser' };
  const of = {
    both: { path: '/apply/why', by: full, post: { ...why, revision: '0' }, heading: bothHeading },
    other: { path: '/apply/why', by: full, post: { ...why, application: reference }, status: 409, heading: open },
  };
  const errors = (['consents', 'about-you', 'background', 'why', 'attendance'] as const).map(
    (id): Visit => ({
      name: `form-${id}-errors`,
      path: `/apply/${id}`,
      by: broken,
      post: wrong[id],
      status: 422,
      heading: formPages[id],
    }),
  );
  return [
    ...pages,
    ...errors,
    { name: 'other-application', ...of.other },
    { name: 'both-words', ...of.both, status: 409 },
    { name: 'both-words-unchosen', ...of.both, post: { ...of.both.post, choosing: 'yes' }, status: 422 },
    { name: 'check-changed', path: '/apply/send', by: full, post: stale, status: 409, heading: check },
    { name: 'form-changing', path: '/apply/why?return=check', by: full, status: 200, heading: formPages.why },
    { name: 'start-begun', path: `/rounds/${round.id}`, by: full, status: 200, heading: round.title },
    { name: 'check-complete', path: '/apply/check', by: full, status: 200, heading: check },
    { name: 'check-problems', path: '/apply/check', by: empty, status: 200, heading: check },
    { name: 'check-unmet', path: '/apply/check', by: unmet, status: 200, heading: check },
    { name: 'later', path: '/apply/later', by: full, status: 200, heading: later },
    { name: 'address-other', path: '/apply/address', by: full, status: 200, heading: otherAddress },
    { name: 'later-sent', path: '/apply/later-sent', by: full, status: 200, heading: later },
  ];
}

async function sent(at: Academy, round: Round, typed: Typing): Promise<Visit[]> {
  const clean = await apply(at, round, typed.person(), typed.lang);
  await at.untilState(clean.reference, 'ACCEPTED');
  const withdrawn = await apply(at, round, young(typed.person()), typed.lang);
  await at.untilState(withdrawn.reference, 'WITH_OFFICER');
  await withdrawn.browser.post('/application/withdraw', {});
  const { browser: taken } = await fill(at, round, typed.person(), typed.lang);
  await proveOther(at, taken.cookies.get('application')?.split('.')[1] ?? '', clean.email);
  const check = await taken.get('/apply/check');
  const changed = await apply(at, round, young(typed.person()), typed.lang);
  await at.untilState(changed.reference, 'WITH_OFFICER');
  await changed.browser.post('/apply/attendance', { canAttend: 'at-least-80', finishedEarlier: 'no' });
  const by = clean.browser;
  const answersTitle = { ko: '제출한 지원서', en: 'Your answers' };
  const takenTitle = { ko: '이 이메일로 제출된', en: 'An application with this email' };
  return [
    { name: 'sent', path: '/application/sent', by, status: 200, heading: status },
    { name: 'status-accepted', path: '/application', by, status: 200, heading: status },
    { name: 'status-withdrawn', path: '/application', by: withdrawn.browser, status: 200, heading: status },
    { name: 'status-changes-not-sent', path: '/application', by: changed.browser, status: 200, heading: status },
    { name: 'start-sent', path: `/rounds/${round.id}`, by, status: 200, heading: round.title },
    { name: 'answers', path: '/application/answers', by, status: 200, heading: answersTitle },
    {
      name: 'withdraw',
      path: '/application/withdraw',
      by: changed.browser,
      status: 200,
      heading: { ko: '지원을 취소하시겠습니까?', en: 'Withdraw your application?' },
    },
    {
      name: 'email-taken',
      path: '/apply/send',
      by: taken,
      post: hiddenIn(check.html),
      status: 409,
      heading: takenTitle,
    },
  ];
}

/** Received, and its run not begun yet. */
async function justSubmitted(at: Academy, round: Round, typed: Typing, hold: Means['hold']): Promise<Visit> {
  const { browser, check } = await fill(at, round, typed.person(), typed.lang);
  hold(browser.cookies.get('application')?.split('.')[1] ?? '');
  await browser.post('/apply/send', { version: sendVersion(check) });
  return { name: 'status-submitted', path: '/application', by: browser, status: 200, heading: status };
}

async function closings(at: Academy, round: Round, typed: Typing): Promise<Visit[]> {
  const [{ browser: writing }, sentBefore] = await Promise.all([
    fill(at, round, typed.person(), typed.lang),
    apply(at, round, typed.person(), typed.lang),
  ]);
  await at.untilState(sentBefore.reference, 'ACCEPTED');
  await changeRound(at, round, { closesAt: addMinutes(at.now(), -5) });
  const heading = { ko: '접수가 마감되었습니다', en: 'Applications have closed' };
  const saved = { ko: '저장된 내용', en: 'What you saved' };
  return [
    { name: 'closed-during', path: '/apply/check', by: writing, status: 409, heading },
    { name: 'closed-answers', path: '/application/answers', by: writing, status: 200, heading: saved },
    { name: 'closed-start', path: `/rounds/${round.id}`, by: writing, status: 200, heading: round.title },
    { name: 'closed-status', path: '/application', by: sentBefore.browser, status: 200, heading: status },
  ];
}

function faults(round: Round): Visit[] {
  const notFound = { ko: '페이지를 찾을 수 없습니다', en: 'Page not found' };
  const start = `/rounds/${round.id}/start`;
  const at = (name: string, path: string, is: number, heading: Text, more: Partial<Visit> = {}): Visit => ({
    name,
    path,
    status: is,
    heading,
    ...more,
  });
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
  const noSession = { ko: '이 브라우저에서 열려 있는', en: 'No application is open' };
  const badLink = { ko: '이 링크로는 열 수 없습니다', en: 'This link does not work' };
  return [
    at('no-session', '/application', 403, noSession),
    at('bad-link', '/a/A-27H1-AAAA-AAAA/AAAAAAAAAAAAAAAAAAAAAA', 404, badLink),
    at('fault-404', '/nowhere', 404, notFound),
    at('fault-404-round', '/rounds/none', 404, notFound),
    at('fault-405', start, 405, { ko: '이 주소에서는 할 수 없는 요청입니다', en: 'You cannot do this here' }),
    at(
      'fault-403',
      start,
      403,
      { ko: '요청을 처리하지', en: 'We could not accept this' },
      { post: {}, headers: foreign },
    ),
    at(
      'fault-415',
      start,
      415,
      { ko: '읽을 수 없는 형식입니다', en: 'We cannot read this format' },
      {
        post: {},
        headers: { 'content-type': 'application/json' },
      },
    ),
    at(
      'fault-413',
      start,
      413,
      { ko: '보내신 내용이 너무 큽니다', en: 'What you sent is too large' },
      {
        post: { large: 'x'.repeat(5 * 1024 * 1024 + 1) },
      },
    ),
  ];
}
