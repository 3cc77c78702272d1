import { afterAll, beforeAll, beforeEach } from 'vitest';
import { callsTooLarge } from './answered-bytes.ts';
import { whatGrows } from './grows.ts';
import { mailsIn } from './mails.ts';
import { retire } from './retire.ts';

/*
 * Runs around each file of cloud tests (`setupFiles`), whose cloud the files after it use too: what a file leaves open
 * is put away, and what would make the suite slower with each file fails.
 */

const opened = async () => globalThis.testCloud;

beforeAll(async () => {
  callsTooLarge();
  const at = await opened();
  if (!at) return;
  if (at.gateLog.lateWrites() > 0) await retire(at);
  at.gateLog.fileBegins();
  await mailsIn(at.cloud).forget();
});

beforeEach(async () => (await opened())?.gateLog.testBegins());

afterAll(async () => {
  const at = await opened();
  if (!at) return;
  await retire(at);
  const growing = whatGrows(at.gateLog);
  if (growing.length > 0) throw new Error(growing.join('\n'));
});
