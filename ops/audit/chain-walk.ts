import { type AuditEvent, faultOf } from '../../functions/shared/database/audit.ts';
import type { ChainHead } from '../../functions/shared/database/chain-head.ts';
import type { SignedChain } from './signed-heads.ts';

/** What is known of a chain after its events so far. */
export interface Walked {
  head: ChainHead;
  /** Amended reviews that it tells of from when entities had no chains of their own: see earlier-chains.ts. */
  amendments: number;
}

/** Follows all chains at once, an event at a time, as a table gives them: those of a chain in the order of numbers. */
export class ChainWalk {
  readonly faults: string[] = [];
  /** What the first event of a chain says of the one that it goes on from. */
  readonly continuations = new Map<string, NonNullable<AuditEvent['after']>>();
  events = 0;
  private readonly chains = new Map<string, Walked>();
  private readonly early = new Map<string, AuditEvent[]>();
  private readonly signed: ReadonlyMap<string, SignedChain>;

  constructor(signed: ReadonlyMap<string, SignedChain>) {
    this.signed = signed;
  }

  take(event: AuditEvent): void {
    this.events += 1;
    const next = (this.chains.get(event.subject)?.head.number ?? 0) + 1;
    if (event.number === next || (event.after && event.number > next)) this.follow(event);
    else this.early.set(event.subject, [...(this.early.get(event.subject) ?? []), event]);
  }

  /** After the last event of the table: what came too early, and what the manifests hold and the table does not. */
  end(): ReadonlyMap<string, Walked> {
    for (const events of this.early.values()) {
      for (const event of events.sort((a, b) => a.number - b.number)) this.follow(event);
    }
    for (const [chain, { number, hash, manifest }] of this.signed) {
      const head = this.chains.get(chain)?.head;
      if (!head) this.faults.push(`${chain}: all events are missing that manifest ${manifest} has`);
      else if (head.number < number)
        this.faults.push(`${chain}: event ${number} is missing, which manifest ${manifest} has`);
      else if (!this.seen.has(chain)) {
        this.faults.push(`${chain} event ${number}: not as manifest ${manifest} has it (${hash.slice(0, 12)}…)`);
      }
    }
    return this.chains;
  }

  private readonly seen = new Set<string>();

  private follow(event: AuditEvent): void {
    const { subject, number, hash, after, type } = event;
    const walked = this.chains.get(subject);
    const fault = faultOf(event, walked?.head);
    if (fault) this.faults.push(`${subject} event ${number}: ${fault}`);
    if (after) this.continuations.set(subject, after);
    const signed = this.signed.get(subject);
    if (signed?.number === number && signed.hash === hash) this.seen.add(subject);
    this.chains.set(subject, {
      head: { number, hash },
      amendments: (walked?.amendments ?? 0) + (type === 'ReviewAmended' && event.about === undefined ? 1 : 0),
    });
  }
}
