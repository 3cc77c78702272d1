import { lambdas } from '../../../infra/lambdas.ts';
import type { CleanApplication } from './clean-application.ts';
import { type Amounts, type Bill, billOf } from './prices.ts';

/** The Lambda that does an invocation on AWS. */
const entryOf: Readonly<Record<string, string>> = {
  page: 'applications-pages',
  dispatch: 'outbox-dispatch',
  'step of applicant-intake': 'intake-tasks',
};

/** What a Lambda has if its capability does not say how much, in MB; and with how much it has a whole core. */
const usualMemory = 512;
const wholeCore = 1769;

/** Milliseconds that a call of a service lasts, the mean of DynamoDB's transactions and reads. */
const callLasts = 6;

/**
 * Bytes that the log gets of an invocation and of a request at the API: 236 of a page, 333 of a mail and as many of its
 * metrics. Lambda's own two lines are not written.
 */
const logged = { invocation: 300, request: 250 };

const giga = 1e9;

function memoryOf(what: string): number {
  const lambda = lambdas.get(entryOf[what] ?? '');
  if (!lambda) throw new Error(`nobody says which Lambda does: ${what}`);
  return lambda.memory ?? usualMemory;
}

/** Seconds times gigabytes that an invocation is billed: CPU as far as its memory gives it any, and calls in sequence. */
export function gigabyteSecondsOf(what: string, given: { readonly cpu: number; readonly inSequence: number }): number {
  const memory = memoryOf(what);
  const milliseconds = given.cpu * Math.max(1, wholeCore / memory) + given.inSequence * callLasts;
  return (Math.ceil(milliseconds) / 1000) * (memory / 1024);
}

/** So many applications like one, by its counts; the files of a first visit and what is stored for months are not in it. */
export const billOfApplications = (...given: Parameters<typeof amountsOf>): Bill => billOf(amountsOf(...given));

/**
 * The same by the lines that the first sum by hand had, of $379: without logs, what is sent out, and what indexes write.
 */
export function billAsByHand(...given: Parameters<typeof amountsOf>): Bill {
  const [one, , applications] = given;
  const { logged: _logs, sent: _out, ...amounts } = amountsOf(...given);
  const indexWrites = one.invocations.reduce((total, used) => total + used.indexWrites, 0);
  return billOf({ ...amounts, writeUnit: amounts.writeUnit - applications * indexWrites });
}

function amountsOf(one: CleanApplication, cpu: ReadonlyMap<string, number>, applications: number) {
  const sum = (of: (used: CleanApplication['invocations'][number]) => number): number =>
    applications * one.invocations.reduce((total, used) => total + of(used), 0);
  const requests = one.invocations.filter(({ what }) => what === 'page').length;
  return {
    writeUnit: sum(({ writes, indexWrites }) => writes + indexWrites),
    readUnit: sum(({ reads }) => reads),
    transition: applications * one.transitions,
    mail: applications * one.mails,
    invocation: applications * one.invocations.length,
    gigabyteSecond: sum(({ what, inSequence }) => gigabyteSecondsOf(what, { cpu: cpu.get(what) ?? 0, inSequence })),
    request: applications * requests,
    keyRequest: applications * one.signed,
    logged: (applications * (one.invocations.length * logged.invocation + requests * logged.request)) / giga,
    sent: (applications * one.bytes) / giga,
  } satisfies Amounts;
}
