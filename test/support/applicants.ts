import { randomUUID } from 'node:crypto';
import { accessCookie, credentialCookie } from '../../functions/applications/access.ts';
import { proveAddress } from '../../functions/applications/prove-address.ts';
import { sendApplication } from '../../functions/applications/send-application.ts';
import { startApplication } from '../../functions/applications/start-application.ts';
import type { TypedPages } from '../../functions/forms/answers.ts';
import { checkPages, pagesOf } from '../../functions/forms/round-form.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { codeIn as codeInText } from '../../local/demo/code-in.ts';
import type { Academy } from './academy.ts';
import { nobodyInvited } from './applications/nobody-invited.ts';
import { eventually } from './eventually.ts';
import { mailsIn } from './mails.ts';
import { type FormFields, type Page, type Visitor, visitor } from './visitor.ts';

export type PageId = 'about-you' | 'background' | 'why' | 'attendance' | 'consents';
export type FilledForm = Readonly<Record<PageId, FormFields>>;

let people = 0;

/** Answers that meet every rule, of a person that no other test has. */
export function answers(change: Partial<Record<PageId, FormFields>> = {}): FilledForm {
  people += 1;
  const phone = String(10_000_000 + ((Date.now() + people * 7919) % 89_999_999));
  const essay =
    '핀테크 서비스를 직접 만들어 보고 싶어 지원합니다. 결제와 송금 서비스를 기획하고 개발한 경험을 더 깊게 쌓겠습니다. ';
  const form: FilledForm = {
    'about-you': {
      name: `김지원${'가나다라마바사아자차'[people % 10]}`,
      'birthDate.year': String(1970 + (people % 30)),
      'birthDate.month': String(1 + (people % 12)),
      'birthDate.day': String(1 + (people % 28)),
      email: `applicant-${people}-${randomUUID().slice(0, 8)}@example.com`,
      mobile: `010-${phone.slice(0, 4)}-${phone.slice(4)}`,
      district: 'mapo',
    },
    background: {
      seoulTies: ['lives', 'works'],
      education: 'bachelor',
      employment: 'employed',
      organisation: '',
      field: 'it',
      years: '3',
    },
    why: { motivation: essay, plan: `${essay}과정을 마친 뒤에는 배운 것으로 서비스를 만들겠습니다.` },
    attendance: { canAttend: 'all', finishedEarlier: 'no', accessibility: '' },
    consents: {},
  };
  const pages: PageId[] = ['consents', 'about-you', 'background', 'why', 'attendance'];
  return pages.reduce((filled, page) => ({ ...filled, [page]: { ...filled[page], ...change[page] } }), form);
}

export const emailOf = (form: FilledForm): string => String(form['about-you'].email);

export const consentsTo = (round: Round): FormFields =>
  Object.fromEntries(round.consents.filter(({ required }) => required).map(({ id }) => [`consent-${id}`, 'yes']));

/** What an application is begun with, behind the pages. */
export type Beginning = Pick<Academy, 'baseUrl' | 'applications' | 'sessions' | 'commit' | 'random' | 'now'>;

/**
 * Gives a browser the application of somebody who has just proved an address: as its pages do, without the mail and
 * its code, which `beginByCode` goes through.
 */
export async function begin(
  at: Beginning,
  round: Round,
  email: string,
  lang: 'ko' | 'en' = 'ko',
  browser: Visitor = visitor(at.baseUrl, { lang }),
): Promise<Visitor> {
  const application = await startApplication({ ...at, invited: nobodyInvited }, round, { email, lang }, at.now());
  if (!application) throw new Error(`there is no application of ${email}, and none can be begun`);
  return opened(at, application.reference, browser);
}

/** Has an application open in a browser, as when the code of its address was typed there. */
export async function opened(
  at: Pick<Academy, 'sessions' | 'random' | 'now'>,
  reference: string,
  browser: Visitor,
): Promise<Visitor> {
  const { secret } = await at.sessions.begin(reference, 'code', at.random, at.now());
  browser.cookies.set(accessCookie, credentialCookie({ kind: 'session', reference, secret }));
  return browser;
}

/** Proves another address of an application, behind the pages. */
export async function proveOther(
  at: Beginning & Pick<Academy, 'application' | 'rounds'>,
  reference: string,
  email: string,
) {
  const was = await at.application(reference);
  const round = await at.rounds.current(was.roundId);
  if (!round) throw new Error(`there is no round ${was.roundId}`);
  await proveAddress(at, round, was, email, at.now());
}

/** The code in a mail that proves an address. */
export const codeIn = (mail: { readonly text: string }): string => {
  const code = codeInText(mail.text);
  if (!code) throw new Error('there is no code in the mail');
  return code;
};

/** Begins an application by its pages: the address, the mail with the code, the code. */
export async function beginByCode(
  at: Pick<Academy, 'baseUrl' | 'cloud'>,
  round: Round,
  email: string,
  browser: Visitor,
): Promise<Page> {
  await browser.get(`/rounds/${round.id}/address?begin=yes`);
  const asked = await browser.post(`/rounds/${round.id}/address`, { email });
  if (asked.status !== 200) throw new Error(`the address answered ${asked.status}: ${asked.text}`);
  return browser.post(`/rounds/${round.id}/code`, { code: await codeTo(at, email) });
}

/** The code that was mailed to an address. */
export const codeTo = async (at: Pick<Academy, 'cloud'>, email: string): Promise<string> =>
  codeIn(
    await eventually(`the code for ${email}`, async () =>
      (await mailsTo(at, email)).findLast(({ text }) => text.includes('/continue/')),
    ),
  );

/** Fills every page of an application that is begun; ends on the check page. */
export async function fill(
  at: Beginning,
  round: Round,
  form: FilledForm,
  lang = 'ko',
  browser: Visitor = visitor(at.baseUrl, { lang }),
): Promise<{ browser: Visitor; check: Page }> {
  await begin(at, round, emailOf(form), lang === 'en' ? 'en' : 'ko', browser);
  return { browser, check: await fillPages(browser, round, form) };
}

/** Fills every page of the application that a browser has open. */
export async function fillPages(browser: Visitor, round: Round, form: FilledForm): Promise<Page> {
  let page: Page | undefined;
  const pages: PageId[] = ['consents', 'about-you', 'background', 'why', 'attendance'];
  for (const id of pages) {
    const fields = id === 'consents' ? { ...consentsTo(round), ...form.consents } : form[id];
    page = await browser.post(`/apply/${id}`, fields);
    if (page.status !== 200) throw new Error(`${id} answered ${page.status}: ${page.text}`);
  }
  if (!page) throw new Error('the form has no pages');
  return page;
}

export const referenceOn = (page: Page): string => {
  const reference = /[ASP]-\d{2}[HR][12]-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(page.text)?.[0];
  if (!reference) throw new Error(`no reference on: ${page.text}`);
  return reference;
};

export const sendVersion = (page: Page): string => /name="version" value="(\d+)"/u.exec(page.html)?.[1] ?? '';

/** Fills and sends an application. */
export async function apply(at: Beginning, round: Round, form: FilledForm = answers(), lang = 'ko') {
  const { browser, check } = await fill(at, round, form, lang);
  const sent = await browser.post('/apply/send', { version: sendVersion(check) });
  if (sent.status !== 200) throw new Error(`sending answered ${sent.status}: ${sent.text}`);
  return { browser, sent, form, email: emailOf(form), reference: referenceOn(sent) };
}

/** The same as its pages leave it, without them: the application with its receipt and its run, and a browser that has it open. */
export async function applyBehindPages(
  at: Academy,
  round: Round,
  form: FilledForm = answers(),
  lang: 'ko' | 'en' = 'ko',
) {
  const email = emailOf(form);
  const begun = await startApplication(at, round, { email, lang }, at.now());
  if (!begun) throw new Error(`there is no application of ${email}, and none can be begun`);
  const { reference } = begun;
  const typed = typedOf(round, form);
  const { answers: given, problems } = checkPages(pagesOf(round, typed), typed, lang);
  if (!given) throw new Error(`the application of ${email} is not whole: ${JSON.stringify(problems)}`);
  const sent = await sendApplication(at, round, { reference, version: 1, answers: given, typed, lang }, at.now());
  if (sent.kind !== 'sent') throw new Error(`the application of ${email} could not be sent: ${sent.kind}`);
  const browser = await opened(at, reference, visitor(at.baseUrl, { lang }));
  return { browser, form, email, reference };
}

/** A form as its pages were typed, with the consents of the round. */
export const typedOf = (round: Round, form: FilledForm): TypedPages => {
  const filled = { ...form, consents: { ...consentsTo(round), ...form.consents } };
  return Object.fromEntries(
    Object.entries(filled).map(([page, fields]) => [
      page,
      Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, [value].flat()])),
    ]),
  );
};

/** The same with the code of a mail, as somebody does who has no application yet. */
export async function applyByCode(at: Pick<Academy, 'baseUrl' | 'cloud'>, round: Round, form: FilledForm = answers()) {
  const browser = visitor(at.baseUrl, { lang: 'ko' });
  await beginByCode(at, round, emailOf(form), browser);
  const check = await fillPages(browser, round, form);
  const sent = await browser.post('/apply/send', { version: sendVersion(check) });
  if (sent.status !== 200) throw new Error(`sending answered ${sent.status}: ${sent.text}`);
  return { browser, sent, form, email: emailOf(form), reference: referenceOn(sent) };
}

/** Waits for a mail to an address whose subject holds the words; the newest of several. */
export const mailTo = (at: Pick<Academy, 'cloud'>, address: string, subject = '') =>
  eventually(`a mail to ${address}: ${subject}`, async () =>
    (await mailsTo(at, address)).findLast((mail) => decoded(mail.subject).includes(subject)),
  );

export const mailsTo = (at: Pick<Academy, 'cloud'>, address: string) => mailsIn(at.cloud).to(address);

/** The mails to anybody whose text holds the words. */
export const mailsWith = async (at: Pick<Academy, 'cloud'>, words: string) =>
  (await mailsIn(at.cloud).all()).filter(({ text }) => text.includes(words));

/** RFC 2047 words, if the local cloud kept a subject encoded. */
export const decoded = (subject: string): string =>
  subject
    .replace(/\?=\s+=\?/gu, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/giu, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decodeURIComponent(text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/giu, '%$1')),
    );

/** The path of the first link of ours in a mail. */
export function linkIn(mail: { readonly html: string; readonly text: string }, baseUrl: string): string {
  const found =
    new RegExp(`${baseUrl}(/[ar]/[^\\s"'<>&]+)`, 'u').exec(mail.text) ??
    new RegExp(`${baseUrl}(/[ar]/[^\\s"'<>&]+)`, 'u').exec(mail.html);
  if (!found?.[1]) throw new Error('there is no link in the mail');
  return found[1];
}
