import { checkBudgetFile } from '../budget/budget-file.ts';
import { planCeilings, type TooLow } from '../budget/load-budget.ts';
import type { GivenAnswer } from '../requests/confirm-or-refuse.ts';
import { settled } from '../requests/request.ts';
import type { NotProved } from '../second-factor/proofs.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Change } from '../shared/database/database.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { superseded } from './propose-rules.ts';
import { provedRules } from './proved-rules.ts';
import { hasLoaded, type RuleVersion, ruleLifecycle, ruleSubject, slotOf } from './rule-version.ts';

export type DecideOutcome =
  | { readonly kind: 'decided' | 'somebody-was-first' }
  /** Whoever decides has loaded it. */
  | { readonly kind: 'not-yours' }
  /** A ceiling is below what is promised and spent by now: it can only be refused. */
  | { readonly kind: 'too-low'; readonly lines: TooLow }
  | NotProved;

type Reach = Pick<Dependencies, 'budgets' | 'commit' | 'decisionProof' | 'people' | 'requests' | 'rules'>;

/** Finance's answer about a version, once: in force from its first day, with all that follows at once, or refused. */
export async function decideRules(deps: Reach, given: GivenAnswer, now: Instant): Promise<DecideOutcome> {
  return decideAgainOnConflict(async () => {
    const check = await deps.requests.get(given.request);
    if (check?.state !== 'OPEN' || check.generation !== given.generation) return { kind: 'somebody-was-first' };
    const versions = await deps.rules.versionsOf(slotOf(check.subject) ?? '');
    const was = versions.find(({ request }) => request === check.id);
    if (was?.state !== 'PROPOSED') return { kind: 'somebody-was-first' };
    const person = await deps.people.get(given.by);
    if (!person || hasLoaded(was, person)) return { kind: 'not-yours' };
    const { decision } = given;
    const asked = provedRules(given, was);
    const proof = await deps.decisionProof.take(asked, now);
    const notProved = { kind: 'not-proved', decision: asked } as const;
    const by = `person:${given.by}`;
    const decided = { decidedBy: given.by, decidedAt: now, revision: was.revision + 1 };
    if (decision.outcome === 'REFUSE') {
      if (!proof) return notProved;
      const { reason } = decision;
      await deps.commit({
        changes: [
          proof,
          deps.rules.save({ ...was, ...decided, state: ruleLifecycle.moved(was.state, 'refuse'), reason }, was),
          deps.requests.save(settled(check, { outcome: 'REFUSE', by: given.by, at: now, reason }), check),
        ],
        events: [event('RulesRefused', was, by, now)],
      });
      return { kind: 'decided' };
    }
    const following = await followingOf(deps, was, by, now);
    if ('tooLow' in following) return { kind: 'too-low', lines: following.tooLow };
    if (!proof) return notProved;
    const next: RuleVersion = { ...was, ...decided, state: ruleLifecycle.moved(was.state, 'confirm'), confirmed: true };
    const before = versions.filter(({ state }) => state === 'IN_FORCE');
    await deps.commit({
      changes: [
        proof,
        deps.rules.save(next, was),
        ...before.map((one) => deps.rules.save(superseded(one), one)),
        deps.requests.save(settled(check, { outcome: 'CONFIRM', by: given.by, at: now }), check),
        ...following.changes,
      ],
      events: [event('RulesConfirmed', was, by, now), ...following.events],
    });
    return { kind: 'decided' };
  }, tries.contested);
}

const event = (
  type: 'RulesConfirmed' | 'RulesRefused',
  { slot, number, firstDay, request }: RuleVersion,
  by: string,
  at: Instant,
): EventDraft => ({ subject: ruleSubject(slot), type, by, at, data: { version: number, firstDay, request } });

/** What follows from rules that come into force: of a budget, the ceilings. */
async function followingOf(
  { budgets }: Pick<Reach, 'budgets'>,
  { kind, text }: RuleVersion,
  by: string,
  now: Instant,
): Promise<
  { readonly changes: readonly Change[]; readonly events: readonly EventDraft[] } | { readonly tooLow: TooLow }
> {
  const nothing = { changes: [], events: [] };
  if (kind !== 'budget') return nothing;
  const checked = checkBudgetFile(text);
  if (!checked.ok) return nothing;
  const plan = await planCeilings(budgets, { file: checked.value, by }, now);
  if (plan.kind === 'too-low') return { tooLow: plan.lines };
  return plan.kind === 'unchanged' ? nothing : { changes: plan.changes, events: [plan.event] };
}
