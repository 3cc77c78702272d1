import type { Dependencies } from '../../functions/app/dependencies.ts';
import { spaceOf } from '../../functions/onboarding/ask-space.ts';
import { firstOf, type Residency } from '../../functions/residencies/residency.ts';
import { presentRunOf } from '../../functions/runs/run.ts';
import type { Instant } from '../../functions/shared/time.ts';
import type { CapabilityOps } from '../capability-ops.ts';
import { holderOf } from '../commands/holder-of.ts';
import { runRows } from '../commands/runs.ts';
import type { Reading, Row } from '../context.ts';

type Needed = Pick<Dependencies, 'requests' | 'residencies' | 'spaces'>;

/** Whom a residency waits for: the requests that are open about it. */
async function holders({ requests }: Pick<Needed, 'requests'>, id: string): Promise<readonly string[]> {
  return (await requests.stillOpen(await requests.ofSubject(id))).flatMap(holderOf);
}

/** Where a residency stands: its first contract, its space, and whom it waits for. */
export async function residencyRows(deps: Needed, residency: Residency, now: Instant): Promise<readonly Row[]> {
  const { id, state, stuck, documentsAcceptedAt, documentsDueOn } = residency;
  const { from, to, agreement } = firstOf(residency);
  const space = await spaceOf(deps, residency, now);
  const waits = await holders(deps, id);
  return [
    ['residency', stuck ? `${state}, stuck: ${stuck.error}` : state],
    ['contract', `${from} to ${to}${agreement === undefined ? '' : `, agreement ${agreement}`}`],
    ['documents', documentsAcceptedAt ? `accepted ${documentsAcceptedAt}` : `until ${documentsDueOn}`],
    ['space', space?.id ?? '-'],
    ['residency waits', waits.join('; ') || '-'],
  ];
}

async function ofApplication(context: Reading, { reference }: { readonly reference: string }): Promise<readonly Row[]> {
  const residency = await context.residencies.get(reference);
  if (!residency) return [];
  const { id, stuck } = residency;
  const name = presentRunOf(id, residency);
  return [
    ...(await residencyRows(context, residency, context.now())),
    ...(await runRows(context, 'startup-lab-onboarding', { id, name, label: 'residency run', stuck })),
  ];
}

/** What the command line shows of residencies. */
export const residenciesOps: CapabilityOps = {
  ofApplication,
  holders: { 'startup-lab-onboarding': holders },
  revised: { table: 'RESIDENCIES_TABLE', pk: 'residencies', machine: 'startup-lab-onboarding' },
};
