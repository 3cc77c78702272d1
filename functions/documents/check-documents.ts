import type { Instant } from '../shared/time.ts';
import { readCheckEvent } from './read-event.ts';
import { type DocumentsReport, reconcileDocuments } from './reconcile-documents.ts';
import { takeArrival } from './take-arrival.ts';
import { takeVerdict } from './take-verdict.ts';

/** What became of an event, for the log: ids and outcomes. */
export type Checked =
  | { readonly kind: 'arrival' | 'verdict'; readonly file: string; readonly outcome: string }
  | { readonly kind: 'other' }
  | ({ readonly kind: 'clock' } & DocumentsReport);

/** Does what an event of the bucket, of a scan or of the clock asks for. */
export async function checkDocuments(
  deps: Parameters<typeof reconcileDocuments>[0],
  given: unknown,
  now: Instant,
): Promise<Checked> {
  const event = readCheckEvent(given);
  const { kind } = event;
  switch (kind) {
    case 'arrival':
      return { kind, file: event.id, outcome: await takeArrival(deps, event.id, now) };
    case 'verdict':
      return { kind, file: event.id, outcome: await takeVerdict(deps, event, now) };
    case 'clock':
      return { kind, ...(await reconcileDocuments(deps, event.at ?? now)) };
    default:
      return { kind };
  }
}
