import type { Dependencies } from '../../functions/app/dependencies.ts';
import { ruleKinds } from '../../functions/app/rule-kinds.ts';
import { commitBudget } from '../../functions/budget/commit-budget.ts';
import { draftClaims } from '../../functions/claims/draft-claims.ts';
import { askForAccount } from '../../functions/lecturers/ask-for-account.ts';
import { allFactsOf, claimantOn } from '../../functions/lecturers/dated-facts.ts';
import { decideAccount } from '../../functions/lecturers/decide-account.ts';
import { enterAccount } from '../../functions/lecturers/enter-account.ts';
import { loadLecturer } from '../../functions/lecturers/load-lecturers.ts';
import type { PersonRequest } from '../../functions/requests/request.ts';
import { decideRules } from '../../functions/rule-files/decide-rules.ts';
import { proposeRules } from '../../functions/rule-files/propose-rules.ts';
import { addMinutes, type Instant } from '../../functions/shared/time.ts';
import { plannedGross } from '../../functions/wages/planned-gross.ts';
import { rateCardIn } from '../../functions/wages/wages-file.ts';
import { Problem } from '../problem.ts';
import { type DemoMonth, demoMonth } from './demo-month.ts';
import { decideProved, type Proving } from './prove.ts';

const by = 'operator:demo';
/** Who confirms accounts and rules in the demo; the other officer of finance is free to pay. */
const confirmer = 'moon-taeho';
/** An account that finance has confirmed waits for a day. */
const daysBefore = 3;

/**
 * Makes a class ready for a month of wages, by the use cases of those who would: finance has confirmed the rules and the
 * accounts some days ago, the budget is reserved, and each lecturer is asked about what was taught.
 */
export async function loadMonth(deps: Proving, cohort: string, now: Instant): Promise<DemoMonth> {
  const early = addMinutes(now, -daysBefore * 24 * 60);
  const lessons = ((await deps.timetables.get(cohort))?.lessons ?? []).filter(({ cancelled }) => !cancelled);
  const firstDay = lessons.map(({ date }) => date).toSorted()[0];
  if (!firstDay) throw new Problem(`The class ${cohort} has no timetable.`);
  const month = demoMonth(firstDay, now);
  for (const text of month.files) await confirmRules(deps, text, early);
  for (const { row, account } of month.lecturers) {
    await loadLecturer(deps, row, by, early);
    await confirmAccount(deps, row.id, account, early);
  }
  const card = rateCardIn((await deps.rules.inForce('rate-card', firstDay))?.text ?? '');
  if (!card) throw new Problem('The rate card of the demo is not in force.');
  const known = Object.fromEntries(
    await Promise.all(
      (await deps.lecturers.all()).map(
        async (one) => [one.id, claimantOn(await allFactsOf(deps.lecturers, one), firstDay)] as const,
      ),
    ),
  );
  const planned = plannedGross({ cohort, lessons }, known, card);
  if (planned.kind === 'impossible') throw new Problem(`The cost of ${cohort} cannot be calculated.`);
  const committed = await commitBudget(deps, { id: cohort, plan: planned.parts, by }, early);
  if (committed.kind === 'short') throw new Problem(`The budget of the demo is too small for ${cohort}.`);
  const drafted = await draftClaims(deps, { cohort, month: month.month, by }, now);
  if (drafted.kind !== 'done') throw new Problem(`No claim was drafted: ${drafted.kind}.`);
  return month;
}

const confirmed = { outcome: 'CONFIRM' } as const;
const answerTo = ({ id, generation }: PersonRequest) => ({ request: id, generation });

async function confirmRules(deps: Proving, text: string, at: Instant): Promise<void> {
  const proposed = await proposeRules({ ...picked(deps), ruleKinds }, { text, by }, at);
  if (proposed.kind === 'unchanged') return;
  if (proposed.kind !== 'proposed') throw new Problem(`A rule file of the demo cannot be used: ${proposed.kind}.`);
  const request = await deps.requests.get(proposed.version.request);
  if (!request) throw new Problem('Nobody was asked about a rule file of the demo.');
  const given = { ...answerTo(request), by: confirmer, decision: confirmed };
  await decideProved(deps, () => decideRules(deps, given, at), by, at);
}

async function confirmAccount(
  deps: Proving,
  lecturer: string,
  entered: DemoMonth['lecturers'][number]['account'],
  at: Instant,
): Promise<void> {
  if ((await deps.lecturers.accountOf(lecturer)).confirmed) return;
  await askForAccount(deps, { lecturer, by }, at);
  const asked = await deps.requests.get((await deps.lecturers.get(lecturer))?.accountRequest ?? '');
  if (!asked) throw new Problem(`${lecturer} was not asked for an account.`);
  await enterAccount(deps, { ...answerTo(asked), entered }, at);
  const { waiting } = await deps.lecturers.accountOf(lecturer);
  const check = waiting?.request && (await deps.requests.get(waiting.request));
  if (!check) throw new Problem(`Nobody was asked about the account of ${lecturer}.`);
  const given = { ...answerTo(check), by: confirmer, decision: confirmed };
  await decideProved(deps, () => decideAccount(deps, given, at), by, at);
}

/** Named one by one, since spreading would make every part. */
const picked = ({ commit, people, random, requests, rules, kinds, interestsIn }: Dependencies) => ({
  commit,
  people,
  random,
  requests,
  rules,
  kinds,
  interestsIn,
});
