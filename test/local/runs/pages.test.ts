import { expect, it } from 'vitest';
import { listPage, runPage } from '../../../local/runs/pages.ts';

const execution = {
  executionArn: 'arn:aws:states:ap-northeast-2:000000000000:execution:intake:A-27H1-7K3Q-9MX4',
  stateMachineArn: 'arn:aws:states:ap-northeast-2:000000000000:stateMachine:intake',
  name: 'A-27H1-7K3Q-9MX4',
  status: 'RUNNING',
  startDate: 1_795_470_000,
};

it('lists runs by their references, with what was searched for kept and escaped', () => {
  const page = listPage([execution], '"><script>');
  expect(page).toContain('A-27H1-7K3Q-9MX4</a>');
  expect(page).toContain('value="&quot;&gt;&lt;script&gt;"');
  expect(page).not.toContain('<script>');
});

it('shows where a run stands, the way it took and what is still ahead', () => {
  const page = runPage(
    {
      execution: { ...execution, input: '{"reference":"<b>"}' },
      visits: [
        { state: 'Check the application', entered: 1_795_470_000, left: 1_795_470_001, counted: '12 of 300' },
        { state: 'Ask the intake officer', entered: 1_795_470_001, left: undefined },
      ],
      graph: [
        { name: 'Check the application', type: 'Task', next: ['Ask the intake officer'] },
        { name: 'Ask the intake officer', type: 'Task', next: ['Accept'] },
        { name: 'Accept', type: 'Task', next: [] },
      ],
    },
    1_795_470_061,
  );
  expect(page).toContain('class="visited">● Check the application (12 of 300)');
  expect(page).toContain('class="current">● Ask the intake officer — here now');
  expect(page).toContain('class="ahead">○ Accept');
  expect(page).toContain('still there');
  expect(page).not.toContain('<b>"');
});

it('tells a loop that counts in one row for each of its states, and what people answer each by itself', () => {
  const loop = ['Count the reviews', 'Are all reviews in?', 'Wait for the reviews'];
  const visits = [
    ...Array.from({ length: 41 }, (_, round) =>
      loop.map((state, index) => ({
        state,
        entered: 1_795_470_000 + round * 10 + index,
        left: 1_795_470_001 + round * 10 + index,
        counted: `${round} of 40`,
      })),
    ).flat(),
    ...['Offer the seat', 'What did the applicant answer?', 'Offer the seat'].map((state) => ({
      state,
      entered: 1_795_471_000,
      left: 1_795_471_001,
    })),
  ];
  const page = runPage({ execution: { ...execution, input: '{}' }, visits, graph: [] }, 1_795_472_000);
  expect(page.match(/<tr><td>Count the reviews/gu)).toHaveLength(1);
  expect(page).toContain('<td>Wait for the reviews (40 of 40), 41 times</td>');
  expect(page).toContain('<td>7 min</td>');
  expect(page.match(/<tr><td>Offer the seat</gu)).toHaveLength(2);
});
