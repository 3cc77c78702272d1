import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { isKept, type SlotFiles, type StoredFile } from './document.ts';
import type { Whose } from './documents-table.ts';
import { keeperOf } from './keepers.ts';
import { ownerId } from './owner-keys.ts';
import { cleared, erased, isPast, lapse, ownerSeen } from './sending.ts';
import { checker, fileEvent, findFile, removeBut } from './store-file.ts';
import { takeArrival } from './take-arrival.ts';
import { takeVerdict } from './take-verdict.ts';

type Needed = Pick<Dependencies, 'documents' | 'files' | 'commit' | 'keepers'> & {
  /** Is told of each file that could not be looked at; the others go on. */
  readonly faulted: (error: unknown, file: string) => void;
};

export interface DocumentsReport {
  looked: number;
  failed: number;
}

/** Slots that one tick of the clock looks at. */
const inOneTick = 100;

/** What the clock does: finds what events did not tell, ends what nothing comes of, and takes away what is not kept. */
export async function reconcileDocuments(deps: Needed, now: Instant): Promise<DocumentsReport> {
  const report: DocumentsReport = { looked: 0, failed: 0 };
  for (const whose of await deps.documents.due(now, inOneTick)) {
    const slot = await deps.documents.slot(whose);
    const isOwnerDue = slot?.ownerDueAt !== undefined && slot.ownerDueAt <= now;
    if (isOwnerDue) await looking(deps, report, whose.slot, () => lookForOwner(deps, whose, now));
    for (const { id, dueAt } of slot?.files ?? []) {
      if (dueAt === undefined || dueAt > now) continue;
      await looking(deps, report, id, () => lookAgain(deps, id, now));
    }
  }
  return report;
}

async function looking(
  { faulted }: Pick<Needed, 'faulted'>,
  report: DocumentsReport,
  what: string,
  look: () => Promise<void>,
): Promise<void> {
  report.looked += 1;
  try {
    await look();
  } catch (error) {
    report.failed += 1;
    faulted(error, what);
  }
}

/** Erases the documents of an owner who is gone without having been erased: a draft that nobody ever sent. */
async function lookForOwner(deps: Needed, whose: Whose, now: Instant): Promise<void> {
  await decideAgainOnConflict(async () => {
    const was = await deps.documents.slot(whose);
    if (was?.ownerDueAt === undefined || was.ownerDueAt > now) return;
    const subject = ownerId(was.owner);
    const owner = await keeperOf(deps.keepers, was.owner)?.now(subject, now);
    const next = owner?.isGone ? erased(was, now) : ownerSeen(was, owner?.askAgainAt);
    await deps.commit({
      changes: [deps.documents.save(next, was)],
      events: [
        {
          subject,
          type: owner?.isGone ? 'DocumentsErased' : 'DocumentsKept',
          by: checker,
          at: now,
          data: { slot: was.slot },
        },
      ],
    });
  }, tries.contested);
}

async function lookAgain(deps: Needed, id: string, now: Instant): Promise<void> {
  const found = await findFile(deps, id);
  if (!found) return;
  const { file } = found;
  switch (file.state) {
    case 'WAITING':
      if ((await takeArrival(deps, id, now)) === 'nothing' && isPast(file, now))
        await end(deps, id, 'DocumentLapsed', lapse, now);
      break;
    case 'ARRIVED':
      await takeVerdict(deps, { id, verdict: 'late' }, now);
      break;
    default:
      await removeBut(deps, id, isKept(file) ? file.versionId : undefined, await deps.files.versions(id));
      if (isPast(file, now)) await end(deps, id, 'DocumentSwept', cleared, now);
  }
}

/** Stores the end of something, if it is still as it was found. */
async function end(
  deps: Needed,
  id: string,
  type: 'DocumentLapsed' | 'DocumentSwept',
  change: (was: SlotFiles, file: StoredFile) => SlotFiles,
  now: Instant,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const found = await findFile(deps, id);
    if (found?.file.dueAt === undefined || (type === 'DocumentLapsed' && found.file.state !== 'WAITING')) return;
    const { slot: was, file } = found;
    await deps.commit({
      changes: [deps.documents.save(change(was, file), was)],
      events: [fileEvent(was, file, { type, by: checker, at: now })],
    });
  }, tries.contested);
}
