import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCloud } from './cloud.ts';
import { startRunsPage } from './console.ts';
import { demoRoundId } from './demo/demo-round.ts';
import { loadDemo, resumeRuns } from './demo-data.ts';
import { deployLocal } from './deploy.ts';
import { followFaults } from './faults.ts';
import { findApiId, startFrontDoor } from './front-door.ts';
import { idleHere } from './idle-here.ts';
import { startInbox } from './inbox.ts';
import { keepNotes, openNotes, recall, remember } from './notes.ts';
import { localDir } from './paths.ts';
import { requirePort } from './ports.ts';
import { explain, Problem } from './problem.ts';
import { preparePython } from './python.ts';
import { forgetRunning, noteRunning, readRunning } from './running.ts';
import { createProgress, openSession, type Progress, type Session } from './session.ts';
import { appSources, hashOf } from './sources.ts';
import { readStartOptions, type StartOptions } from './start-options.ts';

const stage = 'local';
const stateDir = join(localDir, 'cloud');

/** Everything up, in the order in which one thing needs the other. */
async function start({ fresh, ports }: StartOptions, session: Session, progress: Progress): Promise<void> {
  const { signal } = session;
  const baseUrl = `http://localhost:${ports.frontDoor}`;
  const running = readRunning();
  if (running) throw new Problem(`It is running already (process ${running.pid}): ${running.baseUrl}`);
  await requirePort(ports.frontDoor, 'the front door');
  await requirePort(ports.cloud, 'the local cloud');
  await requirePort(ports.inbox, 'the inbox');
  await requirePort(ports.smtp, "the inbox's SMTP server");
  await requirePort(ports.runs, 'the page of runs');
  if (fresh) {
    rmSync(localDir, { recursive: true, force: true });
    progress.say('Starting over: applications, mails and runs of earlier starts are gone.');
  }
  openNotes();

  await progress.step('Python environment ready', () => preparePython({ signal }));
  const inbox = await progress.step('inbox up', async () =>
    session.own(
      'inbox',
      await startInbox({
        webPort: ports.inbox,
        smtpPort: ports.smtp,
        directory: join(localDir, 'mails'),
        log: join(localDir, 'inbox.log'),
      }),
    ),
  );
  const cloud = await progress.step('local cloud up', async () => {
    const log = join(localDir, 'cloud.log');
    return session.own(
      'local cloud',
      savingNotes(await startCloud({ port: ports.cloud, stateDir, log, smtp: inbox.smtp, appUrl: baseUrl })),
    );
  });
  void cloud.ended.then(({ wanted, lastWords }) => {
    if (!wanted) session.end(new Problem(`The local cloud ended by itself (log: .local/cloud.log): ${lastWords}`));
  });
  void inbox.ended.then(({ wanted }) => {
    if (!wanted) session.end(new Problem('The inbox ended by itself (log: .local/inbox.log).'));
  });

  const restored = recall('app') !== undefined;
  const app = hashOf(appSources, baseUrl);
  if (recall('app') === app && (await findApiId(cloud, stage))) {
    progress.say('          app unchanged since the last start: not deployed again');
  } else {
    remember('app', 'half deployed');
    await progress.step('app deployed', (detail) =>
      deployLocal({ cloud, stage, context: { baseUrl }, onProgress: detail, signal }),
    );
    remember('app', app);
  }
  const apiId = await findApiId(cloud, stage);
  if (!apiId) throw new Problem('The app was deployed without an HTTP API: sfa-local-app has no output "ApiId".');
  const frontDoor = await session.own('front door', await startFrontDoor({ port: ports.frontDoor, cloud, apiId }));
  const runs = await session.own('page of runs', await startRunsPage({ port: ports.runs, cloud, stage }));
  await session.own('faults', await followFaults({ cloud, prefix: `sfa-${stage}-`, print: progress.say }));
  const { endpoint, region, key } = cloud;
  noteRunning({ endpoint, region, key, baseUrl, apiId, runsUrl: runs.url });

  const missing = await progress.step('demo rounds, people and applications there', () =>
    loadDemo(cloud, baseUrl, signal),
  );
  for (const sentence of missing) progress.say(`          ${sentence}`);
  if (missing.length > 0) progress.say('          The demo is not complete: npm start -- --fresh starts over.');
  if (restored) await progress.step('open runs going on', () => resumeRuns(cloud, baseUrl, signal));
  signal.throwIfAborted();
  progress.say(welcome({ frontDoor: frontDoor.url, inbox: inbox.url, runs: runs.url, cloud: cloud.endpoint }));
}

/** The notes reach the disk with the state that they speak of. */
const savingNotes = <Thing extends { stop(): Promise<void> }>(cloud: Thing): Thing => ({
  ...cloud,
  stop: async () => {
    await cloud.stop();
    keepNotes();
  },
});

const welcome = (at: { frontDoor: string; inbox: string; runs: string; cloud: string }): string => `
Ready.

  Apply    ${at.frontDoor}
  Inbox    ${at.inbox}      every mail, whoever it is for
  Runs     ${at.runs}      where each application, round and seat stands
  Cloud    ${at.cloud}      AWS endpoint; a shell gets its key by: . .local/cloud.env

Try this first: a round that you play from its closing to its cohort, all parts, in ten minutes.
  1. npm run ops -- round close ${demoRoundId} --reason "for the demonstration"
  2. In the inbox: the intake officer's mail (minji.kim) about one application; decide.
  3. Each reviewer's mail has one link to all of their reviews; score them, send them.
  4. Two members of the committee (haneul.jung, jiho.kang) approve the ranking: the results are out at once.
  5. Applicants (…@example.com) accept or decline; a declined seat goes to the next of the waitlist.
  6. npm run ops -- waitlist close ${demoRoundId} --reason "for the demonstration"      and the cohort is confirmed.
Where it stands, at any time: npm run ops -- round status ${demoRoundId}          Once more: npm start -- --fresh

A class under way has a timetable: the mails to its manager (sora.park) and to an institution (bora.shin) lead to it.
Its lecturers are asked what they taught last month: a month of wages, to play up to the statement, is in the README.
Or apply yourself at ${at.frontDoor} with any address, and read your mails in the inbox.
More commands: npm run ops          While you change the code: npm run deploy:local -- --watch
Faults of pages and steps are printed here as they happen. All that is logged of one: npm run ops -- logs REFERENCE

Nothing of the app is left out here, but the local cloud does not act on everything:
${idleHere.map(({ type, meaning }) => `  ${type}: ${meaning}`).join('\n')}
Permissions are not checked here; npm test does that.

Ctrl-C stops and saves everything.`;

const progress = createProgress();
const session = openSession();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => session.end());
if (process.env.npm_lifecycle_event) {
  // npm passes a SIGTERM on to its shell only, and the shell ends without passing it on to us.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && session.end(), 300).unref();
}
try {
  await start(readStartOptions(process.argv.slice(2), process.env), session, progress);
} catch (error) {
  session.end(session.signal.aborted ? undefined : error);
}
const code = await session.closed().catch((error: unknown) => {
  console.error(explain(error));
  return 1;
});
forgetRunning();
process.exit(code);
