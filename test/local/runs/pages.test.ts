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
        { state: 'Check the application', entered: 1_795_470_000, left: 1_795_470_001 },
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
  expect(page).toContain('class="visited">● Check the application');
  expect(page).toContain('class="current">● Ask the intake officer — here now');
  expect(page).toContain('class="ahead">○ Accept');
  expect(page).toContain('still there');
  expect(page).not.toContain('<b>"');
});
