import type { Academy } from '../academy.ts';
import { codeIn, decoded, mailsTo } from '../applicants.ts';
import { eventually } from '../eventually.ts';
import { type Page, type Visitor, visitor } from '../visitor.ts';

/** The last code with which somebody's desk is opened, as it was mailed. */
export const deskCode = async (at: Pick<Academy, 'cloud'>, email: string, after = 0): Promise<string> =>
  codeIn(await eventually(`a desk code for ${email}`, async () => (await deskMails(at, email)).slice(after).at(-1)));

export const deskMails = async (at: Pick<Academy, 'cloud'>, email: string) =>
  (await mailsTo(at, email)).filter(({ subject }) => /업무함|desk code/u.test(decoded(subject)));

/** Opens a desk in a new browser, by the code of a mail. */
export async function signIn(
  at: Pick<Academy, 'cloud' | 'baseUrl'>,
  email: string,
  given: { readonly lang?: string; readonly browser?: Visitor; readonly to?: string } = {},
): Promise<{ readonly browser: Visitor; readonly page: Page }> {
  const { browser = visitor(at.baseUrl, { lang: given.lang ?? 'ko' }), to = '/desk' } = given;
  await browser.get(to);
  const before = (await deskMails(at, email)).length;
  await browser.post('/desk/address', { email });
  const page = await browser.post('/desk/code', { code: await deskCode(at, email, before) });
  return { browser, page };
}

const open = new WeakMap<object, Map<string, Promise<Visitor>>>();

/** Somebody's desk in the one browser of theirs that all visits share: an address is mailed few codes an hour. */
export function deskOf(at: Pick<Academy, 'cloud' | 'baseUrl'>, email: string, lang: string): Promise<Visitor> {
  const desks = open.get(at) ?? new Map<string, Promise<Visitor>>();
  open.set(at, desks);
  const key = `${email} ${lang}`;
  const desk = desks.get(key) ?? signIn(at, email, { lang }).then(({ browser }) => browser);
  desks.set(key, desk);
  return desk;
}
