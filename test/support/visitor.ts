import { setTimeout as sleep } from 'node:timers/promises';

export interface Page {
  readonly status: number;
  readonly url: string;
  readonly html: string;
  readonly headers: Headers;
  /** The page's words without its markup. */
  readonly text: string;
  readonly title: string;
}

export type FormFields = Readonly<Record<string, string | readonly string[]>>;

const plain = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

export const wordsOf = (html: string): string =>
  plain(html.replace(/<(style|head)[^>]*>.*?<\/\1>/gsu, '').replace(/<[^>]+>/gu, ' ')).replace(/\s+/gu, ' ');

/** What a page's form carries without showing it. */
export function hiddenIn(html: string): Readonly<Record<string, readonly string[]>> {
  const carried = new Map<string, string[]>();
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/gu)) {
    carried.set(plain(name), [...(carried.get(plain(name)) ?? []), plain(value)]);
  }
  return Object.fromEntries(carried);
}

/** What each form of a page carries without showing it, by where it is posted. */
const carriedIn = (html: string): readonly [string, FormFields][] =>
  [...html.matchAll(/<form [^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gsu)].map(([, action = '', inner = '']) => [
    plain(action),
    hiddenIn(inner),
  ]);

/** Where the form stands that is posted to a path, if it says whose it is or what it shows. */
function pageOfForm(path: string): string | undefined {
  if (path === '/apply/send') return '/apply/check';
  if (/^\/application\/(?:question|offer|sign-out-elsewhere)$/u.test(path)) return '/application';
  return /^\/(?:apply\/[^/]+|application\/withdraw|result\/look-again|v\/[^/]+\/[^/]+\/[^/]+)$/u.test(path)
    ? path
    : undefined;
}

/** A browser without a screen: keeps cookies, follows redirects as a browser does, sends forms. */
export function visitor(baseUrl: string, options: { readonly lang?: string } = {}) {
  const cookies = new Map<string, string>();
  /** The forms of the page that is shown, and all that were shown before. */
  let shown = new Map<string, FormFields>();
  const forms = new Map<string, FormFields>();
  /** The application that the last of them named. */
  let named: FormFields = {};

  const once = async (
    method: string,
    url: string,
    init: { body?: BodyInit; headers?: Record<string, string> } = {},
  ): Promise<Response> => {
    const headers: Record<string, string> = {
      ...(options.lang && { 'accept-language': options.lang }),
      'sec-fetch-site': method === 'POST' ? 'same-origin' : 'none',
      ...(method === 'POST' && { origin: baseUrl }),
      ...init.headers,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await fetch(new URL(url, baseUrl), { method, headers, body: init.body, redirect: 'manual' });
        for (const line of response.headers.getSetCookie()) {
          const [pair = ''] = line.split(';');
          const at = pair.indexOf('=');
          if (/max-age=0/iu.test(line)) cookies.delete(pair.slice(0, at));
          else cookies.set(pair.slice(0, at), pair.slice(at + 1));
        }
        return response;
      } catch (error) {
        if (attempt >= 3) throw error;
        await sleep(100);
      }
    }
  };

  const follow = async (response: Response, url: string, form?: URLSearchParams): Promise<Page> => {
    let at = new URL(url, baseUrl);
    let current = response;
    let body = form;
    for (let hops = 0; hops < 5 && current.status >= 300 && current.status < 400; hops += 1) {
      at = new URL(current.headers.get('location') ?? '/', at);
      // Only these keep the method and the form.
      if (current.status !== 307 && current.status !== 308) body = undefined;
      current = await (body ? once('POST', at.href, { body }) : once('GET', at.href));
    }
    const html = await current.text();
    const title = plain(/<title>(.*?)<\/title>/su.exec(html)?.[1] ?? '');
    shown = new Map(carriedIn(html));
    for (const [action, carried] of shown) {
      forms.set(action, carried);
      if (carried.application) named = { application: carried.application };
    }
    return {
      status: current.status,
      url: at.pathname + at.search,
      html,
      headers: current.headers,
      text: wordsOf(html),
      title,
    };
  };

  const encode = (fields: FormFields): URLSearchParams => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return body;
  };

  const get = async (url: string): Promise<Page> => follow(await once('GET', url), url);

  /** What the form carries that is posted to a path: its page is opened before, unless it is the one that is shown. */
  const carriedTo = async (path: string): Promise<FormFields> => {
    const page = pageOfForm(path);
    if (!page) return {};
    const opened = shown.has(path) ? undefined : await get(page);
    const carried = shown.get(path) ?? forms.get(path) ?? (named.application ? named : undefined);
    if (!carried && opened && opened.status >= 500) throw new Error(`the page of ${path} answered ${opened.status}`);
    return carried ?? named;
  };

  return {
    cookies,
    forms,
    once,
    get,
    head: (url: string): Promise<Response> => once('HEAD', url),
    /** Sends a form with what its page carries; what is asked to be confirmed is confirmed, as it is typed and as the page has carried it along. */
    post: async (url: string, fields: FormFields): Promise<Page> => {
      const body = encode({ ...(await carriedTo(url)), ...fields });
      const page = await follow(await once('POST', url, { body }), url, body);
      if (!page.html.includes('id="confirm"')) return page;
      const confirmation = encode(hiddenIn(page.html));
      return follow(await once('POST', url, { body: confirmation }), url, confirmation);
    },
    /** Sends a form, and stays at the question whether that is meant. */
    choose: async (url: string, fields: FormFields): Promise<Page> => {
      const body = encode({ ...(await carriedTo(url)), ...fields });
      return follow(await once('POST', url, { body }), url, body);
    },
    /** Sends a form just so, as a page does that was opened long ago. */
    postStale: async (url: string, fields: FormFields): Promise<Page> => {
      const body = encode(fields);
      return follow(await once('POST', url, { body }), url, body);
    },
    /** A second tab, or another window of the same browser. */
    twin: () => {
      const other = visitor(baseUrl, options);
      for (const [name, value] of cookies) other.cookies.set(name, value);
      for (const [action, carried] of forms) other.forms.set(action, carried);
      return other;
    },
  };
}
export type Visitor = ReturnType<typeof visitor>;
