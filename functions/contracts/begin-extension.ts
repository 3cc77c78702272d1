import { type Begun, eventBegins } from '../residencies/begin-event.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { firstOf, lastOf, type Residency } from '../residencies/residency.ts';
import { nextTry, type ResidencyEvent } from '../residencies/residency-event.ts';
import { type NextContract, nextContract } from '../residency-rules/terms.ts';
import type { Instant } from '../shared/time.ts';
import { openFor } from './agreement-events.ts';

/** The contract after the last one of a residency, by the terms that it keeps. */
export function nextContractOf({ terms, contracts }: Pick<Residency, 'terms' | 'contracts'>): NextContract {
  const first = firstOf({ contracts }).from;
  let next = nextContract(terms, { first, months: terms.months });
  for (let extensions = contracts.length - 1; extensions > 0 && next.kind === 'contract'; extensions -= 1) {
    next = nextContract(terms, { first, months: next.inAll });
  }
  return next;
}

export type ExtensionBegins =
  | { readonly kind: 'begins'; readonly id: string; readonly parts: Begun }
  | Exclude<NextContract, { kind: 'contract' }>
  /** It is being signed. */
  | { readonly kind: 'under-way'; readonly event: string }
  /** The contract of this number is there already. */
  | { readonly kind: 'in-force'; readonly event: string | undefined }
  /** It is not in the Lab, or one side has given notice. */
  | { readonly kind: 'leaving' };

/**
 * An extension begins: both sides are asked to sign the next contract. One that was not signed by both can be begun once
 * more. Of two who begin it at once, one meets a conflict.
 * @param given.number the contract that is meant: whoever decides late extends nothing twice
 */
export async function beginExtension(
  deps: Pick<Dependencies, 'residencyEvents'>,
  given: { readonly residency: Residency; readonly number: number; readonly by: string },
  now: Instant,
): Promise<ExtensionBegins> {
  const { residency, number, by } = given;
  const events = await deps.residencyEvents.of(residency.id);
  const last = lastOf(residency);
  if (last.number >= number) return { kind: 'in-force', event: ofContract(events, number)?.id };
  if (residency.state !== 'RESIDENT' || last.endedEarly) return { kind: 'leaving' };
  const open = openFor(events, 'extension');
  if (open) return { kind: 'under-way', event: open.id };
  const next = nextContractOf(residency);
  if (next.kind !== 'contract') return next;
  const contract = { number: last.number + 1, from: next.days.from, to: next.days.to };
  const kind = 'agreement';
  const about = nextTry(events, { kind, about: `X${contract.number}` });
  const change = { for: 'extension', contract, months: next.months } as const;
  const { id, ...parts } = eventBegins(deps, { residency: residency.id, kind, about, change }, by, now);
  return { kind: 'begins', id, parts };
}

const ofContract = (events: readonly ResidencyEvent[], number: number): ResidencyEvent | undefined =>
  events.find(
    ({ state, change }) => state === 'DONE' && change?.for === 'extension' && change.contract.number === number,
  );
