import { changedClaim } from '../../../functions/claim-rules/claim.ts';
import { drawClaim } from '../../../functions/claim-rules/spot-check.ts';
import { openSpotChecks } from '../../../functions/spot-checks/open-spot-checks.ts';
import { mailsTo } from '../applicants.ts';
import { asTaught, claimLink, draftedClaim, finance, manager, type Reach, untilClaim } from '../claims/claims.ts';
import { eventually } from '../eventually.ts';
import { decideProved } from '../second-factor/proved.ts';
import type { Visitor } from '../visitor.ts';

/** The address of who looks, as the people of the tests have it: the deputy of who approves. */
const looking = 'taeho.moon@academy.example.kr';

/** A claim that all have approved and that was drawn for sure, and the link that asks a third person about it. */
export async function drawnClaimLink(at: Reach, browser: Visitor) {
  const { id, lecturer, round } = await draftedClaim(at);
  await browser.post(await claimLink(at, id, 'wage-claim', lecturer.email), { ...asTaught(), confirm: 'yes' });
  for (const [kind, who, state] of [
    ['wage-manager', manager, 'CHECKED'],
    ['wage-finance', finance, 'MANAGER_APPROVED'],
  ] as const) {
    const path = await claimLink(at, id, kind, who);
    const { revision } = await untilClaim(at, id, state);
    await decideProved(at, browser, path, { outcome: 'APPROVE', revision: String(revision) });
  }
  await drawForSure(at, id);
  await openSpotChecks(at, at.now());
  return { id, round, path: await spotCheckLink(at, id), revision: String((await at.claims.get(id))?.revision) };
}

/** Draws an approved claim, whatever its number is. */
export async function drawForSure(at: Reach, id: string): Promise<void> {
  const was = await untilClaim(at, id, 'APPROVED');
  const now = at.now();
  const spotCheck = drawClaim({ claim: id, seed: 'made up', percent: 100, rules: 'claims-2027, version 1' }, now);
  await at.commit({
    changes: [at.claims.save(changedClaim(was, now, { spotCheck }), was), at.claims.putToCheck(id)],
    events: [{ subject: id, type: 'ClaimChecked', by: 'operator:test', at: now, data: { drawn: true } }],
  });
}

/** The path of the link that asks a third person about a claim. */
export const spotCheckLink = (at: Reach, id: string): Promise<string> =>
  eventually(`the link of the spot check of ${id}`, async () => {
    const request = (await at.claims.get(id))?.spotCheck?.request;
    const link = new RegExp(`/r/spot-checks/${request}/[\\w-]{43}`, 'u');
    return (await mailsTo(at, looking))
      .map(({ text }) => link.exec(text)?.[0])
      .findLast((found) => found !== undefined);
  });
