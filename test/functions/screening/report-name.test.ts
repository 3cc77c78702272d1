import { beforeEach, expect, it } from 'vitest';
import { going } from '../../../functions/shared/pages/shown.ts';
import { canary } from '../../support/canaries.ts';
import { type MemoryScreening, memoryScreening } from '../../support/screening/memory-screening.ts';
import { reviewPages, scores } from '../../support/screening/review-pages.ts';

let at: MemoryScreening;
let applicant: ReturnType<typeof canary>;
beforeEach(async () => {
  applicant = canary();
  at = await memoryScreening({ forms: [applicant.form] });
  await at.begin();
});

const { name, value } = going('name-seen');
const notices = () => at.memory.plain('outbox').filter((entry) => JSON.stringify(entry).includes('name-reported'));
const reports = () => at.memory.plain('audit').filter(({ type }) => type === 'NameReported');

async function firstReview() {
  const [review] = await at.reviewsOf();
  if (!review) throw new Error('nobody was asked');
  const pages = reviewPages(at);
  return { review, pages, path: await pages.path(review) };
}

it('one press on the review page tells managers and operators once that masking missed something, and keeps what was typed', async () => {
  const { review, pages, path } = await firstReview();
  expect((await pages.get(path)).body).toContain('가려지지 않은 내용 알리기');
  const typed = { ...scores(4), comment: '계획이 구체적입니다.' };
  expect((await pages.post(path, { ...typed, [name]: value })).headers).toMatchObject({ Location: path });
  const page = await pages.get(path);
  expect(page.body).toContain('담당자에게 알렸습니다');
  expect(page.body).toContain('계획이 구체적입니다.');
  expect(page.body).not.toContain('가려지지 않은 내용 알리기');
  await pages.post(path, { ...typed, [name]: value });

  expect(reports()).toMatchObject([{ about: review.reference, by: `person:${review.reviewer}` }]);
  const told = new Set(
    (await Promise.all((['academy-manager', 'operator'] as const).map((role) => at.deps.people.withRole(role))))
      .flat()
      .map(({ id }) => id),
  );
  expect(told.size).toBeGreaterThan(0);
  expect(notices()).toHaveLength(told.size);
  const kept = JSON.stringify([...notices(), ...reports()]);
  for (const secret of applicant.texts) expect(kept).not.toContain(secret);
  expect(JSON.stringify(notices())).not.toContain(review.reviewer);

  expect((await pages.post(path, typed)).headers).toMatchObject({ Location: path });
  expect((await at.deps.screenings.review(review.id))?.state).toBe('SENT');
});

it('a round that is not blind has no such button, and takes no such report', async () => {
  at = await memoryScreening({ forms: [applicant.form], review: { blind: false } });
  await at.begin();
  const { pages, path } = await firstReview();
  expect((await pages.get(path)).body).not.toContain('가려지지 않은 내용 알리기');
  await pages.post(path, { [name]: value });
  expect(reports()).toEqual([]);
});
