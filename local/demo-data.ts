import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { toInstant } from '../functions/shared/time.ts';
import type { CloudAddress } from './aws-query.ts';
import type { Cloud } from './cloud.ts';
import { type DemoApplicant, demoApplicants } from './demo/applicants.ts';
import { codeIn } from './demo/code-in.ts';
import { demoClass, demoClassId } from './demo/demo-class.ts';
import { demoRound, demoRoundId } from './demo/demo-round.ts';
import { sendApplication } from './demo/send-application.ts';
import { childEnvironment } from './environment.ts';
import { recall, remember } from './notes.ts';
import { localDir, root } from './paths.ts';
import { explain, Problem } from './problem.ts';
import { run } from './run.ts';
import { hashOf } from './sources.ts';

const people = 'local/demo/people.csv';
const rounds = ['rounds/academy-2027h1.yaml', 'rounds/lab-2027.yaml'];

/** A cloud whose mails can be read. */
type MailedCloud = CloudAddress & Pick<Cloud, 'messages'>;

/** Applications on their way at a time: each more starts another worker of the pages, which takes longer than a page. */
const browsers = 2;

/** A program of ours on the cloud, with the words that say what it is. */
async function program(
  cloud: CloudAddress,
  baseUrl: string,
  [file, ...args]: readonly [string, ...string[]],
  said: string,
  signal: AbortSignal,
): Promise<void> {
  const { code, stdout, stderr } = await run(process.execPath, [join(root, file), ...args], {
    cwd: root,
    environment: { ...childEnvironment(cloud), SFA_STAGE: 'local', SFA_BASE_URL: baseUrl },
    signal,
  });
  if (code !== 0) throw new Problem(`${said} failed:\n${`${stdout}\n${stderr}`.trim()}`);
}

/** The operator's own command, as `npm run ops -- …` runs it. */
const ops = (cloud: CloudAddress, baseUrl: string, args: readonly string[], signal: AbortSignal): Promise<void> =>
  program(cloud, baseUrl, ['ops/main.ts', ...args], `"npm run ops -- ${args.join(' ')}"`, signal);

/**
 * Loads the demo's people and its rounds, if this state does not hold them yet, and sends its applications.
 * @returns what could not be sent and why: an earlier start was stopped in the middle, and the round has closed since.
 */
export async function loadDemo(cloud: MailedCloud, baseUrl: string, signal: AbortSignal): Promise<readonly string[]> {
  await Promise.all([
    loadFiles(cloud, baseUrl, signal).then(async () => {
      await loadDemoClass(cloud, baseUrl, signal);
      await loadDemoLab(cloud, baseUrl, signal);
    }),
    loadDemoRound(cloud, baseUrl, signal),
  ]);
  const waiting = [...demoApplicants];
  const failed: string[] = [];
  const sendInTurn = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await sendOnce(cloud, baseUrl, next, signal).catch((error: unknown) => failed.push(explain(error)));
      signal.throwIfAborted();
    }
  };
  await Promise.all(Array.from({ length: browsers }, sendInTurn));
  return failed;
}

async function loadFiles(cloud: CloudAddress, baseUrl: string, signal: AbortSignal): Promise<void> {
  const wanted = hashOf([people, ...rounds]);
  if (recall('demo') === wanted) return;
  await Promise.all([
    ops(cloud, baseUrl, ['people', 'load', people, '--yes'], signal),
    ...rounds.map((round) => ops(cloud, baseUrl, ['round', 'load', round, '--yes'], signal)),
  ]);
  remember('demo', wanted);
}

/** Its dates are those of the first start, and stay. */
async function loadDemoRound(cloud: CloudAddress, baseUrl: string, signal: AbortSignal): Promise<void> {
  const note = `round ${demoRoundId}`;
  if (recall(note)) return;
  const file = join(localDir, 'demo-round.yaml');
  writeFileSync(file, demoRound(toInstant(new Date())));
  await ops(cloud, baseUrl, ['round', 'load', file, '--yes'], signal);
  remember(note, 'loaded');
}

/**
 * A class under way, with its timetable: its managers and institutions are mailed, and so have to be there; and with the
 * wages of the last month, of which its lecturers are asked.
 */
async function loadDemoClass(cloud: CloudAddress, baseUrl: string, signal: AbortSignal): Promise<void> {
  const note = `class ${demoClassId}`;
  if (recall(note)) return;
  const { round: file, timetable } = demoClass(toInstant(new Date()));
  const [roundPath, timetablePath] = [join(localDir, 'demo-class.yaml'), join(localDir, 'demo-timetable.csv')];
  writeFileSync(roundPath, file);
  writeFileSync(timetablePath, timetable);
  await ops(cloud, baseUrl, ['round', 'load', roundPath, '--yes'], signal);
  await ops(cloud, baseUrl, ['timetable', 'load', demoClassId, timetablePath, '--yes'], signal);
  await program(cloud, baseUrl, ['local/demo/start-month.ts'], "The demo's month of wages", signal);
  remember(note, 'loaded');
}

/** Spaces, and three startups: one has just been selected, one stands before its renewal, one has stayed past its end. */
async function loadDemoLab(cloud: CloudAddress, baseUrl: string, signal: AbortSignal): Promise<void> {
  const note = 'lab';
  if (recall(note)) return;
  const checklists = ['rules/checklists/lab-services.yaml', 'rules/checklists/lab-exit.yaml'];
  await ops(cloud, baseUrl, ['spaces', 'load', 'local/demo/lab/spaces.csv', '--yes'], signal);
  for (const file of checklists) await ops(cloud, baseUrl, ['checklists', 'load', file, '--yes'], signal);
  await program(cloud, baseUrl, ['local/demo/lab/start-lab.ts'], 'The demo’s Lab', signal);
  remember(note, 'loaded');
}

async function sendOnce(
  cloud: MailedCloud,
  baseUrl: string,
  applicant: DemoApplicant,
  signal: AbortSignal,
): Promise<void> {
  const note = `application of ${applicant.email}`;
  if (recall(note)) return;
  try {
    await sendApplication(baseUrl, demoRoundId, applicant, signal, (email) => codeTo(cloud, email, signal));
  } catch (error) {
    throw new Problem(
      `The demo's application of ${applicant.email} could not be sent: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  remember(note, 'sent');
}

/** The code that was mailed to an address, once it is there. */
async function codeTo(cloud: MailedCloud, email: string, signal: AbortSignal): Promise<string> {
  for (;;) {
    const mail = (await cloud.messages()).findLast(({ to }) => to.includes(email));
    const code = mail && codeIn(mail.text);
    if (code) return code;
    await sleep(200, undefined, { signal });
  }
}

/** Starts the runs again that the last stop ended, under their next names. */
export const resumeRuns = (cloud: CloudAddress, baseUrl: string, signal: AbortSignal): Promise<void> =>
  ops(cloud, baseUrl, ['reconcile', '--yes'], signal);
