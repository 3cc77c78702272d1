import { expect, it } from 'vitest';
import { opsCommand } from '../../../functions/shared/ops-command.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { stepIn } from '../../../ops/logs/log-line.ts';
import { consoleAddress } from '../../../ops/runs/console-address.ts';
import { lastOfEach } from '../../../ops/runs/step-lines.ts';
import { remedy, stuckRows } from '../../../ops/runs/trouble-rows.ts';

it('tells the same line of a log once, as it came last', () => {
  const lines = ['12:00:01 intake-tasks a', '12:00:02 intake-tasks b', '12:00:03 intake-tasks a'];
  expect(lastOfEach(lines)).toEqual(['12:00:02 intake-tasks b', '12:00:03 intake-tasks a']);
});

it('finds the run in the line of a fault, and in no other line', () => {
  const line = { message: 'failed', step: 'check-application', run: 'A_2', reference: 'A' };
  expect(stepIn({ message: JSON.stringify({ level: 'ERROR', ...line }) })).toEqual(['A_2', 'A']);
  expect(stepIn({ message: JSON.stringify({ level: 'INFO', ...line }) })).toBeUndefined();
  expect(stepIn({ message: 'Task timed out after 30 seconds' })).toBeUndefined();
});

it('leads to the console of AWS in the region of the run, and locally to the page of runs', () => {
  const arn = 'arn:aws:states:ap-northeast-2:123456789012:execution:sfa-production-screening:A-27H1-7K3Q-9MX4';
  expect(consoleAddress(arn, false)).toBe(
    `https://ap-northeast-2.console.aws.amazon.com/states/home?region=ap-northeast-2#/v2/executions/details/${arn}`,
  );
  expect(consoleAddress(arn, true)).toMatch(/^http:\/\/localhost:\d+\/run\?arn=arn%3Aaws/u);
});

it('gives a command with the stage in it, but for the local one', () => {
  expect(opsCommand('redrive A', 'local')).toBe('npm run ops -- redrive A');
  const trouble = { state: 's', error: 'e', at: 0, since: 0, failed: 7, tries: 7 };
  expect(remedy({ ...trouble, over: true }, 'A', 'production')).toContain(
    'npm run ops -- redrive A --stage production',
  );
  expect(remedy({ ...trouble, over: false }, 'A', 'production')).toContain('npm run ops -- logs A --stage production');
});

it('says of what is stuck without a run the same things: state, error, tries, where its log is, the command', () => {
  const at = instantSchema.parse('2027-01-11T01:00:00Z');
  const mark = { at, step: 'A_2', error: 'RoundMissing', state: 'Check the application', tries: 7 };
  expect(Object.fromEntries(stuckRows(mark, 'A', 'production'))).toEqual({
    'failed in': '"Check the application"',
    error: 'RoundMissing, at Monday, 11 January 2027, 10:00 KST',
    tries: '7, the last in vain',
    logged: 'npm run ops -- logs A --stage production',
    do: 'once the cause is mended: npm run ops -- redrive A --stage production',
  });
  const unstarted = Object.fromEntries(stuckRows({ at, step: 'A_2', error: 'RunNameTaken' }, 'A', 'local'));
  expect(unstarted['failed in']).toBe('no state: the run was not started');
});
