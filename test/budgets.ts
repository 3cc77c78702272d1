/**
 * What one test file may use. More CPU is a warning, for machines differ; more of the others fails the file, unless it
 * took as many times longer than it declares.
 */
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
  invocations: 400,
  lambdaCalls: 3_000,
  testCalls: 900,
  megabytes: 10,
};

/** The size of these is given when they are started. */
const anySize = { invocations: Infinity, lambdaCalls: Infinity, testCalls: Infinity, megabytes: Infinity };

/**
 * The files that need more, by their paths within test/: counts are some 1.4 to 2 times what the file used when it was
 * last declared, so that a file that grows is seen.
 */
const exceptions: Readonly<Record<string, Partial<Budget>>> = {
  'browser/every-page.test.ts': {
    // Chromium takes two thirds of it: docs/benchmarks.md.
    seconds: 90,
    cpuSeconds: 140,
    invocations: 800,
    lambdaCalls: 7_000,
  },
  'browser/nothing-is-lost.test.ts': {
    // Two applicants from the start page to their results, one of them with the script.
    seconds: 25,
    cpuSeconds: 25,
  },
  'browser/screenshots.test.ts': {
    seconds: 30,
    cpuSeconds: 40,
    invocations: 2_000,
    lambdaCalls: 15_000,
    megabytes: 300,
  },
  'e2e/bad-forms.test.ts': {
    invocations: 450,
  },
  'e2e/blind-reviews.test.ts': {
    lambdaCalls: 3_500,
  },
  'e2e/decisions.test.ts': {
    seconds: 25,
    cpuSeconds: 15,
  },
  'e2e/privacy.test.ts': {
    // Takes what shows faults from every function, and gives it back.
    seconds: 15,
    testCalls: 1_200,
  },
  'e2e/sent-twice.test.ts': {
    seconds: 30,
    cpuSeconds: 25,
    invocations: 500,
    lambdaCalls: 2_500,
  },
  'ops/admission.test.ts': {
    seconds: 15,
    cpuSeconds: 15,
    testCalls: 1_200,
    megabytes: 20,
  },
  'ops/applications.test.ts': {
    seconds: 18,
    cpuSeconds: 18,
    testCalls: 1_200,
  },
  'ops/audit-and-outbox.test.ts': {
    // Reads the whole audit of its cloud, which grows with each file: among the first.
    seconds: 80,
    megabytes: 120,
  },
  'ops/audit-manifests.test.ts': {
    // Reads the whole audit of its cloud.
    seconds: 10,
    megabytes: 40,
  },
  'ops/logs.test.ts': {
    megabytes: 20,
  },
  'workflows/cancelled-round.test.ts': {
    seconds: 30,
    cpuSeconds: 20,
    lambdaCalls: 4_000,
    testCalls: 1_000,
  },
  'workflows/committee.test.ts': {
    seconds: 20,
    cpuSeconds: 25,
    lambdaCalls: 5_000,
    testCalls: 1_100,
  },
  'workflows/ends.test.ts': {
    seconds: 35,
    cpuSeconds: 15,
    lambdaCalls: 3_500,
    testCalls: 1_300,
  },
  'workflows/attachments.test.ts': {
    // Closes a round and waits for its reviews.
    seconds: 25,
    cpuSeconds: 20,
    testCalls: 1_400,
  },
  'workflows/wage-approval.test.ts': {
    // Twelve claims are stored, proved and decided by the test itself.
    seconds: 15,
    cpuSeconds: 20,
    testCalls: 2_000,
  },
  'workflows/onboarding.test.ts': {
    // Three startups by their mails, and every Retry and Catch.
    seconds: 45,
    cpuSeconds: 35,
    lambdaCalls: 5_000,
    testCalls: 2_400,
  },
  'workflows/step-faults.test.ts': {
    // Looks at what is stuck of every machine.
    testCalls: 1_300,
  },
  'workflows/residency-event.test.ts': {
    // A startup for each kind of event, and every Retry and Catch.
    seconds: 40,
    cpuSeconds: 25,
    lambdaCalls: 4_000,
    testCalls: 2_600,
  },
  'workflows/contracts.test.ts': {
    // Four startups in the Lab, and agreements that are signed by the codes of mails.
    seconds: 45,
    cpuSeconds: 20,
    lambdaCalls: 2_000,
    testCalls: 1_000,
  },
  'workflows/payment-run.test.ts': {
    // A stop at each state, and every Retry and Catch.
    seconds: 25,
    cpuSeconds: 25,
    lambdaCalls: 4_500,
  },
  'workflows/prepared-faults.test.ts': {
    // The page of runs shows all that its cloud ran before.
    testCalls: 2_000,
    megabytes: 40,
  },
  'workflows/rate-limiter.test.ts': {
    seconds: 25,
  },
  'workflows/restarts.test.ts': {
    seconds: 60,
    cpuSeconds: 45,
  },
  'workflows/screening-faults.test.ts': {
    seconds: 30,
    cpuSeconds: 30,
    invocations: 700,
    lambdaCalls: 7_000,
    testCalls: 1_500,
  },
  'workflows/screening.test.ts': {
    seconds: 20,
    cpuSeconds: 25,
    invocations: 500,
    lambdaCalls: 5_500,
    testCalls: 1_000,
  },
  'workflows/seats.test.ts': {
    seconds: 25,
    cpuSeconds: 30,
    invocations: 700,
    lambdaCalls: 5_500,
  },
  'workflows/start-faults.test.ts': {
    seconds: 25,
    cpuSeconds: 20,
    lambdaCalls: 5_500,
  },
  'workflows/storage-faults.test.ts': {
    seconds: 30,
    cpuSeconds: 20,
    invocations: 450,
    lambdaCalls: 4_500,
  },
  'workflows/upgrade.test.ts': {
    // Nearly every Lambda is started once.
    seconds: 20,
    cpuSeconds: 25,
    invocations: 550,
    lambdaCalls: 5_000,
  },
  // Reads the whole audit of its cloud.
  'ops/restore.test.ts': { megabytes: 120 },
  // Without a cloud, and long: one of them at the end would leave the other worker without work.
  'functions/seats/seats-model.test.ts': { seconds: 15 },
  'local/deploy.cloud.test.ts': { seconds: 20 },
  'local/ministack-process.test.ts': { seconds: 15 },
  'round/whole-round.test.ts': { ...anySize, seconds: 80, cpuSeconds: 100 },
};

export function budgetOf(file: string): Budget {
  const name = file.replace(/^test\//u, '');
  return { ...usual, ...(name.startsWith('soak/') && { ...anySize, cpuSeconds: Infinity }), ...exceptions[name] };
}

/** The files that have a line of their own, so that a test finds those that are gone. */
export const filesWithBudgets = Object.keys(exceptions);

/** CPU seconds that a programme may use beside the rounds: 90 on the clouds, 10 in the units. */
const ofProgramme = 90 + 10;

/** What `npm test` may use, in CPU seconds of the machine of the budgets (test/run/machine-speed.ts), by what is tried. */
const cpuSecondsOf = {
  /** The goal that was set on 2026-11-29, when all there was used 1,327: rounds, and what holds for everything. */
  rounds: 750,
  /** The desks of staff, and cases: what was said when they were begun. */
  desk: 60,
  /** Documents, checklists, agreements, calendars and spaces, which know no programme. */
  blocks: 40,
} as const;

const programmes = { wages: ofProgramme, lab: ofProgramme } as const;
/** So many more are to come, each with as much. */
const programmesToCome = 3;

const sum = (seconds: readonly number[]): number => seconds.reduce((total, some) => total + some, 0);

/** For what there was on 2026-11-29; with all programmes `npm test` may take twice as long. */
const minutesForRounds = 9;

/**
 * Of the whole `npm test`, on two cores. From 9 to 18 minutes the programmes have 500 CPU seconds: those that are there
 * have so much of the 9 minutes more as they have of these. With wages and lab: 9 + 9 · 200 / 500 = 12.6.
 */
export const wholeBudget = {
  minutes:
    minutesForRounds *
    (1 + sum(Object.values(programmes)) / (sum(Object.values(programmes)) + programmesToCome * ofProgramme)),
  cpuSeconds: sum([...Object.values(cpuSecondsOf), ...Object.values(programmes)]),
};
