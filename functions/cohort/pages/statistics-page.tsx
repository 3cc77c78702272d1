import type { Round } from '../../rounds/round.ts';
import { admissionStateWords } from '../../selection/admission-words.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { formatInstant } from '../../shared/time.ts';
import type { CohortView } from '../cohort-link.ts';
import { type Statistics, stageIds } from '../statistics.ts';
import { cohortWords } from './cohort-texts.ts';
import { Plot, type PlotProps } from './plots.tsx';
import {
  daysText,
  hoursText,
  minutesText,
  offerText,
  secondsText,
  stageWords,
  statisticsWords as words,
} from './statistics-texts.ts';

interface StatisticsProps {
  readonly round: Round;
  readonly statistics: Statistics;
  readonly view: CohortView;
  /** Of the list. */
  readonly path: string;
  readonly lang: Lang;
}

/** The numbers of a round; how severe its reviewers were is for the staff. */
export function StatisticsPage({ round, statistics, view, path, lang }: StatisticsProps) {
  return (
    <Layout
      lang={lang}
      title={words.title[lang]}
      eyebrow={round.title[lang]}
      lead={words.lead[lang]}
      contact={round.contact}
      home={path}
      path={`${path}/statistics`}
    >
      <p>
        {words.counted[lang]}: {formatInstant(statistics.revised?.at ?? statistics.countedAt, lang)}
      </p>
      <Plot {...stagesPlot(statistics, lang)} />
      <Plot {...timesPlot(statistics, lang)} />
      <Plot {...scoresPlot(statistics, lang)} />
      {view === 'staff' && <Plot {...reviewersPlot(statistics, lang)} />}
      {!round.renews && <Plot {...offersPlot(statistics, lang)} />}
      <p class="later">
        <a href={path}>{cohortWords.list[lang]}</a>
      </p>
    </Layout>
  );
}

/** A plot whose table says what its bars say. */
const plain = (given: Omit<PlotProps, 'table'>, head: readonly [string, string]): PlotProps => ({
  ...given,
  table: { head, rows: given.bars.map(({ label, text }) => [label, text]) },
});

function stagesPlot({ stages }: Statistics, lang: Lang): PlotProps {
  const bars = stageIds.map((id) => ({ label: stageWords[id][lang], value: stages[id], text: String(stages[id]) }));
  return plain({ id: 'stages', title: words.stages[lang], description: words.stagesText[lang], bars, lang }, [
    words.stage[lang],
    words.count[lang],
  ]);
}

function timesPlot({ times }: Statistics, lang: Lang): PlotProps {
  const bars = times.map(({ state, seconds }) => ({
    label: admissionStateWords[state][lang],
    value: seconds,
    text: durationText(seconds, lang),
  }));
  return plain({ id: 'times', title: words.times[lang], description: words.timesText[lang], bars, lang }, [
    words.stage[lang],
    words.time[lang],
  ]);
}

function scoresPlot({ scores }: Statistics, lang: Lang): PlotProps {
  const counted = scores.bins.some(({ count }) => count > 0);
  const bars = scores.bins.map(({ from, to, count }) => ({
    label: `${from.toFixed(1)}–${to.toFixed(1)}`,
    value: count,
    text: String(count),
  }));
  return plain(
    { id: 'scores', title: words.scores[lang], description: words.scoresText[lang], bars: counted ? bars : [], lang },
    [words.score[lang], words.applicants[lang]],
  );
}

const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(2)}`;

function reviewersPlot({ reviewers }: Statistics, lang: Lang): PlotProps {
  const fitted = reviewers.some(({ severity }) => severity !== undefined);
  return {
    id: 'reviewers',
    title: words.reviewers[lang],
    description: (fitted ? words.reviewersText : words.noSeverity)[lang],
    bars: reviewers.map(({ label, severity, mean }) => ({
      label,
      value: fitted ? (severity ?? 0) : mean,
      text: fitted ? (severity === undefined ? '–' : signed(severity)) : mean.toFixed(2),
    })),
    table: {
      head: [words.reviewer[lang], words.reviews[lang], words.mean[lang], words.spread[lang], words.severity[lang]],
      rows: reviewers.map(({ label, reviews, mean, spread, severity }) => [
        label,
        String(reviews),
        mean.toFixed(2),
        spread.toFixed(2),
        severity === undefined ? '–' : signed(severity),
      ]),
    },
    lang,
  };
}

function offersPlot({ offers }: Statistics, lang: Lang): PlotProps {
  const bars = offers.map((offer) => ({
    label: offerText(offer.offers)[lang],
    value: offer.seats,
    text: String(offer.seats),
  }));
  return plain({ id: 'offers', title: words.offers[lang], description: words.offersText[lang], bars, lang }, [
    words.offer[lang],
    words.seats[lang],
  ]);
}

const units = [
  { seconds: 86_400, text: daysText },
  { seconds: 3600, text: hoursText },
  { seconds: 60, text: minutesText },
  { seconds: 1, text: secondsText },
] as const;

/** The two largest units: `3일 4시간`, `3 d 4 h`. */
export function durationText(seconds: number, lang: Lang): string {
  const first = units.findIndex((unit) => seconds >= unit.seconds);
  if (first < 0) return words.belowASecond[lang];
  let rest = seconds;
  const parts = units.slice(first, first + 2).flatMap((unit) => {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    return count > 0 ? [unit.text(count)[lang]] : [];
  });
  return parts.join(' ');
}
