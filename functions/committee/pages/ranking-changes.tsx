import type { AdmissionRules } from '../../rounds/admission-rules.ts';
import { outcomeText } from '../../selection/score-texts.ts';
import type { Snapshot } from '../../selection/snapshot.ts';
import type { Lang } from '../../shared/i18n.ts';
import { type Difference, differences, type PlaceAndOutcome } from '../moves.ts';
import { committeeWords as words } from './committee-texts.ts';
import type { Applicants } from './ranking-table.tsx';

interface ChangesProps {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly applicants: Applicants;
  readonly rules: AdmissionRules;
  /** The names of members by id. */
  readonly members: ReadonlyMap<string, string>;
  readonly lang: Lang;
}

/** What a return has changed: the moves with their reasons, and everybody whose place or outcome changed with them. */
export function RankingChanges(props: ChangesProps) {
  const { before, after, lang } = props;
  const all = differences(before, after);
  const movedNow = new Map(
    after.entries.flatMap(({ reference, moved }) => {
      const earlier = before.entries.find((entry) => entry.reference === reference);
      return moved && JSON.stringify(moved) !== JSON.stringify(earlier?.moved) ? [[reference, moved]] : [];
    }),
  );
  const moves = all.filter(({ reference }) => movedNow.has(reference));
  const shifted = all.filter(({ reference }) => !movedNow.has(reference));
  return (
    <section>
      <h2>{words.changes[lang]}</h2>
      <p>{words.changesLead[lang]}</p>
      <Table {...props} rows={moves} label={words.changes[lang]} movedNow={movedNow} />
      {shifted.length > 0 && (
        <details>
          <summary>
            {words.shifted[lang]} ({shifted.length})
          </summary>
          <Table {...props} rows={shifted} label={words.shifted[lang]} />
        </details>
      )}
    </section>
  );
}

type Moved = NonNullable<Snapshot['entries'][number]['moved']>;

function Table(
  props: ChangesProps & {
    readonly rows: readonly Difference[];
    readonly label: string;
    readonly movedNow?: ReadonlyMap<string, Moved>;
  },
) {
  const { rows, label, movedNow, applicants, rules, members, lang } = props;
  const stood = (placed: PlaceAndOutcome | undefined): string =>
    placed ? `${placed.place} · ${outcomeText(placed.outcome, rules.ranking.quotas, lang)}` : '–';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="wide full" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.reference[lang]}</th>
            <th scope="col">{words.name[lang]}</th>
            <th scope="col">{words.before[lang]}</th>
            <th scope="col">{words.after[lang]}</th>
            {movedNow && <th scope="col">{words.reason[lang]}</th>}
            {movedNow && <th scope="col">{words.by[lang]}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ reference, before, after }) => (
            <tr key={reference}>
              <th scope="row">{reference}</th>
              <td>{applicants.get(reference)?.name ?? '–'}</td>
              <td>{stood(before)}</td>
              <td>{stood(after)}</td>
              {movedNow && <td class="words">{movedNow.get(reference)?.reason}</td>}
              {movedNow && <td>{memberName(movedNow.get(reference), members, lang)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Whose move it was, without the kind of person that the audit writes before it. */
export const memberWho = ({ by }: Moved): string => by.replace(/^person:/u, '');

const memberName = (moved: Moved | undefined, members: ReadonlyMap<string, string>, lang: Lang): string =>
  moved === undefined ? '' : (members.get(memberWho(moved)) ?? words.formerMember[lang]);
