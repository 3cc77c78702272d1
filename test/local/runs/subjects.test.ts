import { expect, it } from 'vitest';
import { byRound, bySubject, type ListedRun, matches, roundInName, subjectOf } from '../../../local/runs/subjects.ts';

const run = (machine: string, name: string, startedAt: number, status = 'SUCCEEDED'): ListedRun => ({
  arn: `arn:aws:states:ap-northeast-2:000000000000:execution:sfa-local-${machine}:${name}`,
  machine,
  name,
  startedAt,
  status,
});

it('takes the subject of a run from its name, also of a release that named later runs otherwise', () => {
  for (const name of ['A-27H1-7K3Q-9MX4', 'A-27H1-7K3Q-9MX4_2', 'A-27H1-7K3Q-9MX4-3']) {
    expect(subjectOf(name)).toBe('A-27H1-7K3Q-9MX4');
  }
  expect(subjectOf('academy-2027h1-seat-07_12')).toBe('academy-2027h1-seat-07');
  expect(subjectOf('academy-2027h1_2')).toBe('academy-2027h1');
});

it('has the newest run of a subject count, and calls the others superseded', () => {
  const names = ['A-27H1-7K3Q-9MX4', 'A-27H1-7K3Q-9MX4_2', 'A-27H1-7K3Q-9MX4_3'];
  const intake = names.map((name, index) => run('applicant-intake', name, index));
  const [first, second] = bySubject([...intake, run('screening', 'A-27H1-7K3Q-9MX4', 9)]);
  expect(first?.present.name).toBe('A-27H1-7K3Q-9MX4_3');
  expect(first?.superseded.map(({ name }) => name)).toEqual(['A-27H1-7K3Q-9MX4_2', 'A-27H1-7K3Q-9MX4']);
  expect([second?.machine, second?.superseded]).toEqual(['screening', []]);
});

it('puts a round together with its intake, screenings and seats, what failed first', () => {
  const subjects = bySubject([
    run('cohort-admission', 'academy-demo', 1, 'RUNNING'),
    run('applicant-intake', 'A-27H1-7K3Q-9MX4', 2),
    run('screening', 'A-27H1-7K3Q-9MX4', 3, 'FAILED'),
    run('seat-offer', 'academy-demo-seat-01', 4, 'RUNNING'),
    run('applicant-intake', 'A-27H1-0000-0000', 5),
  ]);
  const rounds = byRound(subjects, (one) => (one.subject === 'A-27H1-7K3Q-9MX4' ? 'academy-demo' : roundInName(one)));
  expect(rounds.map(({ roundId, of }) => [roundId, of.map(({ machine }) => machine)])).toEqual([
    ['academy-demo', ['screening', 'seat-offer', 'cohort-admission', 'applicant-intake']],
    ['', ['applicant-intake']],
  ]);
});

it('finds by a part of a reference, a seat or a round, and by several references at once', () => {
  expect(matches('7k3q', 'A-27H1-7K3Q-9MX4', undefined)).toBe(true);
  expect(matches('academy-demo', 'A-27H1-7K3Q-9MX4', 'academy-demo')).toBe(true);
  expect(matches('A-27H1-7K3Q-9MX4 A-27H1-0000-0000', 'A-27H1-0000-0000', undefined)).toBe(true);
  expect(matches('academy-2027h1', 'A-27H1-7K3Q-9MX4', 'academy-demo')).toBe(false);
  expect(matches('', 'anything', undefined)).toBe(true);
});
