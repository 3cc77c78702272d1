import { appendFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { root } from '../../local/paths.ts';
import { cpuSeconds } from './cpu.ts';
import { costsTable, readCosts, readUnitCosts, unitCostsTable } from './file-costs.ts';
import { comparable, slownessOf } from './machine-speed.ts';

/**
 * Ends a run: prints what each file used, tells `npm test` the counts and the CPU seconds, and says where the logs are
 * if something failed.
 */
export default class SuiteReport implements Reporter {
  readonly #begun = performance.now();

  async onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): Promise<void> {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const passed = states.filter((state) => state === 'passed').length;
    const failed = states.filter((state) => state === 'failed').length;
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const folder = process.env.SFA_RUN_FOLDER;
    const costs = folder ? readCosts(folder) : [];
    const units = folder ? readUnitCosts(folder) : [];
    const work = [...costs, ...units].flatMap(({ workSeconds = [] }) => workSeconds);
    // The workers and their clouds are children of this process, except those that are gone already.
    const ofFiles = costs.reduce((sum, file) => sum + file.cpuSeconds + file.startCpuSeconds, 0);
    const own = process.cpuUsage();
    const cpu = costs.length > 0 ? ofFiles + (own.user + own.system) / 1e6 : await cpuSeconds();
    if (costs.length > 0) {
      const seconds = (performance.now() - this.#begun) / 1000;
      console.log(`\n${costsTable(costs)}`);
      console.log(`with Vitest itself ${comparable(cpu, slownessOf(work))} in ${seconds.toFixed(0)} seconds`);
    }
    if (units.length > 1) console.log(`\n${unitCostsTable(units)}`);
    if (process.env.SFA_COUNTS) {
      appendFileSync(
        process.env.SFA_COUNTS,
        `${JSON.stringify({ passed, failed: failed + broken, cpuSeconds: cpu, work })}\n`,
      );
    }
    if (!folder) return;
    if (failed + broken === 0) rmSync(folder, { recursive: true, force: true });
    else console.log(`The logs of this run: ${relative(root, folder)}`);
  }
}
