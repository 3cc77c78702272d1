import { langs } from '../shared/i18n.ts';
import { timesIn } from './dates-in-text.ts';
import type { Finding } from './findings.ts';
import { placeholderNames } from './moments.ts';
import { ownDates } from './own-dates.ts';
import { namesIn, placeholders } from './placeholders.ts';
import type { RoundDraft } from './round.ts';
import { textsOf } from './texts-of.ts';

/** What a round says twice where its file should say it once, and names that stand for nothing in it. */
export const writtenTwice = (round: RoundDraft): Finding[] => [...unclearSteps(round), ...unknownNames(round)];

function unclearSteps(round: RoundDraft): Finding[] {
  const dates = new Map(ownDates(round).map((own) => [own.name, own]));
  return round.whatHappens.flatMap(({ when, date, text }, index): Finding[] => {
    if (!when) return [];
    const path = ['whatHappens', index];
    const own = dates.get(when);
    if (!own)
      return [{ path: [...path, 'when'], reason: `is ${when}, which a round without an admission does not have` }];
    return [
      ...(date
        ? [{ path: [...path, 'date'], reason: `stands beside "when: ${when}", which tells the day: leave one out` }]
        : []),
      ...langs.flatMap((lang) =>
        own.at
          ? timesIn(text[lang]).map((time) => ({
              path: [...path, 'text', lang],
              reason: `names ${time}, and the hour is told with "when: ${when}": leave it out`,
            }))
          : [],
      ),
    ];
  });
}

function unknownNames(round: RoundDraft): Finding[] {
  const known = placeholders(round);
  return textsOf(round).flatMap(({ path, text }) =>
    namesIn(text)
      .filter((name) => !known.has(name))
      .map((name) => ({
        path,
        reason: placeholderNames.includes(name)
          ? `names {${name}}, which this round does not have`
          : `names {${name}}, and there are only ${placeholderNames.map((one) => `{${one}}`).join(', ')}`,
      })),
  );
}
