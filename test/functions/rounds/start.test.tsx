import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { RoundsPage, StartPage } from '../../../functions/rounds/pages/start.tsx';
import { endSchema, instantSchema } from '../../../functions/shared/time.ts';
import { toldAcademy } from './academy.ts';

const round = toldAcademy({
  opensAt: instantSchema.parse('2026-11-02T00:00+09:00'),
  closesAt: endSchema.parse('2027-01-29T24:00+09:00'),
});
const pages = (now: string, lang: 'ko' | 'en') => {
  const props = { now: instantSchema.parse(now), lang };
  const start = renderToString(<StartPage {...props} round={round} opened={undefined} />);
  return { start, list: renderToString(<RoundsPage {...props} rounds={[round]} />) };
};

describe('a round that closes at midnight', () => {
  it.each(['2026-11-01T12:00+09:00', '2027-01-29T23:59+09:00', '2027-01-30T00:00+09:00'])(
    'names at %s the day before as its last, and the day of its opening as its first',
    (now) => {
      const ko = pages(now, 'ko');
      expect(ko.start).toContain('2026년 11월 2일(월) 00:00부터\n2027년 1월 29일(금) 자정(24:00)까지');
      const en = pages(now, 'en');
      expect(en.start).toContain('until Friday, 29 January 2027, midnight (24:00 KST)');
      for (const page of [ko.start, ko.list]) expect(page).not.toContain('1월 30일');
      for (const page of [en.start, en.list]) expect(page).not.toContain('30 January');
    },
  );
});
