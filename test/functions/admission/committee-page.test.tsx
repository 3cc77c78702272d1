import { describe, expect, it } from 'vitest';
import { committeeHtml } from '../../support/committee-html.tsx';
import { largeSnapshot } from '../../support/large-ranking.ts';

const thousand = largeSnapshot(1000);

describe('the page of the committee with a thousand applications', () => {
  it('has a row for each, the cut as a line, a link to each case and no script', () => {
    const page = committeeHtml(thousand, 'ko');
    expect(page.match(/<th scope="row">/gu)).toHaveLength(1000);
    expect(page.match(/\/case\/A-27H1-/gu)).toHaveLength(1000);
    expect(page.match(/id="cut"/gu)).toHaveLength(1);
    expect(page).not.toContain('<script');
  });

  it('stays below a megabyte, and what Lambda may answer', () => {
    expect(Buffer.byteLength(committeeHtml(thousand, 'ko'))).toBeLessThan(1_000_000);
    expect(Buffer.byteLength(committeeHtml(thousand, 'en', { moved: true }))).toBeLessThan(1_600_000);
  });

  it('shows ranked and raw score beside each other, and who is near the cut', () => {
    const page = committeeHtml(thousand, 'en');
    expect(page).toMatch(/<th scope="col">Score<\/th><th scope="col">Mean \(raw\)<\/th>/u);
    const near = thousand.entries.filter(({ nearCut }) => nearCut).length;
    expect(near).toBeGreaterThan(0);
    expect(page.match(/class="near"/gu)).toHaveLength(near);
  });

  it('begins with what differs, where it was changed', () => {
    const page = committeeHtml(thousand, 'ko', { moved: true });
    expect(page.indexOf('면접에서 확인한 경력')).toBeLessThan(page.indexOf('id="cut"'));
    expect(page).toContain('정하늘');
    expect(page).toContain('1000 · ');
  });
});
