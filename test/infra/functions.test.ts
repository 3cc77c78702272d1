import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { moreFonts } from '../../functions/shared/pdf/more-fonts.ts';
import { bundleFolder } from '../../infra/bundle.ts';
import { lambdas } from '../../infra/lambdas.ts';
import { workflows } from '../../infra/workflows.ts';
import { root } from '../../local/paths.ts';
import { flat, record, templatesOf } from '../support/templates.ts';

const production = templatesOf('production');
const functions = production.ofType('AWS::Lambda::Function').map(([, { Properties }]) => Properties);
const names = functions.map(({ FunctionName }) => flat(FunctionName));

const most = (name: string): number => {
  if (name.endsWith('audit-sign-heads')) return 900;
  return /pages|assets/u.test(name) ? 29 : 300;
};

const folder = join(root, 'functions');
const sources = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/u.test(file));
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8');

const makingPdf = ['agreements-pages', 'letters-pdf', 'onboarding-tasks', 'residency-events-tasks', 'statements-pages'];

/** Whose requests are put to applicants alone, who see their own. */
const askingApplicantsOnly = ['renewals-pages', 'seats-pages'];

describe('the functions of production', () => {
  it('are one for each entry, on Node 24 and arm64', () => {
    const local = [...lambdas].filter(([, { onlyLocal }]) => onlyLocal).map(([entry]) => entry);
    expect(local).toEqual(['documents-local-scan']);
    expect([...names.map((name) => name.replace('sfa-production-', '')), ...local].sort()).toEqual(
      readdirSync(bundleFolder).sort(),
    );
    for (const properties of functions) {
      expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' });
      expect(properties.LoggingConfig).toMatchObject({ LogFormat: 'JSON', SystemLogLevel: 'WARN' });
    }
  });

  it('answer pages before the HTTP API gives up, and run no longer than the clock’s interval; the night has longer', () => {
    for (const properties of functions) {
      const { FunctionName, Timeout } = z.object({ FunctionName: z.string(), Timeout: z.number() }).parse(properties);
      expect(Timeout, FunctionName).toBeLessThanOrEqual(most(FunctionName));
    }
  });

  it('have no secret and nothing personal in their environment', () => {
    const variables = functions.flatMap(({ Environment }) =>
      Object.keys(z.object({ Variables: record }).parse(Environment).Variables),
    );
    expect([...new Set(variables)].filter((name) => /SECRET|PASSWORD|TOKEN|CREDENTIAL/u.test(name))).toEqual([]);
  });

  it('are bundled small', () => {
    const sizes = readdirSync(bundleFolder).map((name) => ({
      name,
      kilobytes: Math.ceil(statSync(join(bundleFolder, name, 'index.mjs')).size / 1024),
    }));
    console.log(`bundles: ${sizes.map(({ name, kilobytes }) => `${name} ${kilobytes} KB`).join(', ')}`);
    // What makes a PDF is half of it, and who has an interest brings the list of mail domains; a third of the payments'
    // pages are iconv-lite's tables, for the files of banks.
    for (const { name, kilobytes } of sizes) {
      const most = makingPdf.includes(name) ? 1900 : name === 'payments-pages' ? 1650 : 1500;
      expect(kilobytes, name).toBeLessThan(most);
    }
  });

  it('have fonts beside the code only where a PDF is made, and stay far below what a Lambda may unzip', () => {
    const folders = readdirSync(bundleFolder).map((name) => {
      const files = readdirSync(join(bundleFolder, name)).filter((file) => !file.endsWith('.map'));
      const bytes = files.reduce((sum, file) => sum + statSync(join(bundleFolder, name, file)).size, 0);
      return { name, files, megabytes: bytes / 1024 ** 2 };
    });
    const withMore = folders.filter(({ files }) => files.length > 1);
    console.log(
      `with files: ${withMore.map(({ name, megabytes }) => `${name} ${megabytes.toFixed(1)} MB`).join(', ')}`,
    );
    const files = ['PretendardGOV-Bold.ttf', 'PretendardGOV-Regular.ttf', 'index.mjs', ...Object.values(moreFonts)];
    expect(withMore.map(({ name, files: own }) => [name, own.sort()])).toEqual(
      makingPdf.map((name) => [name, files.sort()]),
    );
    for (const { name, megabytes } of folders) expect(megabytes, name).toBeLessThan(30);
  });

  it('write logs that are kept for three months, and for years if they have the records of access', () => {
    const logs = production.ofType('AWS::Logs::LogGroup').map(([, { Properties }]) => Properties);
    expect(logs).toHaveLength(functions.length + workflows.length + 1);
    const recording = logs.filter((log) => log.RetentionInDays !== 90);
    expect(
      recording.map(({ LogGroupName }) => flat(LogGroupName).replace('/aws/lambda/sfa-production-', '')).sort(),
    ).toEqual([
      'agreements-pages',
      'casework-pages',
      'checklists-pages',
      'claims-pages',
      'cohort-pages',
      'committee-pages',
      'contracts-pages',
      'documents-pages',
      'exits-pages',
      'intake-pages',
      'lecturers-pages',
      'onboarding-pages',
      'reports-pages',
      'residency-events-pages',
      'results-pages',
      'screening-pages',
      'spot-checks-pages',
    ]);
    for (const log of recording) expect(log.RetentionInDays, flat(log.LogGroupName)).toBe(731);
  });

  it('have records of access wherever their pages make any', () => {
    const making = sources().filter(
      (file) =>
        file.endsWith('/pages.lambda.tsx') &&
        /\b(?:agreementsRoutes|requestRoutes|reviewRoutes|cohortRoutes|caseworkRoutes|checklistRoutes|claimsRoutes|documentRoutes|exitsRoutes|lecturersRoutes|residencyRoutes|spotChecksRoutes)\(/u.test(
          read(file),
        ),
    );
    const recording = [...lambdas].filter(([, { showsToStaff }]) => showsToStaff).map(([entry]) => entry);
    expect(making.map((file) => file.replace('/pages.lambda.tsx', '-pages')).sort()).toEqual(
      [...recording, ...askingApplicantsOnly].sort(),
    );
  });

  it('have their records of access where the runbook looks for them', () => {
    const [, section = ''] = runbook.split('# Records of access\n');
    const [, groups = ''] = /over the log groups ([^:]+):/u.exec(section) ?? [];
    const looked = [...groups.matchAll(/`(?:\/aws\/lambda\/sfa-STAGE)?-([a-z-]+)`/gu)].map(([, entry]) => entry);
    const recording = [...lambdas].filter(([, { showsToStaff }]) => showsToStaff).map(([entry]) => entry);
    expect(looked.sort()).toEqual(recording.sort());
  });

  it('make such records in these pages, and in no others', () => {
    const making = sources().filter((file) => file.includes('/pages/') && /\baccessed\(/u.test(read(file)));
    expect(making.sort()).toEqual([
      'casework/pages/application-routes.tsx',
      'casework/pages/interests-route.tsx',
      'checklists/pages/desk-routes.tsx',
      'cohort/pages/cohort-routes.tsx',
      'documents/pages/desk-routes.tsx',
      'exits/pages/measures-access.ts',
      'reports/pages/desk-reports.tsx',
      'requests/pages/request-routes.tsx',
      'residency-events/pages/desk-routes.tsx',
      'residency-events/pages/residency-access.ts',
      'screening/pages/open-review-pages.ts',
    ]);
  });
});

describe('names', () => {
  it('fit into 64 characters, for the longest name of a stage too', () => {
    const longest = (name: string): string => name.replace(/^sfa-production/u, `sfa-${'x'.repeat(12)}`);
    const all = [...production.all.values()].flatMap(({ Properties }) =>
      Object.entries(Properties).filter(([field, value]) => /(Name|^Id)$/u.test(field) && typeof value === 'string'),
    );
    expect(all.length).toBeGreaterThan(30);
    for (const [field, name] of all) {
      if (field === 'AlarmName' || field === 'LogGroupName') continue;
      expect(longest(String(name)).length, `${field} ${String(name)}`).toBeLessThanOrEqual(64);
    }
  });
});

describe('the pages’ HTTP API', () => {
  const [[, stage] = []] = production.ofType('AWS::ApiGatewayV2::Stage');

  it('takes 650 people a second with two calls each, and half as much again', () => {
    const calls = 650 * 2;
    const { ThrottlingRateLimit, ThrottlingBurstLimit } = z
      .object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() })
      .parse(stage?.Properties.DefaultRouteSettings);
    expect(ThrottlingRateLimit).toBeGreaterThanOrEqual(1.5 * calls);
    expect(ThrottlingBurstLimit).toBeGreaterThanOrEqual(2 * ThrottlingRateLimit);
    // What an account allows at once by default.
    expect(ThrottlingBurstLimit).toBeLessThan(5000);
    // What is set again by hand once tables have been put back.
    const words = (limit: number) => limit.toLocaleString('en');
    expect(runbook).toContain(
      `throttling (${words(ThrottlingRateLimit)} a second, ${words(ThrottlingBurstLimit)} at once)`,
    );
  });

  it('is served by functions of which none has a reserved share of what runs at a time', () => {
    const reserved = production
      .ofType('AWS::Lambda::Function')
      .filter(([, { Properties }]) => 'ReservedConcurrentExecutions' in Properties);
    expect(reserved).toEqual([]);
  });

  it('logs the route and never the path, for a path may hold a link', () => {
    const { Format } = z.object({ Format: z.string() }).parse(stage?.Properties.AccessLogSettings);
    const logged = Object.values(record.parse(JSON.parse(Format)));
    expect(logged).toContain('$context.routeKey');
    expect(Format).not.toMatch(/\$context\.(path|domain|identity|authorizer)/u);
  });

  it('hands no page of applications, which answer what nobody else does, to another function', () => {
    const others = [...lambdas].flatMap(([entry, { routes = [] }]) => (entry === 'applications-pages' ? [] : routes));
    const pages = sources()
      .filter((file) => file.startsWith('applications/pages/'))
      .flatMap((file) => [...read(file).matchAll(/ path: '(\/[^']*)'/gu)].map(([, path = '']) => path));
    expect(pages.length).toBeGreaterThan(20);
    const taken = pages.filter((path) =>
      others.some((route) => path === route || (route.endsWith('{proxy+}') && path.startsWith(route.slice(0, -8)))),
    );
    expect(taken).toEqual([]);
  });

  it('sends links, assets and everything else each to its function', () => {
    const routes = production.ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties.RouteKey);
    expect(routes.sort()).toEqual([
      '$default',
      'ANY /agreements/{proxy+}',
      'ANY /application/calendar',
      'ANY /application/documents',
      'ANY /application/offer',
      'ANY /assets/{proxy+}',
      'ANY /c/{proxy+}',
      'ANY /checklists/{proxy+}',
      'ANY /desk',
      'ANY /desk/checklists/{proxy+}',
      'ANY /desk/cohorts',
      'ANY /desk/cohorts/{proxy+}',
      'ANY /desk/documents/{proxy+}',
      'ANY /desk/exits/{proxy+}',
      'ANY /desk/help',
      'ANY /desk/help/{proxy+}',
      'ANY /desk/passkeys',
      'ANY /desk/passkeys/{proxy+}',
      'ANY /desk/payments',
      'ANY /desk/payments/{proxy+}',
      'ANY /desk/prove/{proxy+}',
      'ANY /desk/reports',
      'ANY /desk/reports/{proxy+}',
      'ANY /desk/residencies',
      'ANY /desk/residencies/{proxy+}',
      'ANY /desk/rounds',
      'ANY /desk/rounds/{proxy+}',
      'ANY /desk/spaces',
      'ANY /desk/spaces/{proxy+}',
      'ANY /desk/tax/{proxy+}',
      'ANY /desk/{proxy+}',
      'ANY /documents/{proxy+}',
      'ANY /letter/{proxy+}',
      'ANY /lot/{proxy+}',
      'ANY /r/agreements/{proxy+}',
      'ANY /r/checklists/{proxy+}',
      'ANY /r/claims/{proxy+}',
      'ANY /r/committee/{proxy+}',
      'ANY /r/contracts/{proxy+}',
      'ANY /r/exits/{proxy+}',
      'ANY /r/intake/{proxy+}',
      'ANY /r/lecturers/{proxy+}',
      'ANY /r/onboarding/{proxy+}',
      'ANY /r/payments/{proxy+}',
      'ANY /r/renewals/{proxy+}',
      'ANY /r/reports/{proxy+}',
      'ANY /r/results/{proxy+}',
      'ANY /r/rule-files/{proxy+}',
      'ANY /r/seats/{proxy+}',
      'ANY /r/spot-checks/{proxy+}',
      'ANY /r/tax-month/{proxy+}',
      'ANY /r/{proxy+}',
      'ANY /residency',
      'ANY /residency/notice',
      'ANY /residency/reports',
      'ANY /residency/reports/{proxy+}',
      'ANY /residency/{proxy+}',
      'ANY /result',
      'ANY /result/{proxy+}',
      'ANY /statement/{proxy+}',
      'ANY /t/{proxy+}',
      'ANY /v/{proxy+}',
      'ANY /verify',
      'ANY /verify/{proxy+}',
    ]);
  });
});

const targetsSchema = z.array(z.object({ Arn: z.unknown() }));
/** The functions that each rule of a schedule calls. */
const rulesAt = (schedule: string): string[][] =>
  production
    .ofType('AWS::Events::Rule')
    .filter(([, { Properties }]) => Properties.ScheduleExpression === schedule)
    .map(([, { Properties }]) =>
      targetsSchema.parse(Properties.Targets).map(({ Arn }) => flat(Arn).replace(/Function[0-9A-F]{8}\.Arn/u, '')),
    );

const patternSchema = z.object({
  source: z.array(z.string()),
  'detail-type': z.array(z.string()),
  detail: z.object({ status: z.array(z.string()), stateMachineArn: z.array(z.unknown().transform(flat)) }),
});

describe('the clock', () => {
  it('chases, sweeps, reconciles, erases, and looks for documents every five minutes', () => {
    expect(rulesAt('rate(5 minutes)').flat().toSorted()).toEqual([
      '<FunctionsDocumentsCheck>',
      '<FunctionsOutboxSweep>',
      '<FunctionsRequestsChase>',
      '<FunctionsRetentionEraseDue>',
      '<FunctionsRunsReconcile>',
    ]);
  });

  it('has no more targets in a rule than EventBridge takes', () => {
    for (const [, { Properties }] of production.ofType('AWS::Events::Rule')) {
      expect(targetsSchema.parse(Properties.Targets).length).toBeLessThanOrEqual(5);
    }
  });

  it('signs the audit at two in the morning in Seoul, when the day before is stored', () => {
    expect(rulesAt('cron(0 17 * * ? *)')).toEqual([
      [
        '<FunctionsAuditSignHeads>',
        '<FunctionsClaimsLate>',
        '<FunctionsCorrectionsSettle>',
        '<FunctionsPaymentsBegin>',
        '<FunctionsResidencyEventsBegin>',
      ],
      ['<FunctionsRetentionEraseWages>', '<FunctionsSpotChecksOpen>', '<FunctionsTaxMonthAsk>'],
    ]);
    expect(production.ofType('AWS::Events::Rule')).toHaveLength(6);
  });
});

/** The rules for what a service tells. */
const rulesOf = (source: string) =>
  production.ofType('AWS::Events::Rule').filter(([, { Properties }]) =>
    z
      .object({ source: z.array(z.string()) })
      .safeParse(Properties.EventPattern)
      .data?.source.includes(source),
  );

describe('a document', () => {
  it.each([
    ['aws.s3', 'Object Created', { bucket: { name: [expect.anything()] } }],
    [
      'aws.guardduty',
      'GuardDuty Malware Protection Object Scan Result',
      { s3ObjectDetails: { bucketName: [expect.anything()] } },
    ],
  ])('is told to its check by %s, and by nobody who only says so', (source, type, detail) => {
    const [[, rule] = [], ...others] = rulesOf(source);
    expect(others).toEqual([]);
    expect(rule?.Properties.EventPattern).toEqual({ source: [source], 'detail-type': [type], detail });
    const targets = targetsSchema.parse(rule?.Properties.Targets).map(({ Arn }) => flat(Arn));
    expect(targets).toEqual([expect.stringContaining('DocumentsCheck')]);
  });
});

describe('the end of a run', () => {
  it('is told to the reconciling if it is a bad one, of whichever machine', () => {
    const rules = rulesOf('aws.states');
    const machines = production.ofType('AWS::StepFunctions::StateMachine').map(([id]) => `<${id}>`);
    expect(rules.map(([, { Properties }]) => patternSchema.parse(Properties.EventPattern))).toEqual([
      {
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: expect.arrayContaining(machines) },
      },
    ]);
    expect(machines.length).toBeGreaterThan(3);
    const targets = rules.flatMap(([, { Properties }]) => targetsSchema.parse(Properties.Targets));
    expect(targets.map(({ Arn }) => flat(Arn))).toEqual([expect.stringContaining('RunsReconcile')]);
  });
});
