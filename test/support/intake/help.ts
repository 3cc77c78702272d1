import type { Round } from '../../../functions/rounds/round.ts';
import type { Academy } from '../academy.ts';
import { answers, type FilledForm, fillPages, referenceOn, sendVersion } from '../applicants.ts';
import { signIn } from '../desk/sign-in.ts';
import type { FormFields, Page, Visitor } from '../visitor.ts';
import { officer } from './intake.ts';

/** What an officer says before the form opens. */
export const helpWords: Readonly<Record<'reason' | 'consent' | 'consentWords' | 'reach', string>> = {
  reason: '백내장 수술로 화면을 볼 수 없어 도움을 청하심',
  consent: 'yes',
  consentWords: '본인이 전화로 동의함',
  reach: '우편 서울특별시 마포구 양지길 77',
};

/** The office's address of an application. */
export const officeMailOf = ({ contact }: Round, reference: string): string =>
  contact.email.replace('@', `+${reference}@`);

/** Answers of somebody without an address of their own. */
export function withOfficeMail(
  round: Round,
  reference: string,
  change: Parameters<typeof answers>[0] = {},
): FilledForm {
  const about = { ...change['about-you'], email: officeMailOf(round, reference) };
  return answers({ ...change, 'about-you': about });
}

export const referenceIn = ({ cookies }: Visitor): string => cookies.get('application')?.split('.')[1] ?? '';

/** Begins an application for somebody at the desk, with the form open in the officer's browser. */
export async function beginWithHelp(
  at: Pick<Academy, 'cloud' | 'baseUrl'>,
  round: Round,
  given: { readonly words?: FormFields; readonly by?: string; readonly browser?: Visitor } = {},
): Promise<{ readonly browser: Visitor; readonly page: Page; readonly reference: string }> {
  const path = `/desk/help/${round.id}`;
  const browser = given.browser ?? (await signIn(at, given.by ?? officer)).browser;
  await browser.get(path);
  const page = await browser.post(path, { ...browser.forms.get(path), ...(given.words ?? helpWords) });
  return { browser, page, reference: referenceIn(browser) };
}

/** The same, filled in and sent. */
export async function applyWithHelp(
  at: Pick<Academy, 'cloud' | 'baseUrl'>,
  round: Round,
  change: Parameters<typeof answers>[0] = {},
  by: string = officer,
) {
  const { browser, reference } = await beginWithHelp(at, round, { by });
  const form = withOfficeMail(round, reference, change);
  const check = await fillPages(browser, round, form);
  const sent = await browser.post('/apply/send', { version: sendVersion(check) });
  if (sent.status !== 200 || referenceOn(sent) !== reference) throw new Error(`sending answered ${sent.text}`);
  return { browser, reference, form, check, sent };
}
