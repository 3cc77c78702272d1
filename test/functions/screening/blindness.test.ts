import { beforeEach, describe, expect, it } from 'vitest';
import { districts } from '../../../functions/forms/districts.ts';
import { declareConflict, declineReview } from '../../../functions/screening/end-review.ts';
import { findAnotherReviewer } from '../../../functions/screening/find-another-reviewer.ts';
import { lapseReview } from '../../../functions/screening/lapses.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { canary, foundIn } from '../../support/canaries.ts';
import { closed, type MemoryScreening, memoryScreening } from '../../support/screening/memory-screening.ts';
import { reviewPages, scores } from '../../support/screening/review-pages.ts';

/** What tells who applied: every field but those that the round shows. */
const secrets = ({ texts, words }: ReturnType<typeof canary>, reference: string): string[] => [
  ...texts.filter((text) => text !== words.motivation && text !== words.plan),
  reference,
  reference.replaceAll('-', ''),
  ...districts.filter(({ value }) => value === 'mapo').flatMap(({ label }) => [label.ko, label.en]),
];

let at: MemoryScreening;
let applicants: ReturnType<typeof canary>[];
beforeEach(async () => {
  applicants = Array.from({ length: 4 }, () => canary());
  at = await memoryScreening({ forms: applicants.map(({ form }) => form) });
  await at.begin();
});

/** Every page that a reviewer comes to, and every mail, by its name; addresses, titles and headers included. */
async function seen(lang: Lang): Promise<Record<string, string>> {
  const pages = reviewPages(at, { lang });
  const places: Record<string, string> = {};
  const keep = (name: string, what: unknown) => {
    places[name] = typeof what === 'string' ? what : JSON.stringify(what);
  };
  const mail = async (template: string, person: string, ids: Record<string, string>) => {
    const made = await pages.mail(template, person, ids);
    expect(made.kind).toBe('mail');
    keep(`${template} to ${person}`, made.kind === 'mail' ? { ...made, ...made.mail } : '');
    if (made.kind === 'mail') keep(`text of ${template}`, made.mail.text + made.mail.html + made.mail.subject);
  };
  const look = async (name: string, path: string) => {
    const page = await pages.get(path);
    expect(page.status, name).toBeLessThan(300);
    keep(name, page.body);
    keep(`headers of ${name}`, { path, ...page.headers, cookies: page.cookies });
  };

  const reviews = (await Promise.all(at.references.map((reference) => at.reviewsOf(reference)))).flat();
  const [sent, conflict, declined, missed, cancelled, open] = reviews;
  if (!sent || !conflict || !declined || !missed || !cancelled || !open) throw new Error('too few reviews');
  for (const person of new Set(reviews.map(({ reviewer }) => reviewer))) {
    await mail('reviews-assigned', person, { round: at.round.id });
    await mail('reviews-reminder', person, { round: at.round.id });
  }
  for (const review of reviews) await look(`open ${review.id}`, await pages.path(review));
  const answer = await pages.post(await pages.path(open), {});
  keep('errors', answer.body);
  await look('decline', `${await pages.path(open)}/decline`);
  keep('conflict to confirm', (await pages.post(`${await pages.path(open)}/conflict`)).body);
  keep('decline with errors', (await pages.post(`${await pages.path(open)}/decline`, {})).body);
  keep('somebody else’s', (await pages.get(`${await pages.list(open.reviewer)}/${'0'.repeat(32)}`)).body);

  // Who looked at what is recorded in the log; the browser gets the rest.
  const { access, ...redirect } = await pages.post(await pages.path(sent), scores(4, 'a comment'));
  expect(access?.of).toBe(sent.reference);
  keep('redirect', redirect);
  await look('sent', await pages.path(sent));
  await declareConflict(at.deps, { review: conflict.id, by: conflict.reviewer }, closed);
  await look('conflict', await pages.path(conflict));
  await declineReview(at.deps, { review: declined.id, by: declined.reviewer, reason: '출장' }, closed);
  await look('declined', await pages.path(declined));
  await lapseReview(at.deps, missed, closed);
  await look('missed', await pages.path(missed));
  for (const reference of new Set([conflict.reference, declined.reference])) {
    await findAnotherReviewer(at.deps, { reference, run: reference }, closed);
    const added = (await at.reviewsOf(reference)).at(-1);
    if (added?.why !== 'replacement') throw new Error('nobody was asked instead');
    await mail('review-added', added.reviewer, { review: added.id });
    await look(`added ${added.id}`, await pages.path(added));
  }
  for (const person of new Set(reviews.map(({ reviewer }) => reviewer))) {
    await look(`list of ${person}`, await pages.list(person));
  }
  await at.bring('RANKING');
  await look('frozen', await pages.path(sent));
  return places;
}

describe.each(['ko', 'en'] as const)('a blind review in %s', (lang) => {
  it('tells nowhere who applied: no page, no mail, no address, no header', async () => {
    const places = await seen(lang);
    expect(Object.keys(places).length).toBeGreaterThan(30);
    const found = applicants.flatMap((applicant, index) =>
      foundIn(places, secrets(applicant, at.references[index] ?? '')),
    );
    expect(found).toEqual([]);
  });

  it('shows what the round shows, so that there is something to review', async () => {
    const places = await seen(lang);
    const shown = Object.values(places).join('\n');
    for (const { words } of applicants) {
      expect(shown).toContain(words.motivation);
      expect(shown).toContain(words.plan);
    }
  });
});

describe('applicants who name themselves in their own words', () => {
  const applicant = canary();
  const { name, mobile, email } = applicant.form['about-you'];
  const told = `저는 ${name}이고 마포구에 살며 ${applicant.words.organisation}에서 일합니다. ${mobile}, ${email}.`;
  const form = {
    ...applicant.form,
    why: { motivation: `${told} ${'동기를 씁니다. '.repeat(8)}`, plan: told.repeat(2) },
  };
  const written = [name, mobile, email, applicant.words.organisation, '마포구'].map(String);

  it.each(['ko', 'en'] as const)(
    'are not told to reviewers of a blind round in %s; what they sent stays',
    async (lang) => {
      at = await memoryScreening({ forms: [form] });
      await at.begin();
      const pages = reviewPages(at, { lang });
      const [review] = await at.reviewsOf();
      const { body } = await pages.get(await pages.path(review ?? expect.fail()));
      expect(foundIn({ body }, written)).toEqual([]);
      const label = {
        ko: '<span class="masked" role="img" aria-label="가린 부분: 이름">[가림]</span>',
        en: 'Masked: a name',
      };
      expect(body).toContain(label[lang]);
      expect(body).toContain({ ko: '자동으로 찾아', en: 'If we have missed something' }[lang]);
      const version = await at.deps.applications.version(at.references[0] ?? '', 1);
      expect(version?.answers.motivation).toContain(told);
    },
  );

  it('are shown as they are in a round that is not blind', async () => {
    at = await memoryScreening({ forms: [form], review: { blind: false } });
    await at.begin();
    const pages = reviewPages(at);
    const [review] = await at.reviewsOf();
    const { body } = await pages.get(await pages.path(review ?? expect.fail()));
    expect(body).toContain(told);
    expect(body).not.toContain('[가림]');
  });
});

describe('a round', () => {
  it('that says it shows a field which tells who applied does not show it while it is blind', async () => {
    const applicant = canary();
    at = await memoryScreening({
      forms: [applicant.form],
      review: { shows: ['name', 'organisation', 'email', 'mobile', 'motivation'] },
    });
    await at.begin();
    const pages = reviewPages(at);
    const [review] = await at.reviewsOf();
    const { body } = await pages.get(await pages.path(review ?? expect.fail()));
    expect(body).toContain(applicant.words.motivation);
    expect(foundIn({ body }, secrets(applicant, at.references[0] ?? ''))).toEqual([]);
  });

  it('that is not blind shows these fields and the reference, and nothing else', async () => {
    const applicant = canary();
    at = await memoryScreening({
      forms: [applicant.form],
      review: { blind: false, shows: ['name', 'organisation', 'motivation'] },
    });
    await at.begin();
    const pages = reviewPages(at);
    const [review] = await at.reviewsOf();
    const { body } = await pages.get(await pages.path(review ?? expect.fail()));
    const name = String(applicant.form['about-you'].name);
    for (const text of [name, applicant.words.organisation, at.references[0] ?? '']) expect(body).toContain(text);
    const rest = applicant.texts.filter(
      (text) => ![name, applicant.words.organisation, applicant.words.motivation].includes(text),
    );
    expect(foundIn({ body }, rest)).toEqual([]);
  });
});
