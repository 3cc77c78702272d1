import { type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { checkWagesFile } from '../wages/wages-file.ts';
import { type Difference, daysOf, differencesOf } from './differences.ts';
import { type Example, examplesOf, type RulesPair } from './examples.ts';
import { type ReadRules, type RuleKind, readRules } from './rule-kinds.ts';
import { lastConfirmed, type RuleVersion } from './rule-version.ts';
import type { RulesTable } from './rules-table.ts';

/** What new rules change, for whoever decides about them. */
export interface Compared {
  readonly rules: ReadRules;
  /** The first day on which they say something else. */
  readonly firstDay: LocalDate;
  /** Whether that day is over: what was taught or paid since is calculated by other rules from now on. */
  readonly isPast: boolean;
  readonly differences: readonly Difference[];
  readonly examples: readonly Example[];
  /** The version that they are compared with; none for the first. */
  readonly against: RuleVersion | undefined;
}

interface Reach {
  readonly rules: Pick<RulesTable, 'versionsOf'>;
  readonly ruleKinds: readonly RuleKind[];
}

const saidBy = (version: RuleVersion | undefined, kinds: readonly RuleKind[]): unknown => {
  const read = version && readRules(version.text, kinds);
  return read?.ok ? read.rules.value : undefined;
};

/** Compares rules with those that finance has confirmed last. */
export async function compareRules(deps: Reach, read: ReadRules, text: string, now: Instant): Promise<Compared> {
  const against = lastConfirmed(await deps.rules.versionsOf(read.slot));
  const differences = differencesOf(saidBy(against, deps.ruleKinds), read.value);
  const days = daysOf(differences);
  const today = seoulDateOf(now);
  const firstDay = read.firstDay ?? firstDayIn(days, read.holdsFrom) ?? against?.firstDay ?? today;
  return {
    rules: read,
    firstDay,
    isPast: against !== undefined && firstDay < today,
    differences,
    examples: await changedExamples(deps, read, { text, against }, days.at(-1) ?? firstDay),
    against,
  };
}

/** The first day on which rules say something else, and no day before the one from which on they hold. */
const firstDayIn = ([first]: readonly LocalDate[], holds: LocalDate | undefined): LocalDate | undefined =>
  first !== undefined && holds !== undefined && holds > first ? holds : first;

/** The examples of the first day, from a day on, of which some change: a card may begin later than the taxes do. */
async function changedExamples(
  { rules }: Reach,
  { kind }: ReadRules,
  { text, against }: { readonly text: string; readonly against: RuleVersion | undefined },
  from: LocalDate,
): Promise<Example[]> {
  if (kind !== 'rate-card' && kind !== 'tax') return [];
  const beside = lastConfirmed(await rules.versionsOf(kind === 'tax' ? 'rate-card' : 'tax'));
  const [before, after] = [pairIn([against, beside]), pairIn([{ text }, beside])];
  const days = daysOf(differencesOf(undefined, [after.card, after.tax])).filter((day) => day > from);
  for (const day of [from, ...days]) {
    const examples = examplesOf(before, after, day);
    if (examples.length > 0) return examples;
  }
  return [];
}

/** The card and the tax rules of two files, as far as they are there. */
function pairIn(versions: readonly (Pick<RuleVersion, 'text'> | undefined)[]): RulesPair {
  const files = versions.flatMap((version) => {
    const checked = version && checkWagesFile(version.text);
    return checked?.ok ? [checked.value] : [];
  });
  return { card: files.find((file) => file.kind === 'rate-card'), tax: files.find((file) => file.kind === 'tax') };
}
