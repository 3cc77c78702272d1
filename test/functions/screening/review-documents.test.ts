import { beforeEach, describe, expect, it } from 'vitest';
import { ownerOf } from '../../../functions/attachments/attachments.ts';
import { beginUpload } from '../../../functions/documents/begin-upload.ts';
import { type RoundDocument, slotOf } from '../../../functions/rounds/round-documents.ts';
import { declareConflict } from '../../../functions/screening/end-review.ts';
import type { Review } from '../../../functions/screening/review.ts';
import { documentWorld } from '../../support/documents/document-world.ts';
import * as samples from '../../support/documents/sample-files.ts';
import { labDraft } from '../../support/rounds/lab.ts';
import { closed, type MemoryScreening, memoryScreening } from '../../support/screening/memory-screening.ts';
import { reviewPages } from '../../support/screening/review-pages.ts';

/** The Lab's documents, asked of everybody; the business plan tells nothing of who applies. */
const documents = (labDraft().documents ?? []).map(
  ({ askedOf: _of, ...document }): RoundDocument => ({
    ...document,
    ...(document.id === 'business-plan' && { blind: true }),
  }),
);

let at: MemoryScreening;
let pages: ReturnType<typeof reviewPages>;
let review: Review;

/** A review of an application with a business plan and a deck; the register extract never came. */
async function underReview(blind: boolean) {
  at = await memoryScreening({ change: { documents }, review: { blind } });
  await at.begin();
  pages = reviewPages(at);
  const files = documentWorld({ memory: at.memory, start: closed });
  for (const [id, content, name] of [
    ['business-plan', await samples.pdf('plan'), '김새봄 계획.pdf'],
    ['deck', samples.pptx(), '새봄페이.pptx'],
  ] as const) {
    const document = documents.find((one) => one.id === id);
    const [reference = ''] = at.references;
    if (!document) throw new Error(`the Lab does not ask for ${id}`);
    const given = { owner: ownerOf(reference), slot: slotOf(document), by: 'applicant' };
    const begun = await beginUpload(files.deps, given, closed);
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    files.bucket.post(begun.file.id, content, name);
    await files.tell(begun.file.id);
    await files.scan(begun.file.id);
  }
  const [first] = await at.reviewsOf();
  if (!first) throw new Error('nobody was asked');
  review = first;
}
const downloads = () =>
  at.memory.items('audit').filter((item) => JSON.stringify(item).includes('DocumentDownloaded')).length;
const locationOf = async (document: string) => {
  const { status, headers } = await pages.get(`${await pages.path(review)}/documents/${document}`);
  return { status, location: decodeURIComponent(headers?.Location ?? '') };
};

describe('the documents beside the rubric', () => {
  describe('of a round that is not blind', () => {
    beforeEach(() => underReview(false));

    it('are all that were asked for, each with its name and where it stands', async () => {
      const { body } = await pages.get(await pages.path(review));
      expect(body).toContain('김새봄 계획.pdf');
      expect(body).toContain('새봄페이.pptx');
      expect(body).toMatch(/등기사항증명서 또는 사업자등록증명<\/dt><dd[^>]*>보내지 않음/u);
      expect(body.match(/\/documents\/[a-z-]+"/gu)).toHaveLength(2);
    });

    it('are taken by the reviewer, as it is in the audit', async () => {
      const { status, location } = await locationOf('deck');
      expect(status).toBe(303);
      expect(location).toMatch(/^https:\/\/documents\.s3\..*filename\*=UTF-8''%EC%83%88%EB%B4%84/u);
      expect(downloads()).toBe(1);
      for (const wrong of ['register-extract', 'no-such', '..']) {
        const { location: back } = await locationOf(wrong);
        expect(back, wrong).toBe(await pages.path(review));
      }
      expect(downloads()).toBe(1);
    });

    it('are nobody’s whose review it is not, or is not any more', async () => {
      const other = (await at.reviewsOf())[1];
      const path = `${await pages.list(other?.reviewer ?? '')}/${review.id}/documents/deck`;
      expect((await pages.get(path)).headers?.Location).toBeUndefined();
      await declareConflict(at.deps, { review: review.id, by: review.reviewer }, closed);
      expect((await locationOf('deck')).location).toBe('');
      expect(downloads()).toBe(0);
    });
  });

  describe('of a blind round', () => {
    beforeEach(() => underReview(true));

    it('are only those that tell nothing of who applies, without the names of their files', async () => {
      const { body } = await pages.get(await pages.path(review));
      expect(body).toContain('사업계획서');
      expect(body).not.toMatch(/김새봄|새봄페이|발표 자료|등기사항/u);
      const { location } = await locationOf('business-plan');
      expect(location).toContain("filename*=UTF-8''business-plan.pdf");
      expect(location).not.toContain('%EA%B9%80');
      expect((await locationOf('deck')).location).toBe(await pages.path(review));
    });
  });
});
