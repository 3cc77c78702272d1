import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { invokedBy, renderDefinition } from '../../infra/render-workflow.ts';
import { workflows } from '../../infra/workflows.ts';
import { functionRoles, grantsOf } from '../support/grants.ts';
import { flat, templatesOf } from '../support/templates.ts';
import { accountOfProduction } from '../support/whole-stages.ts';

const production = templatesOf('production');
const grants = grantsOf(production);
const roles = functionRoles(production);
const policySchema = z.object({
  Statement: z.array(
    z.object({
      Effect: z.string(),
      Action: z.unknown(),
      Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
    }),
  ),
});
const nameOf = (role: string): string => [...roles].find(([, id]) => id === role)?.[0] ?? role;

/** Which functions may do something. */
const allowed = (action: RegExp, resource = /./u): string[] =>
  [
    ...new Set(
      grants
        .filter((grant) => action.test(grant.action) && resource.test(grant.resource))
        .map(({ role }) => nameOf(role)),
    ),
  ].sort();

/** Whoever decides something, and therefore commits. */
const committers = [
  'admission-tasks',
  'agreements-pages',
  'applications-pages',
  'applications-tasks',
  'checklists-pages',
  'claims-late',
  'claims-pages',
  'claims-tasks',
  'cohort-tasks',
  'committee-pages',
  'committee-tasks',
  'contracts-pages',
  'corrections-settle',
  'desk-pages',
  'documents-check',
  'exits-pages',
  'intake-pages',
  'intake-tasks',
  'lecturers-pages',
  'onboarding-pages',
  'onboarding-tasks',
  'outbox-dispatch',
  'outbox-feedback',
  'outbox-sweep',
  'payments-begin',
  'payments-pages',
  'payments-tasks',
  'renewals-pages',
  'reports-pages',
  'requests-chase',
  'residency-events-begin',
  'residency-events-pages',
  'residency-events-tasks',
  'results-pages',
  'rule-files-pages',
  'runs-reconcile',
  'screening-pages',
  'screening-tasks',
  'seats-pages',
  'seats-tasks',
  'selection-tasks',
  'spaces-pages',
  'spot-checks-open',
  'spot-checks-pages',
  'tax-month-ask',
  'tax-month-pages',
];

/** Whoever looks whether a run is there, and what it is about: before a start counts as made, and to find what is lost. */
const lookers = ['outbox-dispatch', 'outbox-sweep', 'runs-reconcile'];

/** With who erases, who notes that somebody has looked or taken a list, and who proves: from these nothing leaves. */
const audited = [
  'casework-pages',
  'cohort-pages',
  'documents-pages',
  'retention-erase-due',
  'retention-erase-wages',
  'second-factor-pages',
  ...committers,
].sort();

describe('who may do what', () => {
  it('signs links: the dispatcher, the sweep, the desk and the page of a startup for who has them open; checks them: the pages', () => {
    expect(allowed(/^kms:GenerateMac$/u, /linkkey/iu)).toEqual([
      'desk-pages',
      'outbox-dispatch',
      'outbox-sweep',
      'residency-events-pages',
    ]);
    expect(allowed(/^kms:VerifyMac$/u)).toEqual([
      'agreements-pages',
      'applications-pages',
      'checklists-pages',
      'claims-pages',
      'cohort-pages',
      'committee-pages',
      'contracts-pages',
      'documents-pages',
      'exits-pages',
      'intake-pages',
      'lecturers-pages',
      'letters-pdf',
      'onboarding-pages',
      'payments-pages',
      'renewals-pages',
      'reports-pages',
      'requests-pages',
      'residency-events-pages',
      'results-pages',
      'rule-files-pages',
      'screening-pages',
      'seats-pages',
      'spot-checks-pages',
      'statements-pages',
      'tax-month-pages',
      'timetable-pages',
    ]);
    expect(allowed(/^kms:(?!GenerateMac|VerifyMac)/u)).toEqual(['audit-sign-heads']);
  });

  it('derives codes: who mails them and who compares them, and challenges of passkeys; they sign no link', () => {
    expect(allowed(/^kms:GenerateMac$/u, /codekey/iu)).toEqual([
      'agreements-pages',
      'applications-pages',
      'desk-pages',
      'outbox-dispatch',
      'outbox-sweep',
      'second-factor-pages',
    ]);
    expect(allowed(/^kms:(?!GenerateMac)/u, /codekey/iu)).toEqual([]);
  });

  it('keeps passkeys and makes proofs: the pages of the second factor alone', () => {
    expect(allowed(/^dynamodb:/u, /passkeystable/u)).toEqual(['second-factor-pages']);
    expect(allowed(/^dynamodb:(PutItem|UpdateItem)$/u, /proofstable/u)).toEqual(['second-factor-pages']);
  });

  it('takes proofs, and makes none: the pages on which somebody decides on money', () => {
    const deciding = ['claims-pages', 'lecturers-pages', 'payments-pages', 'rule-files-pages'];
    for (const action of [/^dynamodb:GetItem$/u, /^dynamodb:DeleteItem$/u]) {
      expect(allowed(action, /proofstable/u)).toEqual([...deciding, 'second-factor-pages', 'spot-checks-pages']);
    }
    expect(allowed(/^dynamodb:(?!GetItem$|DeleteItem$|PutItem$)/u, /proofstable/u)).toEqual([]);
  });

  it('signs the audit, and writes its manifests: only who does so at night, by the name of its role', () => {
    expect(allowed(/^kms:Sign$/u)).toEqual(['audit-sign-heads']);
    expect(allowed(/^s3:/u, /sfa-production-audit-/u)).toEqual(['audit-sign-heads']);
    const policies = [...production.ofType('AWS::KMS::Key'), ...production.ofType('AWS::S3::BucketPolicy')];
    const denied = policies.flatMap(([, { Properties }]) =>
      policySchema
        .parse(Properties.KeyPolicy ?? Properties.PolicyDocument)
        .Statement.filter(({ Effect, Condition }) => Effect === 'Deny' && Condition?.ArnNotEquals)
        .map(({ Action, Condition }) => `${String(Action)} ${flat(Condition?.ArnNotEquals?.['aws:PrincipalArn'])}`),
    );
    expect(denied.map((line) => line.replace(accountOfProduction, ''))).toEqual([
      'kms:Sign arn:aws:iam:::role/sfa-production-audit-sign-heads',
      's3:PutObject arn:aws:iam:::role/sfa-production-audit-sign-heads',
    ]);
    const role = production.all.get(roles.get('audit-sign-heads') ?? '');
    expect(role?.Properties.RoleName).toBe('sfa-production-audit-sign-heads');
  });

  it('takes in documents, and takes them away: their check; lets people send and have them: their pages; reviewers have them', () => {
    const inBucket = (action: RegExp) =>
      allowed(action, /sfa-production-documents-|documentsbucket/iu).filter((name) => !name.startsWith('ScanRole'));
    expect(inBucket(/^s3:DeleteObjectVersion$/u)).toEqual(['documents-check']);
    expect(inBucket(/^s3:GetObjectVersion$/u)).toEqual(['documents-check', 'documents-pages', 'screening-pages']);
    expect(inBucket(/^s3:PutObject$/u)).toEqual(['documents-pages']);
    expect(inBucket(/^s3:(?!DeleteObjectVersion$|GetObjectVersion$|PutObject$|ListBucketVersions$)/u)).toEqual([]);
  });

  it('adds to the audit: whoever commits; changes or deletes in it: nobody', () => {
    expect(allowed(/^dynamodb:PutItem$/u, /audittable/u)).toEqual(audited);
    expect(allowed(/^dynamodb:(?!PutItem$|Query$)/u, /audittable/u)).toEqual([]);
    expect(allowed(/^dynamodb:Query$/u, /audittable[^/]*$/u)).toEqual(audited);
    expect(allowed(/^dynamodb:Query$/u, /audittable.*index/u)).toEqual([
      'audit-sign-heads',
      'casework-pages',
      'residency-events-pages',
      'spaces-pages',
    ]);
  });

  it('adds to the outbox: whoever commits; marks what was delivered: only who delivers', () => {
    expect(allowed(/^dynamodb:PutItem$/u, /outboxtable/u)).toEqual(committers);
    expect(allowed(/^dynamodb:UpdateItem$/u, /(?<!codestable[^/]*)$/u)).toEqual(['outbox-dispatch', 'outbox-sweep']);
    expect(allowed(/^dynamodb:UpdateItem$/u, /codestable/u)).toEqual([
      'agreements-pages',
      'applications-pages',
      'desk-pages',
      'second-factor-pages',
    ]);
    expect(allowed(/^dynamodb:(UpdateItem|DeleteItem)$/u, /outboxtable/u)).toEqual(['outbox-dispatch', 'outbox-sweep']);
  });

  it('sends mail, starts and resumes runs: only who delivers, and only for the own identity and machines', () => {
    expect(allowed(/^ses:Send/u)).toEqual(['outbox-dispatch', 'outbox-sweep']);
    expect(allowed(/^ses:Send/u, /identity\/academy\.city\.test$/u)).toEqual(['outbox-dispatch', 'outbox-sweep']);
    expect(allowed(/^states:(StartExecution|SendTask)/u)).toEqual(['outbox-dispatch', 'outbox-sweep']);
    const machines = workflows.map(({ name }) => name).join('|');
    expect(allowed(/^states:/u, new RegExp(`(?<!:sfa-production-(?:${machines}))$`, 'u'))).toEqual(lookers);
    expect(allowed(/^states:DescribeExecution$/u)).toEqual(lookers);
  });

  it('calls a Lambda, beside the machines: the dispatcher, and only the sweep', () => {
    const functions = (names: readonly string[]) => names.filter((name) => !/Role[0-9A-F]{8}$/u.test(name));
    expect(functions(allowed(/^lambda:/u))).toEqual(['outbox-dispatch']);
    expect(functions(allowed(/^lambda:/u, /(?<!function:sfa-production-outbox-sweep)$/u))).toEqual([]);
  });

  it('scans a table: nobody', () => {
    expect(allowed(/Scan|Batch|PartiQL|\*/u)).toEqual([]);
  });

  it('has a wildcard in a resource only for a reason', () => {
    const wild = grants
      .filter(({ resource }) => resource.includes('*'))
      .map(
        ({ role, action, resource }) => `${nameOf(role)} ${action} ${resource.replace(accountOfProduction, 'ACCOUNT')}`,
      );
    const logs = wild.filter((line) => / logs:/u.test(line));
    const machines = workflows.map(({ name }) => `${name.replaceAll('-', '')}role`);
    expect(logs.filter((line) => !machines.some((role) => line.toLowerCase().startsWith(role)))).toEqual([]);
    // As GuardDuty wants it: it reads what people send, and names the rule that tells it of that itself.
    const scanning = wild.filter((line) => line.startsWith('ScanRole'));
    expect(
      scanning.every((line) =>
        /s3:GetObject(?:Version)? \S+-documents-\S+$|rule\/DO-NOT-DELETE-AmazonGuardDuty\w+\*$/u.test(line),
      ),
    ).toBe(true);
    const documents = 'arn:aws:s3:::sfa-production-documents-ACCOUNT-ap-northeast-2/*';
    expect(wild.filter((line) => !logs.includes(line) && !scanning.includes(line)).sort()).toEqual(
      [
        'audit-sign-heads s3:GetObjectVersion arn:aws:s3:::sfa-production-audit-ACCOUNT-ap-northeast-2/*',
        ...['DeleteObjectVersion', 'GetObjectVersion'].map((action) => `documents-check s3:${action} ${documents}`),
        ...['GetObjectVersion', 'PutObject'].map((action) => `documents-pages s3:${action} ${documents}`),
        'audit-sign-heads s3:PutObject arn:aws:s3:::sfa-production-audit-ACCOUNT-ap-northeast-2/*',
        `screening-pages s3:GetObjectVersion ${documents}`,
        'outbox-dispatch dynamodb:ListStreams *',
        'outbox-identity-topics ses:SetIdentityNotificationTopic *',
        ...workflows.flatMap(({ name }) =>
          lookers.map(
            (looker) =>
              `${looker} states:DescribeExecution arn:aws:states:ap-northeast-2:ACCOUNT:execution:sfa-production-${name}:*`,
          ),
        ),
      ].sort(),
    );
  });

  it.each(workflows)(
    'lets $name invoke the functions of its steps, those of before too, and nothing else',
    (workflow) => {
      const { name, define, earlier } = workflow;
      const machine = production
        .ofType('AWS::StepFunctions::StateMachine')
        .map(([, found]) => found)
        .find(({ Properties }) => Properties.StateMachineName === `sfa-production-${name}`);
      const invoked = [...invokedBy(renderDefinition(define)), ...earlier];
      const entries = production
        .ofType('AWS::Lambda::Function')
        .filter(([, { Properties }]) => invoked.some((entry) => Properties.FunctionName === `sfa-production-${entry}`))
        .map(([id]) => id);
      expect(entries).toHaveLength(invoked.length);
      const role = flat(machine?.Properties.RoleArn).replace(/^<|\.Arn>$/gu, '');
      const own = grants.filter((grant) => grant.role === role && !grant.action.startsWith('logs:'));
      expect(own.map(({ action, resource }) => `${action} ${resource}`).sort()).toEqual(
        entries.map((entry) => `lambda:InvokeFunction <${entry}.Arn>`).sort(),
      );
    },
  );

  it('gives each function a role of its own, and the assets nothing but their log', () => {
    expect(new Set(roles.values()).size).toBe(roles.size);
    const assets = grants.filter(({ role }) => role === roles.get('assets-assets')).map(({ action }) => action);
    expect(assets.every((action) => action.startsWith('logs:'))).toBe(true);
  });
});
