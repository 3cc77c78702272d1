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
  invocations: 1_500,
  lambdaCalls: 5_000,
  testCalls: 3_000,
  megabytes: 30,
};

/** The size of these is given when they are started. */
const anySize = { invocations: Infinity, lambdaCalls: Infinity, testCalls: Infinity, megabytes: Infinity };

/** The files that need more, by their paths within test/. */
const exceptions: Readonly<Record<string, Partial<Budget>>> = {
  'round/whole-round.test.ts': { ...anySize, seconds: 120, cpuSeconds: 150 },
};

export function budgetOf(file: string): Budget {
  const name = file.replace(/^test\//u, '');
  return { ...usual, ...(name.startsWith('soak/') && { ...anySize, cpuSeconds: Infinity }), ...exceptions[name] };
}

/** The files that have a line of their own, so that a test finds those that are gone. */
export const filesWithBudgets = Object.keys(exceptions);

/** Of the whole `npm test`, on two cores. */
export const wholeBudget = { minutes: 9, cpuSeconds: 750 };
