import { bundleFunctions } from '../../../infra/bundle.ts';
import { templatesOf } from '../../support/templates.ts';
import { costColumns, printBeside, type Row } from '../last-run.ts';
import { billAsByHand, billOfApplications } from './bills.ts';
import { cleanApplication, cpuOfInvocations } from './clean-application.ts';
import { type Bill, prices, pricesAsOf } from './prices.ts';
import { quietMonth } from './quiet-month.ts';

const million = 1_000_000;
/** Dollars for a million clean applications, whose addresses are proved first. */
const goal = 350;

const printBill = (title: string, { lines, dollars }: Bill): void => {
  console.log(`${title}: $${dollars.toFixed(2)}`);
  for (const { thing, amount, dollars: some } of lines) {
    console.log(`  ${some.toFixed(2).padStart(9)}  ${Math.round(amount).toLocaleString('en')} ${prices[thing].what}`);
  }
};

/** Prints what a clean application uses, what a million of them and a quiet month cost, and the last run beside it. */
export async function benchCosts(): Promise<void> {
  await bundleFunctions();
  const one = await cleanApplication();
  const cpu = await cpuOfInvocations();
  const applications = billOfApplications(one, cpu, million);
  const month = quietMonth(templatesOf('production'));
  const sum = (of: (used: (typeof one.invocations)[number]) => number): number =>
    one.invocations.reduce((total, used) => total + of(used), 0);
  const now: Row = {
    date: new Date().toISOString().slice(0, 10),
    'calls in sequence when sending': String(one.sending.inSequence),
    invocations: String(one.invocations.length),
    'CPU ms': sum(({ what }) => cpu.get(what) ?? 0).toFixed(0),
    'write units': String(sum(({ writes, indexWrites }) => writes + indexWrites)),
    'read units': String(sum(({ reads }) => reads)),
    transitions: String(one.transitions),
    mails: String(one.mails),
    '$ a million': applications.dollars.toFixed(0),
    '$ a quiet month': month.dollars.toFixed(2),
  };
  for (const [what, ms] of cpu) console.log(`  CPU of a ${what}: ${ms.toFixed(1)} ms`);
  printBill(`a million of them at the list prices of Seoul as of ${pricesAsOf}, goal $${goal}`, applications);
  const byHand = billAsByHand(one, cpu, million).dollars.toFixed(2);
  console.log(`by the lines of the first $379, without logs, what is sent out and index writes: $${byHand}`);
  printBill('a month with nothing open', month);
  printBeside('a clean application, from its start to its acceptance', costColumns, now);
}
