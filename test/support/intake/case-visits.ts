import type { Round } from '../../../functions/rounds/round.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { apply, linkIn, mailsTo, mailTo } from '../applicants.ts';
import { eventually } from '../eventually.ts';
import { decidedAlready, statusHeading as status, type Typing, type Visit, young } from '../pages/visits.ts';
import { type FormFields, visitor } from '../visitor.ts';

const day = 24 * 60;
const officerEmail = 'minji.kim@academy.example.kr';
const deputyEmail = 'junho.lee@academy.example.kr';

/** The path of the latest link about an application that was mailed to a member of the staff. */
const staffLink = (
  at: Academy,
  reference: string,
  { address = officerEmail, not }: { readonly address?: string; readonly not?: string } = {},
): Promise<string> =>
  eventually(`a mail to ${address} about ${reference}`, async () => {
    const mail = (await mailsTo(at, address)).findLast((one) => one.text.includes(reference));
    const path = mail && linkIn(mail, at.baseUrl).split('?')[0];
    return path === not ? undefined : path;
  });

const decide = (at: Academy, path: string, fields: FormFields) => visitor(at.baseUrl).post(path, fields);

const decision = { ko: '지원서 확인', en: 'Check an application' };

async function withOfficer(at: Academy, round: Round, typed: Typing, form = young(typed.person())) {
  const application = await apply(at, round, form, typed.lang);
  await at.untilState(application.reference, 'WITH_OFFICER');
  return { ...application, path: await staffLink(at, application.reference) };
}

export async function officers(at: Academy, round: Round, typed: Typing): Promise<Visit[]> {
  const first = await apply(at, round, typed.person(), typed.lang);
  const twin = typed.person();
  const { mobile = '' } = first.form['about-you'];
  const [open, duplicate, refused, accepted, moved, superseded, withdrawn] = await Promise.all([
    withOfficer(at, round, typed),
    withOfficer(at, round, typed, { ...twin, 'about-you': { ...twin['about-you'], mobile } }),
    withOfficer(at, round, typed),
    withOfficer(at, round, typed),
    withOfficer(at, round, typed),
    withOfficer(at, round, typed),
    withOfficer(at, round, typed),
  ]);
  await Promise.all([
    decide(at, refused.path, { outcome: 'REFUSE', reason: typed.reason }),
    decide(at, accepted.path, { outcome: 'ACCEPT' }),
    decide(at, `${moved.path}/hand-over`, { to: 'lee-junho' }),
    withdrawn.browser.post('/application/withdraw', {}),
    superseded.browser.post('/apply/send', { version: '2' }),
  ]);
  await at.untilState(refused.reference, 'REFUSED');
  await staffLink(at, moved.reference, { address: deputyEmail });
  const sure = { ko: '이렇게 결정하시겠습니까?', en: 'Is this your decision?' };
  const handOver = { ko: '다른 담당자에게 넘기기', en: 'Hand it over to a colleague' };
  const done = (name: string, path: string, ko: string, en: string, is = 200): Visit => ({
    name,
    path,
    status: is,
    heading: { ko, en },
  });
  const { path } = open;
  return [
    { name: 'status-with-officer', path: '/application', by: open.browser, status: 200, heading: status },
    { name: 'status-refused', path: '/application', by: refused.browser, status: 200, heading: status },
    { name: 'decision-rule', path, status: 200, heading: decision },
    { name: 'decision-duplicate', path: duplicate.path, status: 200, heading: decision },
    { name: 'decision-errors', path, post: {}, status: 422, heading: decision },
    { name: 'decision-no-reason', path, post: { outcome: 'REFUSE' }, status: 422, heading: decision },
    { name: 'decision-confirm', path, post: { outcome: 'REFUSE', reason: typed.reason }, status: 200, heading: sure },
    {
      name: 'decision-confirm-question',
      path,
      post: { outcome: 'RETURN', question: typed.question, pages: ['about-you', 'why'] },
      status: 200,
      heading: sure,
    },
    { name: 'hand-over', path: `${path}/hand-over`, status: 200, heading: handOver },
    { name: 'hand-over-errors', path: `${path}/hand-over`, post: {}, status: 422, heading: handOver },
    done('decided-accepted', `${accepted.path}/decided`, '결정되었습니다: 심사 대상에 포함', 'Decided: eligible'),
    done('decided-refused', `${refused.path}/decided`, '결정되었습니다: 심사 대상에서 제외', 'Decided: not eligible'),
    done('decided-withdrawn', withdrawn.path, '취소된 지원서입니다', 'The application has been withdrawn'),
    done('decided-superseded', superseded.path, '지원자가 지원서를 수정하여', 'The applicant has sent a changed'),
    done('moved', moved.path, '다른 담당자에게 넘어간', 'Somebody else now has this request', 410),
    done('link-unknown', `${path.slice(0, -4)}AAAA`, '이 링크로는 열 수 없습니다', 'This link does not work', 404),
  ];
}

/** The officer has asked the applicant; ends with the path of the question's link. */
async function asked(at: Academy, round: Round, typed: Typing, pages: readonly string[]) {
  const application = await withOfficer(at, round, typed);
  await decide(at, application.path, { outcome: 'RETURN', question: typed.question, pages });
  const subject = typed.lang === 'ko' ? '확인할 것이' : 'We have a question';
  const question = linkIn(await mailTo(at, application.email, subject), at.baseUrl).split('?')[0] ?? '';
  return { ...application, question };
}

export async function questions(at: Academy, round: Round, typed: Typing): Promise<Visit[]> {
  const [open, inWords, answered, gone] = await Promise.all([
    asked(at, round, typed, ['about-you']),
    asked(at, round, typed, []),
    asked(at, round, typed, ['about-you']),
    asked(at, round, typed, []),
  ]);
  const corrected = { ...answered.form['about-you'], 'birthDate.year': '1998' };
  await Promise.all([
    visitor(at.baseUrl).post(answered.question, { ...corrected, reply: typed.reply }),
    gone.browser.post('/application/withdraw', {}),
  ]);
  await at.untilState(answered.reference, 'WITH_OFFICER');
  const again = await staffLink(at, answered.reference, { not: answered.path });
  const heading = { ko: '지원서에 대한 질문', en: 'A question about your application' };
  const received = { ko: '답변을 받았습니다', en: 'We have received your answer' };
  const notOpen = { ko: '더 이상 필요하지 않은 질문입니다', en: 'This question is no longer open' };
  const returned = { ko: '결정되었습니다: 지원자에게', en: 'Decided: question to the applicant' };
  return [
    { name: 'status-with-applicant', path: '/application', by: open.browser, status: 200, heading: status },
    { name: 'question', path: open.question, status: 200, heading },
    { name: 'question-in-words', path: inWords.question, status: 200, heading },
    { name: 'question-errors', path: open.question, post: { email: 'jiwon@' }, status: 422, heading },
    { name: 'question-answered', path: answered.question, status: 200, heading: received },
    { name: 'question-gone', path: gone.question, status: 200, heading: notOpen },
    { name: 'decision-answered', path: again, status: 200, heading: decision },
    { name: 'decided-returned', path: `${open.path}/decided`, status: 200, heading: returned },
    { name: 'decided-again', path: open.path, status: 200, heading: decidedAlready },
  ];
}

export async function lapsedQuestion(at: Academy, round: Round, typed: Typing): Promise<Visit> {
  const { question, reference } = await asked(at, round, typed, []);
  for (const days of [10, 20, 30]) await at.chaseAt(addMinutes(at.now(), days * day));
  await at.untilState(reference, 'WITH_OFFICER');
  const heading = { ko: '답변 기한이 지났습니다', en: 'The deadline to answer has passed' };
  return { name: 'question-lapsed', path: question, status: 410, heading };
}
