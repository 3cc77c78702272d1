import { checkDocuments } from '../../../functions/documents/check-documents.ts';
import type { DocumentKeepers } from '../../../functions/documents/keepers.ts';
import { scanHere } from '../../../functions/documents/local-scan.ts';
import { documentsParts } from '../../../functions/documents/parts.ts';
import { lazily } from '../../../functions/shared/parts.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../memory/memory-database.ts';
import { memoryFiles } from './memory-files.ts';

export const firstMorning = instantSchema.parse('2027-04-16T09:00:00+09:00');

/**
 * Documents in this process: the real use cases on tables and a bucket in memory, with a clock that a test moves.
 * @param given.memory what is stored so far
 * @param given.keepers who has to know what becomes of documents
 */
export function documentWorld(
  given: {
    readonly memory?: ReturnType<typeof memoryDatabase>;
    readonly keepers?: DocumentKeepers;
    readonly start?: Instant;
  } = {},
) {
  const { memory = memoryDatabase({ quick: true }), keepers = {} } = given;
  const bucket = memoryFiles();
  const faults: unknown[] = [];
  const deps = lazily({
    ...documentsParts(memoryTables, memory.db),
    files: () => bucket.store,
    keepers: () => keepers,
    faulted: () => (error: unknown) => void faults.push(error),
  });
  let now: Instant = given.start ?? firstMorning;
  const check = (event: unknown) => checkDocuments(deps, event, now);
  return {
    ...memory,
    deps,
    bucket,
    faults,
    now: () => now,
    pass: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
    check,
    /** The bucket tells that there is something new. */
    tell: (id: string) => check(created(id)),
    /** Whoever looks files through does, and says so. */
    scan: async (id: string) => {
      const detail = await scanHere({ files: bucket.store, bucket: 'documents' }, created(id));
      if (detail) await check({ 'detail-type': 'GuardDuty Malware Protection Object Scan Result', detail });
    },
    verdict: (id: string, scanResultStatus: string, versionId?: string) =>
      check({
        'detail-type': 'GuardDuty Malware Protection Object Scan Result',
        detail: { s3ObjectDetails: { objectKey: id, versionId }, scanResultDetails: { scanResultStatus } },
      }),
    clock: () => check({ 'detail-type': 'Scheduled Event', time: now }),
  };
}
export type DocumentWorld = ReturnType<typeof documentWorld>;

const created = (key: string) => ({ source: 'aws.s3', 'detail-type': 'Object Created', detail: { object: { key } } });
