import type { Application } from '../../applications/application.ts';
import type { AdmissionRules } from '../../rounds/admission-rules.ts';
import { cutIsOpen, keptSeats } from '../../selection/allocation.ts';
import { flagWords, outcomeText, scoreText, tieBreakText } from '../../selection/score-texts.ts';
import { isPlaceable, type Snapshot, type SnapshotEntry } from '../../selection/snapshot.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Button } from '../../shared/pages/components.tsx';
import { movedText, committeeWords as words } from './committee-texts.ts';

/** Who an entry is, as far as it may be shown: none for somebody who was erased. */
export type Applicants = ReadonlyMap<string, Pick<Application, 'name' | 'state'>>;

export interface RankingProps {
  readonly snapshot: Snapshot;
  readonly applicants: Applicants;
  readonly rules: AdmissionRules;
  /** The committee's page, below which the cases are; none where leaving would lose what was typed. */
  readonly path?: string;
  /** The form that a row's button sends, to move that application. */
  readonly moveForm?: string;
  readonly lang: Lang;
}

/**
 * Everybody in the order of places, a thousand of them too: one plain table that scrolls within itself, with the place
 * and the result in sight.
 */
export function RankingTable(props: RankingProps) {
  const { snapshot, rules, moveForm, lang } = props;
  const { criteria } = rules.review;
  const columns = (moveForm ? 12 : 11) + criteria.length;
  const isOfOpenSeats = keptSeats(snapshot.seating) > 0 && cutIsOpen(snapshot);
  const firstOut = snapshot.entries.find((entry) => !isPlaceable(entry))?.reference;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="wide full ranking" aria-label={words.table[lang]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.place[lang]}</th>
            <th scope="col">{words.outcome[lang]}</th>
            <th scope="col">{words.ranked[lang]}</th>
            <th scope="col">{words.reference[lang]}</th>
            <th scope="col">{words.name[lang]}</th>
            <th scope="col">{words.flags[lang]}</th>
            <th scope="col">{words.raw[lang]}</th>
            {criteria.map(({ id, title }) => (
              <th key={id} scope="col">
                {title[lang]}
              </th>
            ))}
            <th scope="col">{words.spread[lang]}</th>
            <th scope="col">{words.reviews[lang]}</th>
            <th scope="col">{words.tieBreak[lang]}</th>
            <th scope="col">{words.quotas[lang]}</th>
            {moveForm && <th scope="col">{words.move[lang]}</th>}
          </tr>
        </thead>
        <tbody>
          {snapshot.entries.map((entry) => (
            <>
              {entry.reference === firstOut && <Line columns={columns} text={words.unplaceable[lang]} />}
              <Row key={entry.reference} entry={entry} {...props} />
              {entry.place === snapshot.cut?.place && (
                <Line id="cut" columns={columns} text={(isOfOpenSeats ? words.cutLine : words.cutLineOfAll)[lang]} />
              )}
            </>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const Line = (props: { readonly id?: string; readonly columns: number; readonly text: string }) => (
  <tr class="cut" id={props.id}>
    <th scope="rowgroup" colSpan={props.columns}>
      <span>{props.text}</span>
    </th>
  </tr>
);

function Row({ entry, applicants, rules, path, moveForm, lang }: RankingProps & { readonly entry: SnapshotEntry }) {
  const { reference, place, scores, outcome } = entry;
  const { criteria } = rules.review;
  return (
    <tr id={`r${place}`} class={entry.nearCut ? 'near' : undefined}>
      <th scope="row">{place}</th>
      <td>{outcomeText(outcome, rules.ranking.quotas, lang)}</td>
      <td>{scoreText(scores.ranked, lang)}</td>
      <td>{path ? <a href={`${path}/case/${reference}`}>{reference}</a> : reference}</td>
      <td>{applicants.get(reference)?.name ?? '–'}</td>
      <td>{flagsOf(entry, applicants, lang)}</td>
      <td>{scoreText(scores.mean, lang)}</td>
      {criteria.map(({ id }) => (
        <td key={id}>{scoreText(scores.criteria[id], lang)}</td>
      ))}
      <td>{scoreText(scores.spread, lang)}</td>
      <td>{entry.reviews}</td>
      <td>{tieBreakText(entry.tieBreak, criteria, lang)}</td>
      <td>{quotaTitles(entry, rules, lang)}</td>
      {moveForm && (
        <td>
          <Button kind="link" form={moveForm} name="who-1" value={reference}>
            {words.move[lang]}
            <span class="sr">: {reference}</span>
          </Button>
        </td>
      )}
    </tr>
  );
}

const quotaTitles = ({ quotas }: SnapshotEntry, { ranking }: AdmissionRules, lang: Lang): string =>
  ranking.quotas
    .filter(({ id }) => quotas.includes(id))
    .map(({ title }) => title[lang])
    .join(', ');

const flagsOf = (entry: SnapshotEntry, applicants: Applicants, lang: Lang): string =>
  [
    ...(entry.nearCut ? [words.nearCut[lang]] : []),
    ...(applicants.get(entry.reference)?.state === 'WITHDRAWN' ? [words.withdrawn[lang]] : []),
    ...(entry.moved
      ? [`${words.moved[lang]} (${movedText(entry.moved.from, entry.moved.to ?? entry.place)[lang]})`]
      : []),
    ...entry.flags.map((flag) => flagWords[flag][lang]),
  ].join(', ');
