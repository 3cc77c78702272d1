import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginUpload } from '../../../functions/documents/begin-upload.ts';
import { decideDocument } from '../../../functions/documents/decide-document.ts';
import { isKept, isSafe, type StoredFile } from '../../../functions/documents/document.ts';
import { faultsAbout } from '../../../functions/shared/database/audit.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { deckSlot, planSlot } from '../../support/documents/document-owner.ts';
import { type DocumentWorld, documentWorld, firstMorning } from '../../support/documents/document-world.ts';
import * as files from '../../support/documents/sample-files.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { testSeed } from '../../support/seed.ts';

const owner = 'firm#hana';
const slots = [planSlot, deckSlot];
const closesAt = addMinutes(firstMorning, 6 * 60);

const contents = {
  first: await files.pdf('first'),
  second: await files.pdf('second'),
  picture: files.png(),
  locked: await files.lockedPdf(),
  harmful: await files.harmful(),
  empty: Buffer.alloc(0),
};
type Content = keyof typeof contents;
const isContent = (name: string): name is Content => name in contents;

type Step =
  | { readonly do: 'begin'; readonly slot: number }
  | { readonly do: 'post'; readonly file: number; readonly content: Content }
  | { readonly do: 'tell' | 'scan' | 'accept' | 'return'; readonly file: number }
  | { readonly do: 'pass'; readonly minutes: number }
  | { readonly do: 'clock' };

const file = fc.nat(5);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('begin' as const), slot: fc.nat(1) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      file,
      content: fc.constantFrom(...Object.keys(contents).filter(isContent)),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('tell', 'scan', 'accept', 'return'), file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'clock' as const }) },
);

interface Model {
  readonly at: DocumentWorld;
  /** Keys of forms, in the order in which they were given out, and until when each takes something. */
  readonly forms: string[];
  readonly until: Map<string, string>;
  /** What was posted first by each. */
  readonly first: Map<string, Content>;
  readonly accepted: Map<string, string>;
}

async function take({ at, forms, until, first }: Model, step: Step): Promise<void> {
  switch (step.do) {
    case 'begin': {
      const slot = slots[step.slot] ?? planSlot;
      const outcome = await beginUpload(at.deps, { owner, slot, by: 'applicant', closesAt }, at.now());
      if (outcome.kind !== 'begun') return;
      forms.push(outcome.file.id);
      until.set(outcome.file.id, outcome.file.until);
      return;
    }
    case 'pass':
      return at.pass(step.minutes);
    case 'clock':
      return void (await at.clock());
    default: {
      const id = forms.at(step.file % Math.max(1, forms.length));
      if (id === undefined) return;
      if (step.do === 'post') {
        // S3 itself takes nothing by a form that is past.
        if (at.now() >= (until.get(id) ?? '')) return;
        const posted = at.bucket.post(id, contents[step.content], `${step.content}.pdf`);
        if (posted && !first.has(id)) first.set(id, step.content);
      } else if (step.do === 'tell') await at.tell(id);
      else if (step.do === 'scan') await at.scan(id);
      else {
        const decision =
          step.do === 'accept'
            ? ({ outcome: 'ACCEPT' } as const)
            : ({ outcome: 'RETURN', reason: 'incomplete' } as const);
        await decideDocument(at.deps, { file: id, by: 'kim-minji', decision }, at.now());
      }
    }
  }
}

async function checkNevers({ at, first, accepted }: Model): Promise<void> {
  for (const { slot, files: all } of await at.deps.documents.of(owner)) {
    for (const one of all) {
      const content = first.get(one.id);
      // Nobody gets what was not found to be clean, nor anything but what came first.
      if (isSafe(one)) expect(['first', 'second']).toContain(content);
      if (isKept(one)) expect(one.name).toBe(`${content}.pdf`);
      if (one.state === 'ARRIVED') expect(['first', 'second', 'harmful']).toContain(content);
    }
    const acceptedNow = all.filter(({ state }) => state === 'ACCEPTED').map(({ id }) => id);
    expect(acceptedNow.length).toBeLessThanOrEqual(1);
    // What is accepted stays accepted.
    if (accepted.has(slot)) expect(acceptedNow).toEqual([accepted.get(slot)]);
    const [id] = acceptedNow;
    if (id !== undefined) accepted.set(slot, id);
    const kept = all.filter(isKept).map(({ sha256 }) => sha256);
    expect(new Set(kept).size).toBe(kept.length);
  }
}

/** Whatever was told or not: once the clock has run for long, the bucket has one version of each file that is kept. */
async function checkEnd({ at }: Model): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    at.pass(45);
    await at.clock();
  }
  expect(at.faults).toEqual([]);
  const stored = (await at.deps.documents.of(owner)).flatMap((slot) => slot.files);
  const ended: readonly StoredFile['state'][] = ['CLEAN', 'ACCEPTED', 'RETURNED', 'REFUSED', 'LAPSED'];
  for (const one of stored) expect(ended).toContain(one.state);
  expect(await at.deps.documents.due(at.now(), 10)).toEqual([]);
  const kept = stored.filter(isKept).map(({ id, versionId }) => `${id} ${versionId}`);
  const there = [...at.bucket.objects()].flatMap(([id, all]) => all.map(({ versionId }) => `${id} ${versionId}`));
  expect(there.sort()).toEqual(kept.sort());
  expect(await faultsAbout(at.db, memoryTables.AUDIT_TABLE, 'hana')).toEqual([]);
}

it('documents hold in any order of forms, posts, events, scans, decisions and ticks of the clock', async () => {
  const seed = testSeed();
  console.log(`documents: seed ${seed}`);
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 60 }), async (steps) => {
      const model: Model = { at: documentWorld(), forms: [], until: new Map(), first: new Map(), accepted: new Map() };
      for (const step of steps) {
        await take(model, step);
        await checkNevers(model);
      }
      await checkEnd(model);
    }),
    { seed, numRuns: 200 },
  );
});
