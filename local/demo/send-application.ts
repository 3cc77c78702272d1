import type { DemoApplicant } from './applicants.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/**
 * Sends one application to a round through its pages, form by form, as a browser does.
 * @param codeOf the code that was mailed to an address
 * @throws when a page answers other than it should.
 */
export async function sendApplication(
  baseUrl: string,
  roundId: string,
  { email, lang, pages }: DemoApplicant,
  signal: AbortSignal,
  codeOf: (email: string) => Promise<string>,
): Promise<void> {
  const browser = openBrowser(baseUrl, lang, signal);
  await browser.post(`/rounds/${roundId}/address`, { email });
  await browser.post(`/rounds/${roundId}/code`, { code: await codeOf(email) });
  for (const [page, fields] of Object.entries(pages)) {
    await browser.post(`/apply/${page}`, { ...carriedBy(await browser.get(`/apply/${page}`)), ...fields });
  }
  const carried = carriedBy(await browser.get('/apply/check'));
  if (carried.version === undefined) throw new Error('the page that shows all answers has no button to send them');
  await browser.post('/apply/send', carried);
}

/** What the form of a page says of itself: whose it is, and the revision that it shows. */
const carriedBy = (page: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

/** Cookies and forms, and no more: where a form leads afterwards is not followed. */
function openBrowser(baseUrl: string, lang: string, signal: AbortSignal) {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, baseUrl), {
      ...init,
      headers: { 'accept-language': lang, origin: baseUrl, 'sec-fetch-site': 'same-origin', cookie },
      redirect: 'manual',
      signal,
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  return {
    get: async (path: string): Promise<string> => {
      const response = await ask(path, {});
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
      return response.text();
    },
    post: async (path: string, fields: Fields): Promise<void> => {
      const body = new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      );
      const response = await ask(path, { method: 'POST', body });
      if (response.status !== 303) throw new Error(`the form ${path} answered ${response.status}`);
      await response.body?.cancel();
    },
  };
}
