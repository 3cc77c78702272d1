import { changedApplication, runName } from '../applications/application.ts';
import type { Dependencies } from '../applications/dependencies.ts';
import { receiptWith } from '../applications/receipt.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { findingsOf, isClean } from './eligibility-check.ts';
import type { intakeSteps } from './joints.ts';

/**
 * The first step of a run: accepts at once what meets every rule and is nobody else's, and finds out where a run that
 * was started again goes on.
 */
export async function checkApplication(
  deps: Pick<Dependencies, 'applications' | 'rounds' | 'outbox' | 'commit'>,
  { reference, run }: { readonly reference: string; readonly run: string },
  now: Instant,
): Promise<OutcomeOf<typeof intakeSteps, 'check-application'>> {
  return decideAgainOnConflict(async () => {
    const was = await deps.applications.get(reference);
    if (!was || runName(was) !== run) return 'SUPERSEDED';
    switch (was.state) {
      case 'SUBMITTED':
        break;
      case 'WITH_OFFICER':
        return 'OFFICER';
      case 'WITH_APPLICANT':
        return 'APPLICANT';
      case 'DRAFT':
        return 'SUPERSEDED';
      default:
        return was.state;
    }
    const [findings, receipt] = await Promise.all([findingsOf(deps, was), receiptWith(deps, 'ACCEPTED', was, now)]);
    if (!isClean(findings)) return 'OFFICER';
    const decision = {
      outcome: 'ACCEPTED' as const,
      at: now,
      by: 'rules',
      version: was.version,
      roundVersion: findings.round.version,
      rules: findings.rules,
    };
    await deps.commit({
      changes: [deps.applications.save(changedApplication(was, now, { decision }, 'pass'), was), ...receipt.changes],
      events: [
        {
          subject: reference,
          type: 'ApplicationAccepted',
          by: 'system:rules',
          at: now,
          data: {
            version: was.version,
            roundVersion: findings.round.version,
            rulesMet: findings.rules.map((rule) => rule.ruleId),
            run,
          },
        },
      ],
      outbox: receipt.outbox,
    });
    return 'ACCEPTED';
  }, tries.contested);
}
