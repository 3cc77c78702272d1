/** What one test file may use. More CPU is a warning, for machines differ; more of the others fails the file. */
export interface Budget {
  /** How long it takes on a quiet machine, for the order of the files: the longest first. */
  readonly seconds: number;
  /** Of the test process, its cloud, the Lambda workers and the browser, without the start of the cloud. */
  readonly cpuSeconds: number;
  /** Of Lambdas, by pages, by steps and by the test; what streams invoke shows as calls by Lambdas. */
  readonly invocations: number;
  /** Calls of AWS services by Lambdas, and by the test itself and the commands that it runs. */
  readonly lambdaCalls: number;
  readonly testCalls: number;
  /** What the cloud answered to the test itself. */
  readonly megabytes: number;
}

const usual: Budget = {
  seconds: 10,
  cpuSeconds: 15,
  invocations: 800,
  lambdaCalls: 5_000,
  testCalls: 1_500,
  megabytes: 100,
};

/** The size of these is given when they are started. */
const anySize = { invocations: Infinity, lambdaCalls: Infinity, testCalls: Infinity, megabytes: Infinity };

/** The files that need more, by their paths within test/. */
const exceptions: Readonly<Record<string, Partial<Budget>>> = {
  'browser/every-page.test.ts': {
    seconds: 80,
    // Chromium takes two thirds of it: docs/benchmarks.md.
    cpuSeconds: 140,
    lambdaCalls: 3_000,
  },
  'browser/screenshots.test.ts': {
    seconds: 30,
    cpuSeconds: 40,
    invocations: 2_000,
    lambdaCalls: 15_000,
    megabytes: 300,
  },
  'e2e/bad-forms.test.ts': { seconds: 30, cpuSeconds: 30, invocations: 5_000, lambdaCalls: 30_000 },
  'e2e/blind-reviews.test.ts': { lambdaCalls: 12_000, testCalls: 6_000, megabytes: 300 },
  'e2e/decisions.test.ts': { invocations: 2_000, lambdaCalls: 15_000 },
  'e2e/links.test.ts': {
    seconds: 60,
    cpuSeconds: 60,
    invocations: 15_000,
    lambdaCalls: 60_000,
    testCalls: 6_000,
    megabytes: 300,
  },
  'e2e/naughty-strings.test.ts': { seconds: 60, cpuSeconds: 60, invocations: 15_000, lambdaCalls: 60_000 },
  'e2e/privacy.test.ts': { seconds: 30, cpuSeconds: 30, lambdaCalls: 15_000, megabytes: 300 },
  'e2e/privacy-selection.test.ts': { seconds: 30, cpuSeconds: 30, lambdaCalls: 15_000, megabytes: 300 },
  'e2e/sent-twice.test.ts': { seconds: 50, cpuSeconds: 45, invocations: 3_000, lambdaCalls: 20_000 },
  'ops/admission.test.ts': { seconds: 35, cpuSeconds: 35 },
  'ops/applications.test.ts': { seconds: 30, cpuSeconds: 30 },
  'ops/audit-and-outbox.test.ts': { seconds: 25, cpuSeconds: 25 },
  'ops/audit-manifests.test.ts': { seconds: 30, cpuSeconds: 30 },
  'ops/rounds-and-people.test.ts': { seconds: 20, cpuSeconds: 25 },
  'round/whole-round.test.ts': { ...anySize, seconds: 120, cpuSeconds: 150 },
  'workflows/committee.test.ts': {
    seconds: 30,
    cpuSeconds: 35,
    invocations: 1_100,
    lambdaCalls: 13_000,
    testCalls: 2_500,
    megabytes: 400,
  },
  'workflows/restarts.test.ts': { seconds: 90, cpuSeconds: 70 },
  'workflows/runs.test.ts': { seconds: 30, cpuSeconds: 25 },
  'workflows/screening-faults.test.ts': {
    seconds: 40,
    cpuSeconds: 40,
    invocations: 1_300,
    lambdaCalls: 15_000,
    testCalls: 2_500,
    megabytes: 200,
  },
  'workflows/screening-people.test.ts': { seconds: 20, cpuSeconds: 20, lambdaCalls: 8_000, megabytes: 300 },
  'workflows/screening.test.ts': {
    seconds: 40,
    cpuSeconds: 40,
    invocations: 1_300,
    lambdaCalls: 12_000,
    testCalls: 2_500,
  },
  'workflows/seats-restarts.test.ts': { seconds: 60, cpuSeconds: 50 },
  'workflows/seats.test.ts': {
    seconds: 60,
    cpuSeconds: 60,
    invocations: 2_500,
    lambdaCalls: 30_000,
    testCalls: 5_000,
    megabytes: 400,
  },
  'workflows/step-faults.test.ts': {
    seconds: 40,
    cpuSeconds: 40,
    invocations: 1_500,
    lambdaCalls: 12_000,
    megabytes: 200,
  },
  'workflows/storage-faults.test.ts': {
    seconds: 60,
    cpuSeconds: 60,
    invocations: 3_000,
    lambdaCalls: 40_000,
    testCalls: 6_000,
    megabytes: 500,
  },
  // Nearly every Lambda is started once.
  'workflows/upgrade.test.ts': { seconds: 30, cpuSeconds: 25 },
};

export function budgetOf(file: string): Budget {
  const name = file.replace(/^test\//u, '');
  return { ...usual, ...(name.startsWith('soak/') && { ...anySize, cpuSeconds: Infinity }), ...exceptions[name] };
}

/** The files that have a line of their own, so that a test finds those that are gone. */
export const filesWithBudgets = Object.keys(exceptions);

/** Of the whole `npm test`, on two cores. */
export const wholeBudget = { minutes: 9, cpuSeconds: 750 };
