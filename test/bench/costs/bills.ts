import { lambdas } from '../../../infra/lambdas.ts';
import type { CleanApplication } from './clean-application.ts';
import { type Bill, billOf } from './prices.ts';

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

/** Bytes that the log gets of an invocation (its own line and the two of Lambda), and of a request at the API. */
const logged = { invocation: 1000, request: 250 };

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
export function billOfApplications(
  one: CleanApplication,
  cpu: ReadonlyMap<string, number>,
  applications: number,
): Bill {
  const sum = (of: (used: CleanApplication['invocations'][number]) => number): number =>
    applications * one.invocations.reduce((total, used) => total + of(used), 0);
  const requests = one.invocations.filter(({ what }) => what === 'page').length;
  return billOf({
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
  });
}
