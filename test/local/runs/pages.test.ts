import { expect, it } from 'vitest';
import { listPage, searchPage } from '../../../local/runs/list-page.ts';
import { type RunDetail, runPage } from '../../../local/runs/run-page.ts';
import { byRound, bySubject, type ListedRun } from '../../../local/runs/subjects.ts';
import type { Visit } from '../../../ops/runs/history.ts';
import type { RunRead } from '../../../ops/runs/read-run.ts';
import { began, renderedDefinition } from '../../support/runs/histories.ts';

const name = 'A-27H1-7K3Q-9MX4';
const arn = `arn:aws:states:ap-northeast-2:000000000000:execution:sfa-local-applicant-intake:${name}`;
const listed: ListedRun = { arn, machine: 'applicant-intake', name, status: 'RUNNING', startedAt: began };

const visit = (state: string, second: number, more: Partial<Visit> = {}): Visit => ({
  state,
  entered: began + second * 1000,
  left: began + second * 1000 + 1000,
  tries: 1,
  failed: [],
  ...more,
});
const run = (visits: readonly Visit[], more: Partial<RunRead> = {}): RunRead => ({
  arn,
  machine: 'sfa-local-applicant-intake',
  name,
  status: 'RUNNING',
  startedAt: began,
  input: `{"reference":"${name}"}`,
  visits,
  definition: renderedDefinition('applicant-intake'),
  ...more,
});
const shown = (read: RunRead, more: Partial<RunDetail> = {}): string => {
  const detail: RunDetail = {
    run: read,
    machine: 'applicant-intake',
    subject: name,
    holders: [],
    lines: [],
    others: [],
    outbox: [],
    unsent: [],
    audit: [],
    unread: [],
    ...more,
  };
  return runPage(detail, began + 61_000, true);
};

it('lists runs under their rounds, the superseded ones marked, with what was searched for escaped', () => {
  const second = { ...listed, name: `${name}_2`, arn: `${arn}_2`, startedAt: began + 1 };
  const page = listPage(
    byRound(bySubject([{ ...listed, status: 'ABORTED' }, second]), () => 'academy-demo'),
    {
      search: '"><script>',
      refreshes: false,
      unsent: [],
      why: new Map([[`${arn}_2`, 'being tried again: “Check <it>”, RoundMissing']]),
    },
  );
  expect(page).toContain('<h2>academy-demo</h2>');
  expect(page).toContain('<summary>Intake: 1 running</summary>');
  expect(page).toMatch(new RegExp(`superseded</span> <a href="[^"]+">${name}</a> \\(aborted\\)`, 'u'));
  expect(page).toContain('being tried again: “Check &lt;it&gt;”, RoundMissing');
  expect(page).toContain('&quot;&gt;&lt;script&gt;');
  expect(page).not.toContain('<script>');
});

it('says what was searched for in vain, and sends no address in a link', () => {
  const page = searchPage('<b>@example.com');
  expect(page).toContain('Nothing has runs under “&lt;b&gt;@example.com”.');
  expect(page).toContain('method="post"');
});

it('shows where a run waits, since when and for whom, and the way that it took', () => {
  const visits = [visit('Check the application', 0), visit('Ask the intake officer', 1, { left: undefined })];
  const page = shown(run(visits), { holders: ['kim-minji until 5 March'] });
  expect(page).toContain('<dd>Ask the intake officer</dd>');
  expect(page).toContain('<dd>kim-minji until 5 March</dd>');
  expect(page).toContain('class="taken here"><title>Ask the intake officer');
  expect(page).toContain('still there');
});

it('shows why a run failed: state, error, tries, the last lines of the log and the command', () => {
  const trouble = {
    state: 'Check the application',
    error: 'RoundMissing',
    at: began,
    since: began,
    failed: 7,
    tries: 7,
  };
  const failing = run([visit('Check the application', 0)], { status: 'FAILED', trouble: { ...trouble, over: true } });
  const page = shown(failing, { lines: ['ERROR <failed>'], remedy: `npm run ops -- redrive ${name}` });
  expect(page).toContain('<h2>Why it failed</h2>');
  expect(page).toContain('<dd>RoundMissing</dd>');
  expect(page).toContain('<dd>try 7 of 7, the last</dd>');
  expect(page).toContain('ERROR &lt;failed&gt;');
  expect(page).toContain(`npm run ops -- redrive ${name}</pre>`);
  const again = shown(run([visit('Check the application', 0)], { trouble: { ...trouble, failed: 2, over: false } }));
  expect(again).toContain('<h2>It is being tried again</h2>');
  expect(again).toContain('2 of 7 tries failed, try 3 is under way');
});

it('shows what was given up: on the list what, of what, why and the command, with its runs the log as well', () => {
  const unsent = {
    what: 'application-received',
    to: `applicant ${name}`,
    about: name,
    error: 'MessageRejected',
    tries: 'try 1, the last',
    at: '5 March',
    lines: ['ERROR <given up>'],
    remedy: `once the cause is mended: npm run ops -- resend ${name}.ab.0`,
  };
  const list = listPage([], { search: '', refreshes: true, why: new Map(), unsent: [unsent] });
  const words = `application-received to applicant ${name}: MessageRejected, try 1, the last, at 5 March`;
  expect(list).toContain(
    `<li>${words} (<a href="/?q=${name}">${name}</a>)<pre tabindex="0">${unsent.remedy}</pre></li>`,
  );
  const page = shown(run([]), { unsent: [unsent] });
  for (const shownThere of ['<h2>It could not be sent</h2>', 'MessageRejected', 'try 1, the last', unsent.remedy]) {
    expect(page).toContain(shownThere);
  }
  expect(page).toContain('ERROR &lt;given up&gt;');
});

it('says that another run has taken over, and what could not be read', () => {
  const page = shown(run([]), { takenOverBy: `${name}_2`, unread: ['The audit cannot be read: no <table>'] });
  expect(page).toContain(`superseded</span>: ${name}_2 has taken over`);
  expect(page).toContain('The audit cannot be read: no &lt;table&gt;');
});

it('lists the states of a definition of which there is no picture', () => {
  const { StartAt, States } = renderedDefinition('screening');
  const page = shown(run([visit(StartAt, 0)], { definition: { StartAt, States } }));
  expect(page).not.toContain('<svg');
  expect(page).toContain(`<li>● ${StartAt}`);
});

it('tells a loop that counts in one row for each of its states, and what people answer each by itself', () => {
  const loop = ['Count the reviews', 'Are all reviews in?', 'Wait for the reviews'];
  const visits = [
    ...Array.from({ length: 41 }, (_, lap) =>
      loop.map((state, index) => visit(state, lap * 10 + index, { counted: `${lap} of 40` })),
    ).flat(),
    ...['Offer the seat', 'What did the applicant answer?', 'Offer the seat'].map((state) => visit(state, 1000)),
  ];
  const page = shown(run(visits, { definition: undefined }));
  expect(page.match(/<tr><td>Count the reviews/gu)).toHaveLength(1);
  expect(page).toContain('<td>Wait for the reviews (40 of 40), 41 times</td>');
  expect(page).toContain('<td>7 min</td>');
  expect(page.match(/<tr><td>Offer the seat/gu)).toHaveLength(2);
});
