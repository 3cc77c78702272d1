import type { LapsesOf } from '../requests/lapse.ts';
import type { Dependencies } from './dependencies.ts';
import { lapseAgreement } from './end-agreement.ts';
import type { agreementsKinds } from './request-kinds.ts';
import { copyKind, countersignKind, signatureKind } from './requests.ts';

type Reach = Pick<Dependencies, 'agreements' | 'agreementOwners' | 'commit' | 'requests'>;

/** Whoever of them lets the due date pass, the version ends for all. */
export const agreementsLapses = (deps: Reach): LapsesOf<typeof agreementsKinds> => ({
  [signatureKind]: (request, now) => lapseAgreement(deps, request, now),
  [countersignKind]: (request, now) => lapseAgreement(deps, request, now),
  [copyKind]: (request, now) => lapseAgreement(deps, request, now),
});
