import * as z from 'zod';
import { type Instant, instantSchema } from '../shared/time.ts';
import type { Verdict } from './sending.ts';
import type { GivenVerdict } from './take-verdict.ts';

/** What the check of documents is called for. */
export type CheckEvent =
  | { readonly kind: 'arrival'; readonly id: string }
  | ({ readonly kind: 'verdict' } & GivenVerdict)
  /** Of the bucket, and about none of our keys. */
  | { readonly kind: 'other' }
  | { readonly kind: 'clock'; readonly at: Instant | undefined };

const created = z.object({
  source: z.literal('aws.s3'),
  detail: z.object({ object: z.object({ key: z.string() }) }),
});

/** Parsed as leniently as what is said allows: https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html */
const scanned = z.object({
  'detail-type': z.literal('GuardDuty Malware Protection Object Scan Result'),
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string(), versionId: z.string().optional() }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }).optional().catch(undefined),
  }),
});

const verdicts: Readonly<Record<string, Verdict>> = {
  NO_THREATS_FOUND: 'clean',
  THREATS_FOUND: 'threat',
  UNSUPPORTED: 'locked',
};

const isKey = (key: string): boolean => /^[0-9a-f]{32}$/u.test(key);

/** Reads an event of the bucket, of whoever looks files through, or of the clock. */
export function readCheckEvent(event: unknown): CheckEvent {
  const arrival = created.safeParse(event).data;
  if (arrival) {
    const { key: id } = arrival.detail.object;
    return isKey(id) ? { kind: 'arrival', id } : { kind: 'other' };
  }
  const scan = scanned.safeParse(event).data;
  if (scan) {
    const { objectKey: id, versionId } = scan.detail.s3ObjectDetails;
    // Everything that is not known is no "clean".
    const verdict = verdicts[scan.detail.scanResultDetails?.scanResultStatus ?? ''] ?? 'unreadable';
    return isKey(id)
      ? { kind: 'verdict', id, verdict, ...(versionId !== undefined && { versionId }) }
      : { kind: 'other' };
  }
  return { kind: 'clock', at: z.object({ time: instantSchema.optional() }).parse(event ?? {}).time };
}
