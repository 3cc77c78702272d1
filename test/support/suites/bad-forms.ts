import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from '../../../functions/forms/round-form.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { controlNames } from '../../../functions/shared/pages/form.ts';
import type { Academy } from '../academy.ts';
import { answers, apply, fill } from '../applicants.ts';
import { withApplicant, withOfficer } from '../intake/intake.ts';
import { mailsIn } from '../mails.ts';
import { changesBetween, everythingStored, untilQuiet } from '../stored.ts';
import { type Visitor, visitor } from '../visitor.ts';

let at: Academy;
let round: Round;

/** The path of every form there is, each with the browser that may post it. */
async function everyForm(): Promise<readonly { readonly path: string; readonly by: Visitor }[]> {
  const { browser } = await fill(at, round, answers());
  const sent = await apply(at, round);
  await at.untilState(sent.reference, 'ACCEPTED');
  const { link } = await withOfficer(at, round);
  const { questionLink } = await withApplicant(at, round);
  const other = visitor(at.baseUrl);
  return [
    ...pagesOf(round).map(({ id }) => ({ path: `/apply/${id}`, by: browser })),
    { path: '/apply/later', by: browser },
    { path: '/apply/send', by: browser },
    { path: '/application/withdraw', by: sent.browser },
    { path: '/application/question', by: sent.browser },
    { path: '/application/leave', by: visitor(at.baseUrl) },
    { path: `/rounds/${round.id}/start`, by: other },
    { path: `/rounds/${round.id}/address`, by: other },
    { path: `/rounds/${round.id}/code`, by: other },
    { path: '/apply/address', by: browser },
    { path: '/apply/code', by: browser },
    { path: '/application/sign-out-elsewhere', by: sent.browser },
    { path: link, by: other },
    { path: `${link}/hand-over`, by: other },
    { path: questionLink, by: other },
  ];
}

let forms: ReturnType<typeof everyForm> | undefined;
/** The same forms for all tests: those that change nothing come first. */
const theForms = (): ReturnType<typeof everyForm> => {
  forms ??= everyForm();
  return forms;
};

/** Every pair of the two; or only so many that each of either comes once. */
function pairs<A, B>(ones: readonly A[], others: readonly B[], all: boolean): (readonly [A, B])[] {
  if (all) return ones.flatMap((one) => others.map((other) => [one, other] as const));
  return Array.from({ length: Math.max(ones.length, others.length) }, (_, index) => index).flatMap((index) => {
    const [one, other] = [ones[index % ones.length], others[index % others.length]];
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
}

/** On every path with every wrong body; or, if `all` is not asked for, each path and each body once or twice. */
export function badForms(open: () => Promise<Academy>, { all }: { readonly all: boolean }): void {
  beforeAll(async () => {
    at = await open();
    round = await at.round();
    forms = undefined;
  }, 180_000);

  describe('a POST that is none of our forms', () => {
    it('is refused on every path, by its type, its size or its origin, and changes nothing', async () => {
      const posted = await theForms();
      const before = await untilQuiet(at);
      const mails = (await mailsIn(at.cloud).all()).length;
      const body = 'name=x&email=a%40example.com&outcome=ACCEPT&to=lee-junho&version=1&reply=x&anew=yes&reason=x';
      const type = 'application/x-www-form-urlencoded';
      const wrong: readonly { what: string; status: number; body: BodyInit; headers: Record<string, string> }[] = [
        { what: 'JSON', status: 415, body: '{"name":"x"}', headers: { 'content-type': 'application/json' } },
        {
          what: 'multipart',
          status: 415,
          body: '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nx\r\n--x--',
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
        },
        { what: 'text', status: 415, body, headers: { 'content-type': 'text/plain' } },
        { what: 'no type', status: 415, body: Buffer.from(body), headers: {} },
        { what: 'a type like ours', status: 415, body, headers: { 'content-type': `${type}x` } },
        {
          what: 'another site',
          status: 403,
          body,
          headers: { 'content-type': type, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
        },
        { what: 'a sibling site', status: 403, body, headers: { 'content-type': type, 'sec-fetch-site': 'same-site' } },
        {
          what: 'an opaque origin',
          status: 403,
          body,
          headers: { 'content-type': type, origin: 'null', 'sec-fetch-site': 'cross-site' },
        },
      ];
      for (const [{ path, by }, { what, status, body: sent, headers }] of pairs(posted, wrong, all)) {
        const response = await by.once('POST', path, { body: sent, headers });
        expect([path, what, response.status]).toEqual([path, what, status]);
        expect(response.headers.get('content-type')).toContain('text/html');
        expect(await response.text()).toContain('<h1>');
      }
      expect(changesBetween(before, await untilQuiet(at))).toEqual([]);
      expect((await mailsIn(at.cloud).all()).length).toBe(mails);
    });

    it('is refused in an old browser too, which says only Origin or Referer, or neither', async () => {
      const before = await untilQuiet(at);
      const start = `${at.baseUrl}/rounds/${round.id}/start`;
      const post = (headers: Record<string, string>) =>
        fetch(start, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ anew: 'yes' }), headers });
      const strangers: readonly Record<string, string>[] = [
        {},
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: `${at.baseUrl}.evil.example` },
        { referer: 'https://evil.example/' },
        { referer: 'nonsense' },
      ];
      for (const headers of strangers) {
        const response = await post(headers);
        expect([headers, response.status]).toEqual([headers, 403]);
      }
      expect(changesBetween(before, await everythingStored(at))).toEqual([]);
      expect((await post({ referer: `${at.baseUrl}/rounds/x` })).status).toBe(303);
    });

    it('answers methods that no page has with a page and changes nothing', async () => {
      const posted = await theForms();
      const before = await untilQuiet(at);
      for (const [{ path, by }, method] of pairs(posted, ['PUT', 'PATCH', 'DELETE'], all)) {
        const response = await by.once(method, path, {
          headers: { origin: at.baseUrl, 'sec-fetch-site': 'same-origin' },
        });
        await response.arrayBuffer();
        expect([path, method, response.status]).toEqual([path, method, 405]);
      }
      expect(changesBetween(before, await untilQuiet(at))).toEqual([]);
    });
  });

  describe('a form that no browser sends', () => {
    it('with broken encoding, missing, repeated and unknown fields never is a fault', async () => {
      const posted = (await theForms()).filter(({ path }) => !/withdraw|leave|start$/u.test(path));
      const fields = pagesOf(round).flatMap((page) =>
        Object.entries(page.fields).flatMap(([name, field]) => controlNames(name, field)),
      );
      const names = [...fields, 'reason', 'question', 'pages', 'to', 'reply', 'version', 'switch', 'return', 'action'];
      const bodies = [
        '',
        '&&&===',
        '%',
        '%zz=%zz',
        'name=%E0%A4%A&email=%ED%A0%80&mobile=%ff%fe',
        'name=%00&email=%00%40%00.kr',
        '__proto__=x&constructor=y&prototype=z&toString=1&hasOwnProperty=2&valueOf=3',
        '__proto__[name]=x&name[]=y&name[__proto__][x]=z&birthDate[year]=1990',
        names.map((name) => `${name}=a&${name}=b&${name}=c`).join('&'),
        names.map((name) => `${name}=`).join('&'),
        names.map((name) => `${name}=%F0%9F%98`).join('&'),
        names.map((name) => `${name}[]=x&${name}.length=9&${encodeURIComponent(` ${name} `)}=x`).join('&'),
        Array.from({ length: 2000 }, (_, index) => `f${index}=x`).join('&'),
        Array.from({ length: 2000 }, () => 'name=x').join('&'),
        'switch=xx&switch=%00&lang=de',
        'x'.repeat(100_000),
      ];
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      for (const [{ path, by }, body] of pairs(posted, bodies, all)) {
        // A form of an applicant that does not say whose it is, and what it shows, gets no further.
        const reference = by.cookies.get('application')?.split('.')[1];
        const named = reference ? `application=${reference}&revision=999999999&${body}` : body;
        const response = await by.once('POST', path, { body: named, headers });
        const fine = [200, 303, 422, 429].includes(response.status) && !(await response.text()).includes('[object');
        const start = body.slice(0, 60);
        expect([path, start, response.status, fine]).toEqual([path, start, response.status, true]);
      }
    });

    it('with a megabyte in one field is told that it is too long, or too large, in any field', async () => {
      const { browser } = await fill(at, round, answers());
      const { link } = await withOfficer(at, round);
      const megabyte = '가'.repeat(350_000);
      const other = visitor(at.baseUrl, { lang: 'ko' });
      for (const page of pagesOf(round)) {
        const controls = Object.entries(page.fields).flatMap(([field, of]) => controlNames(field, of));
        for (const name of all ? controls : controls.slice(0, 1)) {
          const answer = await browser.post(`/apply/${page.id}`, { [name]: megabyte });
          expect([name, answer.status]).toEqual([name, 422]);
          expect(answer.html.length).toBeLessThan(100_000);
        }
      }
      for (const [path, name, by] of [
        [link, 'reason', other],
        [link, 'outcome', other],
        [`${link}/hand-over`, 'to', other],
        [`/rounds/${round.id}/address`, 'email', other],
        ['/apply/address', 'email', browser],
        ['/apply/send', 'version', browser],
      ] as const) {
        const answer = await by.post(path, { [name]: megabyte });
        expect([path, answer.status]).toEqual([path, 422]);
      }
      const marks = await browser.post('/apply/about-you', { name: `a${'\u0301'.repeat(500_000)}` });
      expect(marks.status).toBe(422);
      const six = await browser.post('/apply/why', { motivation: 'x'.repeat(6_000_000) });
      expect(six.status).toBe(413);
      const draft = (await at.written('APPLICATIONS_TABLE')).map((item) => JSON.stringify(item).length);
      expect(Math.max(...draft)).toBeLessThan(300_000);
    });

    it('sends a page that fits the limits even if what was typed had to be cut', async () => {
      const { browser } = await fill(at, round, answers());
      const { 'about-you': you } = answers();
      for (let time = 0; time < 3; time += 1) {
        const answer = await browser.post('/apply/why', {
          motivation: '가'.repeat(200_000),
          plan: '나'.repeat(200_000),
        });
        expect(answer.status).toBe(422);
      }
      const saved = await browser.post('/apply/about-you', you);
      expect(saved.status).toBe(200);
      expect((await browser.get('/apply')).url).toBe('/apply/why');
    });
  });
}
