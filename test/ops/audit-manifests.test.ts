import { createPublicKey } from 'node:crypto';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { manifestKey, partKey, readManifest } from '../../functions/audit/manifest.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { type AuditEvent, chainEvent, chainOf, eventsOf } from '../../functions/shared/database/audit.ts';
import { chainHeadSchema } from '../../functions/shared/database/chain-head.ts';
import { seoulDateOf } from '../../functions/shared/time.ts';
import { manifestsBucketName } from '../../infra/stage.ts';
import { calling } from '../../local/aws-query.ts';
import { applyBehindPages, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { ops, opsProcess } from '../support/ops.ts';

let at: TestCloud;
let reference: string;
let chain: string;
/** What the night has signed. */
let signed: z.infer<typeof signedSchema>;

const signedSchema = z.object({ manifest: z.number(), heads: z.number().positive() });
const bucket = (path: string, init: Pick<RequestInit, 'method' | 'body'> = {}) => {
  const name = manifestsBucketName({ name: 'test' }, '000000000000', at.cloud.region);
  return fetch(`${at.cloud.endpoint}/${name}/${path}`, { ...init, headers: calling(at.cloud, 's3') });
};

beforeAll(async () => {
  at = await testCloud();
  const round: Round = await at.round();
  const applied = await applyBehindPages(at, round);
  reference = applied.reference;
  chain = `${reference}/application`;
  await at.untilState(reference, 'ACCEPTED');
  await mailTo(at, applied.email, '자격이 확인되었습니다');
  signed = signedSchema.parse(await at.invoke('audit-sign-heads', { until: seoulDateOf(at.now()) }));
});

const putEvent = (event: AuditEvent) => at.db.send(new PutCommand({ TableName: at.tables.AUDIT_TABLE, Item: event }));
const events = () => chainOf(at.db, at.tables.AUDIT_TABLE, chain);
const key = () => ({ pk: reference, sk: 'application' });
const entity = async () => {
  const { Item } = await at.db.send(
    new GetCommand({ TableName: at.tables.APPLICATIONS_TABLE, Key: key(), ConsistentRead: true }),
  );
  return z.record(z.string(), z.unknown()).parse(Item);
};
const putEntity = (Item: Record<string, unknown>) =>
  at.db.send(new PutCommand({ TableName: at.tables.APPLICATIONS_TABLE, Item }));
const verify = async (...words: string[]) => {
  const { code, out, err } = await ops(at, 'audit', 'verify', ...words);
  return { code, err, lines: out.split('\n').filter((line) => line.includes(reference)), out };
};

describe('the manifest of a night', () => {
  it('is what `ops audit verify` verifies, and by which it says since when a subject is safe', async () => {
    const all = await verify();
    expect([all.code, all.err]).toEqual([0, '']);
    expect(all.out).toContain(`The newest manifest is ${signed.manifest}`);
    expect(all.out).toContain('The audit verifies.');
    const last = (await events()).at(-1)?.number;
    const spoken = reference.toLowerCase().replaceAll('-', ' ');
    expect((await verify(spoken)).lines).toContain(
      `${chain}: ${last} events; signed since manifest ${signed.manifest} (${seoulDateOf(at.now())}), up to event ${last} by manifest ${signed.manifest}`,
    );
  });

  it('tells of a chain that was written anew, with hashes that fit and the head in its entity', async () => {
    const [was, item] = [await events(), await entity()];
    const forged = was.reduce<AuditEvent[]>((made, event) => {
      const { hash: _hash, previous: _previous, day: _day, ...content } = event;
      return [...made, chainEvent({ ...content, by: 'person:somebody' }, made.at(-1))];
    }, []);
    try {
      for (const event of forged) await putEvent(event);
      await putEntity({ ...item, audited: chainHeadSchema.parse(forged.at(-1)) });
      const told = await verify(reference);
      expect(told.code).toBe(1);
      expect(told.lines).toContain(`${chain} event ${was.length}: not as manifest ${signed.manifest} has it`);
    } finally {
      for (const event of was) await putEvent(event);
      await putEntity(item);
    }
    expect((await verify(reference)).code).toBe(0);
  });

  it('can be verified by anybody who has the files and the public key', async () => {
    const { out } = await ops(at, 'audit', 'key');
    const file = await (await bucket(manifestKey(signed.manifest))).text();
    const manifest = readManifest(file, createPublicKey(out));
    const parts = await Promise.all(manifest.parts.map(async ({ sha256 }) => (await bucket(partKey(sha256))).text()));
    expect(parts.join('')).toContain(`"${chain}"`);
    expect(() => readManifest(file.replace('"heads":', '"heads":1'), createPublicKey(out))).toThrow();
  });

  it('stays what it is: its version cannot be deleted, and one put over it does not count', async () => {
    const object = manifestKey(signed.manifest);
    const version = (await bucket(object)).headers.get('x-amz-version-id');
    const deleted = await bucket(`${object}?versionId=${version}`, { method: 'DELETE' });
    expect([version, deleted.status]).toEqual([expect.stringMatching(/./u), 403]);
    expect((await bucket(object, { method: 'PUT', body: 'another' })).status).toBe(200);
    expect((await verify(reference)).code).toBe(0);
    expect((await bucket(object, { method: 'DELETE' })).status).toBe(204);
    expect((await verify(reference)).code).toBe(0);
  });

  it('is named by the next, which reads what was signed and not what was put over it', async () => {
    const next = signedSchema.parse(await at.invoke('audit-sign-heads', { until: seoulDateOf(at.now()) }));
    expect(next.manifest).toBe(signed.manifest + 1);
    expect((await bucket(manifestKey(next.manifest))).status).toBe(200);
    expect((await verify(reference)).code).toBe(0);
  });
});

describe('the actor of a command', () => {
  it('is who the command names on the local cloud, never the user of the shell; reading is kept by person and day', async () => {
    const shown = await ops(at, 'show', reference, '--yes', '--as', 'minji');
    expect([shown.code, shown.err]).toEqual([0, '']);
    const told = await eventsOf(at.db, at.tables.AUDIT_TABLE, reference);
    expect(told.at(-1)).toMatchObject({
      type: 'PersonalDataRead',
      by: 'operator:minji',
      subject: `reads#operator:minji#${seoulDateOf(at.now())}`,
    });
    const { out } = await ops(at, 'audit', 'show', reference);
    expect(out).toMatch(/ApplicationSubmitted +applicant[\s\S]*PersonalDataRead +operator:minji/u);
    await opsProcess(at, 'show', reference, '--yes');
    expect((await eventsOf(at.db, at.tables.AUDIT_TABLE, reference)).at(-1)?.by).toBe('operator:demo');
  });
});
