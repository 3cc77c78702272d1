import { Plot } from '../../cohort/pages/plots.tsx';
import type { Kinds } from '../../requests/kind.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, ButtonLink, Notice, SummaryList } from '../../shared/pages/components.tsx';
import { formatDate, formatInstant, type Instant } from '../../shared/time.ts';
import type { RoundCounts, StaffWait } from '../round-counts.ts';
import { caseworkPaths } from './casework-paths.ts';
import { listedStates, seatStateWords, stateLabels, roundWords as words } from './casework-words.ts';
import { interestsWords } from './interests-page.tsx';
import { answering, closingRow, type RoundNow, stageText } from './rounds-page.tsx';

export interface RoundProps extends RoundNow {
  readonly kinds: Kinds;
  /** Names of the staff by their ids. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether there are applications for whoever looks. */
  readonly mayList: boolean;
  readonly now: Instant;
  readonly lang: Lang;
}

/** How far a round is: whom it waits for first, then its numbers as the clock has counted them. */
export function RoundView(props: RoundProps) {
  const { round, admission, counts, mayList, now, lang } = props;
  const entered = admission?.since[admission.state];
  return (
    <>
      {admission?.stuck && (
        <Notice kind="warning">
          <p>{words.stuck[lang]}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: words.state[lang], value: stageText(props, now)[lang] },
          ...(entered ? [{ term: words.since[lang], value: formatInstant(entered, lang) }] : []),
          ...closingRow(round, now, lang),
          { term: words.resultsOn[lang], value: formatDate(round.resultsOn, lang) },
          { term: words.capacity[lang], value: words.people(round.capacity)[lang] },
          { term: words.rules[lang], value: words.edition(round.version)[lang] },
          ...(counts ? [{ term: words.sent[lang], value: words.count(counts.sent)[lang] }] : []),
        ]}
      />
      {mayList && (
        <Actions>
          <ButtonLink href={caseworkPaths.list(round.id)}>{words.allApplications[lang]}</ButtonLink>
          <ButtonLink kind="tertiary" href={caseworkPaths.conflicts(round.id)}>
            {interestsWords.see[lang]}
          </ButtonLink>
        </Actions>
      )}
      {counts ? <Counted {...props} counts={counts} /> : <p>{words.notCounted[lang]}</p>}
      <p>
        <a href={caseworkPaths.rounds}>{words.back[lang]}</a>
      </p>
    </>
  );
}

function Counted({ counts, kinds, names, now, lang }: RoundProps & { readonly counts: RoundCounts }) {
  return (
    <>
      <h2>{words.waitsFor[lang]}</h2>
      <p>{words.countedText(formatInstant(counts.at, lang))[lang]}</p>
      {counts.waits.length === 0 ? (
        <p>{words.nobody[lang]}</p>
      ) : (
        <Waits {...{ waits: counts.waits, kinds, names, now, lang }} />
      )}
      {answering(counts) > 0 && <p>{words.answering(answering(counts))[lang]}</p>}
      <StatesPlot counts={counts} lang={lang} />
      {counts.reviews && (
        <Numbers
          id="reviews"
          title={words.reviews}
          text={words.reviewsText}
          unit={words.count}
          lang={lang}
          rows={[
            [words.reviewed, counts.reviews.done],
            [words.unreviewed, counts.reviews.of - counts.reviews.done],
          ]}
        />
      )}
      {counts.seats && (
        <Numbers
          id="seats"
          title={words.seats}
          text={words.seatsText}
          unit={words.people}
          lang={lang}
          rows={[
            ...(['TAKEN', 'OFFERED', 'VACANT', 'CLOSED'] as const).map((state): [Text, number] => [
              seatStateWords[state],
              counts.seats?.[state] ?? 0,
            ]),
            [words.waiting, counts.waiting ?? 0],
          ]}
        />
      )}
    </>
  );
}

/** Who is asked, overdue first. */
function Waits(props: {
  readonly waits: readonly StaffWait[];
  readonly kinds: Kinds;
  readonly names: ReadonlyMap<string, string>;
  readonly now: Instant;
  readonly lang: Lang;
}) {
  const { waits, kinds, names, now, lang } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="wide filled" aria-label={words.waitsFor[lang]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.who[lang]}</th>
            <th scope="col">{words.firstDue[lang]}</th>
            <th scope="col">{words.what[lang]}</th>
            <th scope="col">{words.howMany[lang]}</th>
            <th scope="col">{words.overdue[lang]}</th>
          </tr>
        </thead>
        <tbody>
          {waits.map(({ person, kind, count, more, dueAt, overdue }) => (
            <tr key={`${person} ${kind}`}>
              <th scope="row">{names.get(person) ?? person}</th>
              <td>
                {formatInstant(dueAt, lang)}
                {dueAt <= now && (
                  <>
                    <br />
                    <strong class="late">{lateText(dueAt, now)[lang]}</strong>
                  </>
                )}
              </td>
              <td>{kinds.get(kind)?.title[lang] ?? kind}</td>
              <td>{words.count(count, more)[lang]}</td>
              <td>{words.count(overdue)[lang]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const hour = 3_600_000;

function lateText(dueAt: Instant, now: Instant): Text {
  const hours = Math.floor((Date.parse(now) - Date.parse(dueAt)) / hour);
  return words.late(Math.floor(hours / 24), hours);
}

const StatesPlot = ({ counts, lang }: { readonly counts: RoundCounts; readonly lang: Lang }) => (
  <Numbers
    id="states"
    title={words.byState}
    text={words.byStateText}
    unit={words.count}
    lang={lang}
    rows={listedStates.map((state): [Text, number] => [stateLabels[state], counts.states[state] ?? 0])}
  />
);

const Numbers = (props: {
  readonly id: string;
  readonly title: Text;
  readonly text: Text;
  readonly unit: (count: number) => Text;
  readonly rows: readonly (readonly [Text, number])[];
  readonly lang: Lang;
}) => {
  const { id, title, text, unit, rows, lang } = props;
  return (
    <Plot
      id={id}
      title={title[lang]}
      description={text[lang]}
      bars={rows.map(([label, value]) => ({ label: label[lang], value, text: unit(value)[lang] }))}
      table={{
        head: [title[lang], words.number[lang]],
        rows: rows.map(([label, value]) => [label[lang], unit(value)[lang]]),
      }}
      lang={lang}
    />
  );
};
