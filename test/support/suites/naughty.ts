import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from '../../../functions/forms/round-form.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { controlNames, type FormPage } from '../../../functions/shared/pages/form.ts';
import { personName } from '../../../functions/shared/text/normalise.ts';
import { normaliseLine, normaliseText } from '../../../functions/shared/text/text.ts';
import type { Academy } from '../academy.ts';
import { answers, apply, fill, mailTo } from '../applicants.ts';
import { officer, openRequest, press, withApplicant, withOfficer } from '../intake/intake.ts';
import { kindsOf, parseHtml } from '../pages/html.ts';
import { requestLink } from '../requests/asked-by-mail.ts';
import { type FormFields, type Page, type Visitor, visitor } from '../visitor.ts';
import { packed } from './naughty-strings.ts';

let at: Academy;
let round: Round;
let pages: readonly FormPage[];

const controlsOf = (page: FormPage): string[] =>
  Object.entries(page.fields).flatMap(([name, field]) => controlNames(name, field));
const filledWith = (names: readonly string[], value: string): FormFields =>
  Object.fromEntries(names.map((name) => [name, value]));

/** Every kind of element of harmless pages; grows only by them. */
const known = new Set<string>();
const learn = (...harmless: readonly Page[]) => {
  for (const { html } of harmless) for (const kind of kindsOf(parseHtml(html))) known.add(kind);
};

/** No fault, no markup of the visitor's, and no address that is not ours. */
function expectHarmless(page: Page, typed: string): ReturnType<typeof parseHtml> {
  expect([typed, page.status < 500 && page.status]).toEqual([typed, page.status]);
  const parsed = parseHtml(page.html);
  for (const kind of kindsOf(parsed)) {
    if (!known.has(kind)) throw new Error(`${JSON.stringify(typed)} made <${kind}>`);
  }
  for (const { attributes } of parsed.tags) {
    for (const name of ['href', 'src', 'action']) {
      const address = attributes.get(name);
      if (address !== undefined)
        expect(address).toMatch(/^(?:\/(?!\/)[\w./?=#-]*|\?lang=(?:ko|en)|#[\w-]+|mailto:|tel:)/u);
    }
  }
  return parsed;
}

/** Posts all of them, a few at a time. */
async function each(strings: readonly string[], one: (typed: string, index: number) => Promise<void>) {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < strings.length) {
      const index = next;
      next += 1;
      await one(strings[index] ?? '', index);
    }
  };
  await Promise.all(Array.from({ length: 3 }, worker));
}

/** A question about every page, so that one form has every field there is. */
async function questionAboutEverything(): Promise<string> {
  const asked = await withOfficer(at, round);
  await press(at, asked.link, {
    outcome: 'RETURN',
    question: '모두 확인해 주십시오.',
    pages: pages.map(({ id }) => id),
  });
  await at.untilState(asked.reference, 'WITH_APPLICANT');
  const question = await openRequest(at, asked.reference);
  return requestLink(at, question.id, asked.email);
}

/** Types each string wherever something can be typed; what is accepted is followed to where others read it. */
export function naughtyStrings(open: () => Promise<Academy>, strings: readonly string[]): void {
  beforeAll(async () => {
    at = await open();
    round = await at.round();
    pages = pagesOf(round);
  }, 180_000);

  describe('what nobody expects to be typed', () => {
    it('breaks no field of any page, and comes back as it was typed, as words only', async () => {
      const path = await questionAboutEverything();
      const browser = visitor(at.baseUrl, { lang: 'ko' });
      const names = [...pages.flatMap(controlsOf), 'reply'];
      learn(await browser.get(path), await browser.post(path, {}), await browser.post(path, filledWith(names, 'x')));
      learn(await browser.post(path, filledWith(names, 'x'.repeat(1200))));
      learn(await browser.post(path, { 'birthDate.year': '1990' }), await browser.post(path, { 'birthDate.day': '1' }));
      learn(await browser.post(path, { ...answers()['about-you'], ...answers().background }));
      await each(strings, async (typed) => {
        const page = await browser.post(path, filledWith(names, typed));
        expect([typed, page.status]).toEqual([typed, 422]);
        const { controls } = expectHarmless(page, typed);
        for (const name of [
          'name',
          'email',
          'mobile',
          'organisation',
          'years',
          'motivation',
          'plan',
          'accessibility',
          'reply',
        ]) {
          const [shown = ''] = controls.get(name) ?? [];
          const browsers = (value: string) => value.toWellFormed().replace(/\r\n?/gu, '\n');
          expect([name, browsers(shown)]).toEqual([name, browsers(typed)]);
        }
      });
      expect((await browser.get(path)).status).toBe(200);
      console.log(
        `${strings.length} naughty strings in each of ${names.length} controls of one page: no fault, no markup`,
      );
    });

    it('breaks no page of the application, nor the pages that mail a link', async () => {
      const drafts = await Promise.all([0, 1, 2].map(async () => (await fill(at, round, answers())).browser));
      const idle: Visitor[] = [...drafts];
      const forms: readonly { readonly path: string; readonly names: readonly string[] }[] = [
        ...pages.map((page) => ({ path: `/apply/${page.id}`, names: controlsOf(page) })),
        { path: '/apply/address', names: ['email'] },
        { path: `/rounds/${round.id}/address`, names: ['email'] },
        { path: '/apply/send', names: ['version'] },
      ];
      const complete = await fill(at, round, answers());
      const incomplete = await fill(at, round, answers());
      for (const { path, names } of forms) {
        learn(await incomplete.browser.post(path, filledWith(names, 'x')), await incomplete.browser.post(path, {}));
      }
      learn(complete.check, await incomplete.browser.get('/apply/check'));
      const telling = strings.filter((one, index) => index % 2 === 0 || /[<"'&%\\]/u.test(one));
      await each(telling, async (typed, index) => {
        const form = forms[index % forms.length];
        const browser = idle.pop();
        if (!form || !browser) throw new Error('there is a browser for each worker');
        const page = await browser.post(form.path, { ...filledWith(form.names, typed), return: typed, action: typed });
        expect([typed, [200, 422].includes(page.status) && page.status]).toEqual([typed, page.status]);
        expectHarmless(page, typed);
        if (index % 9 === 0) expectHarmless(await browser.get('/apply/check'), typed);
        idle.push(browser);
      });
    });

    it('breaks neither the officer’s decision nor the hand-over', async () => {
      const { link, reference } = await withOfficer(at, round);
      const browser = visitor(at.baseUrl, { lang: 'ko' });
      const names = ['outcome', 'reason', 'question', 'pages'];
      const handOver = `${link}/hand-over`;
      for (const path of [link, handOver]) learn(await browser.get(path), await browser.post(path, {}));
      learn(await browser.post(link, filledWith(names, 'x')), await browser.post(link, { outcome: 'REFUSE' }));
      const some = strings.filter((one, index) => index % 4 === 0 || /[<"']/u.test(one));
      await each(some, async (typed, index) => {
        const page =
          index % 6 === 0
            ? await browser.post(handOver, { to: typed })
            : await browser.post(link, filledWith(names, typed));
        expect([typed, page.status]).toEqual([typed, 422]);
        expectHarmless(page, typed);
      });
      expect((await at.application(reference)).state).toBe('WITH_OFFICER');
    });
  });

  describe('what nobody expects and is accepted', () => {
    /** The words of a page or mail, however its lines are broken. */
    const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

    it('is shown, stored and mailed back the same, after the normalisation', async () => {
      const padding = `${'가'.repeat(50)}\n`;
      const essays = packed(strings, 940, '\n').map((pack) => padding + pack);
      const helps = packed(strings, 490, '\n');
      const places = packed(strings, 97, ' ');
      const names = packed(
        strings.filter(
          (one) => /[<>&"'{}%\\]|\p{M}|[^\p{ASCII}]/u.test(one) && personName.safeParse(`가${one}`).success,
        ),
        56,
        ' ',
      );
      const count = Math.ceil(essays.length / 2);
      expect(count).toBeGreaterThan(0);
      await each(Array.from({ length: count }, String), async (_, index) => {
        const typed = {
          name: `가 ${names[(index * 7) % names.length] ?? ''}`,
          organisation: `가 ${places[(index * 5) % places.length] ?? ''}`,
          motivation: essays[2 * index] ?? '',
          plan: essays[2 * index + 1] ?? padding,
          accessibility: helps[index % helps.length] ?? '',
        };
        const { email, reference, browser } = await apply(
          at,
          round,
          answers({
            'about-you': { name: typed.name, latinName: 'HONG GILDONG' },
            background: { organisation: typed.organisation },
            why: { motivation: typed.motivation, plan: typed.plan },
            attendance: { accessibility: typed.accessibility },
          }),
        );
        const expected = {
          name: normaliseLine(typed.name),
          organisation: normaliseLine(typed.organisation),
          motivation: normaliseText(typed.motivation),
          plan: normaliseText(typed.plan),
          accessibility: normaliseText(typed.accessibility),
        };
        const version = await at.applications.version(reference, 1);
        expect(version?.answers).toMatchObject(expected);
        const answersPage = await browser.get('/application/answers');
        const mail = await mailTo(at, email, '접수했습니다');
        const shown = flat(parseHtml(answersPage.html).text);
        const mailed = flat(mail.text);
        const mailedHtml = flat(parseHtml(mail.html).text);
        for (const value of Object.values(expected)) {
          expect(shown).toContain(flat(value));
          expect(mailed).toContain(flat(value));
          expect(mailedHtml).toContain(flat(value));
        }
        expect(mail.subject).not.toMatch(/[\r\n]/u);
      });
      console.log(`${strings.length} naughty strings in ${count} applications: stored, shown and mailed back the same`);
    });

    it('reaches the other side as it was written: the officer’s reason and question, the applicant’s reply', async () => {
      const texts = packed(strings, 990, '\n');
      const [reason = '', question = '', reply = ''] = [1, 4, 7].map((index) => texts[index % texts.length]);
      const refused = await withOfficer(at, round);
      await press(at, refused.link, { outcome: 'REFUSE', reason });
      await at.untilState(refused.reference, 'REFUSED');
      const answer = await mailTo(at, refused.email, '지원 자격 확인 결과');
      const quoted = (text: string) => flat(text.replace(/^> ?/gmu, ''));
      expect(quoted(answer.text)).toContain(flat(normaliseText(reason)));
      expect(flat(parseHtml(answer.html).text)).toContain(flat(normaliseText(reason)));
      const status = await refused.browser.get('/application');
      expect(flat(parseHtml(status.html).text)).toContain(flat(normaliseText(reason)));

      const asked = await withApplicant(at, round);
      await press(at, asked.questionLink, { ...answers()['about-you'], email: asked.email, reply });
      const again = await openRequest(at, asked.reference, asked.request.id);
      const link = await requestLink(at, again.id, officer);
      const page = await visitor(at.baseUrl, { lang: 'ko' }).get(link);
      expect(flat(parseHtml(page.html).text)).toContain(flat(normaliseText(reply)));
      await press(at, link, { outcome: 'RETURN', question });
      await at.untilState(asked.reference, 'WITH_APPLICANT');
      const second = await openRequest(at, asked.reference);
      const path = await requestLink(at, second.id, asked.email);
      expect(flat(parseHtml((await visitor(at.baseUrl).get(path)).html).text)).toContain(flat(normaliseText(question)));
      expect(quoted((await mailTo(at, asked.email, '확인할 것이')).text)).toContain(flat(normaliseText(question)));
    });
  });
}
