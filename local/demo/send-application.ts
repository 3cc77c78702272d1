import type { DemoApplicant } from './applicants.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/**
 * Sends one application to a round through its pages, form by form, as a browser does.
 * @throws when a page answers other than it should.
 */
export async function sendApplication(
  baseUrl: string,
  roundId: string,
  { lang, pages }: DemoApplicant,
  signal: AbortSignal,
): Promise<void> {
  const browser = openBrowser(baseUrl, lang, signal);
  await browser.post(`/rounds/${roundId}/start`, {});
  for (const [page, fields] of Object.entries(pages)) await browser.post(`/apply/${page}`, fields);
  const check = await browser.get('/apply/check');
  const [, version] = /name="version" value="(\d+)"/.exec(check) ?? [];
  if (version === undefined) throw new Error('the page that shows all answers has no button to send them');
  await browser.post('/apply/send', { version });
}

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
