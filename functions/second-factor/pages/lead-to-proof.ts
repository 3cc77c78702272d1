import { keptTypedPath } from '../../requests/pages/kept-typed.ts';
import type { Held } from '../../requests/pages/kinds.ts';
import type { Text } from '../../shared/i18n.ts';
import type { Typed } from '../../shared/pages/form.ts';
import { type PageResponse, seeOther } from '../../shared/pages/request.ts';
import type { Instant } from '../../shared/time.ts';
import type { Decision } from '../decision.ts';
import { type KeepReach, keepTypedMeanwhile } from '../keep-typed.ts';
import type { DecisionProof } from '../proofs.ts';

const words = {
  ahead: {
    ko: '돈에 관한 결정이라 다음 화면에서 본인인지 확인합니다. 확인하신 뒤 이 화면으로 돌아와 한 번 더 눌러 주십시오.',
    en: 'This is a decision about money, so the next page asks you to confirm that it is you. You then come back here to finish.',
  },
  done: {
    ko: '본인 확인을 마치셨습니다. 5분 안에 아래 단추를 눌러 마쳐 주십시오.',
    en: 'You have confirmed that it is you. Finish with the button below within five minutes.',
  },
} as const satisfies Record<string, Text>;

interface Proving {
  readonly decisionProof: DecisionProof;
}

/** What is said beside the button that decides: that a proof is asked for, or that it is there. */
export const proofText = async ({ decisionProof }: Proving, decision: Decision, now: Instant): Promise<Text> =>
  words[(await decisionProof.take(decision, now)) ? 'done' : 'ahead'];

/** Leads to where a decision is proved, and from there back to the question whether it is meant, with all that was typed. */
export async function leadToProof(
  deps: Proving & KeepReach,
  { request, path }: Pick<Held, 'request' | 'path'>,
  { decision, typed }: { readonly decision: Decision; readonly typed: Typed },
  now: Instant,
): Promise<PageResponse> {
  await keepTypedMeanwhile(deps, { request, typed, decision }, now);
  return seeOther(deps.decisionProof.path(decision, keptTypedPath(path)));
}
