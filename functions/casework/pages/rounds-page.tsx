import type { Round } from '../../rounds/round.ts';
import { roundPhase } from '../../rounds/round.ts';
import type { Admission } from '../../selection/admission.ts';
import { admissionStateWords } from '../../selection/admission-words.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Notice, SummaryList } from '../../shared/pages/components.tsx';
import { formatEnd, formatInstant, type Instant } from '../../shared/time.ts';
import type { RoundCounts } from '../round-counts.ts';
import { caseworkPaths } from './casework-paths.ts';
import { roundWords as words } from './casework-words.ts';

/** A round with what is known of how far it is. */
export interface RoundNow {
  readonly round: Round;
  readonly admission?: Admission;
  readonly counts?: RoundCounts;
}

/** Every round with its stage, its closing and whom it waits for. */
export const RoundsView = ({ rounds, now, lang }: { rounds: readonly RoundNow[]; now: Instant; lang: Lang }) =>
  rounds.length === 0 ? (
    <p>{words.noRounds[lang]}</p>
  ) : (
    <div>
      {rounds.map((one) => (
        <section key={one.round.id} class="part">
          <h2>
            <a href={caseworkPaths.round(one.round.id)}>{one.round.title[lang]}</a>
          </h2>
          {one.admission?.stuck && (
            <Notice kind="warning">
              <p>{words.stuck[lang]}</p>
            </Notice>
          )}
          <SummaryList
            rows={[
              { term: words.state[lang], value: stageText(one, now)[lang] },
              ...closingRow(one.round, now, lang),
              {
                term: words.waitsForLong[lang],
                value: waitingText(one, now)[lang],
              },
            ]}
          />
        </section>
      ))}
    </div>
  );

/** Where a round is; one that selects nobody is open or closed. */
export function stageText({ round, admission }: RoundNow, now: Instant): Text {
  if (admission && admission.state !== 'OPEN') return admissionStateWords[admission.state];
  if (round.cancelled) return admissionStateWords.CANCELLED;
  return { BEFORE: words.before, OPEN: words.open, CLOSED: words.closed }[roundPhase(round, now)];
}

/** The next of its opening and its closing, or its closing if that is over. */
export const closingRow = (round: Round, now: Instant, lang: Lang) => [
  ...(now < round.opensAt ? [{ term: words.opens[lang], value: formatInstant(round.opensAt, lang) }] : []),
  { term: words.closes[lang], value: formatEnd(round.closesAt, lang) },
];

/** How many people have to do something, as the clock has counted it. */
function waitingText({ counts }: RoundNow, now: Instant): Text {
  if (!counts) return words.notCounted;
  const staff = new Set(counts.waits.map(({ person }) => person)).size;
  const late = new Set(counts.waits.filter(({ dueAt }) => dueAt <= now).map(({ person }) => person)).size;
  const parts = [
    ...(staff > 0 ? [words.staff(staff, late)] : []),
    ...(answering(counts) > 0 ? [words.answering(answering(counts))] : []),
  ];
  if (parts.length === 0) return words.nobody;
  return { ko: parts.map(({ ko }) => ko).join(' '), en: parts.map(({ en }) => en).join(' ') };
}

/** How many applicants are asked something: a question, or whether they accept. */
export const answering = ({ states, seats }: RoundCounts): number =>
  (states.WITH_APPLICANT ?? 0) + (seats?.OFFERED ?? 0);
