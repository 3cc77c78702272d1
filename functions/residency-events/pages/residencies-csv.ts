import type { Kinds } from '../../requests/kind.ts';
import { quarterText } from '../../residency-rules/quarter-text.ts';
import { csvOf } from '../../shared/files/csv.ts';
import type { Lang } from '../../shared/i18n.ts';
import { formatInstant, type Instant, type LocalDate } from '../../shared/time.ts';
import { spaceText } from '../../spaces/space.ts';
import type { Listed } from '../list-residencies.ts';
import { contractOn } from '../standing.ts';
import { kindWords, lateText, deskResidencyWords as words } from './desk-words.ts';
import { words as both, standingText } from './residency-words.ts';
import { askedText, dueText, kindText } from './waiting-text.ts';

/** The list as a file. */
export const residenciesCsv = (
  rows: readonly Listed[],
  given: {
    readonly hidden: ReadonlySet<string>;
    readonly names: ReadonlyMap<string, string>;
    readonly kinds: Kinds;
    readonly today: LocalDate;
    readonly now: Instant;
    readonly lang: Lang;
  },
): string => {
  const { hidden, names, kinds, today, now, lang } = given;
  const head = [
    both.reference,
    both.startup,
    words.kind,
    both.round,
    both.state,
    both.space,
    words.from,
    words.to,
    both.nextReport,
    both.due,
    both.late,
    words.waits,
  ];
  return csvOf([
    head.map((text) => text[lang]),
    ...rows.map(({ residency, round, standing, place, reporting, open }) => {
      if (hidden.has(residency.id)) return [residency.id, words.hidden[lang]];
      const { from, to } = contractOn(residency, today);
      const next = reporting?.next;
      const late = reporting?.late.length ?? 0;
      return [
        residency.id,
        residency.startup.name,
        kindWords[residency.startup.kind][lang],
        round.title[lang],
        standingText(standing)[lang],
        place ? spaceText(place.space) : '',
        from,
        to,
        next ? quarterText(next.quarter)[lang] : '',
        next ? formatInstant(next.dueAt, lang) : '',
        late > 0 ? lateText(late)[lang] : '',
        open
          .map(
            (one) => `${kindText(kinds, one)[lang]}, ${askedText(one, names)[lang]}, ${dueText(one.dueAt, now)[lang]}`,
          )
          .join('\n'),
      ];
    }),
  ]);
};
