import type { Browser, BrowserContext, Locator, Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import type { Lang } from '../../../functions/shared/i18n.ts';
import type { FormFields } from '../visitor.ts';
import type { Visit } from './visits.ts';

export const widths = { phone: 390, desktop: 1280 } as const;

/** A window without JavaScript, as every page has to work in. */
export const openContext = (browser: Browser, width: number): Promise<BrowserContext> =>
  openWindow(browser, width, false);

/** A window as most people have it. */
export const openScripted = (browser: Browser, width: number): Promise<BrowserContext> =>
  openWindow(browser, width, true);

const openWindow = (browser: Browser, width: number, javaScriptEnabled: boolean): Promise<BrowserContext> =>
  browser.newContext({
    javaScriptEnabled,
    viewport: { width, height: width < 600 ? 844 : 900 },
    isMobile: width < 600,
    hasTouch: width < 600,
    locale: 'en-GB',
  });

/** Opens a page as its visitor; what is posted is sent by a form, unless it has to look forged. */
export async function open(page: Page, visit: Visit, baseUrl: string, lang: Lang): Promise<Response> {
  const context = page.context();
  const cookies = new Map([...(visit.by?.cookies ?? []), ['lang', lang]]);
  await context.clearCookies();
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: baseUrl })));
  const url = `${baseUrl}${visit.path}`;
  const { post, headers } = visit;
  const response =
    post && !headers
      ? await postForm(page, url, { ...carriedBy(visit), ...post })
      : await openForged(page, url, visit, baseUrl);
  if (!response) throw new Error(`${visit.name} did not answer`);
  return response;
}

/** The same without a browser: what the page's own form would send is sent as a browser does. */
export async function fetchPage(
  { path, by, post, headers, ...rest }: Visit,
  baseUrl: string,
  lang: Lang,
): Promise<{ readonly status: number; readonly html: string; readonly policy: string }> {
  const cookies = [...(by?.cookies ?? []), ['lang', lang]].map((pair) => pair.join('='));
  const fields = post && { ...(headers ? {} : carriedBy({ path, by, post, ...rest })), ...post };
  const response = await fetch(`${baseUrl}${path}`, {
    method: fields ? 'POST' : 'GET',
    body: fields && new URLSearchParams(controlsOf(fields)),
    headers: {
      cookie: cookies.join('; '),
      'accept-language': 'en-GB',
      'sec-fetch-site': fields ? 'same-origin' : 'none',
      ...(fields && { origin: baseUrl }),
      ...headers,
    },
  });
  const policy = response.headers.get('content-security-policy') ?? '';
  return { status: response.status, html: await response.text(), policy };
}

/** What the form of an applicant carries that was opened just now. */
function carriedBy({ by }: Visit): FormFields {
  const reference = by?.cookies.get('application')?.split('.')[1];
  return reference ? { application: reference, revision: '999999999' } : {};
}

/** Not by an intercepted request, for which Chromium loads all fonts anew. */
async function postForm(page: Page, url: string, fields: FormFields): Promise<Response> {
  const { origin } = new URL(url);
  if (!page.url().startsWith(origin)) await page.goto(origin);
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.url() === url && one.request().isNavigationRequest()),
    page.waitForEvent('load'),
    page.evaluate(
      ({ action, controls }) => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action });
        for (const [name, value] of controls) {
          const control = document.createElement('input');
          Object.assign(control, { type: 'hidden', name, value });
          form.append(control);
        }
        document.body.append(form);
        form.submit();
      },
      { action: url, controls: controlsOf(fields) },
    ),
  ]);
  return response;
}

/** A browser lets nobody forge its own headers: what has to look forged does not go through it. */
async function openForged(page: Page, url: string, visit: Visit, baseUrl: string): Promise<Response | null> {
  const { post, headers } = visit;
  if (post && headers) {
    await page.route(
      url,
      async (route) => {
        const own = {
          ...(await route.request().allHeaders()),
          origin: baseUrl,
          'content-type': 'application/x-www-form-urlencoded',
        };
        const postData = new URLSearchParams(controlsOf(post)).toString();
        const sent = { method: 'POST', postData, headers: { ...own, ...headers } };
        await route.fulfill({ response: await route.fetch(sent) });
      },
      { times: 1 },
    );
  }
  return page.goto(url);
}

const controlsOf = (fields: FormFields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));

/** Shows a mail as a mail program in the browser does. */
export async function openMail(page: Page, mail: { readonly html: string }, baseUrl: string): Promise<void> {
  const url = `${baseUrl}/a-mail-program`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: mail.html }), {
    times: 1,
  });
  await page.goto(url);
}

/** Fills the fields of a page with what is given by control name. */
export async function fillIn(page: Page, fields: FormFields): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) {
      const control = page.locator(`[name="${name}"]`);
      const kind = await control
        .first()
        .evaluate((element) =>
          element instanceof HTMLSelectElement ? 'select' : (element.getAttribute('type') ?? 'text'),
        );
      if (kind === 'select') await control.selectOption(one);
      else if (kind === 'radio' || kind === 'checkbox') await page.locator(`[name="${name}"][value="${one}"]`).check();
      else await control.fill(one);
    }
  }
}

/** The same, and sends it by the page's main button. */
export async function fillAndSend(page: Page, fields: FormFields): Promise<void> {
  await fillIn(page, fields);
  await follow(page, page.locator('main .btn.primary'));
}

/** Presses what leads to another page, and waits until that page is there with its style sheet. */
export async function follow(page: Page, what: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), what.click()]);
}

/** The browser moves the focus after the page has loaded (an `autofocus` with the first frame), so it is waited for. */
export async function expectFocusOn(page: Page, selector: string, what = page.url()): Promise<void> {
  const hasFocus = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  await expect.poll(hasFocus, { message: `${what}: the focus is on ${selector}`, timeout: 10_000 }).toBe(true);
}
