import { changedClaim, claimInRun } from '../claim-rules/claim.ts';
import type { DeskLink } from '../desk/desk.ts';
import { financeOfficer } from '../lecturers/lecturer.ts';
import type { LapsesOf } from '../requests/lapse.ts';
import type { Notices } from '../requests/notice.ts';
import { type Runs, type RunsBrought, runsOf } from '../runs/run.ts';
import { secondFactorPaths } from '../second-factor/pages/second-factor-paths.ts';
import { lapseClaim } from './answer-claim.ts';
import type { Dependencies } from './dependencies.ts';
import type { claimsKinds } from './request-kinds.ts';
import { claimRequests } from './requests.ts';
import { claimInterests } from './separation.ts';
import { claimsRuleKind } from './wage-rules.ts';

/** What operators are told of claims. */
const claimNotices: Notices = {
  'wage-late': {
    subject: {
      ko: '강사료를 약속한 날에 지급하지 못했습니다',
      en: 'A lecturer is not paid on the day that was promised',
    },
    text: {
      ko: '약속한 지급일이 지났지만 아직 지급되지 않았습니다. 강사에게도 이유를 알렸습니다. 지금 누가 맡고 있는지 확인하고, 보류 중이면 해제할 수 있는지 살펴보십시오.',
      en: 'The promised day has passed, and the claim is not paid. The lecturer has been told why. See who has it now, and whether a hold can be released.',
    },
    runbook: 'wage-late',
    commands: ['claims show'],
  },
};

/** What a lapse of each of the claims' kinds does. */
const claimsLapses = (deps: Parameters<typeof lapseClaim>[0]): LapsesOf<typeof claimsKinds> => ({
  [claimRequests.lecturer]: (request, now) => lapseClaim(deps, request, now),
});

/** What the runs of lecturer-wage-approval are about. */
export const claimRuns = ({ claims }: Pick<Dependencies, 'claims'>): Runs =>
  runsOf({
    machine: 'lecturer-wage-approval',
    get: claims.get,
    inRun: claimInRun,
    needing: claims.needing,
    save: (was, change, now) => claims.save(changedClaim(was, now, change), was),
  });

/** What claims do when others tell them something. */
export const claimsPorts = {
  deskLinks: [
    {
      href: secondFactorPaths.passkeys,
      label: { ko: '패스키', en: 'Passkeys' },
      roles: ['academy-manager', financeOfficer],
    },
  ] satisfies readonly DeskLink[],
  lapses: claimsLapses,
  interestsIn: claimInterests,
  notices: claimNotices,
  ruleKinds: [claimsRuleKind],
  runs: { 'lecturer-wage-approval': claimRuns } satisfies RunsBrought<'claims', Dependencies>,
} as const;
