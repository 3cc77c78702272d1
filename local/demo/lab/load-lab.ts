import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { forms } from '../../../functions/forms/round-form.ts';
import { firstOf, lastOf, type Residency } from '../../../functions/residencies/residency.ts';
import { loadRound } from '../../../functions/rounds/load-round.ts';
import type { WrittenDraft } from '../../../functions/rounds/round.ts';
import {
  addDays,
  addMinutes,
  type Instant,
  isBusinessDay,
  type LocalDate,
  localDateSchema,
  seoulDateOf,
  seoulTime,
} from '../../../functions/shared/time.ts';
import { Problem } from '../../problem.ts';
import { acceptedThen, confirmedThen, releaseNow } from './accept.ts';
import { apply, rankAs } from './admit.ts';
import { dueBegun } from './begin-event.ts';
import { labRound } from './lab-round.ts';
import { staysNow } from './leave.ts';
import { movedInThen } from './move-in.ts';
import { renewalRound } from './renewal-round.ts';
import { reportedThen } from './report.ts';
import { admitted, type DemoStartup, renewing, staying, waiting } from './startups.ts';

const by = 'operator:demo';

/** The startup that has just been admitted moves in about so many days after the first start. */
const movesInAfter = 20;
/** The contract of the one that stands before its renewal ends in so many days, in the window for it. */
const endsIn = 100;
/** The contract of the one that stays is over for so many days. */
const overFor = 2;

export const demoLabRounds = {
  admitted: 'lab-demo',
  renewing: 'lab-demo-renewing',
  staying: 'lab-demo-staying',
  renewal: 'lab-demo-renewal',
} as const;

type Admitting = Exclude<keyof typeof demoLabRounds, 'renewal'>;

const yearBefore = (day: LocalDate): LocalDate =>
  localDateSchema.parse(`${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`);

/** The letter and the half-year of a round's references, by the day on which it closes. */
const codeOf = (day: LocalDate): string => `S-${day.slice(2, 4)}H${day.slice(5, 7) <= '06' ? 1 : 2}`;

const nextBusinessDay = (day: LocalDate): LocalDate => (isBusinessDay(day) ? day : nextBusinessDay(addDays(day, 1)));

/** The three rounds of the demo's Lab in which startups are admitted, by the day of the first start. */
export function demoLab(now: Instant): Readonly<Record<Admitting, WrittenDraft>> {
  const today = seoulDateOf(now);
  const round = (of: Admitting, firstDay: LocalDate, ko: string, en: string, capacity?: number) =>
    labRound({
      id: demoLabRounds[of],
      code: codeOf(addDays(firstDay, -60)),
      title: { ko: `서울 핀테크 랩 ${ko} (시연용)`, en: `Seoul Fintech Lab, ${en} (demonstration)` },
      firstDay,
      ...(capacity !== undefined && { capacity }),
    });
  return {
    admitted: round(
      'admitted',
      nextBusinessDay(addDays(today, movesInAfter)),
      '이번에 선발된 기업',
      'startups that have just been selected',
      1,
    ),
    // A contract of a year ends on the day before.
    renewing: round(
      'renewing',
      yearBefore(addDays(today, endsIn + 1)),
      '연장을 앞둔 기업',
      'startups before their renewal',
    ),
    staying: round('staying', yearBefore(addDays(today, 1 - overFor)), '지난 모집', 'a round of before'),
  };
}

/** Loads the round in which a startup is judged about its extension, and has it asked as the night does. */
async function askedToRenew(deps: Dependencies, residency: Residency, now: Instant): Promise<void> {
  const ends = lastOf(residency).to;
  const code = `S-${ends.slice(2, 4)}R1`;
  const draft = renewalRound({ id: demoLabRounds.renewal, code, of: residency.roundId, ends }, now);
  await loadRound(deps, draft, { by, requiredFieldsOf: (form) => forms.get(form)?.requiredFields ?? [] }, now);
  await dueBegun(deps, { residency, kind: 'renewal' }, now);
}

/**
 * Makes three startups: one is offered its place now; one is in the Lab for months and may soon ask to stay; the contract
 * of one is over, and it is still there. What was before is stored by the use cases of those who did it, as of then.
 */
export async function loadLab(deps: Dependencies, now: Instant): Promise<void> {
  const rounds = demoLab(now);
  const selected = async (draft: WrittenDraft, startups: readonly DemoStartup[]) => {
    const applied = await apply(deps, draft, startups);
    const results = addMinutes(draft.closesAt, 29 * 24 * 60);
    await rankAs(deps, applied, results < now ? results : now);
    return { ...applied, at: addMinutes(results, 60) };
  };
  const movedIn = async (draft: WrittenDraft, startup: DemoStartup, space: string): Promise<Residency> => {
    const { at, ...applied } = await selected(draft, [startup]);
    const [residency] = await acceptedThen(deps, applied, at);
    if (!residency) throw new Problem(`Nobody was admitted to the demo's round ${draft.id}.`);
    const movedIn = await movedInThen(deps, residency, space, addMinutes(at, 60));
    await confirmedThen(deps, applied.round, seoulTime(firstOf(movedIn).from, '09:00'));
    return movedIn;
  };
  const renews = await movedIn(rounds.renewing, renewing, 'annex-403');
  await reportedThen(deps, renews, now);
  await askedToRenew(deps, renews, now);
  const stays = await movedIn(rounds.staying, staying, 'annex-405');
  await reportedThen(deps, stays, now);
  await staysNow(deps, stays, now);
  const { round } = await selected(rounds.admitted, [admitted, waiting]);
  await releaseNow(deps, round, now);
}
