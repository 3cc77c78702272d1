import type { Change } from '../shared/database/database.ts';
import { Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { type Agreement, versionIn } from './agreement.ts';
import type { Dependencies } from './dependencies.ts';
import { invitations } from './meetings.ts';
import { ownerId, ownerOf } from './owners.ts';
import { telling } from './requests.ts';

/** Stores that a version has ended, tells its signers, and what follows for the case. */
export async function commitEnd(
  deps: Pick<Dependencies, 'agreements' | 'agreementOwners' | 'commit'>,
  given: {
    readonly was: Agreement;
    readonly next: Agreement;
    readonly number: number;
    readonly event: Parameters<Dependencies['commit']>[0]['events'][0];
    readonly template?: Parameters<typeof telling>[0];
  },
  changes: readonly Change[],
  now: Instant,
): Promise<void> {
  const { was, next, number, event, template = 'agreement-signed' } = given;
  const version = versionIn(next, number);
  if (!version) throw new Fault('AgreementMissing', { agreement: next.id });
  const more = await ownerOf(deps.agreementOwners, next.owner)?.ended(ownerId(next.owner), next, version, now);
  await deps.commit({
    changes: [deps.agreements.save(next, was), ...changes, ...(more?.changes ?? [])],
    events: [event, ...(more?.events ?? [])],
    outbox: [...telling(template, next, version), ...invitations(was, next), ...(more?.outbox ?? [])],
  });
}
