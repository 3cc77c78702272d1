import { numbered, puts, there } from '../recorded/recorded-items.ts';
import type { RecordedItems } from '../support.ts';

export const selectionRecorded: RecordedItems = {
  savingAgain: {
    'admissions.admission': async ({ admissions }, { roundId }) => {
      const was = there(await admissions.get(String(roundId)));
      return puts(admissions.save(was, was));
    },
    'admissions.plan': async ({ admissions }, { roundId }) =>
      puts(admissions.putPlan(there(await admissions.plan(String(roundId))))),
    'admissions.plan-page': async ({ admissions }, { roundId, page }) =>
      puts(admissions.putPlanPage(there(await admissions.planPage(String(roundId), Number(page))))),
  },
  reading: {
    'admissions.snapshot': ({ admissions }, { pk, sk }) => admissions.snapshot(String(pk), numbered(sk)),
    'admissions.snapshot-page': async ({ admissions }, { pk }) => {
      const head = there(await admissions.snapshotHead(String(pk), 1));
      return admissions.snapshotEntry(head, head.count);
    },
  },
};
