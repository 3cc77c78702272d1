import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Decision, takeProof } from '../../../functions/second-factor/proofs.ts';
import { proofsTable } from '../../../functions/second-factor/proofs-table.ts';
import { committer } from '../../../functions/shared/database/commit.ts';
import type { Change } from '../../../functions/shared/database/database.ts';
import { Conflict } from '../../../functions/shared/errors.ts';
import { addMinutes, toInstant } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';

const begun = toInstant(new Date('2027-03-02T09:00:00+09:00'));
const lasts = 5;

const decisions: readonly Decision[] = [1, 2].map((revision) => ({
  person: 'kim-minji',
  subject: 'claim',
  revision,
  outcome: 'APPROVE',
  amount: 446_880,
  words: { subject: { ko: '3월', en: 'March' }, outcome: { ko: '승인', en: 'Approve' } },
}));

const which = fc.nat({ max: decisions.length - 1 });
const act = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant('prove' as const), which }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('take' as const), which }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('decide' as const), held: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('both' as const), held: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('wait' as const), minutes: fc.nat({ max: 6 }) }) },
);

it('a proof is taken at most once and in time, in whatever order it is made, looked at and decided on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      const { db } = memoryDatabase();
      const proofs = proofsTable(db, memoryTables.PROOFS_TABLE);
      const commit = committer(db, { audit: memoryTables.AUDIT_TABLE, outbox: memoryTables.OUTBOX_TABLE });
      const store = (change: Change) =>
        commit({ changes: [change], events: [{ subject: 'claim', type: 'DecisionProved', by: 'person:a', at: now }] });
      let [now, made] = [begun, 0];
      /** The proofs that are there, by decision, and what callers have in hand, the newest last. */
      const there = new Map<number, { readonly once: string; readonly at: typeof begun }>();
      const held: { readonly of: number; readonly once: string; readonly change: Change }[] = [];
      const taken: string[] = [];

      const decide = async (index: number, times: number) => {
        const one = held.at(-1 - (index % Math.max(1, held.length)));
        if (!one) return;
        const results = await Promise.allSettled(Array.from({ length: times }, () => store(one.change)));
        for (const result of results) {
          if (result.status === 'fulfilled') taken.push(one.once);
          else expect(result.reason).toBeInstanceOf(Conflict);
        }
        const isThere = there.get(one.of)?.once === one.once;
        expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(isThere ? 1 : 0);
        if (isThere) there.delete(one.of);
      };

      for (const one of acts) {
        if (one.act === 'prove') {
          const [decision] = decisions.slice(one.which);
          if (!decision) continue;
          made += 1;
          await store(proofs.putProof(decision, { once: `proof-${made}`, until: addMinutes(now, lasts) }));
          there.set(one.which, { once: `proof-${made}`, at: now });
        } else if (one.act === 'take') {
          const [decision] = decisions.slice(one.which);
          const proof = there.get(one.which);
          const change = decision && (await takeProof({ proofs }, decision, now));
          expect(change !== undefined).toBe(proof !== undefined && now < addMinutes(proof.at, lasts));
          if (change && proof) held.push({ of: one.which, once: proof.once, change });
        } else if (one.act === 'wait') now = addMinutes(now, one.minutes);
        else await decide(one.held, one.act === 'both' ? 2 : 1);
      }
      expect(new Set(taken).size).toBe(taken.length);
    }),
    { numRuns: 300 },
  );
});
