import { beforeEach, describe, expect, it } from 'vitest';
import { headsIn, ManifestFault, manifestKey, partKey, readManifest } from '../../../functions/audit/manifest.ts';
import { committer } from '../../../functions/shared/database/commit.ts';
import {
  addDays,
  addMinutes,
  type Instant,
  instantSchema,
  localDateSchema,
  seoulTime,
} from '../../../functions/shared/time.ts';
import { verifyAudit } from '../../../ops/audit/verify-audit.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { memoryManifests } from '../../support/memory/memory-manifests.ts';

const day = localDateSchema.parse('2027-01-11');
const noon = seoulTime(day, '12:00');
const night = (days: number): Instant => seoulTime(addDays(day, days), '02:00');

let memory: ReturnType<typeof memoryDatabase>;
let manifests: ReturnType<typeof memoryManifests>;
beforeEach(() => {
  memory = memoryDatabase();
  manifests = memoryManifests(memory.db);
});

const change = (id: string, revision: number, at: Instant) =>
  committer(
    memory.db,
    memoryTablesOfCommit,
  )({
    changes: [
      {
        table: 'requests',
        put: { pk: id, revision },
        guard: revision === 1 ? { absent: 'pk' } : { revision: revision - 1 },
      },
    ],
    events: [{ subject: id, type: 'ThingChanged', by: 'system:test', at }],
  });
const memoryTablesOfCommit = { audit: 'audit', outbox: 'outbox' };
const manifest = (number: number) => readManifest(manifests.files.get(manifestKey(number)) ?? '', manifests.key);
const headsOf = (number: number) =>
  manifest(number)
    .parts.flatMap(({ sha256 }) => headsIn(manifests.files.get(partKey(sha256)) ?? ''))
    .map(({ subject, number: end }) => `${subject} ${end}`)
    .sort();
const faults = async () => (await verifyAudit({ db: memory.db, tables: memoryTables }, manifests)).faults;

describe('every night', () => {
  it('signs the ends of the chains that grew on the day before, and of no others', async () => {
    await change('a', 1, noon);
    await change('a', 2, addMinutes(noon, 1));
    await change('b', 1, noon);
    expect(await manifests.sign(night(1))).toMatchObject({ manifest: 1, until: day, heads: 2 });
    await change('c', 1, night(1));
    await change('b', 2, seoulTime(addDays(day, 1), '23:59'));
    await change('a', 3, seoulTime(addDays(day, 2), '00:00'));
    expect(await manifests.sign(night(2))).toEqual({
      manifest: 2,
      from: addDays(day, 1),
      until: addDays(day, 1),
      heads: 2,
    });
    expect([headsOf(1), headsOf(2)]).toEqual([
      ['a 2', 'b 1'],
      ['b 2', 'c 1'],
    ]);
    expect(manifest(2).previous).toBe(manifest(1).sha256);
    expect(await faults()).toEqual([]);
  });

  it('makes up for nights that were missed', async () => {
    await change('a', 1, noon);
    await manifests.sign(night(1));
    for (const days of [1, 2, 3]) await change(`late-${days}`, 1, seoulTime(addDays(day, days), '09:00'));
    expect(await manifests.sign(night(4))).toMatchObject({ from: addDays(day, 1), until: addDays(day, 3), heads: 3 });
  });

  it('looks again at a day that was not over when it was signed', async () => {
    await change('a', 1, noon);
    await manifests.sign(addMinutes(noon, 1), day);
    await change('b', 1, addMinutes(noon, 2));
    await manifests.sign(night(1));
    expect(headsOf(2)).toEqual(['a 1', 'b 1']);
  });

  it('signs that there was nothing, so that a missing night is seen', async () => {
    expect(await manifests.sign(night(1))).toMatchObject({ manifest: 1, heads: 0 });
    expect(await faults()).toEqual([]);
  });

  it('builds on no manifest that it did not sign', async () => {
    await change('a', 1, noon);
    await manifests.sign(night(1));
    const name = manifestKey(1);
    manifests.files.set(name, (manifests.files.get(name) ?? '').replace('"heads":1', '"heads":2'));
    await expect(manifests.sign(night(2))).rejects.toThrow(ManifestFault);
  });
});

describe('the manifests', () => {
  beforeEach(async () => {
    for (const days of [0, 1, 2]) {
      await change(`thing-${days}`, 1, seoulTime(addDays(day, days), '09:00'));
      await manifests.sign(night(days + 1));
    }
    expect(await faults()).toEqual([]);
  });

  it('do not verify with one taken out, changed, exchanged for an earlier one, or without one of its parts', async () => {
    const kept = new Map(manifests.files);
    const [part = ''] = [...kept.keys()].filter((name) => name.startsWith('parts/'));
    const attacks: readonly [string, () => void, RegExp][] = [
      ['taken out', () => manifests.files.delete(manifestKey(2)), /000003.json: manifest 2 is missing/u],
      [
        'changed',
        () => manifests.files.set(manifestKey(2), (kept.get(manifestKey(2)) ?? '').replace('2027', '2028')),
        /000002.json: its signature does not hold/u,
      ],
      [
        'exchanged',
        () => manifests.files.set(manifestKey(2), kept.get(manifestKey(1)) ?? ''),
        /000002.json: it does not follow/u,
      ],
      ['without a part', () => manifests.files.delete(part), /is not as it was signed/u],
    ];
    for (const [, attack, says] of attacks) {
      attack();
      expect(await faults()).toEqual([expect.stringMatching(says)]);
      for (const [name, content] of kept) manifests.files.set(name, content);
    }
    expect(await faults()).toEqual([]);
  });

  it('cannot be made by somebody with another key', async () => {
    const stranger = memoryManifests(memory.db);
    await stranger.sign(instantSchema.parse(night(1)));
    const forged = stranger.files.get(manifestKey(1)) ?? '';
    expect(() => readManifest(forged, manifests.key)).toThrow('its signature does not hold');
  });
});
