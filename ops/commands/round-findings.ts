import { kinds } from '../../functions/app/kinds.ts';
import { forms } from '../../functions/forms/round-form.ts';
import { namedWrongly } from '../../functions/onboarding/named-people.ts';
import type { CheckedRound } from '../../functions/rounds/check-round.ts';
import { differences } from '../../functions/rounds/differences.ts';
import type { HarmfulChange } from '../../functions/rounds/harm.ts';
import { ownDates } from '../../functions/rounds/own-dates.ts';
import { placeholders } from '../../functions/rounds/placeholders.ts';
import type { WrittenRound } from '../../functions/rounds/round.ts';
import { harmfulChanges } from '../../functions/rounds/round-change.ts';
import { pastAlready, warnings } from '../../functions/rounds/warnings.ts';
import type { Instant } from '../../functions/shared/time.ts';
import type { Context } from '../context.ts';
import { problemLines } from '../read-file.ts';

export type RightRound = Extract<CheckedRound, { ok: true }>;

/** The fields that a form insists on. */
export const requiredFieldsOf = (form: string): readonly string[] => forms.get(form)?.requiredFields ?? [];

/** What a file changes in the version that is there, one field after the other. */
export function changesShown({ round }: RightRound, was: WrittenRound): string {
  const changes = differences(was, round);
  if (changes.length === 0) return `Nothing differs from version ${was.version}.`;
  const lines = changes.map(({ field, was: before = '(nothing)', is = '(nothing)' }) =>
    before.length + is.length < 90 ? `  ${field}: ${before} → ${is}` : `  ${field}\n    was: ${before}\n    is:  ${is}`,
  );
  return `Changes against version ${was.version}:\n${lines.join('\n')}`;
}

/** The days of a round with the names that its file has for them. */
export function daysShown({ round }: RightRound): string {
  const words = placeholders(round);
  return [
    'Its days, by the names that steps (when: …) and texts ({…}) have for them:',
    ...ownDates(round).map(({ name, what }) => `  ${name.padEnd(13)} ${words.get(name)?.en ?? ''} (${what})`),
  ].join('\n');
}

/** What may be meant and is likely not, with its line in the file; empty if there is nothing. */
export function warningsShown(
  file: string,
  { round, locate }: RightRound,
  was: WrittenRound | undefined,
  now: Instant,
): string {
  const found = locate([...warnings(round, was), ...(was ? [] : pastAlready(round, now))]);
  if (found.length === 0) return '';
  return `Look at this again; it may be stale, or not in time:\n${problemLines(file, found)}`;
}

/** Who or what the round names that is not there, or cannot do what they are asked, with its line in the file. */
export async function namedShown(
  file: string,
  { round, locate }: RightRound,
  deps: Pick<Context, 'people' | 'checklists'>,
): Promise<string> {
  const found = locate(await namedWrongly({ ...deps, kinds }, round));
  if (found.length === 0) return '';
  return `Its onboarding would stop there:\n${problemLines(file, found)}`;
}

/** What would hurt applicants, and is refused unless forced. */
export const harmIn = ({ round }: RightRound, was: WrittenRound | undefined, now: Instant): readonly HarmfulChange[] =>
  was ? harmfulChanges(was, round, now, requiredFieldsOf) : [];

export const harmShown = (changes: readonly HarmfulChange[]): string =>
  `this would hurt applicants.\n${changes.map(({ field, reason }) => `  ${field} ${reason}`).join('\n')}\nIf it must be: --force --reason "…" (the audit keeps it).`;
