import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { flat, templatesOf } from '../support/templates.ts';
import { accountOfProduction } from '../support/whole-stages.ts';

const production = templatesOf('production');
const tables = new Map(
  production.ofType('AWS::DynamoDB::Table').map(([, table]) => [flat(table.Properties.TableName), table]),
);

const keys = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const keyOf = (schema: unknown): string[] => keys.parse(schema).map(({ AttributeName }) => AttributeName);
const indexes = z
  .array(
    z.object({ IndexName: z.string(), KeySchema: z.unknown(), Projection: z.object({ ProjectionType: z.string() }) }),
  )
  .default([]);

describe('the tables of production', () => {
  it.each([
    ['rounds', ['pk', 'sk'], { listed: ['listed', 'opensAt', 'ALL'] }],
    [
      'applications',
      ['pk', 'sk'],
      { 'needs-run': ['needsRun', 'changedAt', 'KEYS_ONLY'], 'in-round': ['inRound', 'sentAt', 'INCLUDE'] },
    ],
    [
      'requests',
      ['pk'],
      {
        due: ['due', 'nextActionAt', 'KEYS_ONLY'],
        subject: ['subject', 'openedAt', 'KEYS_ONLY'],
        'open-for': ['openFor', 'dueAt', 'KEYS_ONLY'],
        'done-by': ['doneBy', 'settledAt', 'KEYS_ONLY'],
        overdue: ['overdue', 'dueAt', 'KEYS_ONLY'],
      },
    ],
    ['people', ['pk', 'sk'], {}],
    ['passkeys', ['pk', 'sk'], {}],
    ['proofs', ['pk'], {}],
    ['addresses', ['pk'], {}],
    ['screenings', ['pk', 'sk'], { 'needs-run': ['needsRun', 'changedAt', 'KEYS_ONLY'] }],
    ['admissions', ['pk', 'sk'], { 'needs-run': ['needsRun', 'changedAt', 'KEYS_ONLY'] }],
    ['seats', ['pk', 'sk'], { 'needs-run': ['needsRun', 'changedAt', 'KEYS_ONLY'] }],
    ['budgets', ['pk', 'sk'], {}],
    ['lecturers', ['pk', 'sk'], {}],
    ['rules', ['pk', 'sk'], {}],
    [
      'claims',
      ['pk', 'sk'],
      { 'needs-run': ['needsRun', 'changedAt', 'KEYS_ONLY'], state: ['state', 'promisedPayDate', 'KEYS_ONLY'] },
    ],
    ['payments', ['pk', 'sk'], { 'needs-run': ['needsRun', 'changedAt', 'KEYS_ONLY'] }],
    ['filings', ['pk', 'sk'], {}],
    ['agreements', ['pk', 'sk'], {}],
    ['checklists', ['pk', 'sk'], { 'under-way': ['underWay', 'nextDueOn', 'KEYS_ONLY'] }],
    ['documents', ['pk', 'sk'], { due: ['due', 'dueAt', 'KEYS_ONLY'] }],
    ['residencyEvents', ['pk', 'sk'], { 'needs-run': ['needsRun', 'changedAt', 'KEYS_ONLY'] }],
    ['spaces', ['pk', 'sk'], {}],
    ['timetables', ['pk', 'sk'], {}],
    ['audit', ['subject', 'number'], { about: ['about', 'order', 'ALL'], changed: ['day', 'subject', 'INCLUDE'] }],
    ['outbox', ['id'], { due: ['due', 'nextAttemptAt', 'KEYS_ONLY'], mails: ['recipient', 'createdAt', 'KEYS_ONLY'] }],
    ['pace', ['id'], {}],
  ])('%s has its keys and indexes', (name, key, expected) => {
    const properties = tables.get(`sfa-production-${name}`)?.Properties;
    expect(keyOf(properties?.KeySchema)).toEqual(key);
    const found = indexes
      .parse(properties?.GlobalSecondaryIndexes)
      .map(({ IndexName, KeySchema, Projection }) => [IndexName, [...keyOf(KeySchema), Projection.ProjectionType]]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it('are twenty-eight: on demand, encrypted, restorable to any second, and outlive the stack', () => {
    expect(tables.size).toBe(28);
    for (const [name, table] of tables) {
      expect(table.Properties, name).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: true },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: true,
      });
      expect(table, name).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    }
  });

  it('forget by themselves only drafts, delivered entries, codes, proofs and sessions', () => {
    const expiring = [...tables].filter(([, { Properties }]) => Properties.TimeToLiveSpecification);
    expect(expiring.map(([name]) => name.replace('sfa-production-', '')).sort()).toEqual([
      'applications',
      'codes',
      'outbox',
      'proofs',
      'sessions',
    ]);
    for (const [, { Properties }] of expiring) {
      expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
    }
  });

  it('give the outbox alone a stream, which brings new entries to the dispatcher', () => {
    const streaming = [...tables].filter(([, { Properties }]) => Properties.StreamSpecification);
    expect(streaming.map(([name]) => name)).toEqual(['sfa-production-outbox']);
    const [[, mapping] = [], ...others] = production.ofType('AWS::Lambda::EventSourceMapping');
    expect(others).toEqual([]);
    expect(flat(mapping?.Properties.FunctionName)).toMatch(/OutboxDispatch/u);
    expect(mapping?.Properties).toMatchObject({
      FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
      StartingPosition: 'LATEST',
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 2,
    });
  });
});

describe('what else outlives the stack of production', () => {
  it.each(['AWS::KMS::Key', 'AWS::S3::Bucket', 'AWS::SES::EmailIdentity', 'AWS::Logs::LogGroup'])(
    'is every %s',
    (type) => {
      const found = production.ofType(type);
      expect(found.length).toBeGreaterThan(0);
      for (const [id, resource] of found) {
        expect(resource, id).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
      }
    },
  );

  it('is the bucket of the manifests, in which for ten years nobody can change or delete anything', () => {
    const locked = production.ofType('AWS::S3::Bucket').filter(([, { Properties }]) => Properties.ObjectLockEnabled);
    const [[, bucket] = [], ...others] = locked;
    expect(others).toEqual([]);
    expect(bucket?.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3650 } } },
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
    });
    const keys = production.ofType('AWS::KMS::Key').map(([, { Properties }]) => Properties.KeySpec);
    expect(keys.sort()).toEqual(['ECC_NIST_P256', 'HMAC_256', 'HMAC_256']);
  });

  it('is the bucket of documents: private, encrypted, by TLS, with all versions, and told of to the account’s bus', () => {
    const [[id, bucket] = [], ...others] = production
      .ofType('AWS::S3::Bucket')
      .filter(([, { Properties }]) => !Properties.ObjectLockEnabled);
    expect(others).toEqual([]);
    expect(bucket?.Properties).toEqual({
      BucketName: `sfa-production-documents-${accountOfProduction}-ap-northeast-2`,
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      // No version goes by its age, and no CORS: a form needs none.
      LifecycleConfiguration: {
        Rules: [
          {
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
            ExpiredObjectDeleteMarker: true,
            Status: 'Enabled',
          },
        ],
      },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      Tags: expect.anything(),
      VersioningConfiguration: { Status: 'Enabled' },
    });
    const policies = production
      .ofType('AWS::S3::BucketPolicy')
      .filter(([, { Properties }]) => flat(Properties.Bucket) === `<${id}>`);
    expect(JSON.stringify(policies)).toContain('"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"');
    const plans = production.ofType('AWS::GuardDuty::MalwareProtectionPlan').map(([, { Properties }]) => Properties);
    expect(plans).toMatchObject([{ ProtectedResource: { S3Bucket: { BucketName: bucket?.Properties.BucketName } } }]);
    expect(templatesOf('test').ofType('AWS::GuardDuty::MalwareProtectionPlan')).toEqual([]);
  });

  it('is in a stack that cannot be deleted by mistake', () => {
    expect(production.ofType('AWS::DynamoDB::Table').length).toBe(
      Object.keys(production.data.findResources('AWS::DynamoDB::Table')).length,
    );
  });
});

describe('the tables of a test stage', () => {
  it('go with it', () => {
    for (const [, table] of templatesOf('test').ofType('AWS::DynamoDB::Table')) {
      expect(table).toMatchObject({ DeletionPolicy: 'Delete', Properties: { DeletionProtectionEnabled: false } });
    }
  });
});
