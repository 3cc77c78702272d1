import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { durationText, StatisticsPage } from '../../../functions/cohort/pages/statistics-page.tsx';
import { type Counting, reviewerLabel, type Statistics, statisticsOf } from '../../../functions/cohort/statistics.ts';
import { newAdmission } from '../../../functions/selection/admission.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { approvedSnapshot } from '../../support/seats/seats.ts';
import { wordsOf } from '../../support/visitor.ts';
import { academyRound } from '../rounds/academy.ts';

const at = (instant: string) => instantSchema.parse(instant);
const now = at('2027-03-05T18:00+09:00');
const round = { ...academyRound(), version: 1 };
const ranked = Array.from({ length: 8 }, (_, index) => ({ reference: `A-${index}`, email: `${index}@example.com` }));

const accepted = { outcome: 'ACCEPTED' as const, at: now, by: 'rules', version: 1, roundVersion: 1, rules: [] };
const counting: Counting = {
  admission: {
    ...newAdmission({ roundId: round.id, seed: 'a', seedHash: 'b', now: at('2026-11-02T09:00+09:00') }),
    since: {
      OPEN: at('2026-11-02T09:00+09:00'),
      SETTLING: at('2027-01-29T18:00+09:00'),
      ASSIGNING: at('2027-01-30T18:00+09:00'),
      REVIEWING: at('2027-01-30T18:10+09:00'),
      SEATING: at('2027-02-19T10:00+09:00'),
    },
  },
  applications: [
    ...ranked.map(() => ({ state: 'ACCEPTED' as const, decision: accepted })),
    { state: 'WITHDRAWN', decision: accepted },
    { state: 'REFUSED' },
  ],
  reviewed: 8,
  // Three reviewers who see the same applications: the first a point milder, the third a point more severe.
  reviews: ranked.flatMap(({ reference }, index) =>
    ['mild', 'fair', 'harsh'].map((reviewer, severity) => ({
      reference,
      reviewer,
      score: 3 + (index % 2) * 0.5 - (severity - 1),
    })),
  ),
  snapshot: approvedSnapshot(round, ranked, now),
  places: [
    { state: 'ACCEPTED' },
    { state: 'ACCEPTED', waitlistNumber: 1 },
    { state: 'DECLINED' },
    { state: 'LAPSED' },
    { state: 'ENDED', waitlistNumber: 2 },
    { state: 'NOT_SELECTED' },
  ],
  seats: [
    { state: 'TAKEN', offers: 1 },
    { state: 'TAKEN', offers: 3 },
    { state: 'CLOSED', offers: 0 },
  ],
  now,
};
const statistics = statisticsOf(counting);

describe('the numbers of a round', () => {
  it('are how many reached each stage', () => {
    expect(statistics.stages).toEqual({
      sent: 10,
      accepted: 9,
      refused: 1,
      withdrawn: 1,
      reviewed: 8,
      ranked: 8,
      notSelected: 1,
      waitlisted: 2,
      offers: 4,
      declined: 1,
      lapsed: 1,
      taken: 2,
      waitlistEnded: 1,
    });
  });

  it('are the time from entering a stage to entering the next that there was', () => {
    expect(statistics.times).toEqual([
      { state: 'SETTLING', seconds: 86_400 },
      { state: 'ASSIGNING', seconds: 600 },
      { state: 'REVIEWING', seconds: 1_698_600 },
      { state: 'SEATING', seconds: 1_238_400 },
    ]);
  });

  it('have every score in one bin', () => {
    expect(statistics.scores.bins).toHaveLength(8);
    expect(statistics.scores.bins.reduce((sum, { count }) => sum + count, 0)).toBe(8);
    expect(statistics.scores.bins.at(-1)).toEqual({ from: 4.5, to: 5, count: 8 });
  });

  it('show the reviewers from the mildest to the most severe, without their names', () => {
    expect(statistics.reviewers.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
    const severities = statistics.reviewers.map(({ severity = Number.NaN }) => severity);
    expect(severities[0]).toBeLessThan(-0.9);
    expect(severities[1]).toBeCloseTo(0);
    expect(severities[2]).toBeGreaterThan(0.9);
    expect(statistics.reviewers[0]).toMatchObject({ reviews: 8, mean: 4.25, spread: 0.25 });
    expect(JSON.stringify(statistics)).not.toMatch(/mild|harsh|A-\d/u);
    expect([0, 25, 26, 51, 52].map(reviewerLabel)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });

  it('are the offers that it took to fill the seats', () => {
    expect(statistics.offers).toEqual([
      { offers: 1, seats: 1 },
      { offers: 2, seats: 0 },
      { offers: 3, seats: 1 },
    ]);
  });
});

const page = (given: Statistics, lang: 'ko' | 'en' = 'en', view: 'staff' | 'institution' = 'staff'): string =>
  renderToString(<StatisticsPage round={round} statistics={given} view={view} path="/c/x/y" lang={lang} />);

describe('the page of statistics', () => {
  it('has each plot with a title, a description and a table of the same numbers', () => {
    for (const lang of ['ko', 'en'] as const) {
      const plots = [...page(statistics, lang).matchAll(/<section class="plot".*?<\/section>/gsu)].map(
        ([plot]) => plot,
      );
      expect(plots).toHaveLength(5);
      for (const plot of plots) {
        expect(plot).toMatch(/<svg [^>]*role="img"[^>]*aria-labelledby="(\w+)-title \1-desc"/u);
        expect(plot).toMatch(/<title id="\w+-title">[^<]+<\/title><desc id="\w+-desc">[^<]+<\/desc>/u);
        const shown = [...plot.matchAll(/<text class="value"[^>]*>([^<]*)</gu)].map(([, text]) => text);
        const inTable = [...plot.matchAll(/<td>([^<]*)</gu)].map(([, text]) => text);
        expect(shown.length).toBeGreaterThan(0);
        for (const text of shown) expect(inTable).toContain(text);
      }
      expect(page(statistics, lang)).not.toMatch(/ style=|<script(?! defer src="\/assets\/)/u);
    }
  });

  it('says so if there was nothing to count, or too little for the severity of reviewers', () => {
    const empty = { ...statistics, offers: [], reviewers: [], scores: { ...statistics.scores, bins: [] } };
    expect(wordsOf(page(empty)).match(/There is nothing to count/gu)).toHaveLength(3);
    const raw = { ...statistics, reviewers: statistics.reviewers.map((one) => ({ ...one, severity: undefined })) };
    expect(wordsOf(page(raw))).toContain('too little data to estimate the differences');
  });

  it('shows institutions nothing of the reviewers', () => {
    expect(wordsOf(page(statistics, 'en', 'institution'))).not.toMatch(/Severity|Reviewer /u);
  });

  it.each([
    [0, '1초 미만', 'less than 1 s'],
    [59, '59초', '59 s'],
    [3600, '1시간', '1 h'],
    [1_698_600, '19일 15시간', '19 d 15 h'],
  ])('says %i seconds in the two largest units', (seconds, ko, en) => {
    expect(durationText(seconds, 'ko')).toBe(ko);
    expect(durationText(seconds, 'en')).toBe(en);
  });
});
