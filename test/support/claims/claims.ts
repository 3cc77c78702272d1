import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { commitBudget } from '../../../functions/budget/commit-budget.ts';
import { loadBudget } from '../../../functions/budget/load-budget.ts';
import { checkClaimsFile } from '../../../functions/claim-rules/claims-file.ts';
import { draftClaims } from '../../../functions/claims/draft-claims.ts';
import { type ClaimRequestKind, claimKey } from '../../../functions/claims/requests.ts';
import { loadLecturer } from '../../../functions/lecturers/load-lecturers.ts';
import type { LecturerRow } from '../../../functions/lecturers/read-lecturers.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { addDays, seoulDateOf } from '../../../functions/shared/time.ts';
import type { Lesson } from '../../../functions/timetable/lesson.ts';
import { checkWagesFile } from '../../../functions/wages/wages-file.ts';
import type { Academy } from '../academy.ts';
import { mailsTo } from '../applicants.ts';
import { copies } from '../copies.ts';
import { eventually } from '../eventually.ts';
import { someLecturer } from '../lecturers/lecturers.ts';
import { lessonRow } from '../timetable/timetable.ts';
import { wagesYaml } from '../wages/rules.ts';
import { day, settingsYaml } from './made-up.ts';
import { putRules } from './put-rules.ts';

const by = 'operator:test';

export const manager = 'sora.park@academy.example.kr';
export const finance = 'hana.ryu@academy.example.kr';

export type Reach = Academy &
  Pick<Dependencies, 'budgets' | 'claims' | 'commit' | 'lecturers' | 'requests' | 'rules' | 'timetables'>;

const exampleRules = copies(() => {
  const longAgo = (yaml: string): string => yaml.replaceAll(/since: \d{4}-/gu, 'since: 2019-');
  const card = checkWagesFile(longAgo(wagesYaml('rate-card')));
  const tax = checkWagesFile(longAgo(wagesYaml('tax')));
  const settings = checkClaimsFile(settingsYaml());
  if (!card.ok || !tax.ok || !settings.ok) throw new Error('the example rules are wrong');
  if (card.value.kind !== 'rate-card' || tax.value.kind !== 'tax') throw new Error('other files');
  return { card: card.value, tax: tax.value, settings: settings.value };
});

/** The example rules, in force for lessons of any day. */
export async function rulesInForce(at: Reach): Promise<void> {
  const { card, tax, settings } = exampleRules();
  // On New Year's Day too, the year of yesterday's lessons is open.
  const today = seoulDateOf(at.now());
  const closings = [{ year: Number(addDays(today, -1).slice(0, 4)), day: today }];
  const rules = { card, tax, settings: { ...settings, closings } };
  await putRules(at, rules, at.now());
}

/** A lecturer of a cohort of their own who has taught some lessons. */
export interface Taught {
  readonly id: string;
  readonly round: Round;
  readonly lecturer: LecturerRow;
}

/** Drafts the claim of a lecturer who has taught yesterday, and some days before; its run asks them. */
export async function draftedClaim(
  at: Reach,
  {
    days = 1,
    reserved = 5_000_000,
    ...change
  }: Partial<LecturerRow> & { readonly days?: number; readonly reserved?: number } = {},
): Promise<Taught> {
  const now = at.now();
  await rulesInForce(at);
  const round = await at.round({});
  const lecturer = someLecturer({
    grade: 'grade-1',
    cap: 'none',
    taxClass: 'business-income',
    taxSince: day('2019-01-01'),
    ...change,
  });
  await loadLecturer(at, lecturer, by, now);
  const yesterday = addDays(seoulDateOf(now), -1);
  const lessons = Array.from({ length: days }, (_, index): Lesson => {
    const date = addDays(yesterday, -index);
    const row = lessonRow(at, { id: `L0${index + 1}`, date, start: '09:00', end: '12:00', lecturer: lecturer.id });
    return { ...row, cancelled: false, sequence: 0, changedAt: now };
  });
  await at.commit({
    changes: [
      at.timetables.save({ cohort: round.id, version: 1, loadedAt: now, lessons, revision: 1, told: [] }, undefined),
    ],
    events: [{ subject: `round#${round.id}`, type: 'TimetableLoaded', by, at: now }],
  });
  const year = Number(yesterday.slice(0, 4));
  const title = { ko: '강사료', en: 'Fees' };
  const ceiling = 1_000_000_000;
  await loadBudget(
    at,
    { by, file: { year, example: true, lines: { lecturers: { title, ceiling, source: 'made up' } } } },
    now,
  );
  if (reserved > 0) {
    await commitBudget(at, { id: round.id, by, plan: [{ year, line: 'lecturers', amount: reserved }] }, now);
  }
  const outcome = await draftClaims(at, { cohort: round.id, month: yesterday.slice(0, 7), by }, now);
  const id = outcome.kind === 'done' ? outcome.drafts.find((one) => one.kind === 'drafted')?.claim : undefined;
  if (id === undefined) throw new Error(JSON.stringify(outcome));
  return { id, round, lecturer };
}

/** The path of the link of the present request of a kind about a claim, as it was mailed to an address. */
export const claimLink = (at: Reach, id: string, kind: ClaimRequestKind, address: string): Promise<string> =>
  eventually(`the link of ${kind} about ${id} in a mail to ${address}`, async () => {
    const claim = await at.claims.get(id);
    const request = claim && (await at.requests.byAskKey(claimKey(kind, claim)));
    if (request?.state !== 'OPEN') return undefined;
    const path = new RegExp(`/r/claims/${request.id}/[\\w-]{43}`, 'u');
    return (await mailsTo(at, address))
      .map(({ text }) => path.exec(text)?.[0])
      .findLast((found) => found !== undefined);
  });

/** Waits until a claim is in a state. */
export const untilClaim = (at: Reach, id: string, state: string) =>
  eventually(`${id} is ${state}`, async () => {
    const claim = await at.claims.get(id);
    return claim?.state === state ? claim : undefined;
  });

/** What the lecturer's form is sent with if all was taught. */
export const asTaught = (days = 1): Record<string, string> =>
  Object.fromEntries(Array.from({ length: days }, (_, index) => [`taught-L0${index + 1}`, 'TAUGHT']));
