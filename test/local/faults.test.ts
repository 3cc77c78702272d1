import { describe, expect, it } from 'vitest';
import { formatEvent, isFault, isRoutine } from '../../ops/logs/log-line.ts';

const at = Date.parse('2027-01-29T09:00:00Z');
const event = (message: string | object) => ({
  function: 'applications-tasks',
  at,
  message: typeof message === 'string' ? message : JSON.stringify(message),
});
const fault = event({
  level: 'ERROR',
  message: 'failed',
  timestamp: '2027-01-29T09:00:00Z',
  service: 'applications-tasks',
  step: 'check-eligibility',
  run: 'A-27H1-7K3Q-9MX4',
  error: 'RoundMissing < TypeError',
  errorMessage: 'no round\nfor this',
  stack: ['at check (/home/me/sfa/functions/applications/check.ts:12:3)'],
});

describe('a fault in the terminal', () => {
  it('says when, in which function and run, what, and where in our files', () => {
    expect(formatEvent(fault, '/home/me/sfa').split('\n')).toEqual([
      '18:00:00 applications-tasks ERROR  failed step=check-eligibility run=A-27H1-7K3Q-9MX4',
      '    RoundMissing < TypeError: no round',
      '      for this',
      '      at check (functions/applications/check.ts:12:3)',
    ]);
  });

  it('is also what the runtime says of a call that threw, ran too long or could not begin', () => {
    const thrown = {
      level: 'ERROR',
      message: 'x',
      errorType: 'TypeError',
      errorMessage: 'no',
      stackTrace: ['at f (a:1:2)'],
    };
    expect(isFault(event(thrown))).toBe(true);
    expect(formatEvent(event(thrown), '/')).toContain('TypeError: no\n      at f (a:1:2)');
    for (const message of [
      '2027-01-29T09:00:00.000Z 4f1c Task timed out after 29.00 seconds',
      '{"time":"2027-01-29T09:00:00Z","type":"platform.runtimeDone","record":{"requestId":"4f1c","status":"timeout"}}',
      'Runtime.ImportModuleError: no module',
    ])
      expect(isFault(event(message)), message).toBe(true);
  });
});

describe('a line that is no fault', () => {
  it('is shown in one line with its ids, and the platform’s own lines are routine', () => {
    const done = event({ level: 'INFO', message: 'step done', service: 's', step: 'accept', outcome: 'ACCEPTED' });
    expect(isFault(done)).toBe(false);
    expect(isRoutine(done)).toBe(false);
    expect(formatEvent(done, '/')).toBe('18:00:00 applications-tasks  step done step=accept outcome=ACCEPTED');
    for (const message of [
      'START RequestId: 4f1c Version: $LATEST',
      'REPORT RequestId: 4f1c\tDuration: 3 ms',
      '{"_aws":{"Timestamp":1},"OutboxDone":1}',
      '{"time":"2027-01-29T09:00:00Z","type":"platform.start","record":{"requestId":"4f1c"}}',
    ]) {
      expect(isRoutine(event(message)), message).toBe(true);
      expect(isFault(event(message)), message).toBe(false);
    }
  });
});
