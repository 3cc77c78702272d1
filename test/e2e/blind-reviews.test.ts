import { beforeAll, expect, it } from 'vitest';
import { decoded, mailsTo, mailTo } from '../support/applicants.ts';
import { canary, foundIn } from '../support/canaries.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import {
  inReview,
  listLink,
  onlyReviewers,
  reviewedRound,
  reviewNumber,
  reviewPath,
  scored,
  screeningOf,
  sendReview,
  underReview,
  untilReviewersAreAwaited,
} from '../support/screening/reviewed-round.ts';
import { untilQuiet } from '../support/stored.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

it('nothing that a reviewer is sent or shown tells who applied, and what the round shows is there', async () => {
  const reviewers = await onlyReviewers(at, [{}, { lang: 'en' }, {}]);
  const round = await reviewedRound(at);
  const applicant = canary();
  const [applied] = await inReview(at, round, [applicant.form]);
  if (!applied) throw new Error('nobody applied');
  const { reference } = applied;
  const [first, second] = [await reviewNumber(at, reference, 1), await reviewNumber(at, reference, 2)];

  const places: Record<string, string> = {};
  const look = async (name: string, path: string, post?: Parameters<ReturnType<typeof visitor>['post']>[1]) => {
    const browser = visitor(at.baseUrl, { lang: 'ko' });
    const page = post ? await browser.post(path, post) : await browser.get(path);
    places[name] = [page.url, page.title, page.html, JSON.stringify([...page.headers])].join('\n');
    return page;
  };
  await look('list', await listLink(at, round, first.reviewer));
  const page = await look('review', await reviewPath(at, round, first));
  await look('errors', await reviewPath(at, round, first), {});
  await look('saved', await reviewPath(at, round, first), { 'score-plan': '3', save: 'yes' });
  await look('decline', `${await reviewPath(at, round, first)}/decline`);
  await look('sent', await reviewPath(at, round, first), scored(round, 4));
  await look('conflict', `${await reviewPath(at, round, second)}/conflict`, {});
  const third = await reviewNumber(at, reference, 3);
  await look('another', await reviewPath(at, round, third));
  await mailTo(
    at,
    (await at.people.get(third.reviewer))?.email ?? '',
    third.reviewer === reviewers[1]?.id ? 'one more application' : '추가 심사',
  );
  for (const { email } of reviewers) {
    for (const [number, { subject, html, text }] of (await mailsTo(at, email)).entries()) {
      places[`mail ${number} to ${email}`] = [decoded(subject), html, text].join('\n');
    }
  }

  const { motivation, plan } = applicant.words;
  const secrets = applicant.texts.filter((text) => text !== motivation && text !== plan);
  expect(foundIn(places, [...secrets, reference, '마포구', 'Mapo-gu'])).toEqual([]);
  expect(page.html).toContain(motivation);
  expect(page.html).toContain(plan);
  expect(page.headers.get('referrer-policy')).toBe('same-origin');
  expect(page.headers.get('cache-control')).toBe('no-store');
});

it('a scanner that opens every link of a reviewer changes nothing, and a forged link opens nothing', async () => {
  const { reference, round } = await underReview(at, [{}, {}]);
  const [first, second] = [await reviewNumber(at, reference, 1), await reviewNumber(at, reference, 2)];
  const path = await reviewPath(at, round, first);
  await untilReviewersAreAwaited(at, reference);
  await untilQuiet(at);
  const before = [await screeningOf(at, reference), await at.screenings.review(first.id)];
  const scanner = visitor(at.baseUrl);
  for (const link of [path, `${path}/decline`, `${path}/conflict`, await listLink(at, round, first.reviewer)]) {
    for (let times = 0; times < 3; times += 1) {
      await scanner.head(link);
      await scanner.get(link);
    }
  }
  expect((await scanner.get(`${path}/conflict`)).status).toBe(405);
  const foreign = await scanner.once('POST', `${path}/conflict`, {
    body: new URLSearchParams(),
    headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  });
  expect(foreign.status).toBe(403);
  const others = `${await listLink(at, round, second.reviewer)}/${first.id}`;
  const forged = path.replace(/[\w-]{43}/u, 'A'.repeat(43));
  for (const link of [others, forged, forged.replace(`/${first.id}`, '')]) {
    expect((await scanner.get(link)).status).toBe(404);
    expect((await scanner.post(link, scored(round, 1))).status).toBeGreaterThanOrEqual(404);
  }
  expect([await screeningOf(at, reference), await at.screenings.review(first.id)]).toEqual(before);
  await sendReview(at, round, first, 4);
  expect(await at.screenings.review(first.id)).toMatchObject({ state: 'SENT' });
});
