import { cancelled, lapsed, type PersonRequest, settled } from '../requests/request.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Agreement, presentIn, withVersion } from './agreement.ts';
import { commitEnd } from './commit-end.ts';
import type { Dependencies } from './dependencies.ts';
import { cancelMeetings } from './meetings.ts';
import { ownerId } from './owners.ts';
import { caseOf } from './requests.ts';
import { ended } from './signing.ts';

type Reach = Pick<Dependencies, 'agreements' | 'agreementOwners' | 'commit' | 'requests'>;

/** A signer refuses: the version ends for all, who are told the reason. */
export async function refuseAgreement(
  deps: Reach,
  given: { readonly request: string; readonly generation: number; readonly reason: string; readonly by: string },
  now: Instant,
): Promise<'refused' | 'closed'> {
  return decideAgainOnConflict(async () => {
    const request = await deps.requests.get(given.request);
    const found = request && (await caseOf(deps, request));
    if (!found || request.state !== 'OPEN' || request.generation !== given.generation) return 'closed';
    const { agreement: was, version, signer } = found;
    if (version.state !== 'OPEN') return 'closed';
    const { reason, by } = given;
    const refused = { ...ended(version, 'refuse', now), refusal: { signer: signer.id, reason } };
    const next = cancelMeetings(withVersion(was, refused), now);
    const event = {
      subject: ownerId(was.owner),
      type: 'AgreementRefused' as const,
      by,
      at: now,
      data: { agreement: was.id, version: version.number, signer: signer.id },
    };
    const settledRequest = deps.requests.save(settled(request, { outcome: 'REFUSE', by, at: now }), request);
    const told = { was, next, number: version.number, event, template: 'agreement-refused' } as const;
    await commitEnd(deps, told, [settledRequest], now);
    return 'refused';
  }, tries.contested);
}

/** The due date has passed: the version ends for all. Its request is ended with it, whatever the version has become. */
export async function lapseAgreement(deps: Reach, request: PersonRequest, now: Instant): Promise<void> {
  const found = await caseOf(deps, request);
  const change = deps.requests.save(lapsed(request, now), request);
  const event = {
    subject: request.subject,
    type: 'AgreementLapsed' as const,
    by: 'system:clock',
    at: now,
    data: { request: request.id, ...(found && { agreement: found.agreement.id, version: found.version.number }) },
  };
  if (found?.version.state !== 'OPEN' || found.version.request !== request.id) {
    await deps.commit({ changes: [change], events: [event] });
    return;
  }
  const { agreement: was, version } = found;
  const next = cancelMeetings(withVersion(was, ended(version, 'lapse', now)), now);
  await commitEnd(deps, { was, next, number: version.number, event, template: 'agreement-lapsed' }, [change], now);
}

/** The case has ended: what is still being signed is taken back. What is in force stays so. */
export async function withdrawAgreement(
  deps: Reach,
  given: { readonly agreement: string; readonly by: string },
  now: Instant,
): Promise<'withdrawn' | 'not-open'> {
  return decideAgainOnConflict(async () => {
    const was = await deps.agreements.get(given.agreement);
    const version = was && presentIn(was);
    if (!version || was.erasedAt || version.state !== 'OPEN') return 'not-open';
    const { by } = given;
    const next: Agreement = cancelMeetings(withVersion(was, ended(version, 'withdraw', now)), now);
    const event = {
      subject: ownerId(was.owner),
      type: 'AgreementWithdrawn' as const,
      by,
      at: now,
      data: { agreement: was.id, version: version.number },
    };
    const open = await deps.requests.stillOpen([version.request]);
    const changes = open.map((one) => deps.requests.save(cancelled(one, 'WITHDRAWN', by, now), one));
    await commitEnd(deps, { was, next, number: version.number, event, template: 'agreement-withdrawn' }, changes, now);
    return 'withdrawn';
  }, tries.contested);
}
