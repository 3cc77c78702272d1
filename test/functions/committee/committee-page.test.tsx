import { describe, expect, it } from 'vitest';
import { committeeHtml } from '../../support/committee/committee-html.tsx';
import { largeSnapshot } from '../../support/selection/large-ranking.ts';

const thousand = largeSnapshot(1000);

describe('the page of the committee with a thousand applications', () => {
  it('has a row for each, the cut as a line, a link to each case and no script of its own', () => {
    const page = committeeHtml(thousand, 'ko');
    expect(page.match(/<th scope="row">/gu)).toHaveLength(1000);
    expect(page.match(/\/case\/A-27H1-/gu)).toHaveLength(1000);
    expect(page.match(/id="cut"/gu)).toHaveLength(1);
    expect(page).not.toMatch(/<script(?! defer src="\/assets\/)/u);
  });

  it('stays below a megabyte, and what Lambda may answer', () => {
    expect(Buffer.byteLength(committeeHtml(thousand, 'ko'))).toBeLessThan(1_000_000);
    expect(Buffer.byteLength(committeeHtml(thousand, 'en', { moved: true }))).toBeLessThan(1_600_000);
  });

  it('begins each row with place, result and score, which a telephone shows, and says who is near the cut', () => {
    const page = committeeHtml(thousand, 'en');
    expect(page).toMatch(
      /<thead><tr><th scope="col">Rank<\/th><th scope="col">Result<\/th><th scope="col">Score<\/th>/u,
    );
    const [first] = thousand.entries;
    expect(page).toMatch(/<tr id="r1"[^>]*><th scope="row">1<\/th><td>Selected[^<]*<\/td><td>[\d.]+<\/td>/u);
    expect(first?.outcome.outcome).toBe('SEAT');
    const near = thousand.entries.filter(({ nearCut }) => nearCut).length;
    expect(near).toBeGreaterThan(0);
    expect(page.match(/class="near"/gu)).toHaveLength(near);
  });

  it('begins with what differs, if it was changed', () => {
    const page = committeeHtml(thousand, 'ko', { moved: true });
    expect(page.indexOf('면접에서 확인한 경력')).toBeLessThan(page.indexOf('id="cut"'));
    expect(page).toContain('정하늘');
    expect(page).toContain('1000 · ');
  });

  it('says which seats the cut is of', () => {
    expect(committeeHtml(thousand, 'ko')).toContain('일반 선발은 여기까지입니다');
    const without = { ...thousand, seating: { ...thousand.seating, quotas: [] } };
    expect(committeeHtml(without, 'ko')).toContain('선발 기준선: 선발은 여기까지입니다');
    const [kind = '', cut] = Object.entries(thousand.quotaCuts)[0] ?? [];
    const kept = { ...thousand, cut, quotaCuts: { [kind]: cut ?? { place: 1 } } };
    expect(committeeHtml(kept, 'en')).toContain('The cut: the last place is above this line');
  });

  it('shows from where to where somebody was moved, whoever has moved since', () => {
    const [first, ...others] = thousand.entries;
    if (!first) throw new Error('nobody was ranked');
    const moved = { from: 20, to: 5, snapshot: 2, reason: '경력', by: 'person:jung-haneul' };
    expect(committeeHtml({ ...thousand, entries: [{ ...first, moved }, ...others] }, 'ko')).toContain('20위에서 5위로');
  });
});
